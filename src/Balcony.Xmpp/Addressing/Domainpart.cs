// RFC 7622 §3.2: the domainpart is a domain name in U-labels, an IPv4 address, or an IPv6 address in brackets.
using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Balcony.Xmpp.Addressing;

internal static class Domainpart
{
    private static readonly SearchValues<char> IPv6Characters = SearchValues.Create("0123456789abcdefABCDEF:.");

    public static bool TryPrepare(string text, [NotNullWhen(true)] out string? prepared)
    {
        prepared = null;
        // §3.2: a final dot, in any of its forms, is no part of the name.
        if (text.Length > 0 && text[^1] is '.' or '\u3002' or '\uFF0E' or '\uFF61') text = text[..^1];
        if (text.Length == 0) return false;
        if (text[0] == '[') prepared = PrepareIPv6(text);
        else if (IsPlainAscii(text)) prepared = text.ToLowerInvariant(); // also an IPv4 address: its numbers are labels like others
        else if (CodePoints.AreCharacters(text)) prepared = PrepareName(text);
        return prepared is not null;
    }

    // RFC 5952 gives an IPv6 address one spelling, so that equal addresses have equal bytes.
    private static string? PrepareIPv6(string text)
    {
        if (text.Length < 4 || text[^1] != ']') return null;
        var inner = text.AsSpan(1, text.Length - 2);
        // A zone ("%eth0") means something on one machine only.
        if (inner.ContainsAnyExcept(IPv6Characters) || !IPAddress.TryParse(inner, out var address)) return null;
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : null;
    }

    private static bool IsPlainAscii(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var dot = text.IndexOf('.');
            if (!IsPlainLabel(dot < 0 ? text : text[..dot])) return false;
            if (dot < 0) return true;
            text = text[(dot + 1)..];
        }
    }

    // RFC 5890 §2.3.1, NR-LDH labels: letters, digits and hyphens, no hyphen first or last, none that mark an encoding.
    private static bool IsPlainLabel(ReadOnlySpan<char> label)
    {
        if (label.Length is 0 or > Idna.MaxLabelBytes || label[0] == '-' || label[^1] == '-') return false;
        if (label.Length >= 4 && label[2] == '-' && label[3] == '-') return false;
        foreach (var c in label)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-') return false;
        }
        return true;
    }

    private static string? PrepareName(string text)
    {
        // RFC 5895 §2: width and case are mapped, the ideographic full stop separates labels.
        var mapped = Idna.MapCase(CharacterMapping.MapWidth(text)).Normalize(NormalizationForm.FormC).Replace('\u3002', '.');
        var labels = mapped.Split('.');
        for (var i = 0; i < labels.Length; i++)
        {
            if (PrepareLabel(labels[i]) is not { } label) return null;
            labels[i] = label;
        }
        // RFC 5893 §1.4: one label from right to left makes it a Bidi domain name, and the rule applies to all labels.
        return labels.Any(label => BidiRule.HasRightToLeft(label)) && !labels.All(label => BidiRule.Allows(label))
            ? null : string.Join('.', labels);
    }

    private static string? PrepareLabel(string label)
    {
        if (label.Length == 0) return null;
        if (!Ascii.IsValid(label)) return Idna.IsULabel(label) ? label : null;
        if (!label.StartsWith(Idna.Prefix, StringComparison.Ordinal)) return IsPlainLabel(label) ? label : null;
        return Idna.TryDecode(label, out var uLabel) ? uLabel : null;
    }
}
