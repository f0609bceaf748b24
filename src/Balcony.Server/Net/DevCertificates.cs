// Throw-away certificates, so that a first run speaks TLS.
using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Server.Net;

/// <param name="Created">False if they were there already.</param>
/// <param name="Hint">How to have clients trust them, for people to read.</param>
public sealed record DevCertificateFiles(string AuthorityPath, HostCertificateFiles Host, bool Created, string Hint);

/// <summary>
/// A CA and one certificate for the hosts of a development server. The CA's key is never written: whoever trusts the CA trusts this one
/// certificate, and nothing that a reader of the files could sign.
/// </summary>
public static class DevCertificates
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromDays(397);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(7);

    /// <summary>Makes the files in <paramref name="folder"/>, or uses those that are there while they are valid and name the hosts.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static DevCertificateFiles Ensure(string folder, IReadOnlyList<string> hosts, TimeProvider clock)
    {
        Directory.CreateDirectory(folder);
        var authority = Path.Combine(folder, "dev-ca.pem");
        var files = new HostCertificateFiles(hosts[0], Path.Combine(folder, "dev-cert.pem"), Path.Combine(folder, "dev-key.pem"));
        var isUsable = File.Exists(authority) && IsUsable(files, hosts, clock.GetUtcNow());
        if (!isUsable) Create(authority, files, hosts, clock.GetUtcNow());
        return new DevCertificateFiles(authority, files, !isUsable, Hint(authority));
    }

    private static string Hint(string authority) =>
        $"""
        Certificates for development, signed by {authority}. To have clients trust them:
          one program   SSL_CERT_FILE={authority} PROGRAM
          Debian        cp {authority} /usr/local/share/ca-certificates/balcony-dev.crt && update-ca-certificates
        """;

    private static bool IsUsable(HostCertificateFiles files, IReadOnlyList<string> hosts, DateTimeOffset now)
    {
        try
        {
            var certificate = HostCertificate.Load(files.CertificatePath, files.KeyPath);
            return now < certificate.NotAfter - RenewBefore && hosts.All(host => certificate.Leaf.MatchesHostname(host));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    private static void Create(string authorityPath, HostCertificateFiles files, IReadOnlyList<string> hosts, DateTimeOffset now)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var authority = CreateAuthority(authorityKey, now);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var leaf = CreateLeaf(authority, key, hosts, now);
        File.WriteAllText(authorityPath, authority.ExportCertificatePem() + "\n");
        WriteSecret(files.KeyPath, key.ExportPkcs8PrivateKeyPem() + "\n");
        File.WriteAllText(files.CertificatePath, leaf.ExportCertificatePem() + "\n");
    }

    private static X509Certificate2 CreateAuthority(ECDsa key, DateTimeOffset now)
    {
        // The serial number keeps two runs' CAs apart in a trust store.
        var serial = Convert.ToHexString(RandomNumberGenerator.GetBytes(4));
        var request = new CertificateRequest($"CN=Balcony development CA {serial}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(now - TimeSpan.FromDays(1), now + ValidFor);
    }

    private static X509Certificate2 CreateLeaf(X509Certificate2 authority, ECDsa key, IReadOnlyList<string> hosts, DateTimeOffset now)
    {
        const string ServerAuthentication = "1.3.6.1.5.5.7.3.1", ClientAuthentication = "1.3.6.1.5.5.7.3.2";
        var request = new CertificateRequest($"CN={hosts[0]}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication), new Oid(ClientAuthentication)], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        request.CertificateExtensions.Add(SubjectAlternativeNames(hosts));
        return request.Create(authority, now - TimeSpan.FromDays(1), now + ValidFor, RandomNumberGenerator.GetBytes(16));
    }

    // RFC 6120 §13.7.1.2: a host's names are DNS-ID, SRV-ID and xmppAddr; the loopback addresses are for tools that connect by number.
    private static X509Extension SubjectAlternativeNames(IReadOnlyList<string> hosts)
    {
        const string XmppAddr = "1.3.6.1.5.5.7.8.5", SrvName = "1.3.6.1.5.5.7.8.7", Extension = "2.5.29.17";
        var dnsName = new Asn1Tag(TagClass.ContextSpecific, 2);
        var ipAddress = new Asn1Tag(TagClass.ContextSpecific, 7);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var host in hosts)
            {
                var ascii = new System.Globalization.IdnMapping().GetAscii(host);
                writer.WriteCharacterString(UniversalTagNumber.IA5String, ascii, dnsName);
                WriteOtherName(writer, SrvName, UniversalTagNumber.IA5String, $"_xmpp-client.{ascii}");
                WriteOtherName(writer, SrvName, UniversalTagNumber.IA5String, $"_xmpp-server.{ascii}");
                WriteOtherName(writer, XmppAddr, UniversalTagNumber.UTF8String, host);
            }
            writer.WriteOctetString(IPAddress.Loopback.GetAddressBytes(), ipAddress);
            writer.WriteOctetString(IPAddress.IPv6Loopback.GetAddressBytes(), ipAddress);
        }
        return new X509Extension(Extension, writer.Encode(), critical: false);
    }

    private static void WriteOtherName(AsnWriter writer, string type, UniversalTagNumber encoding, string value)
    {
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0))) writer.WriteCharacterString(encoding, value);
        }
    }

    private static void WriteSecret(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.Delete(path); // an older file would keep its mode
        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }
}
