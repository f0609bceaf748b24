// Durations as people write them: 4m, 1h30m, 500ms, 00:04:00.
using System.Buffers;
using System.Globalization;

namespace Balcony.Server.Hosting.Options;

public static class Durations
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("d", TimeSpan.FromDays(1)), ("h", TimeSpan.FromHours(1)), ("m", TimeSpan.FromMinutes(1)), ("s", TimeSpan.FromSeconds(1)),
        ("ms", TimeSpan.FromMilliseconds(1)),
    ];

    private static readonly SearchValues<char> NumberParts = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> UnitEnds = SearchValues.Create("0123456789. ");

    /// <summary>Numbers with units, the larger first and each once (<c>1d12h</c>, <c>1.5s</c>), <c>[d.]hh:mm:ss[.fff]</c>, or <c>0</c>.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        if (text == "0")
        {
            duration = TimeSpan.Zero;
            return true;
        }
        if (text.Contains(':', StringComparison.Ordinal)) return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out duration);
        return TryParseUnits(text, out duration);
    }

    /// <summary>The shortest text that <see cref="TryParse"/> reads as this duration.</summary>
    public static string Format(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero) return "0";
        var text = "";
        var rest = duration;
        foreach (var (unit, length) in Units)
        {
            var count = rest.Ticks / length.Ticks;
            if (count == 0) continue;
            text += count.ToString(CultureInfo.InvariantCulture) + unit;
            rest -= length * count;
        }
        return rest == TimeSpan.Zero ? text : duration.ToString("c", CultureInfo.InvariantCulture);
    }

    private static bool TryParseUnits(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var rest = text.AsSpan();
        var next = 0; // units come in order, so that 5m1h is a mistake and not 65 minutes
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept(NumberParts);
            if (digits <= 0 || !decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)) return false;
            rest = rest[digits..].TrimStart(' ');
            var letters = rest.IndexOfAny(UnitEnds);
            var unit = letters < 0 ? rest : rest[..letters];
            var index = IndexOf(unit);
            if (index < next || count > 1_000_000_000) return false;
            var ticks = count * Units[index].Length.Ticks;
            if (ticks > TimeSpan.MaxValue.Ticks / 4) return false;
            duration += TimeSpan.FromTicks((long)ticks);
            next = index + 1;
            rest = rest[unit.Length..].TrimStart(' ');
        }
        return next > 0;
    }

    private static int IndexOf(ReadOnlySpan<char> unit)
    {
        for (var i = 0; i < Units.Length; i++)
        {
            if (unit.SequenceEqual(Units[i].Unit)) return i;
        }
        return -1;
    }
}
