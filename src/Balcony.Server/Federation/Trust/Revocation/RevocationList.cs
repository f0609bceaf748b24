// RFC 5280 §5: a CRL. Only whole lists that the issuer itself signed are read; delta and indirect ones say nothing here.
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Tls;

namespace Balcony.Server.Federation.Trust.Revocation;

/// <summary>A list whose signature was found good. Its entries are read when they are looked for: a list may have a million.</summary>
internal sealed class RevocationList
{
    private const string IssuingPoint = "2.5.29.28", Delta = "2.5.29.27", ReasonCode = "2.5.29.21", EntryIssuer = "2.5.29.29";
    private const int MaxExtensions = 32;

    private static readonly HashSet<string> Understood = [IssuingPoint, "2.5.29.20", "2.5.29.35"];
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    private readonly ReadOnlyMemory<byte> _entries;
    private readonly IssuingDistributionPoint? _point;
    private readonly DateTimeOffset _thisUpdate;

    private RevocationList(ReadOnlyMemory<byte> entries, IssuingDistributionPoint? point, DateTimeOffset thisUpdate, DateTimeOffset nextUpdate, int bytes)
    {
        _entries = entries;
        _point = point;
        _thisUpdate = thisUpdate;
        NextUpdate = nextUpdate;
        Bytes = bytes;
    }

    public DateTimeOffset NextUpdate { get; }

    public int Bytes { get; }

    /// <param name="der">What came; kept.</param>
    /// <param name="issuer">Who must have signed it.</param>
    /// <param name="now">The time.</param>
    /// <param name="list">Null when it cannot be used.</param>
    /// <returns>Null, or why it cannot be used, without a full stop.</returns>
    public static string? Read(ReadOnlyMemory<byte> der, X509Certificate2 issuer, DateTimeOffset now, out RevocationList? list)
    {
        list = null;
        try
        {
            var signed = SignedDer.Read(der);
            var body = new AsnReader(signed.Body, AsnEncodingRules.DER).ReadSequence();
            if (body.PeekTag() == Asn1Tag.Integer) body.ReadInteger();
            body.ReadSequence();
            if (!body.ReadEncodedValue().Span.SequenceEqual(issuer.SubjectName.RawData)) return "the CRL is another authority's";
            var thisUpdate = ReadTime(body);
            if (!body.HasData || !IsTime(body.PeekTag())) return "the CRL does not say until when it holds";
            var nextUpdate = ReadTime(body);
            ReadOnlyMemory<byte> entries = default;
            if (body.HasData && body.PeekTag() == Asn1Tag.Sequence) entries = body.ReadEncodedValue();
            IssuingDistributionPoint? point = null;
            if (body.HasData && ReadExtensions(body.ReadSequence(Zero).ReadSequence(), out point) is { } unfit) return unfit;
            if (thisUpdate > now + RevocationFinding.Skew) return "the CRL is from the future";
            if (nextUpdate < now - RevocationFinding.Skew) return $"the CRL is too old: a newer one was due on {TrustSentences.Time(nextUpdate)}";
            if (!CertificateUsage.MaySignCrls(issuer)) return "the authority may not sign CRLs";
            if (!signed.IsSignedBy(issuer.PublicKey)) return "the signature of the CRL is wrong";
            list = new RevocationList(entries, point, thisUpdate, nextUpdate, der.Length);
            return null;
        }
        catch (Exception fault) when (fault is AsnContentException or CryptographicException)
        {
            return "the CRL is malformed";
        }
    }

    /// <param name="certificate">Of the same issuer.</param>
    /// <param name="address">Where the list came from: one that is a part of the whole is good only for those that were pointed there.</param>
    public RevocationFinding Judge(X509Certificate2 certificate, Uri address)
    {
        if (_point is not null && !_point.Covers(certificate, address)) return RevocationFinding.Unknown("the CRL is not for this certificate");
        try
        {
            return Find(OcspRequest.Unsigned(certificate.SerialNumberBytes.Span));
        }
        catch (AsnContentException)
        {
            return RevocationFinding.Unknown("the CRL is malformed");
        }
    }

    private RevocationFinding Find(ReadOnlySpan<byte> serial)
    {
        var good = new RevocationFinding(RevocationStatus.Good, $"not on the CRL of {TrustSentences.Time(_thisUpdate)}", NextUpdate);
        if (_entries.IsEmpty) return good;
        var entries = new AsnReader(_entries, AsnEncodingRules.DER).ReadSequence();
        while (entries.HasData)
        {
            var entry = entries.ReadSequence();
            if (!OcspRequest.Unsigned(entry.ReadIntegerBytes().Span).SequenceEqual(serial)) continue;
            var at = ReadTime(entry);
            int? reason = entry.HasData ? ReadReason(entry.ReadSequence()) : null;
            return new RevocationFinding(RevocationStatus.Revoked, $"on the CRL since {TrustSentences.Time(at)}{OcspResponse.ReasonName(reason)}", NextUpdate);
        }
        return good;
    }

    private static int? ReadReason(AsnReader extensions)
    {
        for (var count = 0; extensions.HasData && count < MaxExtensions; count++)
        {
            var (oid, _, value) = ReadExtension(extensions);
            if (oid == EntryIssuer) throw new AsnContentException();
            if (oid == ReasonCode) return new AsnReader(value, AsnEncodingRules.DER).ReadEnumeratedBytes().Span is [var code] ? code : null;
        }
        return null;
    }

    private static string? ReadExtensions(AsnReader extensions, out IssuingDistributionPoint? point)
    {
        point = null;
        for (var count = 0; extensions.HasData; count++)
        {
            if (count == MaxExtensions) return "the CRL is malformed";
            var (oid, isCritical, value) = ReadExtension(extensions);
            if (oid == Delta) return "the CRL has changes only";
            if (isCritical && !Understood.Contains(oid)) return "the CRL has a critical extension that this server does not know";
            if (oid != IssuingPoint) continue;
            point = IssuingDistributionPoint.Read(value);
            if (point.IsIndirect) return "the CRL is indirect: it speaks for several authorities";
            if (point.IsPartial) return "the CRL is for some reasons only";
        }
        return null;
    }

    private static (string Oid, bool IsCritical, byte[] Value) ReadExtension(AsnReader extensions)
    {
        var extension = extensions.ReadSequence();
        var oid = extension.ReadObjectIdentifier();
        var isCritical = extension.PeekTag() == Asn1Tag.Boolean && extension.ReadBoolean();
        return (oid, isCritical, extension.ReadOctetString());
    }

    private static bool IsTime(Asn1Tag tag) => tag == Asn1Tag.UtcTime || tag == Asn1Tag.GeneralizedTime;

    private static DateTimeOffset ReadTime(AsnReader reader) => reader.PeekTag() == Asn1Tag.UtcTime ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
}
