// Numbers of bytes as people write them: 65536, 64KiB, 256kB.
using System.Globalization;

namespace Balcony.Server.Hosting.Options;

public static class Sizes
{
    private static readonly (string Unit, long Bytes)[] Units =
    [
        ("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10), ("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000), ("B", 1),
    ];

    /// <summary>A whole number, alone or with a unit: B, kB, MB, GB are powers of 1,000, KiB, MiB, GiB of 1,024.</summary>
    public static bool TryParse(string text, out long bytes)
    {
        foreach (var (unit, length) in Units)
        {
            if (!text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) continue;
            return TryParseNumber(text.AsSpan(0, text.Length - unit.Length).TrimEnd(' '), out bytes) && TryScale(ref bytes, length);
        }
        return TryParseNumber(text, out bytes);
    }

    /// <summary>In the largest unit that leaves a whole number.</summary>
    public static string Format(long bytes)
    {
        foreach (var (unit, length) in Units)
        {
            if (length > 1 && bytes != 0 && bytes % length == 0) return (bytes / length).ToString(CultureInfo.InvariantCulture) + unit;
        }
        return bytes.ToString(CultureInfo.InvariantCulture);
    }

    private static bool TryParseNumber(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryScale(ref long number, long by)
    {
        if (number > long.MaxValue / by) return false;
        number *= by;
        return true;
    }
}
