// RFC 6960 §4.1: asks about one certificate.
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Server.Federation.Trust.Revocation;

internal static class OcspRequest
{
    public const string ContentType = "application/ocsp-request";

    /// <summary>RFC 9654 §2.1: no shorter.</summary>
    public const int NonceBytes = 32;

    internal const string Sha1 = "1.3.14.3.2.26", Sha256 = "2.16.840.1.101.3.4.2.1", Nonce = "1.3.6.1.5.5.7.48.1.2";

    public static byte[] Write(X509Certificate2 certificate, X509Certificate2 issuer, ReadOnlySpan<byte> nonce)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                WriteId(writer, certificate, issuer);
            }
            if (!nonce.IsEmpty) WriteNonce(writer, nonce);
        }
        return writer.Encode();
    }

    // RFC 5019 §2.1.1: SHA-1, which every responder knows. It finds a certificate and proves nothing.
#pragma warning disable CA5350 // a name in a protocol, not a proof
    internal static byte[] Hash(string algorithm, ReadOnlySpan<byte> data) => algorithm switch
    {
        Sha1 => SHA1.HashData(data),
        Sha256 => SHA256.HashData(data),
        _ => [],
    };
#pragma warning restore CA5350

    /// <summary>A serial number without the zeros before it, which one encoding has and another has not.</summary>
    internal static ReadOnlySpan<byte> Unsigned(ReadOnlySpan<byte> serial)
    {
        var trimmed = serial.TrimStart((byte)0);
        return trimmed.IsEmpty && !serial.IsEmpty ? serial[^1..] : trimmed;
    }

    private static void WriteId(AsnWriter writer, X509Certificate2 certificate, X509Certificate2 issuer)
    {
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Sha1);
                writer.WriteNull();
            }
            writer.WriteOctetString(Hash(Sha1, issuer.SubjectName.RawData));
            writer.WriteOctetString(Hash(Sha1, issuer.PublicKey.EncodedKeyValue.RawData));
            writer.WriteIntegerUnsigned(Unsigned(certificate.SerialNumberBytes.Span));
        }
    }

    private static void WriteNonce(AsnWriter writer, ReadOnlySpan<byte> nonce)
    {
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 2)))
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Nonce);
            using (writer.PushOctetString()) writer.WriteOctetString(nonce);
        }
    }
}
