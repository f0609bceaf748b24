// Servers that face clients: what a client must not log in to.
using Balcony.Cli.Lab.Ground;

namespace Balcony.Cli.Lab.Peers;

internal static partial class LabCatalogue
{
    private const string ClientGood = "client-good";

    private static LabPeerSpec[] Clients =>
    [
        Facing(ClientGood, LabCertificate.Good, passes: true, "A server for clients as it should be", "RFC 6120 §5, §6") with { Control = null },
        Facing("client-no-tls", LabCertificate.Good, passes: false, "Offers clients no TLS", "RFC 7590 §3.1") with { Tls = LabTlsOffer.None },
        Facing("client-tls-1-0", LabCertificate.Good, passes: false, "TLS 1.0 and nothing newer for clients", "RFC 8996 §2") with { Tls = LabTlsOffer.Tls10 },
        Facing("client-tls-1-1", LabCertificate.Good, passes: false, "TLS 1.1 and nothing newer for clients", "RFC 8996 §2") with { Tls = LabTlsOffer.Tls11 },
        Facing("client-expired", LabCertificate.Expired, passes: false, "Its certificate has run out", "RFC 5280 §6.1.3"),
        Facing("client-not-yet-valid", LabCertificate.NotYetValid, passes: false, "Its certificate is not valid yet", "RFC 5280 §6.1.3"),
        Facing("client-self-signed", LabCertificate.SelfSigned, passes: false, "Its certificate vouches for itself", "RFC 6120 §13.7.2"),
        Facing("client-untrusted-ca", LabCertificate.UntrustedCa, passes: false, "Its certificate is from an authority that nobody trusts", "RFC 5280 §6.1.1"),
        Facing("client-missing-intermediate", LabCertificate.MissingIntermediate, passes: false, "Does not send the intermediate", "RFC 8446 §4.4.2"),
        Facing("client-wrong-name", LabCertificate.WrongName, passes: false, "Its certificate is for another domain", "RFC 9525 §6"),
        Facing("client-common-name-only", LabCertificate.CommonNameOnly, passes: false, "The domain is in the common name only", "RFC 9525 §2"),
        Facing("client-wildcard", LabCertificate.Wildcard, passes: true, "DNS-ID with * for the first label", "RFC 9525 §6.3"),
        Facing("client-short-key", LabCertificate.ShortKey, passes: false, "RSA of 1024 bits", "RFC 9325 §4.5"),
        Facing("client-sha-1", LabCertificate.Sha1Signature, passes: false, "Signed with SHA-1", "RFC 9155"),
        Facing("client-revoked-by-crl", LabCertificate.RevokedByCrl, passes: false, "Taken back by a CRL", "RFC 5280 §6.3"),
        Facing("client-revoked-by-ocsp", LabCertificate.RevokedByOcsp, passes: false, "Taken back by OCSP", "RFC 6960 §2.2"),
        Facing("client-ecdsa", LabCertificate.Ecdsa, passes: true, "P-256 all the way up", "RFC 8446 §9.1"),
    ];

    private static LabPeerSpec Facing(string name, LabCertificate certificate, bool passes, string summary, string reference) => new()
    {
        Name = name,
        Control = ClientGood,
        Service = LabService.Client,
        Certificate = certificate,
        Summary = summary,
        Reference = reference,
        Outbound = new LabExpectation(passes),
        Directions = LabDirections.Outbound,
    };
}
