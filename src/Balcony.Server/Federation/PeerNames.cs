// A peer's domain as DNS, TLS and certificates have it.
using System.Globalization;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Federation;

internal static class PeerNames
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = false };

    /// <summary>With A-labels (RFC 5890 §2.3.2.1, RFC 6066 §3); what cannot be such a name, as it is.</summary>
    public static string ForDns(BareJid domain)
    {
        try
        {
            return System.Text.Ascii.IsValid(domain.Domain) ? domain.Domain : Idn.GetAscii(domain.Domain);
        }
        catch (ArgumentException)
        {
            return domain.Domain;
        }
    }
}
