// RFC 6960 §4.2: what a responder says, if it is one that may and its answer is of now.
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Tls;

namespace Balcony.Server.Federation.Trust.Revocation;

internal static class OcspResponse
{
    private const string Basic = "1.3.6.1.5.5.7.48.1.1";
    private const int MaxResponses = 64, MaxCertificates = 8, MaxExtensions = 16;

    // A responder that names no end answers afresh each time.
    private static readonly TimeSpan OldestWithoutEnd = TimeSpan.FromDays(1);

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag One = new(TagClass.ContextSpecific, 1, isConstructed: true);
    private static readonly Asn1Tag Two = new(TagClass.ContextSpecific, 2, isConstructed: true);
    private static readonly Asn1Tag GoodTag = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag UnknownTag = new(TagClass.ContextSpecific, 2);

    /// <param name="der">What came, from a responder or stapled to a handshake.</param>
    /// <param name="certificate">Whom it is about.</param>
    /// <param name="issuer">Who issued that one: its authority is the responder's, too.</param>
    /// <param name="nonce">What was sent; empty for none. An answer without one is as good (RFC 6960 §4.4.1); one with another's is somebody else's.</param>
    /// <param name="now">The time.</param>
    public static RevocationFinding Judge(ReadOnlyMemory<byte> der, X509Certificate2 certificate, X509Certificate2 issuer, ReadOnlyMemory<byte> nonce, DateTimeOffset now)
    {
        try
        {
            return Read(der, certificate, issuer, nonce, now);
        }
        catch (Exception fault) when (fault is AsnContentException or CryptographicException)
        {
            return RevocationFinding.Unknown("the OCSP answer is malformed");
        }
    }

    private static RevocationFinding Read(ReadOnlyMemory<byte> der, X509Certificate2 certificate, X509Certificate2 issuer, ReadOnlyMemory<byte> nonce, DateTimeOffset now)
    {
        var whole = new AsnReader(der, AsnEncodingRules.DER);
        var outer = whole.ReadSequence();
        whole.ThrowIfNotEmpty();
        var status = outer.ReadEnumeratedBytes().Span;
        if (status is not [0]) return RevocationFinding.Unknown($"the OCSP responder refuses to answer ({StatusName(status)})");
        var bytes = outer.ReadSequence(Zero).ReadSequence();
        if (bytes.ReadObjectIdentifier() != Basic) return RevocationFinding.Unknown("the OCSP answer is of a kind that is not known");
        var basic = new AsnReader(bytes.ReadOctetString(), AsnEncodingRules.DER).ReadSequence();
        var signed = SignedDer.Read(basic);
        var data = ResponseData.Read(signed.Body);
        if (data.Nonce is { } echoed && !nonce.IsEmpty && !echoed.Span.SequenceEqual(nonce.Span)) return RevocationFinding.Unknown("the OCSP answer is to another question");
        if (Distrust(signed, data, Certificates(basic), issuer, now) is { } reason) return RevocationFinding.Unknown(reason);
        return data.Find(certificate, issuer) is { } single ? JudgeSingle(single, now) : RevocationFinding.Unknown("the OCSP answer is about another certificate");
    }

    private static RevocationFinding JudgeSingle(SingleResponse single, DateTimeOffset now)
    {
        if (single.ThisUpdate > now + RevocationFinding.Skew) return RevocationFinding.Unknown("the OCSP answer is from the future");
        var end = single.NextUpdate ?? single.ThisUpdate + OldestWithoutEnd;
        if (end < now - RevocationFinding.Skew) return RevocationFinding.Unknown($"the OCSP answer is too old (of {TrustSentences.Time(single.ThisUpdate)})");
        // Without an end it may be another a moment later.
        var until = single.NextUpdate ?? now;
        return single.Status switch
        {
            RevocationStatus.Good => new RevocationFinding(RevocationStatus.Good, $"OCSP says good, as of {TrustSentences.Time(single.ThisUpdate)}", until),
            RevocationStatus.Revoked => new RevocationFinding(
                RevocationStatus.Revoked, $"OCSP says revoked since {TrustSentences.Time(single.RevokedAt)}{ReasonName(single.Reason)}", until),
            _ => RevocationFinding.Unknown("the OCSP responder does not know the certificate"),
        };
    }

