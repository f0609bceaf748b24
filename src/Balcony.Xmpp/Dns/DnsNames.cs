// Names in the DNS: as text (A-labels, lower case, no final dot) and on the wire.
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Balcony.Xmpp.Addressing;

namespace Balcony.Xmpp.Dns;

/// <summary>How a domain of XMPP becomes a name that can be asked for.</summary>
public static class DnsNames
{
    /// <summary>RFC 1035 §3.1, with the root's length.</summary>
    internal const int MaxWireBytes = 255;

    private const int MaxLabelBytes = 63;

    /// <summary>The name to ask for: U-labels become A-labels by the rules of addresses (RFC 7622 §3.2, IDNA2008), leading <c>_service</c> labels stay.</summary>
    /// <returns>False for what cannot be a name in the DNS: addresses, empty or long labels, characters of no host.</returns>
    public static bool TryPrepare(string? text, [NotNullWhen(true)] out string? name)
    {
        name = null;
        if (string.IsNullOrEmpty(text) || TryAddress(text, out _)) return false;
        if (text == ".") name = text;
        else name = Ascii.IsValid(text) ? PrepareAscii(text) : PrepareUnicode(text);
        return name is not null;
    }

    /// <summary>The address that stands in a domain's place: IPv4, or IPv6 with or without brackets.</summary>
    public static bool TryAddress(string text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        if (text.Length > 2 && text[0] == '[' && text[^1] == ']')
            return IPAddress.TryParse(text.AsSpan(1, text.Length - 2), out address) && address.AddressFamily == AddressFamily.InterNetworkV6;
        if (text.Contains(':', StringComparison.Ordinal)) return IPAddress.TryParse(text, out address);
        // IPAddress also takes "127.1" and "0x7f000001", which are names here.
        return text.Count(c => c == '.') == 3 && text.All(c => char.IsAsciiDigit(c) || c == '.') && IPAddress.TryParse(text, out address);
    }

    /// <summary>It may be a host: letters, digits and hyphens (RFC 952, RFC 1123 §2.1), underscores as some hosts have them, and no address.</summary>
    internal static bool IsHost(string name) => name != "." && !TryAddress(name, out _)
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static string? PrepareAscii(string text)
    {
        if (text[^1] == '.') text = text[..^1];
        foreach (var label in text.Split('.'))
        {
            if (label.Length is 0 or > MaxLabelBytes) return null;
            foreach (var c in label)
            {
                if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')) return null;
            }
        }
        // A length byte before each label, and the root's.
        return text.Length + 2 <= MaxWireBytes ? text.ToLowerInvariant() : null;
    }

    private static string? PrepareUnicode(string text)
    {
        var service = 0;
        while (service < text.Length && text[service] == '_' && text.IndexOf('.', service) is > 0 and var dot) service = dot + 1;
        if (!Domainpart.TryPrepare(text[service..], out var domain)) return null;
        var labels = domain.Split('.');
        for (var i = 0; i < labels.Length; i++)
        {
            if (Ascii.IsValid(labels[i])) continue;
            if (!Punycode.TryEncode(labels[i], out var encoded)) return null;
            labels[i] = Idna.Prefix + encoded;
        }
        var name = text[..service] + string.Join('.', labels);
        return Ascii.IsValid(name) ? PrepareAscii(name) : null;
    }

    /// <summary>Writes a prepared name.</summary>
    internal static int Write(string name, Span<byte> to)
    {
        var at = 0;
        if (name != ".")
        {
            foreach (var label in name.Split('.'))
            {
                to[at++] = (byte)label.Length;
                at += Encoding.ASCII.GetBytes(label, to[at..]);
            }
        }
        to[at++] = 0;
        return at;
    }

    /// <summary>Reads a name, following compression (RFC 1035 §4.1.4). <paramref name="at"/> ends behind it.</summary>
    /// <returns>False for what is cut off, too long, or points anywhere but backwards.</returns>
    internal static bool TryRead(ReadOnlySpan<byte> message, ref int at, out string name)
    {
        var text = new StringBuilder();
        name = "";
        int here = at, length = 1, limit = at;
        var hasJumped = false;
        while (true)
        {
            if (here >= message.Length) return false;
            var size = message[here];
            if (size == 0) break;
            if (size >= 0xC0)
            {
                if (here + 1 >= message.Length) return false;
                var target = ((size & 0x3F) << 8) | message[here + 1];
                if (!hasJumped) at = here + 2;
                hasJumped = true;
                // Each jump goes before everything read so far, so that there is an end.
                if (target >= limit) return false;
                here = limit = target;
                continue;
            }
            // The two other bits have no meaning (RFC 6891 §5).
            if (size > MaxLabelBytes || here + 1 + size > message.Length) return false;
            length += 1 + size;
            if (length > MaxWireBytes) return false;
            if (text.Length > 0) text.Append('.');
            AppendLabel(text, message.Slice(here + 1, size));
            here += 1 + size;
        }
        if (!hasJumped) at = here + 1;
        name = text.Length == 0 ? "." : text.ToString();
        return true;
    }

    // RFC 4343 §2.1: what is no plain character is escaped, so that no label can look like two.
    private static void AppendLabel(StringBuilder text, ReadOnlySpan<byte> label)
    {
        foreach (var b in label)
        {
            if (b is > (byte)' ' and < 0x7F and not ((byte)'.' or (byte)'\\')) text.Append(char.ToLowerInvariant((char)b));
            else text.Append('\\').Append(b.ToString("D3", System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
