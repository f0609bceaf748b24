// A certificate of the lab with its key, in the two forms that are needed: PEM for programs, objects for ours.
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Cli.Lab.Ground;

/// <summary>What a peer shows in the handshake.</summary>
/// <param name="Certificate">The peer's own, without its key.</param>
/// <param name="Presented">What follows it on the wire, in this order.</param>
/// <param name="KeyPem">PKCS #8.</param>
internal sealed record LabIdentity(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Presented, string KeyPem)
{
    /// <summary>The certificates as they are sent.</summary>
    public string ChainPem => string.Join('\n', Presented.Prepend(Certificate).Select(certificate => certificate.ExportCertificatePem())) + "\n";
}
