// The order of texts that all engines agree on: that of their UTF-8 bytes.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Storage;

/// <summary>Ordinal order of UTF-16 puts U+E000..U+FFFF behind the supplementary planes; UTF-8, SQLite and PostgreSQL's "C" put them before.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        var same = left.CommonPrefixLength(right);
        if (same == left.Length || same == right.Length) return left.Length - right.Length;
        return Rank(left[same]) - Rank(right[same]);
    }

    public static int Compare(BareJid left, BareJid right) => left.Utf8.SequenceCompareTo(right.Utf8);

    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x2000 : unit >= '\uE000' ? unit - 0x800 : unit;
}
