// OCSP responses made in the test, as honest or not as wanted.
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Server.Tests.Federation;

internal sealed record OcspAnswer(X509Certificate2 Certificate, X509Certificate2 Issuer)
{
    private const string Sha1 = "1.3.14.3.2.26", Sha256 = "2.16.840.1.101.3.4.2.1";

    /// <summary>0 good, 1 revoked, 2 unknown.</summary>
    public int Status { get; init; }

    public DateTimeOffset ThisUpdate { get; init; } = TestAuthority.Now - TimeSpan.FromHours(1);

    public DateTimeOffset? NextUpdate { get; init; } = TestAuthority.Now + TimeSpan.FromHours(12);

    public byte[]? Nonce { get; init; }

    public bool IsByKey { get; init; }

    public bool HasSha256Id { get; init; }

    public byte ResponseStatus { get; init; }

    /// <summary>Sent along; the first is who signs, if there is one.</summary>
    public X509Certificate2[] Sent { get; init; } = [];

    public byte[]? Serial { get; init; }

    public byte[] Write(X509SignatureGenerator signer)
    {
        if (ResponseStatus != 0) return Sequence(writer => writer.WriteEncodedValue([0x0A, 1, ResponseStatus]));
        var data = Data();
        var signature = signer.SignData(data, HashAlgorithmName.SHA256);
        var basic = Sequence(writer =>
        {
            writer.WriteEncodedValue(data);
            writer.WriteEncodedValue(signer.GetSignatureAlgorithmIdentifier(HashAlgorithmName.SHA256));
            writer.WriteBitString(signature);
            if (Sent.Length == 0) return;
            using (writer.PushSequence(Tag(0)))
            using (writer.PushSequence())
            {
                foreach (var certificate in Sent) writer.WriteEncodedValue(certificate.RawData);
            }
        });
        return Sequence(writer =>
        {
            writer.WriteEncodedValue([0x0A, 1, 0]);
            using (writer.PushSequence(Tag(0)))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.3.6.1.5.5.7.48.1.1");
                writer.WriteOctetString(basic);
            }
        });
    }

    private byte[] Data() => Sequence(writer =>
    {
        var responder = Sent.FirstOrDefault() ?? Issuer;
        using (writer.PushSequence(Tag(IsByKey ? 2 : 1)))
        {
#pragma warning disable CA5350 // the protocol's name of a key
            if (IsByKey) writer.WriteOctetString(SHA1.HashData(responder.PublicKey.EncodedKeyValue.RawData));
#pragma warning restore CA5350
            else writer.WriteEncodedValue(responder.SubjectName.RawData);
        }
        writer.WriteGeneralizedTime(ThisUpdate, omitFractionalSeconds: true);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            WriteId(writer);
            WriteStatus(writer);
            writer.WriteGeneralizedTime(ThisUpdate, omitFractionalSeconds: true);
            if (NextUpdate is { } next)
            {
                using (writer.PushSequence(Tag(0))) writer.WriteGeneralizedTime(next, omitFractionalSeconds: true);
            }
        }
        if (Nonce is null) return;
        using (writer.PushSequence(Tag(1)))
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.3.6.1.5.5.7.48.1.2");
            using (writer.PushOctetString()) writer.WriteOctetString(Nonce);
        }
    });

    private void WriteId(AsnWriter writer)
    {
#pragma warning disable CA5350 // the protocol's name of a certificate
        Func<byte[], byte[]> hash = HasSha256Id ? SHA256.HashData : SHA1.HashData;
#pragma warning restore CA5350
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(HasSha256Id ? Sha256 : Sha1);
                writer.WriteNull();
            }
            writer.WriteOctetString(hash(Issuer.SubjectName.RawData));
            writer.WriteOctetString(hash(Issuer.PublicKey.EncodedKeyValue.RawData));
            writer.WriteIntegerUnsigned(Serial ?? Certificate.SerialNumberBytes.Span.TrimStart((byte)0));
        }
    }

    private void WriteStatus(AsnWriter writer)
    {
        if (Status != 1)
        {
            writer.WriteNull(new Asn1Tag(TagClass.ContextSpecific, Status));
            return;
        }
        using (writer.PushSequence(Tag(1)))
        {
            writer.WriteGeneralizedTime(ThisUpdate - TimeSpan.FromDays(1), omitFractionalSeconds: true);
            using (writer.PushSequence(Tag(0))) writer.WriteEncodedValue([0x0A, 1, 1]);
        }
    }

    private static Asn1Tag Tag(int number) => new(TagClass.ContextSpecific, number, isConstructed: true);

    private static byte[] Sequence(Action<AsnWriter> write) => SanOf.Write(write);
}