    // RFC 6960 §4.2.2.2: the issuer's own key, or one that the issuer itself gave this task to.
    private static string? Distrust(SignedDer signed, ResponseData data, List<X509Certificate2> sent, X509Certificate2 issuer, DateTimeOffset now)
    {
        try
        {
            if (data.IsFrom(issuer)) return signed.IsSignedBy(issuer.PublicKey) ? null : "the signature of the OCSP answer is wrong";
            if (sent.Find(data.IsFrom) is not { } delegated) return "nobody knows who signed the OCSP answer";
            if (!CertificateUsage.MaySignOcsp(delegated)) return $"{TrustSentences.NameOf(delegated)} signed the OCSP answer and may not";
            if (!delegated.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData)
                || !SignedDer.Read(delegated.RawDataMemory).IsSignedBy(issuer.PublicKey))
            {
                return $"{TrustSentences.NameOf(delegated)} signed the OCSP answer, and the certificate's issuer did not ask it to";
            }
            if (now < delegated.NotBefore.ToUniversalTime() || now > delegated.NotAfter.ToUniversalTime()) return "the certificate of the OCSP responder is expired or not yet valid";
            if (!KeyStrength.Judge(delegated).IsStrong) return "the key of the OCSP responder is too weak";
            return signed.IsSignedBy(delegated.PublicKey) ? null : "the signature of the OCSP answer is wrong";
        }
        finally
        {
            foreach (var certificate in sent) certificate.Dispose();
        }
    }

    private static List<X509Certificate2> Certificates(AsnReader basic)
    {
        var certificates = new List<X509Certificate2>();
        if (!basic.HasData || basic.PeekTag() != Zero) return certificates;
        var list = basic.ReadSequence(Zero).ReadSequence();
        while (list.HasData && certificates.Count < MaxCertificates) certificates.Add(X509CertificateLoader.LoadCertificate(list.ReadEncodedValue().Span));
        return certificates;
    }

    private static string StatusName(ReadOnlySpan<byte> status) => status switch
    {
        [1] => "malformed request",
        [2] => "internal error",
        [3] => "try later",
        [5] => "signature required",
        [6] => "unauthorized",
        _ => "for a reason that is not known",
    };

    internal static string ReasonName(int? reason) => reason switch
    {
        1 => ": the key is compromised",
        2 => ": the authority is compromised",
        3 => ": the affiliation changed",
        4 => ": superseded",
        5 => ": no longer in use",
        6 => ": on hold",
        9 => ": a privilege was withdrawn",
        _ => "",
    };

    private sealed record SingleResponse(
        string Algorithm, byte[] NameHash, byte[] KeyHash, ReadOnlyMemory<byte> Serial, RevocationStatus Status, DateTimeOffset RevokedAt, int? Reason,
        DateTimeOffset ThisUpdate, DateTimeOffset? NextUpdate)
    {
        public static SingleResponse Read(AsnReader single)
        {
            var id = single.ReadSequence();
            var algorithm = id.ReadSequence().ReadObjectIdentifier();
            var (name, key, serial) = (id.ReadOctetString(), id.ReadOctetString(), id.ReadIntegerBytes());
            var (status, revokedAt, reason) = ReadStatus(single);
            var thisUpdate = single.ReadGeneralizedTime();
            DateTimeOffset? nextUpdate = single.HasData && single.PeekTag() == Zero ? single.ReadSequence(Zero).ReadGeneralizedTime() : null;
            return new SingleResponse(algorithm, name, key, serial, status, revokedAt, reason, thisUpdate, nextUpdate);
        }

        private static (RevocationStatus, DateTimeOffset, int?) ReadStatus(AsnReader single)
        {
            var tag = single.PeekTag();
            if (tag == GoodTag)
            {
                single.ReadNull(GoodTag);
                return (RevocationStatus.Good, default, null);
            }
            if (tag == UnknownTag)
            {
                single.ReadNull(UnknownTag);
                return (RevocationStatus.Unknown, default, null);
            }
            var revoked = single.ReadSequence(One);
            var at = revoked.ReadGeneralizedTime();
            int? reason = revoked.HasData && revoked.ReadSequence(Zero).ReadEnumeratedBytes().Span is [var code] ? code : null;
            return (RevocationStatus.Revoked, at, reason);
        }
    }

    private sealed record ResponseData(ReadOnlyMemory<byte>? Name, byte[]? Key, List<SingleResponse> Responses, ReadOnlyMemory<byte>? Nonce)
    {
        public static ResponseData Read(ReadOnlyMemory<byte> body)
        {
            var data = new AsnReader(body, AsnEncodingRules.DER).ReadSequence();
            if (data.PeekTag() == Zero) data.ReadEncodedValue();
            ReadOnlyMemory<byte>? name = null;
            byte[]? key = null;
            if (data.PeekTag() == One) name = data.ReadSequence(One).ReadEncodedValue();
            else key = data.ReadSequence(Two).ReadOctetString();
            data.ReadGeneralizedTime();
            var list = data.ReadSequence();
            var responses = new List<SingleResponse>();
            while (list.HasData && responses.Count < MaxResponses) responses.Add(SingleResponse.Read(list.ReadSequence()));
            return new ResponseData(name, key, responses, data.HasData && data.PeekTag() == One ? ReadNonce(data.ReadSequence(One).ReadSequence()) : null);
        }

        public bool IsFrom(X509Certificate2 certificate) => Name is { } name
            ? name.Span.SequenceEqual(certificate.SubjectName.RawData)
            : Key.AsSpan().SequenceEqual(OcspRequest.Hash(OcspRequest.Sha1, certificate.PublicKey.EncodedKeyValue.RawData));

        public SingleResponse? Find(X509Certificate2 certificate, X509Certificate2 issuer) => Responses.Find(response =>
            OcspRequest.Unsigned(response.Serial.Span).SequenceEqual(OcspRequest.Unsigned(certificate.SerialNumberBytes.Span))
            && response.NameHash.Length > 0
            && response.NameHash.AsSpan().SequenceEqual(OcspRequest.Hash(response.Algorithm, issuer.SubjectName.RawData))
            && response.KeyHash.AsSpan().SequenceEqual(OcspRequest.Hash(response.Algorithm, issuer.PublicKey.EncodedKeyValue.RawData)));

        private static ReadOnlyMemory<byte>? ReadNonce(AsnReader extensions)
        {
            for (var count = 0; extensions.HasData && count < MaxExtensions; count++)
            {
                var extension = extensions.ReadSequence();
                var isNonce = extension.ReadObjectIdentifier() == OcspRequest.Nonce;
                if (extension.PeekTag() == Asn1Tag.Boolean) extension.ReadBoolean();
                var value = extension.ReadOctetString();
                if (isNonce) return new AsnReader(value, AsnEncodingRules.DER).ReadOctetString();
            }
            return null;
        }
    }
}
