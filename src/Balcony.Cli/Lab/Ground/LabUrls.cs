// The addresses that certificates of the lab name. Literal addresses: what is tested is the fetching, not another resolver.
using System.Net;

namespace Balcony.Cli.Lab.Ground;

/// <param name="web">The lab's web server.</param>
/// <param name="refusing">Where nobody listens.</param>
internal sealed class LabUrls(IPEndPoint web, IPEndPoint refusing)
{
    public const string CrlPath = "/crl/intermediate.crl";
    public const string ForgedCrlPath = "/crl/forged.crl";
    public const string OutdatedCrlPath = "/crl/outdated.crl";
    public const string HugeCrlPath = "/crl/huge.crl";
    public const string RootCrlPath = "/crl/root.crl";
    public const string EcCrlPath = "/crl/ec.crl";
    public const string OcspPath = "/ocsp";
    public const string RootOcspPath = "/ocsp/root";
    public const string EcOcspPath = "/ocsp/ec";
    public const string ForgedOcspPath = "/ocsp/forged";
    public const string OutdatedOcspPath = "/ocsp/outdated";
    public const string SilentOcspPath = "/ocsp/silent";
    public const string IssuerPath = "/intermediate.cer";

    public string Web => $"http://{web}";

    public string RootCrl => Web + RootCrlPath;

    public string RootOcsp => Web + RootOcspPath;

    public string Issuer => Web + IssuerPath;

    /// <summary>Null when the certificate names none.</summary>
    public string? Crl(LabCertificate kind) => kind switch
    {
        LabCertificate.OcspOnly or LabCertificate.RevokedByOcsp or LabCertificate.OcspUnknown or LabCertificate.OcspForged
            or LabCertificate.OcspOutdated or LabCertificate.OcspDown or LabCertificate.OcspSilent => null,
        LabCertificate.CrlDown => $"http://{refusing}{CrlPath}",
        LabCertificate.CrlForged => Web + ForgedCrlPath,
        LabCertificate.CrlOutdated => Web + OutdatedCrlPath,
        LabCertificate.CrlHuge => Web + HugeCrlPath,
        LabCertificate.Ecdsa => Web + EcCrlPath,
        _ => Web + CrlPath,
    };

    /// <summary>Null when the certificate names none.</summary>
    public string? Ocsp(LabCertificate kind) => kind switch
    {
        LabCertificate.CrlOnly or LabCertificate.RevokedByCrl or LabCertificate.CrlDown or LabCertificate.CrlForged or LabCertificate.CrlOutdated
            or LabCertificate.CrlHuge => null,
        LabCertificate.OcspDown => $"http://{refusing}{OcspPath}",
        LabCertificate.OcspForged => Web + ForgedOcspPath,
        LabCertificate.OcspOutdated => Web + OutdatedOcspPath,
        LabCertificate.OcspSilent => Web + SilentOcspPath,
        LabCertificate.Ecdsa => Web + EcOcspPath,
        _ => Web + OcspPath,
    };
}
