// Certificates made in the test: one that passes, and as many as wanted that differ from it in one property.
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Server.Tests.Federation;

/// <summary>What a certificate is to be like; the defaults pass.</summary>
internal sealed record Wanted
{
    public string Subject { get; init; } = "CN=capulet.example";

    public AsymmetricAlgorithm? Key { get; init; }

    public DateTimeOffset From { get; init; } = TestAuthority.Now - TimeSpan.FromDays(30);

    public DateTimeOffset Until { get; init; } = TestAuthority.Now + TimeSpan.FromDays(60);

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    public RSASignaturePadding? Padding { get; init; }

    public bool IsAuthority { get; init; }

    public int? PathLength { get; init; }

    public X509KeyUsageFlags? Usage { get; init; } = X509KeyUsageFlags.DigitalSignature;

    public string[] Purposes { get; init; } = [TestAuthority.ServerAuth, TestAuthority.ClientAuth];

    public byte[]? Names { get; init; } = SanOf.Dns("capulet.example");

    public X509Extension[] More { get; init; } = [];
}

/// <summary>An authority, and what it issues. Keeps its certificates until it is disposed.</summary>
internal sealed class TestAuthority : IDisposable
{
    public const string ServerAuth = "1.3.6.1.5.5.7.3.1", ClientAuth = "1.3.6.1.5.5.7.3.2", OcspSigning = "1.3.6.1.5.5.7.3.9";

    public static readonly DateTimeOffset Now = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly AsymmetricAlgorithm _key;

    private TestAuthority(X509Certificate2 certificate, AsymmetricAlgorithm key)
    {
        Certificate = certificate;
        _key = key;
    }

    public X509Certificate2 Certificate { get; }

    public X509SignatureGenerator Signer => SignerOf(_key, null);

    public static TestAuthority Root(string name = "CN=Test Root", Wanted? wanted = null)
    {
        var want = wanted ?? new Wanted();
        want = want with { Subject = name, IsAuthority = true, Usage = X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, Purposes = [], Names = null };
        var key = want.Key ?? ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(want, key);
        return new TestAuthority(request.Create(new X500DistinguishedName(name), SignerOf(key, want.Padding), want.From - TimeSpan.FromDays(400), want.Until + TimeSpan.FromDays(4_000), Serial()), key);
    }

    public TestAuthority Intermediate(string name = "CN=Test Intermediate", Func<Wanted, Wanted>? change = null)
    {
        var wanted = new Wanted
        {
            Subject = name,
            IsAuthority = true,
            Usage = X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign,
            Purposes = [],
            Names = null,
            From = Now - TimeSpan.FromDays(100),
            Until = Now + TimeSpan.FromDays(1_000),
        };
        if (change is not null) wanted = change(wanted);
        var key = wanted.Key ?? ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new TestAuthority(Issue(wanted with { Key = key }), key);
    }

    /// <summary>Without its private key: what a peer is seen with.</summary>
    public X509Certificate2 Issue(Wanted wanted)
    {
        using var made = wanted.Key is null ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : null;
        var request = Request(wanted, wanted.Key ?? made!);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, true, false));
        return request.Create(Certificate.SubjectName, SignerOf(_key, wanted.Padding, wanted.Hash), wanted.From, wanted.Until, Serial());
    }

    public static X509Certificate2 SelfSigned(Wanted wanted)
    {
        var key = wanted.Key ?? ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Request(wanted, key).Create(new X500DistinguishedName(wanted.Subject), SignerOf(key, wanted.Padding), wanted.From, wanted.Until, Serial());
    }

    /// <summary>A CRL of all of its certificates.</summary>
    public byte[] RevocationList(DateTimeOffset thisUpdate, DateTimeOffset nextUpdate, params X509Certificate2[] revoked)
    {
        var builder = new CertificateRevocationListBuilder();
        foreach (var certificate in revoked) builder.AddEntry(certificate, thisUpdate - TimeSpan.FromDays(1), X509RevocationReason.KeyCompromise);
        return builder.Build(
            Certificate.SubjectName, Signer, 1, nextUpdate, HashAlgorithmName.SHA256, X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, true, false), thisUpdate);
    }

    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
    }

    internal static byte[] Serial() => [0x11, .. RandomNumberGenerator.GetBytes(11)];

    private static X509SignatureGenerator SignerOf(AsymmetricAlgorithm key, RSASignaturePadding? padding, HashAlgorithmName hash = default) =>
        hash == HashAlgorithmName.SHA1 ? new Sha1Generator(key, padding == RSASignaturePadding.Pss) : key is RSA rsa
        ? X509SignatureGenerator.CreateForRSA(rsa, padding ?? RSASignaturePadding.Pkcs1)
        : X509SignatureGenerator.CreateForECDsa((ECDsa)key);

    private static CertificateRequest Request(Wanted wanted, AsymmetricAlgorithm key)
    {
        var name = new X500DistinguishedName(wanted.Subject);
        var request = key is RSA rsa
            ? new CertificateRequest(name, rsa, wanted.Hash, wanted.Padding ?? RSASignaturePadding.Pkcs1)
            : new CertificateRequest(name, (ECDsa)key, wanted.Hash);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(wanted.IsAuthority, wanted.PathLength is not null, wanted.PathLength ?? 0, critical: true));
        if (wanted.Usage is { } usage) request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        if (wanted.Purposes.Length > 0) request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([.. wanted.Purposes.Select(oid => new Oid(oid))], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        if (wanted.Names is { } names) request.CertificateExtensions.Add(new X509Extension("2.5.29.17", names, critical: false));
        foreach (var extension in wanted.More)
        {
            if (request.CertificateExtensions.FirstOrDefault(other => other.Oid?.Value == extension.Oid?.Value) is { } replaced) request.CertificateExtensions.Remove(replaced);
            request.CertificateExtensions.Add(extension);
        }
        return request;
    }
}

