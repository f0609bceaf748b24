// RFC 4013: the form of a password that both ends must agree on. RFC 5802 §2.2 names it for SCRAM.
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Balcony.Xmpp.Sasl;

/// <summary>Prepares passwords. Clients in the field compute SCRAM on this form, not on RFC 8265's OpaqueString.</summary>
/// <remarks>
/// The bidirectional rule and the list of code points that Unicode 3.2 did not have are left out: many clients skip them, they protect
/// identifiers that people compare by eye, and leaving them out changes no prepared form.
/// </remarks>
public static class SaslPrep
{
    /// <returns>False for what cannot be a password: nothing left, broken UTF-16, control characters and the like (RFC 4013 §2.3).</returns>
    public static bool TryPrepare(string text, [NotNullWhen(true)] out string? prepared)
    {
        prepared = null;
        if (text.Length == 0) return false;
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            prepared = text;
            return true;
        }
        // Once more before: the runtime's normalisation throws at noncharacters.
        if (Map(text) is not { Length: > 0 } mapped || HoldsProhibited(mapped)) return false;
        mapped = mapped.Normalize(NormalizationForm.FormKC);
        if (HoldsProhibited(mapped)) return false;
        prepared = mapped;
        return true;
    }

    private static bool HoldsProhibited(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsProhibited(rune.Value)) return true;
        }
        return false;
    }

    // §2.1; null for an unpaired surrogate.
    private static string? Map(string text)
    {
        var mapped = new StringBuilder(text.Length);
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done) return null;
            if (IsForeignSpace(rune.Value)) mapped.Append(' ');
            else if (!IsMappedToNothing(rune.Value)) mapped.Append(rest[..length]);
            rest = rest[length..];
        }
        return mapped.ToString();
    }

    // RFC 3454 table C.1.2.
    private static bool IsForeignSpace(int value) =>
        value is 0xA0 or 0x1680 or (>= 0x2000 and <= 0x200B) or 0x202F or 0x205F or 0x3000;

    // RFC 3454 table B.1.
    private static bool IsMappedToNothing(int value) =>
        value is 0xAD or 0x34F or 0x1806 or (>= 0x180B and <= 0x180D) or 0x200C or 0x200D or 0x2060 or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF;

    // RFC 3454 tables C.1.2 and C.2.1 to C.9, after normalisation.
    private static bool IsProhibited(int value) =>
        IsForeignSpace(value)
        || value is < 0x20 or (>= 0x7F and <= 0x9F) or 0x6DD or 0x70F or 0x180E or (>= 0x200C and <= 0x200F)
            or (>= 0x2028 and <= 0x202E) or (>= 0x2060 and <= 0x2063) or (>= 0x206A and <= 0x206F) or 0x340 or 0x341 or 0xFEFF
            or (>= 0x2FF0 and <= 0x2FFB) or (>= 0xFFF9 and <= 0xFFFD) or (>= 0x1D173 and <= 0x1D17A)
        || value is (>= 0xE000 and <= 0xF8FF) or >= 0xF0000                                     // private use, and planes 15 and 16
        || value is (>= 0xFDD0 and <= 0xFDEF) || (value & 0xFFFE) == 0xFFFE                     // noncharacters
        || value is 0xE0001 or (>= 0xE0020 and <= 0xE007F);                                     // tags
}
