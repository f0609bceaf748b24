// The keys of a lab. RSA keys take long to make, so peers share one: they differ in what their row of the table says, and in nothing else.
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Cli.Lab.Ground;

/// <param name="Public">As it goes into a certificate.</param>
/// <param name="Pem">PKCS #8.</param>
/// <param name="Signs">Signs certificates; null for a key that .NET cannot use.</param>
internal sealed record LabKey(PublicKey Public, string Pem, X509SignatureGenerator? Signs)
{
    private const int Ed25519Type = 1087; // NID_ED25519
    private const int Ed25519Bytes = 32;
    private const string Ed25519 = "1.3.101.112"; // RFC 8410 §3

    public static LabKey NewRsa(int bits = 2048)
    {
        var rsa = RSA.Create(bits);
        var signs = X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1);
        return new LabKey(signs.PublicKey, rsa.ExportPkcs8PrivateKeyPem(), signs) { Rsa = rsa };
    }

    public static LabKey NewEc()
    {
        var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signs = X509SignatureGenerator.CreateForECDsa(ec);
        return new LabKey(signs.PublicKey, ec.ExportPkcs8PrivateKeyPem(), signs);
    }

    /// <summary>.NET has no Ed25519; OpenSSL tells the public key, and the lab's TLS uses it.</summary>
    public static unsafe LabKey NewEd25519()
    {
        var (secret, open) = (RandomNumberGenerator.GetBytes(Ed25519Bytes), new byte[Ed25519Bytes]);
        fixed (byte* from = secret, to = open)
        {
            var key = LabOpenSsl.NewRawKey(Ed25519Type, 0, from, Ed25519Bytes);
            nuint length = Ed25519Bytes;
            LabTlsException.ThrowIf(key == 0 || LabOpenSsl.GetRawPublicKey(key, to, &length) != 1, "Ed25519");
            LabOpenSsl.FreeKey(key);
        }
        var inner = new AsnWriter(AsnEncodingRules.DER);
        inner.WriteOctetString(secret); // RFC 8410 §7: CurvePrivateKey
        var pkcs8 = new AsnWriter(AsnEncodingRules.DER);
        using (pkcs8.PushSequence())
        {
            pkcs8.WriteInteger(0);
            using (pkcs8.PushSequence()) pkcs8.WriteObjectIdentifier(Ed25519);
            pkcs8.WriteOctetString(inner.Encode());
        }
        // Without parameters: they are absent, not NULL (RFC 8410 §3).
        var info = new AsnWriter(AsnEncodingRules.DER);
        using (info.PushSequence())
        {
            using (info.PushSequence()) info.WriteObjectIdentifier(Ed25519);
            info.WriteBitString(open);
        }
        return new LabKey(PublicKey.CreateFromSubjectPublicKeyInfo(info.Encode(), out _), PemEncoding.WriteString("PRIVATE KEY", pkcs8.Encode()), null);
    }

    public RSA? Rsa { get; private init; }
}
