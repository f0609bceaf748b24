// How something was signed, and whether that still says something.
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Xmpp.Tls;

/// <summary>The kind of key that a signature is made with.</summary>
public enum SignatureKind
{
    Unknown,
    Rsa,
    RsaPss,
    Ecdsa,
    EdDsa,
}

/// <summary>An algorithm that certificates, CRLs and OCSP responses are signed with.</summary>
/// <param name="Kind">The kind of key.</param>
/// <param name="Hash">Null where the kind has none of its own to choose, or it is not known.</param>
/// <param name="Name">For people.</param>
/// <param name="IsStrong">Neither MD5 nor SHA-1, nor anything that is not known.</param>
public sealed record SignatureAlgorithm(SignatureKind Kind, HashAlgorithmName? Hash, string Name, bool IsStrong)
{
    private const string Pss = "1.2.840.113549.1.1.10";
    private const string Sha1 = "1.3.14.3.2.26";

    private static readonly Dictionary<string, SignatureAlgorithm> Known = new()
    {
        ["1.2.840.113549.1.1.2"] = new(SignatureKind.Rsa, null, "RSA with MD2", false),
        ["1.2.840.113549.1.1.4"] = new(SignatureKind.Rsa, HashAlgorithmName.MD5, "RSA with MD5", false),
        ["1.2.840.113549.1.1.5"] = new(SignatureKind.Rsa, HashAlgorithmName.SHA1, "RSA with SHA-1", false),
        ["1.3.14.3.2.29"] = new(SignatureKind.Rsa, HashAlgorithmName.SHA1, "RSA with SHA-1", false),
        ["1.2.840.113549.1.1.11"] = new(SignatureKind.Rsa, HashAlgorithmName.SHA256, "RSA with SHA-256", true),
        ["1.2.840.113549.1.1.12"] = new(SignatureKind.Rsa, HashAlgorithmName.SHA384, "RSA with SHA-384", true),
        ["1.2.840.113549.1.1.13"] = new(SignatureKind.Rsa, HashAlgorithmName.SHA512, "RSA with SHA-512", true),
        ["1.2.840.10045.4.1"] = new(SignatureKind.Ecdsa, HashAlgorithmName.SHA1, "ECDSA with SHA-1", false),
        ["1.2.840.10045.4.3.2"] = new(SignatureKind.Ecdsa, HashAlgorithmName.SHA256, "ECDSA with SHA-256", true),
        ["1.2.840.10045.4.3.3"] = new(SignatureKind.Ecdsa, HashAlgorithmName.SHA384, "ECDSA with SHA-384", true),
        ["1.2.840.10045.4.3.4"] = new(SignatureKind.Ecdsa, HashAlgorithmName.SHA512, "ECDSA with SHA-512", true),
        ["1.3.101.112"] = new(SignatureKind.EdDsa, null, "Ed25519", true),
        ["1.3.101.113"] = new(SignatureKind.EdDsa, null, "Ed448", true),
    };

    private static readonly Dictionary<string, HashAlgorithmName> Hashes = new()
    {
        [Sha1] = HashAlgorithmName.SHA1,
        ["2.16.840.1.101.3.4.2.1"] = HashAlgorithmName.SHA256,
        ["2.16.840.1.101.3.4.2.2"] = HashAlgorithmName.SHA384,
        ["2.16.840.1.101.3.4.2.3"] = HashAlgorithmName.SHA512,
    };

    /// <summary>How a certificate is signed; what cannot be read is not strong.</summary>
    public static SignatureAlgorithm Of(X509Certificate2 certificate)
    {
        try
        {
            return SignedDer.Read(certificate.RawDataMemory).Algorithm;
        }
        catch (AsnContentException)
        {
            return new SignatureAlgorithm(SignatureKind.Unknown, null, "something that cannot be read", false);
        }
    }

    /// <param name="identifier">An AlgorithmIdentifier.</param>
    /// <exception cref="AsnContentException">It is something else.</exception>
    public static SignatureAlgorithm Read(ReadOnlyMemory<byte> identifier)
    {
        var reader = new AsnReader(identifier, AsnEncodingRules.DER).ReadSequence();
        var oid = reader.ReadObjectIdentifier();
        if (oid == Pss) return ReadPss(reader);
        return Known.TryGetValue(oid, out var known) ? known : new SignatureAlgorithm(SignatureKind.Unknown, null, oid, false);
    }

    // RFC 4055 §3.1: everything may be left out, and then the hash is SHA-1.
    private static SignatureAlgorithm ReadPss(AsnReader identifier)
    {
        var oid = Sha1;
        if (identifier.HasData)
        {
            var parameters = identifier.ReadSequence();
            var hashTag = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
            if (parameters.HasData && parameters.PeekTag() == hashTag) oid = parameters.ReadSequence(hashTag).ReadSequence().ReadObjectIdentifier();
        }
        return Hashes.TryGetValue(oid, out var hash)
            ? new SignatureAlgorithm(SignatureKind.RsaPss, hash, $"RSA-PSS with {hash.Name}", oid != Sha1)
            : new SignatureAlgorithm(SignatureKind.RsaPss, null, $"RSA-PSS with {oid}", false);
    }
}
