// Whether a certificate's key is one that nobody else can find out.
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Xmpp.Tls;

/// <summary>The strength of certificates' keys. Any thread may call; nothing throws.</summary>
public static class KeyStrength
{
    private const int LeastRsaBits = 2_048, MostRsaBits = 16_384;
    private const string Rsa = "1.2.840.113549.1.1.1", RsaPss = "1.2.840.113549.1.1.10", Ec = "1.2.840.10045.2.1", Ed25519 = "1.3.101.112", Ed448 = "1.3.101.113";

    private static readonly Dictionary<string, string> Curves = new()
    {
        ["1.2.840.10045.3.1.7"] = "P-256",
        ["1.3.132.0.34"] = "P-384",
        ["1.3.132.0.35"] = "P-521",
        ["1.3.36.3.3.2.8.1.1.7"] = "brainpoolP256r1",
        ["1.3.36.3.3.2.8.1.1.11"] = "brainpoolP384r1",
        ["1.3.36.3.3.2.8.1.1.13"] = "brainpoolP512r1",
    };

    /// <summary>What the key is, for people: <c>RSA 2048 bits</c>.</summary>
    public static string Describe(X509Certificate2 certificate) => Judge(certificate).Description;

    /// <summary>What the key is, and whether it is strong enough: RSA of 2,048 to 16,384 bits, a usual curve of 256 bits or more, Ed25519 or Ed448.</summary>
    public static (string Description, bool IsStrong) Judge(X509Certificate2 certificate)
    {
        try
        {
            return certificate.PublicKey.Oid.Value switch
            {
                Rsa or RsaPss => JudgeRsa(certificate),
                Ec => JudgeCurve(certificate.PublicKey.EncodedParameters?.RawData ?? []),
                Ed25519 => ("Ed25519", true),
                Ed448 => ("Ed448", true),
                var other => ($"a key of a kind that is not known ({other})", false),
            };
        }
        catch (Exception fault) when (fault is CryptographicException or AsnContentException or NotSupportedException)
        {
            return ("a key that cannot be read", false);
        }
    }

    private static (string, bool) JudgeRsa(X509Certificate2 certificate)
    {
        // Not through a provider's key object: SubjectPublicKeyInfo says the size, whatever the provider thinks of it.
        var key = new AsnReader(certificate.PublicKey.EncodedKeyValue.RawData, AsnEncodingRules.DER).ReadSequence();
        var bits = (int)key.ReadInteger().GetBitLength();
        var exponent = key.ReadInteger();
        if (exponent < 3 || exponent.IsEven) return ($"RSA with the exponent {exponent}", false);
        return ($"RSA {bits} bits", bits is >= LeastRsaBits and <= MostRsaBits);
    }

    private static (string, bool) JudgeCurve(byte[] parameters)
    {
        var reader = new AsnReader(parameters, AsnEncodingRules.DER);
        // RFC 5480 §2.1.1: a named curve, always. A curve that is written out may be any (CVE-2020-0601).
        if (reader.PeekTag() != Asn1Tag.ObjectIdentifier) return ("an elliptic curve without a name", false);
        var oid = reader.ReadObjectIdentifier();
        return Curves.TryGetValue(oid, out var name) ? ($"EC {name}", true) : ($"EC on a curve that is too small or unusual ({oid})", false);
    }
}
