// The certificate revocation lists of a lab (RFC 5280 §5), right and wrong.
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Cli.Lab.Ground;

internal static class LabCrl
{
    // Twelve megabytes.
    private const int HugeEntries = 300_000;

    /// <param name="about">Whose certificates the list is about.</param>
    /// <param name="by">Who signs; another than <paramref name="about"/> is a forger.</param>
    public static byte[] Make(LabIssuer about, LabIssuer by, IEnumerable<string> serials, DateTimeOffset now)
    {
        var builder = new CertificateRevocationListBuilder();
        foreach (var serial in serials) builder.AddEntry(Convert.FromHexString(serial), now.AddHours(-1), X509RevocationReason.KeyCompromise);
        return builder.Build(
            about.Certificate.SubjectName, by.Generator, BigInteger.One, now.AddDays(1), HashAlgorithmName.SHA256,
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(about.Certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false), now.AddMinutes(-5));
    }

    public static byte[] MakeHuge(LabIssuer about, DateTimeOffset now) => Make(
        about, about, Enumerable.Range(0, HugeEntries).Select(i => "40" + i.ToString("X30", CultureInfo.InvariantCulture)), now);
}
