// Peers that are special in their certificate.
using Balcony.Cli.Lab.Ground;

namespace Balcony.Cli.Lab.Peers;

internal static partial class LabCatalogue
{
    private static LabPeerSpec[] Certificates =>
    [
        // Validity and chain
        Bad("expired", LabCertificate.Expired, "Expired", "Its certificate has run out", "RFC 5280 §6.1.3"),
        Bad("not-yet-valid", LabCertificate.NotYetValid, "NotYetValid", "Its certificate is not valid yet", "RFC 5280 §6.1.3"),
        Bad("self-signed", LabCertificate.SelfSigned, "SelfSigned", "Its certificate vouches for itself", "RFC 6120 §13.7.2"),
        Bad("untrusted-ca", LabCertificate.UntrustedCa, "UntrustedRoot", "Its certificate is from an authority that nobody trusts", "RFC 5280 §6.1.1"),
        Bad("missing-intermediate", LabCertificate.MissingIntermediate, "IncompleteChain", "Does not send the intermediate", "RFC 8446 §4.4.2"),
        Bad("issued-by-leaf", LabCertificate.IssuedByLeaf, "WrongUsage", "Its issuer is no authority", "RFC 5280 §4.2.1.9"),
        Bad("name-constraints", LabCertificate.NameConstraints, "NameConstraints", "Its authority may not vouch for this name", "RFC 5280 §4.2.1.10"),

        // Names
        Bad("wrong-name", LabCertificate.WrongName, "WrongName", "Its certificate is for another domain", "RFC 9525 §6"),
        Bad("common-name-only", LabCertificate.CommonNameOnly, "WrongName", "The domain is in the subject's common name only", "RFC 9525 §2"),
        Bad("srv-id-wrong-service", LabCertificate.SrvIdWrongService, "WrongName", "SRV-ID of another service only", "RFC 4985 §2"),
        Bad("wildcard-below", LabCertificate.WildcardBelow, "WrongName", "DNS-ID *.DOMAIN, which DOMAIN is not", "RFC 9525 §6.3"),
        Bad("wildcard-partial", LabCertificate.WildcardPartial, "WrongName", "DNS-ID with * in the middle of a label", "RFC 9525 §6.3"),
        Fine("srv-id", LabCertificate.SrvId, "SRV-ID _xmpp-server.DOMAIN only", "RFC 6120 §13.7.1.2, RFC 4985"),
        Fine("xmpp-addr", LabCertificate.XmppAddrOnly, "id-on-xmppAddr only", "RFC 6120 §13.7.1.4"),
        Fine("wildcard", LabCertificate.Wildcard, "DNS-ID with * for the first label", "RFC 9525 §6.3"),

        // Usages
        Fine("server-auth-only", LabCertificate.ServerAuthOnly, "May be used by servers only, as public authorities issue them now", "RFC 6120 §13.7.1.2"),
        Fine("no-usages", LabCertificate.NoUsages, "Says nothing about its usages", "RFC 5280 §4.2.1.12"),
        Bad("client-auth-only", LabCertificate.ClientAuthOnly, "WrongUsage", "May be used by clients only", "RFC 5280 §4.2.1.12") with
        {
            // As the one that connects it is the TLS client, which is what the certificate allows.
            Directions = LabDirections.Outbound,
        },

        // Strength
        Bad("short-key", LabCertificate.ShortKey, "WeakKey", "RSA of 1024 bits", "RFC 9325 §4.5"),
        Bad("sha-1", LabCertificate.Sha1Signature, "WeakSignature", "Signed with SHA-1", "RFC 9155, RFC 9325 §4.5"),
        Fine("ecdsa", LabCertificate.Ecdsa, "P-256 all the way up", "RFC 8446 §9.1"),
        Fine("ed25519", LabCertificate.Ed25519, "A key of Ed25519", "RFC 8410, RFC 8446 §4.2.3"),
        Fine("rsa-pss", LabCertificate.PssSignature, "Signed with RSASSA-PSS", "RFC 4055 §1.2, RFC 8446 §4.2.3"),
    ];

    private static LabPeerSpec[] Revocation =>
    [
        Fine("crl", LabCertificate.CrlOnly, "Names a CRL, and is not in it", "RFC 5280 §6.3"),
        Revoked("revoked-by-crl", "crl", LabCertificate.RevokedByCrl, "Revoked", "Taken back by a CRL", "RFC 5280 §6.3"),
        Fine("ocsp", LabCertificate.OcspOnly, "Names an OCSP responder, which says good", "RFC 6960 §2.2"),
        Revoked("revoked-by-ocsp", "ocsp", LabCertificate.RevokedByOcsp, "Revoked", "Taken back by OCSP", "RFC 6960 §2.2"),

        // Nobody can say: who fails hard refuses them, who fails softly does not.
        Unknown("ocsp-down", "ocsp", LabCertificate.OcspDown, "The OCSP responder is down", "RFC 6960 §A.1"),
        Unknown("ocsp-silent", "ocsp", LabCertificate.OcspSilent, "The OCSP responder never answers", "RFC 6960 §A.1"),
        Unknown("ocsp-forged", "ocsp", LabCertificate.OcspForged, "The OCSP answer is signed by somebody else", "RFC 6960 §3.2"),
        Unknown("ocsp-outdated", "ocsp", LabCertificate.OcspOutdated, "The OCSP answer has run out", "RFC 6960 §3.2"),
        Unknown("ocsp-unknown", "ocsp", LabCertificate.OcspUnknown, "The OCSP responder does not know the certificate", "RFC 6960 §2.2"),
        Unknown("crl-down", "crl", LabCertificate.CrlDown, "Nobody has the CRL", "RFC 5280 §6.3.3"),
        Unknown("crl-forged", "crl", LabCertificate.CrlForged, "The CRL is signed by somebody else", "RFC 5280 §6.3.3"),
        Unknown("crl-outdated", "crl", LabCertificate.CrlOutdated, "The CRL has run out", "RFC 5280 §6.3.3"),
        Unknown("crl-huge", "crl", LabCertificate.CrlHuge, "The CRL is larger than anybody should fetch", "RFC 5280 §8"),
    ];

    private static LabPeerSpec Revoked(string name, string control, LabCertificate certificate, string fault, string summary, string reference) =>
        Bad(name, certificate, fault, summary, reference) with { Control = control };

    private static LabPeerSpec Unknown(string name, string control, LabCertificate certificate, string summary, string reference) =>
        Fine(name, certificate, summary, reference) with { Control = control };
}
