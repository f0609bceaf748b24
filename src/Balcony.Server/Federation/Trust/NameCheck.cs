// Whether a certificate is a domain's (RFC 6120 §13.7.2.1), and whether those who issued it may say so.
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Tls;

namespace Balcony.Server.Federation.Trust;

/// <param name="Problem">Null: it is.</param>
/// <param name="Detail">By which name; or which names there are.</param>
internal sealed record NameOutcome(TrustProblem? Problem, string Detail);

internal static class NameCheck
{
    public static NameOutcome Check(PeerClaim claim, X509Certificate2 certificate, ChainResult chain)
    {
        var names = CertificateNames.Of(certificate);
        if (names.IsMalformed)
        {
            const string Malformed = "The certificate's names (subjectAltName) are malformed.";
            return new NameOutcome(new TrustProblem(TrustFault.Malformed, Malformed, TrustSentences.Reissue), Malformed);
        }
        var kind = names.Match(claim.Domain, CertificateNames.Server);
        if (kind == CertificateNameKind.None)
        {
            var has = names.Describe() + (HasCommonName(certificate, claim.Domain) ? ", and a common name, which does not count" : "");
            return new NameOutcome(new TrustProblem(TrustFault.WrongName, TrustSentences.WrongName(claim.Domain, has), TrustSentences.WrongNameFix(claim.Domain)), has);
        }
        if (kind != CertificateNameKind.IpId && CertificateNames.ToAscii(claim.Domain) is { } domain && NameConstraints.Refuses(chain.Path, domain) is { } authority)
        {
            var refusal = TrustSentences.NameConstraint(authority, claim.Domain);
            return new NameOutcome(new TrustProblem(TrustFault.NameConstraints, refusal, TrustSentences.Reissue), refusal);
        }
        return new NameOutcome(null, $"{Kind(kind)} {claim.Domain}");
    }

    /// <summary>Whether it has a host's name: only signed DNS says that the host is the domain's.</summary>
    public static bool IsForHost(X509Certificate2 certificate, string host) => CertificateNames.Of(certificate).Match(host, CertificateNames.Server) == CertificateNameKind.DnsId;

    private static string Kind(CertificateNameKind kind) => kind switch
    {
        CertificateNameKind.DnsId => "DNS-ID",
        CertificateNameKind.SrvId => "SRV-ID",
        CertificateNameKind.XmppAddr => "xmppAddr",
        _ => "IP-ID",
    };

    private static bool HasCommonName(X509Certificate2 certificate, string domain) =>
        certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false).Equals(domain, StringComparison.OrdinalIgnoreCase);
}
