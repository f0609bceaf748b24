// IDNA2008 (RFC 5890 to 5892): which labels a domain name may have beside the ASCII ones.
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Balcony.Xmpp.Addressing;

internal static class Idna
{
    /// <summary>How an A-label begins.</summary>
    public const string Prefix = "xn--";

    /// <summary>RFC 1034 §3.1: what a label may take in the DNS.</summary>
    public const int MaxLabelBytes = 63;

    // RFC 5892 §2.4: combining marks for symbols, musical symbols.
    private static readonly CodePointRanges IgnorableBlocks = new(0x20D0, 0x20FF, 0x1D100, 0x1D24F);

    // RFC 5892 §2.2, the part that neither NFKC nor lower case shows: code points that only case folding maps to another.
    // U+0130 folds to two; Cherokee folds to its capitals; 1C80 to 1C88 are variants of Cyrillic letters.
    private static readonly CodePointRanges FoldsAway = new(0x130, 0x130, 0x345, 0x345, 0x13F8, 0x13FD, 0x1C80, 0x1C88, 0xAB70, 0xABBF);

    private static readonly CodePointRanges CherokeeCapitals = new(0x13A0, 0x13F5);

    /// <summary>RFC 5895 §2.1: the lower case, except for Cherokee, whose capitals are the letters that IDNA2008 allows.</summary>
    public static string MapCase(string label)
    {
        var lower = new StringBuilder(label.Length);
        foreach (var rune in label.EnumerateRunes())
            lower.Append(CherokeeCapitals.Contains(rune.Value) ? rune.ToString() : CharacterMapping.MapCase(rune.ToString()));
        return lower.ToString();
    }

    /// <summary>The U-label that an A-label stands for. False unless it stands for exactly one (RFC 5891 §5.4).</summary>
    public static bool TryDecode(string aLabel, [NotNullWhen(true)] out string? uLabel)
    {
        var isDecoded = Punycode.TryDecode(aLabel.AsSpan(Prefix.Length), out uLabel);
        return isDecoded && !Ascii.IsValid(uLabel) && IsULabel(uLabel!) && Punycode.TryEncode(uLabel!, out var again)
            && aLabel.AsSpan(Prefix.Length).SequenceEqual(again);
    }

    /// <summary>RFC 5891 §5.4, without the bidi rule, which concerns all labels of a name together.</summary>
    public static bool IsULabel(string label)
    {
        Rune[] runes = [.. label.EnumerateRunes()];
        if (label.StartsWith('-') || label.EndsWith('-') || CodePoints.IsMark(runes[0])) return false;
        if (label.Length >= 4 && label.AsSpan(2, 2) is "--") return false;
        for (var i = 0; i < runes.Length; i++)
        {
            if (!IsAllowed(runes, i)) return false;
        }
        return label.IsNormalized(NormalizationForm.FormC)
            && Punycode.TryEncode(label, out var encoded) && Prefix.Length + encoded.Length <= MaxLabelBytes;
    }

    // RFC 5892 §3, in its order.
    private static bool IsAllowed(ReadOnlySpan<Rune> runes, int at)
    {
        var rune = runes[at];
        if (rune.IsAscii) return rune.Value == '-' || char.IsAsciiDigit((char)rune.Value) || char.IsAsciiLetterLower((char)rune.Value);
        if (CodePoints.IsValidException(rune)) return true;
        if (CodePoints.IsContextException(rune) || CodePoints.IsJoinControl(rune)) return ContextRules.Allow(runes, at);
        return !CodePoints.IsDisallowedException(rune) && !CodePoints.IsUnassigned(rune) && !IsUnstable(rune)
            && !CodePoints.IsIgnorable(rune) && !IgnorableBlocks.Contains(rune.Value) && !CodePoints.IsOldHangulJamo(rune)
            && CodePoints.IsLetterOrDigit(rune);
    }

    // RFC 5892 §2.2: NFKC(casefold(NFKC(cp))) is another. Case folding splits the iota off what holds an ypogegrammeni (U+0345).
    private static bool IsUnstable(Rune rune) =>
        FoldsAway.Contains(rune.Value) || CodePoints.HasCompatibilityForm(rune)
        || (Rune.ToLowerInvariant(rune) != rune && !CherokeeCapitals.Contains(rune.Value))
        || rune.ToString().Normalize(NormalizationForm.FormD).Contains('\u0345', StringComparison.Ordinal);
}
