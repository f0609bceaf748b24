// An OCSP responder (RFC 6960) that answers by the key of the authority itself.
using System.Formats.Asn1;
using System.Security.Cryptography;

namespace Balcony.Cli.Lab.Ground;

/// <param name="about">The authority whose certificates are asked for.</param>
/// <param name="by">Who signs; another than <paramref name="about"/> is a forger.</param>
/// <param name="revoked">By serial number in hex; all others are good.</param>
internal sealed class LabOcsp(LabIssuer about, LabIssuer by, IReadOnlyDictionary<string, LabRevocation> revoked, TimeProvider clock)
{
    private const string BasicResponse = "1.3.6.1.5.5.7.48.1.1";
    private const string NonceExtension = "1.3.6.1.5.5.7.48.1.2";
    private const int KeyCompromise = 1;
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag One = new(TagClass.ContextSpecific, 1, isConstructed: true);
    private static readonly Asn1Tag Two = new(TagClass.ContextSpecific, 2, isConstructed: true);

    /// <summary>Answers are of this long ago, and were to be replaced an hour later.</summary>
    public TimeSpan Age { get; init; }

    /// <summary>What <c>POST</c> answers to a request; malformedRequest to what is none.</summary>
    public byte[] Answer(ReadOnlyMemory<byte> request)
    {
        try
        {
            return Answer(ReadRequest(request, out var nonce), nonce);
        }
        catch (Exception e) when (e is AsnContentException or ArgumentException)
        {
            return Whole(status: 1, basic: null);
        }
    }

    private byte[] Answer(IReadOnlyList<byte[]> ids, byte[]? nonce)
    {
        var now = clock.GetUtcNow() - Age;
        var data = new AsnWriter(AsnEncodingRules.DER);
        using (data.PushSequence())
        {
            using (data.PushSequence(One)) data.WriteEncodedValue(about.Certificate.SubjectName.RawData); // byName
            data.WriteGeneralizedTime(now, omitFractionalSeconds: true);
            using (data.PushSequence())
            {
                foreach (var id in ids) WriteSingle(data, id, now);
            }
            if (nonce is not null)
            {
                using (data.PushSequence(One))
                using (data.PushSequence())
                using (data.PushSequence())
                {
                    data.WriteObjectIdentifier(NonceExtension);
                    data.WriteOctetString(nonce);
                }
            }
        }
        return Whole(status: 0, Signed(data.Encode()));
    }

    private void WriteSingle(AsnWriter data, byte[] id, DateTimeOffset now)
    {
        using var single = data.PushSequence();
        data.WriteEncodedValue(id);
        var state = revoked.TryGetValue(SerialOf(id), out var known) ? known : (LabRevocation?)null;
        if (state is null) data.WriteNull(new Asn1Tag(TagClass.ContextSpecific, 0));
        else if (state == LabRevocation.Unknown) data.WriteNull(new Asn1Tag(TagClass.ContextSpecific, 2));
        else
        {
            using (data.PushSequence(One))
            {
                data.WriteGeneralizedTime(now.AddDays(-1), omitFractionalSeconds: true);
                using (data.PushSequence(Zero)) data.WriteEnumeratedValue((Reason)KeyCompromise);
            }
        }
        data.WriteGeneralizedTime(now.AddMinutes(-5), omitFractionalSeconds: true);
        using (data.PushSequence(Zero)) data.WriteGeneralizedTime(now.AddHours(1), omitFractionalSeconds: true);
    }

    private byte[] Signed(byte[] data)
    {
        var basic = new AsnWriter(AsnEncodingRules.DER);
        using (basic.PushSequence())
        {
            basic.WriteEncodedValue(data);
            basic.WriteEncodedValue(by.Generator.GetSignatureAlgorithmIdentifier(HashAlgorithmName.SHA256));
            basic.WriteBitString(by.Generator.SignData(data, HashAlgorithmName.SHA256));
        }
        return basic.Encode();
    }

    private static byte[] Whole(int status, byte[]? basic)
    {
        var whole = new AsnWriter(AsnEncodingRules.DER);
        using (whole.PushSequence())
        {
            whole.WriteEnumeratedValue((Status)status);
            if (basic is not null)
            {
                using (whole.PushSequence(Zero))
                using (whole.PushSequence())
                {
                    whole.WriteObjectIdentifier(BasicResponse);
                    whole.WriteOctetString(basic);
                }
            }
        }
        return whole.Encode();
    }

    private static List<byte[]> ReadRequest(ReadOnlyMemory<byte> request, out byte[]? nonce)
    {
        nonce = null;
        var body = new AsnReader(request, AsnEncodingRules.BER).ReadSequence().ReadSequence();
        if (body.PeekTag().HasSameClassAndValue(Zero)) body.ReadEncodedValue(); // version
        if (body.PeekTag().HasSameClassAndValue(One)) body.ReadEncodedValue(); // who asks
        var ids = new List<byte[]>();
        for (var list = body.ReadSequence(); list.HasData;) ids.Add(list.ReadSequence().ReadEncodedValue().ToArray());
        if (!body.HasData || !body.PeekTag().HasSameClassAndValue(Two)) return ids;
        for (var extensions = body.ReadSequence(Two).ReadSequence(); extensions.HasData;)
        {
            var extension = extensions.ReadSequence();
            if (extension.ReadObjectIdentifier() == NonceExtension) nonce = extension.ReadOctetString();
        }
        return ids;
    }

    private static string SerialOf(byte[] id)
    {
        var reader = new AsnReader(id, AsnEncodingRules.BER).ReadSequence();
        reader.ReadEncodedValue();
        reader.ReadOctetString();
        reader.ReadOctetString();
        return Convert.ToHexString(reader.ReadIntegerBytes().Span);
    }

    // AsnWriter writes enumerations of these only.
    private enum Status
    {
        Successful,
        MalformedRequest,
    }

    private enum Reason
    {
        Unspecified,
        KeyCompromise,
    }
}
