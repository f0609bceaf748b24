// A certificate's SubjectPublicKeyInfo, byte for byte as it stands there: what pins and TLSA records are made of.
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Tls;

namespace Balcony.Server.Federation.Trust;

internal static class SubjectKey
{
    private static readonly Asn1Tag Version = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <exception cref="AsnContentException">The certificate cannot be read.</exception>
    public static ReadOnlyMemory<byte> Of(X509Certificate2 certificate)
    {
        var body = new AsnReader(SignedDer.Read(certificate.RawDataMemory).Body, AsnEncodingRules.DER).ReadSequence();
        if (body.PeekTag() == Version) body.ReadEncodedValue();
        // Serial number, signature, issuer, validity, subject.
        for (var i = 0; i < 5; i++) body.ReadEncodedValue();
        return body.ReadEncodedValue();
    }

    /// <summary>What a pin says of it; null when it cannot be read.</summary>
    public static byte[]? HashOf(X509Certificate2 certificate)
    {
        try
        {
            return SHA256.HashData(Of(certificate).Span);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
