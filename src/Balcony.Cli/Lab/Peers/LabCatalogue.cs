// Every peer of the lab. Who is bad is so in one way, and names the control that is good in every other.
using Balcony.Cli.Lab.Ground;

namespace Balcony.Cli.Lab.Peers;

internal static partial class LabCatalogue
{
    /// <summary>The control of all that say nothing else.</summary>
    public const string Good = "good";

    public static IReadOnlyList<LabPeerSpec> All { get; } =
    [
        new()
        {
            Name = Good, Summary = "A server as it should be: TLS 1.2 and 1.3, a certificate with its chain, EXTERNAL",
            Reference = "RFC 6120 §5, §6, XEP-0178 §3", Outbound = LabExpectation.Pass(),
        },
        .. Tls, .. Certificates, .. Revocation, .. Names, .. Dane, .. Posh, .. Authentication, .. Multiplexing, .. Stanzas, .. Management, .. Headers, .. Faults, .. Clients,
    ];

    /// <summary>What the XSF's interoperability events of 2010 asked, as far as their report says: an iq answered with TLS required, the
    /// certificates verified in full, and a set of servers that are known to be bad; for servers and for clients.</summary>
    public static IReadOnlySet<string> Events2010 { get; } = new HashSet<string>
    {
        Good, "no-tls", "expired", "not-yet-valid", "self-signed", "untrusted-ca", "missing-intermediate", "wrong-name", "common-name-only",
        "srv-id", "srv-id-wrong-service", "xmpp-addr", "wildcard", "revoked-by-crl", "crl", "revoked-by-ocsp", "ocsp", "dialback", "dialback-forged",
        "header-stream-namespace", "header-content-namespace", "header-to", "header-no-version",
        "client-good", "client-no-tls", "client-expired", "client-self-signed", "client-untrusted-ca", "client-wrong-name", "client-revoked-by-crl",
    };

    public static LabPeerSpec? Find(string name) => All.FirstOrDefault(peer => peer.Name == name);

    private static LabExpectation Pass => LabExpectation.Pass();

    private static LabPeerSpec Bad(string name, LabCertificate certificate, string fault, string summary, string reference) => new()
    {
        Name = name,
        Control = Good,
        Certificate = certificate,
        Summary = summary,
        Reference = reference,
        Outbound = LabExpectation.Fail(fault),
    };

    private static LabPeerSpec Fine(string name, LabCertificate certificate, string summary, string reference) => new()
    {
        Name = name,
        Control = Good,
        Certificate = certificate,
        Summary = summary,
        Reference = reference,
        Outbound = Pass,
    };
}
