// RFC 8265 §3.3: the PRECIS profile of localparts and of SASL user names.
using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Balcony.Xmpp.Addressing;

/// <summary>Names that people type and others must not be able to imitate: lower case, one spelling, no symbols or spaces.</summary>
public static class UsernameCaseMapped
{
    private static readonly SearchValues<char> Ascii = SearchValues.Create("!\"#$%&'()*+,-./0123456789:;<=>?@"
        + "ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Prepares and enforces (§3.3.2, §3.3.3). Preparing the result again changes nothing.</summary>
    /// <returns>False when the profile does not allow the text, or it is empty.</returns>
    public static bool TryPrepare(string text, [NotNullWhen(true)] out string? prepared)
    {
        prepared = null;
        if (text.Length == 0) return false;
        if (!text.AsSpan().ContainsAnyExcept(Ascii)) prepared = text.ToLowerInvariant();
        // RFC 8264 §7: a result that another round would change is no result.
        else if (CodePoints.AreCharacters(text) && Enforce(text) is { } once && Enforce(once) == once) prepared = once;
        return prepared is not null;
    }

    private static string? Enforce(string text)
    {
        text = CharacterMapping.MapWidth(text);
        if (!PrecisClass.IsIdentifier(text)) return null;
        text = CharacterMapping.MapCase(text).Normalize(NormalizationForm.FormC);
        return PrecisClass.IsIdentifier(text) && (!BidiRule.HasRightToLeft(text) || BidiRule.Allows(text)) ? text : null;
    }
}