#pragma warning disable CA5350 // what must be refused has to be made first
/// <summary>The runtime signs certificates with SHA-1 no more.</summary>
internal sealed class Sha1Generator(AsymmetricAlgorithm key, bool isPss) : X509SignatureGenerator
{
    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) => SanOf.Write(writer =>
    {
        writer.WriteObjectIdentifier(key is ECDsa ? "1.2.840.10045.4.1" : isPss ? "1.2.840.113549.1.1.10" : "1.2.840.113549.1.1.5");
        if (key is ECDsa) return;
        // RSASSA-PSS without parameters is SHA-1 (RFC 4055 3.1).
        if (isPss) writer.PushSequence().Dispose();
        else writer.WriteNull();
    });

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key is RSA rsa
        ? rsa.SignData(data, HashAlgorithmName.SHA1, isPss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1)
        : ((ECDsa)key).SignData(data, HashAlgorithmName.SHA1, DSASignatureFormat.Rfc3279DerSequence);

    protected override PublicKey BuildPublicKey() => new(key);
}
#pragma warning restore CA5350

/// <summary>Extensions in DER.</summary>
internal static class SanOf
{
    private const string SrvName = "1.3.6.1.5.5.7.8.7", XmppAddr = "1.3.6.1.5.5.7.8.5";

    public static byte[] Dns(params string[] names) => Write(writer =>
    {
        foreach (var name in names) writer.WriteCharacterString(UniversalTagNumber.IA5String, name, new Asn1Tag(TagClass.ContextSpecific, 2));
    });

    public static byte[] Srv(params string[] names) => Write(writer =>
    {
        foreach (var name in names) Other(writer, SrvName, UniversalTagNumber.IA5String, name);
    });

    public static byte[] Xmpp(params string[] names) => Write(writer =>
    {
        foreach (var name in names) Other(writer, XmppAddr, UniversalTagNumber.UTF8String, name);
    });

    public static byte[] Write(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence()) write(writer);
        return writer.Encode();
    }

    public static void Other(AsnWriter writer, string type, UniversalTagNumber encoding, string value)
    {
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0))) writer.WriteCharacterString(encoding, value);
        }
    }

    /// <summary>nameConstraints: only this domain and what is below it.</summary>
    public static X509Extension OnlyBelow(string domain) => new(
        "2.5.29.30",
        Write(writer =>
        {
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            using (writer.PushSequence())
            {
                writer.WriteCharacterString(UniversalTagNumber.IA5String, domain, new Asn1Tag(TagClass.ContextSpecific, 2));
            }
        }),
        critical: true);

    /// <summary>cRLDistributionPoints.</summary>
    public static X509Extension ListsAt(string address) => CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([address]);

    /// <summary>authorityInfoAccess with an OCSP responder.</summary>
    public static X509Extension AsksAt(string address) => new X509AuthorityInformationAccessExtension([address], []);
}
