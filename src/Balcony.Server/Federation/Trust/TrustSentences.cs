// What the operator reads. Names in certificates were written by strangers: they are shortened and printed without control characters.
using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Server.Federation.Trust;

internal static class TrustSentences
{
    private const int LongestName = 120;

    public const string Reissue = "The peer's operator needs a new certificate from an authority that follows today's rules.";
    public const string SelfSigned = "The certificate is signed by itself, and nobody vouches for it.";
    public const string SelfSignedFix =
        "The peer's operator needs a certificate from a public authority, such as Let's Encrypt.";
    public const string UntrustedFix =
        "If the authority is one of your own, name its certificate under hosts:NAME:trust; otherwise the peer's operator needs a certificate from a public authority.";
    public const string IncompleteFix =
        "The peer's operator must serve the whole chain (fullchain.pem, not cert.pem). If the issuer is an authority of your own, name it under hosts:NAME:trust.";
    public const string NotYetValidFix = "One of the two clocks is wrong, or the certificate was put in place too early. Look at the clock here first.";
    public const string ExpiredFix = "The peer's operator must renew the certificate, and have the server load the new one.";
    public const string ExpiredIssuerFix = "The peer's operator must serve the authority's current intermediate certificates: renewing with the ACME client does that.";
    public const string WeakKeyFix = "The peer's operator needs a certificate with a key of RSA 2048 bits or more, or EC P-256.";
    public const string NoDaneAuthority = "No certificate that the peer sent is the authority that its TLSA records name.";
    public const string DaneFix = "The peer's operator must bring the TLSA records and the certificate in line: publish the new record before the certificate is changed.";

    public const string NoDaneFix = "The peer's operator must sign the domain and the hosts of its SRV records (DNSSEC) and publish TLSA records; or this peer's policy must ask for less.";
    public const string BogusFix = "The peer's operator must mend the signatures of the zone; delv or dnsviz.net show where they break.";
    public const string LookupFix = "If this happens with all peers, look at this machine's resolver.";
    public const string PoshFix = "The peer's operator must write the certificate's fingerprint into the POSH file, or remove the file.";
    public const string NoSource = "it names nobody who could be asked";
    public const string RevokedFix = "The peer's operator needs a new certificate with a new key.";
    public const string RevocationUnknownFix =
        "If the responder is reachable from elsewhere, look at this machine's firewall (outgoing HTTP); revocation: soft-fail lets the certificate pass meanwhile.";

    /// <summary>A fix, and what to do until then.</summary>
    public static string Exception(string? fix, string domain, string key) =>
        $"{fix} Until then, if you know that the key is theirs: balcony federation pin {Xmpp.Tls.CertificateNames.ToAscii(domain) ?? domain} {key} --until DAY.";

    public static string WrongUsageFix(bool isOutgoing) => isOutgoing
        ? "The peer's operator needs a certificate for TLS servers (serverAuth)."
        : "The peer's operator needs a certificate for TLS servers or clients (serverAuth, clientAuth).";

    /// <summary>What a certificate is called: its subject, or a number.</summary>
    public static string NameOf(X509Certificate2 certificate) =>
        Quoted(certificate.Subject.Length > 0 ? certificate.Subject : $"serial number {certificate.SerialNumber}");

    public static string Quoted(string text)
    {
        var shown = text.Length > LongestName ? text[..LongestName] + "…" : text;
        return $"'{string.Concat(shown.Select(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? '?' : c))}'";
    }

    public static string Unreadable(string reason) => $"The certificate cannot be read or used ({Quoted(reason)}).";

    public static string Distrusted(X509Certificate2 root) => $"The authority {NameOf(root)} is distrusted by this system.";

    public static string UntrustedRoot(X509Certificate2 root) => $"The chain ends at {NameOf(root)}, which is no authority that this host believes.";

    public static string UnknownIssuer(X509Certificate2 last) =>
        $"The chain ends at {NameOf(last)}; its issuer {Quoted(last.Issuer)} was not sent and is no authority that this host believes.";

    public static string Incomplete(X509Certificate2 leaf) =>
        $"The certificate was issued by {Quoted(leaf.Issuer)}, whose certificate the peer did not send and this host does not have.";

    public static string OtherKey(X509Certificate2 last) =>
        $"{NameOf(last)} was issued by {Quoted(last.Issuer)}; the peer sent a certificate of that name, but with another key.";

    public static string BadSignature(X509Certificate2 certificate) => $"The signature of {NameOf(certificate)} is not its issuer's.";

    public static string NotYetValid(X509Certificate2 certificate, bool isLeaf) =>
        $"{Which(certificate, isLeaf)} is not valid before {Time(certificate.NotBefore)}.";

    public static string Expired(X509Certificate2 certificate, bool isLeaf) => $"{Which(certificate, isLeaf)} expired on {Time(certificate.NotAfter)}.";

    public static string NameConstraints(X509Certificate2 certificate) => $"An authority on the chain may not vouch for the names in {NameOf(certificate)}.";

    public static string NameConstraint(X509Certificate2 authority, string domain) => $"The authority {NameOf(authority)} may not vouch for {Quoted(domain)}.";

    public static string PathLength(X509Certificate2 certificate) => $"The chain is longer than an authority on it allows (at {NameOf(certificate)}).";

    public static string NoAuthority(X509Certificate2 certificate) => $"{NameOf(certificate)} issued a certificate and is no authority.";

    public static string UnknownExtension(X509Certificate2 certificate) => $"{NameOf(certificate)} has a critical extension that this server does not know.";

    public static string WeakKey(X509Certificate2 certificate, string key) => $"The key of {NameOf(certificate)} is too weak: {key}.";

    public static string WeakSignature(X509Certificate2 certificate, string algorithm) => $"{NameOf(certificate)} is signed with {algorithm}, which can be forged.";

    public static string WrongUsage(X509Certificate2 certificate, bool isOutgoing) =>
        $"{NameOf(certificate)} is not for TLS {(isOutgoing ? "servers" : "servers or clients")}: its extended key usage says otherwise.";

    public static string NoHandshake(X509Certificate2 certificate) => $"The key usage of {NameOf(certificate)} does not allow TLS.";

    public static string WrongName(string domain, string names) => $"The certificate is not for {Quoted(domain)}; it has {names}.";

    public static string WrongNameFix(string domain) =>
        $"The peer's operator needs a certificate with {Quoted(domain)} among its names (subjectAltName); the common name alone does not count.";

    public static string Revoked(string name, string detail) => $"{name} was revoked: {detail}.";

    public static string RevocationUnknown(string name, string detail) => $"Whether {name} was revoked could not be found out: {detail}.";

    private static string Which(X509Certificate2 certificate, bool isLeaf) =>
        isLeaf ? "The certificate" : $"The certificate of the authority {NameOf(certificate)}";

    public static string Time(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) => Time(time.UtcDateTime);
}
