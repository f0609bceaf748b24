// The envelope of certificates, CRLs and OCSP responses (body, algorithm, signature), and whether the signature is good.
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Xmpp.Tls;

/// <summary>What X.509 puts around everything that is signed.</summary>
/// <param name="Body">What was signed, with its tag and length.</param>
/// <param name="Algorithm">How.</param>
/// <param name="Signature">The signature's bytes.</param>
public readonly record struct SignedDer(ReadOnlyMemory<byte> Body, SignatureAlgorithm Algorithm, ReadOnlyMemory<byte> Signature)
{
    /// <summary>Reads a whole certificate or CRL.</summary>
    /// <exception cref="AsnContentException">It is something else.</exception>
    public static SignedDer Read(ReadOnlyMemory<byte> der)
    {
        var reader = new AsnReader(der, AsnEncodingRules.DER);
        var inner = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        var signed = Read(inner);
        inner.ThrowIfNotEmpty();
        return signed;
    }

    /// <summary>Reads the three parts and leaves what follows them.</summary>
    /// <exception cref="AsnContentException">They are something else.</exception>
    public static SignedDer Read(AsnReader sequence)
    {
        var body = sequence.ReadEncodedValue();
        var algorithm = SignatureAlgorithm.Read(sequence.ReadEncodedValue());
        var signature = sequence.ReadBitString(out var unused);
        if (unused != 0) throw new AsnContentException();
        return new SignedDer(body, algorithm, signature);
    }

    /// <summary>Whether the key made the signature, with a hash that still says something.</summary>
    public bool IsSignedBy(PublicKey key)
    {
        if (!Algorithm.IsStrong || Algorithm.Hash is not { } hash) return false;
        try
        {
            switch (Algorithm.Kind)
            {
                case SignatureKind.Rsa or SignatureKind.RsaPss:
                    using (var rsa = key.GetRSAPublicKey())
                    {
                        var padding = Algorithm.Kind == SignatureKind.Rsa ? RSASignaturePadding.Pkcs1 : RSASignaturePadding.Pss;
                        return rsa is not null && rsa.VerifyData(Body.Span, Signature.Span, hash, padding);
                    }
                case SignatureKind.Ecdsa:
                    using (var ecdsa = key.GetECDsaPublicKey())
                    {
                        return ecdsa is not null && ecdsa.VerifyData(Body.Span, Signature.Span, hash, DSASignatureFormat.Rfc3279DerSequence);
                    }
                default:
                    return false;
            }
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
