// RFC 7622 §3.3: the localpart is UsernameCaseMapped without eight characters that would be mistaken for something else.
using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Balcony.Xmpp.Addressing;

internal static class Localpart
{
    // §3.3.1, in their ASCII form: their full-width forms are mapped to these first.
    private static readonly SearchValues<char> Excluded = SearchValues.Create("\"&'/:<>@");

    public static bool TryPrepare(string text, [NotNullWhen(true)] out string? prepared) =>
        UsernameCaseMapped.TryPrepare(text, out prepared) && !prepared.AsSpan().ContainsAny(Excluded);
}
