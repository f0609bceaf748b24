// What may stand before a stream's header: a byte order mark and an XML declaration (RFC 6120 §11.4, §11.5, §11.6).
using System.Text;
using Balcony.Xmpp.Streams;

namespace Balcony.Xmpp.Xml;

internal static class XmlDeclaration
{
    /// <summary>Longest declaration accepted.</summary>
    public const int MaxBytes = 256;

    /// <summary>Finds where the header or the whitespace before it begins.</summary>
    /// <returns>False when the bytes end too early to tell.</returns>
    public static bool TrySkip(ReadOnlySpan<byte> data, out int skipped)
    {
        skipped = 0;
        if (data.IsEmpty)
            return false;
        if (data[0] is 0xFE or 0xFF or 0)
            throw OtherEncoding(); // UTF-16 or UTF-32, with or without byte order mark (XML 1.0 appendix F)
        // RFC 6120 §11.6 wants no byte order mark sent; one that comes does no harm here.
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (data[0] == mark[0])
        {
            if (data.Length < mark.Length && mark.StartsWith(data))
                return false;
            if (data.StartsWith(mark))
                skipped = mark.Length;
        }
        var rest = data[skipped..];
        var start = "<?xml"u8;
        if (rest.Length <= start.Length && start.StartsWith(rest))
            return false;
        if (rest.Length > 1 && rest[0] == '<' && rest[1] == 0)
            throw OtherEncoding();
        if (!rest.StartsWith(start) || !XmlChars.IsSpace(rest[start.Length]))
            return true;
        var end = rest[..Math.Min(rest.Length, MaxBytes)].IndexOf((byte)'>');
        if (end < 0)
        {
            return rest.Length < MaxBytes ? false
                : throw new StreamException(StreamCondition.PolicyViolation, "XML declaration too long");
        }
        Check(rest[start.Length..end]);
        skipped += end + 1;
        return true;
    }

    // XML 1.0 §2.8: version, then maybe encoding, then maybe standalone.
    private static void Check(ReadOnlySpan<byte> declaration)
    {
        if (!declaration.EndsWith("?"u8))
            throw Malformed();
        var rest = declaration[..^1];
        if (!TryTake(ref rest, "version"u8, out var version) || version is not [(byte)'1', (byte)'.', _, ..] || version[2..].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            throw Malformed();
        if (TryTake(ref rest, "encoding"u8, out var encoding) && !Ascii.EqualsIgnoreCase(encoding, "utf-8"u8))
            throw OtherEncoding();
        if (TryTake(ref rest, "standalone"u8, out var standalone) && !standalone.SequenceEqual("yes"u8) && !standalone.SequenceEqual("no"u8))
            throw Malformed();
        if (!TrimStart(rest).IsEmpty)
            throw Malformed();
    }

    private static bool TryTake(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        var trimmed = TrimStart(rest);
        if (trimmed.Length == rest.Length || !trimmed.StartsWith(name))
            return false;
        trimmed = TrimStart(trimmed[name.Length..]);
        if (!trimmed.StartsWith("="u8))
            throw Malformed();
        trimmed = TrimStart(trimmed[1..]);
        if (trimmed.IsEmpty || trimmed[0] is not ((byte)'\'' or (byte)'"'))
            throw Malformed();
        var end = trimmed[1..].IndexOf(trimmed[0]);
        if (end < 0)
            throw Malformed();
        value = trimmed.Slice(1, end);
        rest = trimmed[(end + 2)..];
        return true;
    }

    private static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8);

    private static StreamException Malformed() => new(StreamCondition.NotWellFormed, "bad XML declaration");

    private static StreamException OtherEncoding() => new(StreamCondition.UnsupportedEncoding);
}
