// References in, references out: unescaping what was read, escaping what is written.
using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Balcony.Xmpp.Xml;

internal static class XmlEscapes
{
    private const int StackBytes = 512;

    private static readonly SearchValues<byte> AttributeMarkup = SearchValues.Create("&\t\n\r"u8);
    private static readonly SearchValues<byte> TextMarkup = SearchValues.Create("&\r<"u8);

    /// <summary>Resolves what stands between '&amp;' and ';': one of the five entities (XML 1.0 §4.6) or a character by its number.</summary>
    public static bool TryResolve(ReadOnlySpan<byte> name, out int value)
    {
        value = name switch
        {
            [(byte)'l', (byte)'t'] => '<',
            [(byte)'g', (byte)'t'] => '>',
            [(byte)'a', (byte)'m', (byte)'p'] => '&',
            [(byte)'a', (byte)'p', (byte)'o', (byte)'s'] => '\'',
            [(byte)'q', (byte)'u', (byte)'o', (byte)'t'] => '"',
            [(byte)'#', (byte)'x', .. var digits] => Number(digits, 16),
            [(byte)'#', .. var digits] => Number(digits, 10),
            _ => -1,
        };
        return value >= 0;
    }

    public static string Unescape(ReadOnlySpan<byte> raw, bool isAttribute)
    {
        byte[]? rented = null;
        var buffer = raw.Length <= StackBytes ? stackalloc byte[StackBytes] : rented = ArrayPool<byte>.Shared.Rent(raw.Length);
        var text = Encoding.UTF8.GetString(buffer[..Unescape(raw, buffer, isAttribute)]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return text;
    }

    /// <summary>Unescapes well-formed text or an attribute's value; the result is never longer.</summary>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> output, bool isAttribute)
    {
        var written = 0;
        var markup = isAttribute ? AttributeMarkup : TextMarkup;
        while (true)
        {
            var at = raw.IndexOfAny(markup);
            var plain = at < 0 ? raw : raw[..at];
            plain.CopyTo(output[written..]);
            written += plain.Length;
            if (at < 0)
                return written;
            raw = raw[at..];
            switch (raw[0])
            {
                case (byte)'&':
                    var end = raw.IndexOf((byte)';');
                    TryResolve(raw[1..end], out var value);
                    written += new Rune(value).EncodeToUtf8(output[written..]);
                    raw = raw[(end + 1)..];
                    break;
                case (byte)'<': // the only markup left in text is CDATA
                    raw = raw["<![CDATA["u8.Length..];
                    var close = raw.IndexOf("]]>"u8);
                    written += NormaliseLines(raw[..close], output[written..]);
                    raw = raw[(close + 3)..];
                    break;
                case (byte)'\r': // XML 1.0 §2.11: CR LF and CR are one line end; an attribute's line end is a space (§3.3.3)
                    output[written++] = isAttribute ? (byte)' ' : (byte)'\n';
                    raw = raw[(raw.Length > 1 && raw[1] == '\n' ? 2 : 1)..];
                    break;
                default:
                    output[written++] = (byte)' ';
                    raw = raw[1..];
                    break;
            }
        }
    }

    /// <summary>Writes text or an attribute's value (for single quotes). Forbidden characters and lone surrogates become U+FFFD.</summary>
    /// <param name="output">At least six times as many bytes as characters.</param>
    public static int Escape(ReadOnlySpan<char> text, Span<byte> output, SearchValues<char> special)
    {
        var written = 0;
        while (true)
        {
            var at = text.IndexOfAny(special);
            Utf8.FromUtf16(at < 0 ? text : text[..at], output[written..], out _, out var used);
            written += used;
            if (at < 0)
                return written;
            var replacement = Replacement(text[at]);
            replacement.CopyTo(output[written..]);
            written += replacement.Length;
            text = text[(at + 1)..];
        }
    }

    /// <summary>Escapes UTF-8 for an attribute in single quotes.</summary>
    public static byte[] EscapeAttribute(string value)
    {
        var buffer = new byte[6 * value.Length];
        return buffer[..Escape(value, buffer, AttributeSpecials)];
    }

    /// <summary>What can't stand as it is between single quotes. Tab and line ends would be read back as spaces.</summary>
    public static SearchValues<char> AttributeSpecials { get; } = Specials("&<>'\"\t\n\r");

    public static SearchValues<char> TextSpecials { get; } = Specials("&<>\r");

    private static SearchValues<char> Specials(string markup) =>
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r')), .. markup, '\uFFFE', '\uFFFF']);

    private static ReadOnlySpan<byte> Replacement(char c) => c switch
    {
        '&' => "&amp;"u8,
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '\'' => "&apos;"u8,
        '"' => "&quot;"u8,
        '\t' => "&#9;"u8,
        '\n' => "&#10;"u8,
        '\r' => "&#13;"u8,
        _ => "\uFFFD"u8,
    };

    private static int NormaliseLines(ReadOnlySpan<byte> raw, Span<byte> output)
    {
        var written = 0;
        while (raw.IndexOf((byte)'\r') is >= 0 and var at)
        {
            raw[..at].CopyTo(output[written..]);
            written += at;
            output[written++] = (byte)'\n';
            raw = raw[(at + 1 < raw.Length && raw[at + 1] == '\n' ? at + 2 : at + 1)..];
        }
        raw.CopyTo(output[written..]);
        return written + raw.Length;
    }

    private static int Number(ReadOnlySpan<byte> digits, int radix)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            var d = digit is >= (byte)'0' and <= (byte)'9' ? digit - '0'
                : (digit | 0x20) is >= 'a' and <= 'f' ? (digit | 0x20) - 'a' + 10
                : radix;
            if (d >= radix)
                return -1;
            value = Math.Min(value * radix + d, 0x110000); // more is no character either
        }
        return digits.IsEmpty ? -1 : value;
    }
}
