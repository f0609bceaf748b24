// RFC 8265 §4.2: the PRECIS profile of resources and of passwords.
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Balcony.Xmpp.Addressing;

/// <summary>Free text in one spelling: case is kept, every kind of space becomes U+0020.</summary>
public static class OpaqueString
{
    /// <summary>Prepares and enforces (§4.2.1, §4.2.2). Preparing the result again changes nothing.</summary>
    /// <returns>False when the profile does not allow the text, or it is empty.</returns>
    public static bool TryPrepare(string text, [NotNullWhen(true)] out string? prepared)
    {
        prepared = null;
        if (text.Length == 0) return false;
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) prepared = text;
        else if (CodePoints.AreCharacters(text) && Enforce(text) is { } once && Enforce(once) == once) prepared = once;
        return prepared is not null;
    }

    private static string? Enforce(string text)
    {
        if (!PrecisClass.IsFreeform(text)) return null;
        text = MapSpaces(text).Normalize(NormalizationForm.FormC);
        return PrecisClass.IsFreeform(text) ? text : null;
    }

    private static string MapSpaces(string text) => string.Create(text.Length, text, static (mapped, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            mapped[i] = char.GetUnicodeCategory(source[i]) == UnicodeCategory.SpaceSeparator ? ' ' : source[i];
    });
}
