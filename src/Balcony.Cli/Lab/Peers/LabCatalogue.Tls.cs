// Peers that are special in their TLS.
using Balcony.Cli.Lab.Ground;

namespace Balcony.Cli.Lab.Peers;

internal static partial class LabCatalogue
{
    private static LabPeerSpec[] Tls =>
    [
        Of("no-tls", LabTlsOffer.None, LabExpectation.Fail("NoTls"), "Knows no TLS", "RFC 6120 §5.2, RFC 7590 §3.1"),
        Of("tls-1-0", LabTlsOffer.Tls10, LabExpectation.Fail("TlsFailed"), "TLS 1.0 and nothing newer", "RFC 8996 §2"),
        Of("tls-1-1", LabTlsOffer.Tls11, LabExpectation.Fail("TlsFailed"), "TLS 1.1 and nothing newer", "RFC 8996 §2"),
        Of("tls-1-2", LabTlsOffer.Tls12, Pass, "TLS 1.2 and nothing newer", "RFC 9325 §3.1.1"),
        Of("tls-1-3", LabTlsOffer.Tls13, Pass, "TLS 1.3 and nothing older", "RFC 9325 §3.1.1"),
        Of("starttls-only", LabTlsOffer.StartTlsOnly, Pass, "Has no TLS from the first byte, and its DNS does not say so", "RFC 6120 §5.4"),
        Of("direct-tls-only", LabTlsOffer.DirectOnly, Pass, "TLS from the first byte only, by _xmpps-server", "XEP-0368 §2"),
        Of("direct-tls-no-alpn", LabTlsOffer.DirectOnly, Pass, "TLS from the first byte, without ALPN", "XEP-0368 §2") with
        {
            Control = "direct-tls-only", Script = "no-alpn",
        },
    ];

    private static LabPeerSpec Of(string name, LabTlsOffer tls, LabExpectation expected, string summary, string reference) => new()
    {
        Name = name,
        Control = Good,
        Tls = tls,
        Summary = summary,
        Reference = reference,
        Outbound = expected,
    };
}
