// The categories of code points that PRECIS (RFC 8264 §9) and IDNA2008 (RFC 5892 §2) have in common.
using System.Buffers;
using System.Globalization;
using System.Text;

namespace Balcony.Xmpp.Addressing;

/// <summary>Asks the framework's Unicode data (16.0) where it has the property; the rest is listed here.</summary>
internal static class CodePoints
{
    // Default_Ignorable_Code_Point. RFC 8264 §9.13 calls these and the noncharacters PrecisIgnorableProperties.
    private static readonly CodePointRanges DefaultIgnorable = new(
        0xAD, 0xAD, 0x34F, 0x34F, 0x61C, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F, 0x202A, 0x202E,
        0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8, 0x1BCA0, 0x1BCA3,
        0x1D173, 0x1D17A, 0xE0000, 0xE0FFF);

    // Hangul_Syllable_Type L, V and T: a syllable has one spelling, the composed one.
    private static readonly CodePointRanges OldHangulJamo = new(0x1100, 0x11FF, 0xA960, 0xA97C, 0xD7B0, 0xD7C6, 0xD7CB, 0xD7FB);

    // RFC 8264 §9.6 and RFC 5892 §2.6.
    private static readonly CodePointRanges ValidExceptions = new(
        0xDF, 0xDF, 0x3C2, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0xF0B, 0x3007, 0x3007);

    private static readonly CodePointRanges ContextExceptions = new(
        0xB7, 0xB7, 0x375, 0x375, 0x5F3, 0x5F4, 0x660, 0x669, 0x6F0, 0x6F9, 0x30FB, 0x30FB);

    private static readonly CodePointRanges DisallowedExceptions = new(
        0x640, 0x640, 0x7FA, 0x7FA, 0x302E, 0x302F, 0x3031, 0x3035, 0x303B, 0x303B);

    /// <summary>Only characters: no lone surrogates and no noncharacters. No profile allows those, and normalization throws on them.</summary>
    public static bool AreCharacters(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var used) != OperationStatus.Done || IsNoncharacter(rune)) return false;
            text = text[used..];
        }
        return true;
    }

    /// <summary>ZWNJ and ZWJ: allowed where RFC 5892 appendices A.1 and A.2 say.</summary>
    public static bool IsJoinControl(Rune rune) => rune.Value is 0x200C or 0x200D;

    public static bool IsValidException(Rune rune) => ValidExceptions.Contains(rune.Value);

    /// <summary>Allowed where RFC 5892 appendices A.3 to A.9 say (CONTEXTO).</summary>
    public static bool IsContextException(Rune rune) => ContextExceptions.Contains(rune.Value);

    public static bool IsDisallowedException(Rune rune) => DisallowedExceptions.Contains(rune.Value);

    public static bool IsOldHangulJamo(Rune rune) => OldHangulJamo.Contains(rune.Value);

    /// <summary>Without the noncharacters, which <see cref="AreCharacters"/> sorts out.</summary>
    public static bool IsIgnorable(Rune rune) => DefaultIgnorable.Contains(rune.Value);

    public static bool IsUnassigned(Rune rune) => Category(rune) == UnicodeCategory.OtherNotAssigned;

    /// <summary>RFC 8264 §9.1, RFC 5892 §2.1.</summary>
    public static bool IsLetterOrDigit(Rune rune) => Category(rune) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ModifierLetter
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    public static bool IsMark(Rune rune) => Category(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.EnclosingMark;

    /// <summary>NFKC changes it (RFC 8264 §9.17).</summary>
    public static bool HasCompatibilityForm(Rune rune)
    {
        Span<char> text = stackalloc char[2];
        return !((ReadOnlySpan<char>)text[..rune.EncodeToUtf16(text)]).IsNormalized(NormalizationForm.FormKC);
    }

    public static UnicodeCategory Category(Rune rune) => CharUnicodeInfo.GetUnicodeCategory(rune.Value);

    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
