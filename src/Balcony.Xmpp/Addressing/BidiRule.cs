// RFC 5893 §2: right-to-left text that still reads the same when it stands beside other text.
using System.Globalization;
using System.Text;

namespace Balcony.Xmpp.Addressing;

internal static class BidiRule
{
    // Bidi_Class R and AL, which the rule never tells apart, by the blocks that default to them (Unicode 16.0): what else is in
    // these blocks (digits, marks) is asked for first, and their punctuation is in no identifier.
    private static readonly CodePointRanges RightToLeft = new(
        0x590, 0x8FF, 0x200F, 0x200F, 0xFB1D, 0xFDCF, 0xFDF0, 0xFDFF, 0xFE70, 0xFEFF, 0x10800, 0x10FFF, 0x1E800, 0x1EFFF);

    private static readonly CodePointRanges ArabicNumber = new(
        0x600, 0x605, 0x660, 0x669, 0x66B, 0x66C, 0x6DD, 0x6DD, 0x890, 0x891, 0x8E2, 0x8E2, 0x10D30, 0x10D39, 0x10D40, 0x10D49,
        0x10E60, 0x10E7E);

    private static readonly CodePointRanges EuropeanNumber = new(
        '0', '9', 0xB2, 0xB3, 0xB9, 0xB9, 0x6F0, 0x6F9, 0x2070, 0x2070, 0x2074, 0x2079, 0x2080, 0x2089, 0x2488, 0x249B, 0xFF10, 0xFF19,
        0x102E1, 0x102FB, 0x1CCF0, 0x1CCF9, 0x1D7CE, 0x1D7FF, 0x1F100, 0x1F10A, 0x1FBF0, 0x1FBF9);

    // Letters and marks whose class is not the one of their category.
    private static readonly CodePointRanges NeutralLetters = new(
        0x2B9, 0x2BA, 0x2C6, 0x2CF, 0x2EC, 0x2EC, 0x374, 0x374, 0x2E2F, 0x2E2F, 0xA67F, 0xA67F, 0xA717, 0xA71F, 0xA788, 0xA788);

    private static readonly CodePointRanges StrongMarks = new(0xCBF, 0xCBF, 0xCC6, 0xCC6, 0x11A07, 0x11A08, 0x11C3F, 0x11C3F);

    // L, R (with AL), AN, EN, NSM; Neutral stands for ES, CS, ET, ON and BN, which the rule treats alike.
    private enum Direction { Left, Right, ArabicNumber, EuropeanNumber, Mark, Neutral }

    /// <summary>Some code point is of class R, AL or AN: the rule applies to this and, in a domain, to every label.</summary>
    public static bool HasRightToLeft(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsAscii && DirectionOf(rune) is Direction.Right or Direction.ArabicNumber) return true;
        }
        return false;
    }

    /// <summary>The text meets the six conditions.</summary>
    public static bool Allows(ReadOnlySpan<char> text)
    {
        if (Rune.DecodeFromUtf16(text, out var first, out _) != System.Buffers.OperationStatus.Done) return false;
        var direction = DirectionOf(first);
        if (direction is not (Direction.Left or Direction.Right)) return false; // 1

        bool hasEuropean = false, hasArabic = false;
        var last = direction;
        foreach (var rune in text.EnumerateRunes())
        {
            var current = DirectionOf(rune);
            // 2: no L in right-to-left text; 5: neither R, AL nor AN in left-to-right text.
            if (direction == Direction.Right ? current == Direction.Left : current is Direction.Right or Direction.ArabicNumber) return false;
            hasEuropean |= current == Direction.EuropeanNumber;
            hasArabic |= current == Direction.ArabicNumber;
            if (current != Direction.Mark) last = current;
        }
        if (direction == Direction.Left) return last is Direction.Left or Direction.EuropeanNumber; // 6
        return last is Direction.Right or Direction.EuropeanNumber or Direction.ArabicNumber        // 3
            && !(hasEuropean && hasArabic);                                                         // 4
    }

    private static Direction DirectionOf(Rune rune)
    {
        if (rune.IsAscii && char.IsAsciiLetter((char)rune.Value)) return Direction.Left;
        if (ArabicNumber.Contains(rune.Value)) return Direction.ArabicNumber;
        if (EuropeanNumber.Contains(rune.Value)) return Direction.EuropeanNumber;
        if (rune.IsAscii) return Direction.Neutral;
        var category = CodePoints.Category(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            return StrongMarks.Contains(rune.Value) ? Direction.Left : Direction.Mark;
        if (RightToLeft.Contains(rune.Value)) return Direction.Right;
        if (NeutralLetters.Contains(rune.Value)) return Direction.Neutral;
        return CodePoints.IsLetterOrDigit(rune) || CodePoints.IsValidException(rune)
            || category is UnicodeCategory.TitlecaseLetter or UnicodeCategory.LetterNumber ? Direction.Left : Direction.Neutral;
    }
}
