// RFC 3492: Unicode labels in the ASCII that the DNS carries. The framework's IdnMapping follows IDNA2003 and UTS 46 instead.
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Balcony.Xmpp.Addressing;

internal static class Punycode
{
    private const int Base = 36, TMin = 1, TMax = 26, Skew = 38, Damp = 700, InitialBias = 72, InitialN = 128;

    // Longest input worth coding: an A-label has at most 63 bytes (§6.4's overflow cannot happen below this).
    private const int MaxCodePoints = 63;

    /// <summary>The part after <c>xn--</c>. False for what no A-label can hold.</summary>
    public static bool TryEncode(string label, [NotNullWhen(true)] out string? encoded)
    {
        encoded = null;
        Rune[] runes = [.. label.EnumerateRunes()];
        if (runes.Length > MaxCodePoints) return false;
        var output = new StringBuilder();
        foreach (var rune in runes)
        {
            if (rune.IsAscii) output.Append((char)rune.Value);
        }
        var basic = output.Length;
        if (basic > 0) output.Append('-');
        int n = InitialN, delta = 0, bias = InitialBias;
        for (var handled = basic; handled < runes.Length;)
        {
            var next = runes.Where(rune => rune.Value >= n).Min(rune => rune.Value);
            delta += (next - n) * (handled + 1);
            n = next;
            foreach (var rune in runes)
            {
                if (rune.Value < n) delta++;
                if (rune.Value != n) continue;
                AppendNumber(output, delta, bias);
                bias = Adapt(delta, handled + 1, isFirst: handled == basic);
                delta = 0;
                handled++;
            }
            delta++;
            n++;
        }
        encoded = output.ToString();
        return true;
    }

    /// <summary>Undoes <see cref="TryEncode"/>. <paramref name="encoded"/> is ASCII in lower case.</summary>
    public static bool TryDecode(ReadOnlySpan<char> encoded, [NotNullWhen(true)] out string? label)
    {
        label = null;
        if (encoded.Length > MaxCodePoints) return false;
        var delimiter = encoded.LastIndexOf('-');
        var output = new List<Rune>(encoded.Length);
        for (var i = 0; i < delimiter; i++) output.Add(new Rune(encoded[i]));
        long n = InitialN, at = 0;
        var bias = InitialBias;
        for (var read = delimiter + 1; read < encoded.Length;)
        {
            if (!TryReadNumber(encoded, ref read, bias, out var delta)) return false;
            var count = output.Count + 1;
            bias = Adapt(delta, count, isFirst: at == 0 && n == InitialN && output.Count == Math.Max(delimiter, 0));
            at += delta;
            n += at / count;
            at %= count;
            if (n > 0x10FFFF || !Rune.IsValid((int)n)) return false;
            output.Insert((int)at++, new Rune((int)n));
        }
        label = string.Concat(output);
        return label.Length > 0;
    }

    private static void AppendNumber(StringBuilder output, int number, int bias)
    {
        for (var k = Base; ; k += Base)
        {
            var t = Math.Clamp(k - bias, TMin, TMax);
            if (number < t) break;
            output.Append(Digit(t + ((number - t) % (Base - t))));
            number = (number - t) / (Base - t);
        }
        output.Append(Digit(number));
    }

    private static bool TryReadNumber(ReadOnlySpan<char> encoded, ref int read, int bias, out int number)
    {
        long value = 0, weight = 1;
        number = 0;
        for (var k = Base; read < encoded.Length; k += Base)
        {
            var digit = encoded[read++] switch
            {
                >= 'a' and <= 'z' and var c => c - 'a',
                >= '0' and <= '9' and var c => c - '0' + 26,
                _ => -1,
            };
            if (digit < 0) return false;
            value += digit * weight;
            // No code point at any place in a label needs more.
            if (value > 0x110000L * (MaxCodePoints + 1)) return false;
            var t = Math.Clamp(k - bias, TMin, TMax);
            if (digit < t)
            {
                number = (int)value;
                return true;
            }
            weight *= Base - t;
        }
        return false;
    }

    private static int Adapt(int delta, int count, bool isFirst)
    {
        delta = isFirst ? delta / Damp : delta / 2;
        delta += delta / count;
        var k = 0;
        for (; delta > (Base - TMin) * TMax / 2; k += Base) delta /= Base - TMin;
        return k + ((Base - TMin + 1) * delta / (delta + Skew));
    }

    private static char Digit(int value) => (char)(value < 26 ? 'a' + value : '0' + value - 26);
}
