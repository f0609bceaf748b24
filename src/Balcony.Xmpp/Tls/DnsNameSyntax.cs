// Domain names in certificates: one spelling, so that they compare by bytes.
using System.Buffers;
using System.Globalization;
using System.Text;

namespace Balcony.Xmpp.Tls;

internal static class DnsNameSyntax
{
    private const int MaxName = 253, MaxLabel = 63;

    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = false };

    // Letters, digits, hyphens, and the underscore that some have.
    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>A domain as A-labels in lower case (RFC 9525 §6.3 compares them so); null when it is none.</summary>
    public static string? ToAscii(string domain)
    {
        if (domain.Length is 0 or > 1_023) return null;
        var name = domain.EndsWith('.') ? domain[..^1] : domain;
        if (!Ascii.IsValid(name))
        {
            try
            {
                name = Idn.GetAscii(name);
            }
            catch (ArgumentException)
            {
                return null;
            }
        }
        name = name.ToLowerInvariant();
        return IsName(name) ? name : null;
    }

    /// <summary>A name as a certificate presents it, in lower case; null when nothing can match it.</summary>
    public static string? Presented(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > MaxName || !Ascii.IsValid(bytes)) return null;
        var name = Encoding.ASCII.GetString(bytes).ToLowerInvariant();
        return IsName(name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name) ? name : null;
    }

    // A wildcard anywhere else (f*.example.org) makes it no name.
    private static bool IsName(string name)
    {
        if (name.Length is 0 or > MaxName || name.AsSpan().ContainsAnyExcept(Characters)) return false;
        foreach (var label in name.AsSpan().Split('.'))
        {
            var (_, length) = label.GetOffsetAndLength(name.Length);
            if (length is 0 or > MaxLabel) return false;
        }
        return true;
    }
}
