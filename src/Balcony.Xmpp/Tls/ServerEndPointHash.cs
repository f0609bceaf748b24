// RFC 5929 §4.1: the hash of the server's certificate, by the hash of its own signature.
using System.Formats.Asn1;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Xmpp.Tls;

// SslStream's own binding is wrong on the server: it throws, or hashes the client's certificate.
internal static class ServerEndPointHash
{
    private const string Pss = "1.2.840.113549.1.1.10";

    // One entry for each certificate in use; it goes with the certificate.
    private static readonly ConditionalWeakTable<X509Certificate2, byte[]> Known = [];

    /// <summary>Of a certificate that many connections present: computed once.</summary>
    public static byte[]? OfOwn(X509Certificate2 certificate)
    {
        if (Known.TryGetValue(certificate, out var hash)) return hash;
        hash = Of(certificate);
        if (hash is not null) Known.AddOrUpdate(certificate, hash);
        return hash;
    }

    /// <returns>Null where the RFC defines none: the signature has no hash, several, or one that we can't compute.</returns>
    public static byte[]? Of(X509Certificate2 certificate)
    {
        var algorithm = certificate.SignatureAlgorithm.Value;
        var hash = algorithm == Pss ? OfPss(certificate.RawData) : OfSignature(algorithm);
        return hash is { } name ? CryptographicOperations.HashData(name, certificate.RawData) : null;
    }

    // MD5 and SHA-1 are replaced by SHA-256.
    private static HashAlgorithmName? OfSignature(string? algorithm) => algorithm switch
    {
        "1.2.840.113549.1.1.4" or "1.2.840.113549.1.1.5" or "1.2.840.113549.1.1.11" => HashAlgorithmName.SHA256,    // RSA with MD5, SHA-1, SHA-256
        "1.2.840.113549.1.1.12" => HashAlgorithmName.SHA384,
        "1.2.840.113549.1.1.13" => HashAlgorithmName.SHA512,
        "1.2.840.10045.4.1" or "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,                                   // ECDSA with SHA-1, SHA-256
        "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
        "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
        "1.2.840.10040.4.3" or "2.16.840.1.101.3.4.3.2" => HashAlgorithmName.SHA256,                                // DSA with SHA-1, SHA-256
        // Ed25519 hashes with SHA-512 inside; OpenSSL (X509_digest_sig) and GnuTLS agree on it. For Ed448 nobody agrees.
        "1.3.101.112" => HashAlgorithmName.SHA512,
        _ => null,
    };

    // RFC 4055 §3.1: RSASSA-PSS-params ::= SEQUENCE { [0] hashAlgorithm DEFAULT sha1, ... }
    private static HashAlgorithmName? OfPss(byte[] der)
    {
        try
        {
            var certificate = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
            certificate.ReadEncodedValue();                                 // tbsCertificate
            var algorithm = certificate.ReadSequence();                     // signatureAlgorithm
            algorithm.ReadObjectIdentifier();
            if (!algorithm.HasData) return HashAlgorithmName.SHA256;
            var parameters = algorithm.ReadSequence();
            var tag = new Asn1Tag(TagClass.ContextSpecific, 0);
            if (!parameters.HasData || !parameters.PeekTag().HasSameClassAndValue(tag)) return HashAlgorithmName.SHA256;
            return parameters.ReadSequence(tag).ReadSequence().ReadObjectIdentifier() switch
            {
                "1.3.14.3.2.26" or "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
                "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
                "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
                _ => null,
            };
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
