// One authority of the lab: a certificate with its key, and the certificates that it signs.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Cli.Lab.Ground;

/// <param name="certificate">Without its key.</param>
/// <param name="generator">Signs with its key.</param>
internal sealed class LabIssuer(X509Certificate2 certificate, X509SignatureGenerator generator)
{
    private const int SerialBytes = 16;

    public X509Certificate2 Certificate => certificate;

    public X509SignatureGenerator Generator => generator;

    /// <summary>Nothing is checked: bad certificates are made here, too.</summary>
    public X509Certificate2 Sign(LabRequest request, X509SignatureGenerator? by = null)
    {
        var made = new CertificateRequest(new X500DistinguishedName(request.Subject), request.Key, HashAlgorithmName.SHA256);
        foreach (var extension in request.Extensions) made.CertificateExtensions.Add(extension);
        made.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.Key, critical: false));
        made.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        return made.Create(certificate.SubjectName, by ?? generator, request.NotBefore, request.NotAfter, NewSerial());
    }

    /// <summary>Signs itself.</summary>
    public static X509Certificate2 SignOwn(LabRequest request, X509SignatureGenerator generator)
    {
        var name = new X500DistinguishedName(request.Subject);
        var made = new CertificateRequest(name, request.Key, HashAlgorithmName.SHA256);
        foreach (var extension in request.Extensions) made.CertificateExtensions.Add(extension);
        made.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.Key, critical: false));
        return made.Create(name, generator, request.NotBefore, request.NotAfter, NewSerial());
    }

    private static byte[] NewSerial()
    {
        var serial = RandomNumberGenerator.GetBytes(SerialBytes);
        serial[0] = (byte)(serial[0] & 0x7f | 0x40); // positive, and in its shortest form (X.690 §8.3)
        return serial;
    }
}

/// <summary>What is to be certified.</summary>
internal sealed record LabRequest(string Subject, PublicKey Key, DateTimeOffset NotBefore, DateTimeOffset NotAfter, IReadOnlyList<X509Extension> Extensions);
