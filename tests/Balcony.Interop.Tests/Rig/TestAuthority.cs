// A throw-away certificate authority: clients trust its certificate, servers get one from it for their host.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Interop.Tests.Rig;

internal sealed class TestAuthority : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public TestAuthority()
    {
        var request = new CertificateRequest("CN=Balcony test authority", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _certificate = request.CreateSelfSigned(Yesterday, Yesterday.AddDays(30));
    }

    public string CertificatePem => _certificate.ExportCertificatePem();

    /// <summary>Certificates are for both sides of TLS; public authorities make them for servers only.</summary>
    public bool IsForClients { get; init; }

    private static DateTimeOffset Yesterday => TimeProvider.System.GetUtcNow().AddDays(-1);

    /// <summary>Writes ca.pem, cert.pem and key.pem for <paramref name="host"/> into <paramref name="folder"/>.</summary>
    public void WriteFor(string host, string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        // Where its rooms are.
        names.AddDnsName($"conference.{host}");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(
            [new Oid("1.3.6.1.5.5.7.3.1"), .. IsForClients ? [new Oid("1.3.6.1.5.5.7.3.2")] : Array.Empty<Oid>()], false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var certificate = request.Create(_certificate, Yesterday, Yesterday.AddDays(20), RandomNumberGenerator.GetBytes(16));

        File.WriteAllText(Path.Combine(folder, "ca.pem"), CertificatePem);
        File.WriteAllText(Path.Combine(folder, "cert.pem"), certificate.ExportCertificatePem());
        var keyFile = Path.Combine(folder, "key.pem");
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        File.SetUnixFileMode(keyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }
}
