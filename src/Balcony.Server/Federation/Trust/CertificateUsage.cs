// What a certificate may be used for. Public authorities no longer issue clientAuth: a peer that connects shows the certificate that it serves with.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Server.Federation.Trust;

internal static class CertificateUsage
{
    private const string ServerAuth = "1.3.6.1.5.5.7.3.1", ClientAuth = "1.3.6.1.5.5.7.3.2", OcspSigning = "1.3.6.1.5.5.7.3.9", Any = "2.5.29.37.0";

    /// <summary>Whether its extended key usage lets it stand for a server: one that we connected to, or one that connected to us.</summary>
    public static bool MayServe(X509Certificate2 certificate, bool isOutgoing)
    {
        var usages = Usages(certificate);
        return usages is null || usages.Contains(Any) || usages.Contains(ServerAuth) || (!isOutgoing && usages.Contains(ClientAuth));
    }

    /// <summary>RFC 6960 §4.2.2.2: said outright, anyExtendedKeyUsage is not enough.</summary>
    public static bool MaySignOcsp(X509Certificate2 certificate) => Usages(certificate)?.Contains(OcspSigning) == true;

    /// <summary>Whether its key may take part in a TLS handshake.</summary>
    public static bool MayHandshake(X509Certificate2 certificate) => Allows(
        certificate, X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.KeyAgreement);

    public static bool MayIssue(X509Certificate2 certificate) => Allows(certificate, X509KeyUsageFlags.KeyCertSign);

    public static bool MaySignCrls(X509Certificate2 certificate) => Allows(certificate, X509KeyUsageFlags.CrlSign);

    private static bool Allows(X509Certificate2 certificate, X509KeyUsageFlags flags) =>
        certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is not { } usage || (usage.KeyUsages & flags) != 0;

    private static List<string>? Usages(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault()?.EnhancedKeyUsages.Cast<Oid>().Select(usage => usage.Value ?? "").ToList();
}
