// RFC 8264: which code points an identifier (§4.2) and free text (§4.3) may hold.
using System.Globalization;
using System.Text;

namespace Balcony.Xmpp.Addressing;

internal static class PrecisClass
{
    /// <summary>Every code point is allowed in IdentifierClass, in its context.</summary>
    public static bool IsIdentifier(string text) => IsIn(text, isFreeform: false);

    /// <summary>Every code point is allowed in FreeformClass, in its context.</summary>
    public static bool IsFreeform(string text) => IsIn(text, isFreeform: true);

    private static bool IsIn(string text, bool isFreeform)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        for (var i = 0; i < runes.Length; i++)
        {
            var property = PropertyOf(runes[i]);
            var isAllowed = property switch
            {
                Property.Valid => true,
                Property.FreeformValid => isFreeform,
                Property.Contextual => ContextRules.Allow(runes, i),
                _ => false,
            };
            if (!isAllowed) return false;
        }
        return true;
    }

    // §8, in its order. What no step names is disallowed.
    private static Property PropertyOf(Rune rune)
    {
        if (CodePoints.IsValidException(rune)) return Property.Valid;
        if (CodePoints.IsContextException(rune)) return Property.Contextual;
        if (CodePoints.IsDisallowedException(rune) || CodePoints.IsUnassigned(rune)) return Property.Disallowed;
        if (rune.Value is >= 0x21 and <= 0x7E) return Property.Valid;
        if (CodePoints.IsJoinControl(rune)) return Property.Contextual;
        if (CodePoints.IsOldHangulJamo(rune) || CodePoints.IsIgnorable(rune)) return Property.Disallowed;
        if (CodePoints.Category(rune) is UnicodeCategory.Control) return Property.Disallowed;
        if (CodePoints.HasCompatibilityForm(rune)) return Property.FreeformValid;
        if (CodePoints.IsLetterOrDigit(rune)) return Property.Valid;
        return IsFreeformCategory(CodePoints.Category(rune)) ? Property.FreeformValid : Property.Disallowed;
    }

    // OtherLetterDigits (§9.18), Spaces (§9.14), Symbols (§9.15), Punctuation (§9.16).
    private static bool IsFreeformCategory(UnicodeCategory category) => category is
        UnicodeCategory.TitlecaseLetter or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.EnclosingMark
        or UnicodeCategory.SpaceSeparator
        or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol
        or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
        or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
        or UnicodeCategory.OtherPunctuation;

    private enum Property { Valid, FreeformValid, Contextual, Disallowed }
}
