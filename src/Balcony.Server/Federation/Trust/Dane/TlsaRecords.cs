// RFC 6698 §2.1 and RFC 7671: what a TLSA record says, whether it can be used, and whether a certificate is the one it means.
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Dns;

namespace Balcony.Server.Federation.Trust.Dane;

internal static class TlsaRecords
{
    public const byte PkixTa = 0, PkixEe = 1, DaneTa = 2, DaneEe = 3;

    private const byte Certificate = 0, Key = 1;
    private const byte Full = 0, Sha256 = 1, Sha512 = 2;

    // A record of the largest certificate that anybody has is far below this.
    private const int MaxData = 16 * 1024;

    /// <summary>RFC 7671 §4: a record whose numbers are not known, or whose data cannot be what they say, is as none.</summary>
    public static bool IsUsable(DnsTlsa record) =>
        record is { Usage: <= DaneEe, Selector: <= Key }
        && record.MatchingType switch
        {
            Sha256 => record.Data.Length == SHA256.HashSizeInBytes,
            Sha512 => record.Data.Length == SHA512.HashSizeInBytes,
            Full => record.Data.Length is > 0 and <= MaxData && IsWhole(record),
            _ => false,
        };

    public static bool Matches(DnsTlsa record, X509Certificate2 certificate)
    {
        try
        {
            var selected = record.Selector == Certificate ? certificate.RawDataMemory : SubjectKey.Of(certificate);
            return record.MatchingType switch
            {
                Full => selected.Span.SequenceEqual(record.Data.Span),
                Sha256 => SHA256.HashData(selected.Span).AsSpan().SequenceEqual(record.Data.Span),
                Sha512 => SHA512.HashData(selected.Span).AsSpan().SequenceEqual(record.Data.Span),
                _ => false,
            };
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    /// <summary>The authority itself, where the record has all of it (2 0 0): the peer need not send it then (RFC 7671 §5.2.3).</summary>
    public static X509Certificate2? Authority(DnsTlsa record) =>
        record is { Usage: DaneTa, Selector: Certificate, MatchingType: Full } ? X509CertificateLoader.LoadCertificate(record.Data.Span) : null;

    private static bool IsWhole(DnsTlsa record)
    {
        try
        {
            if (record.Selector == Certificate)
            {
                using var certificate = X509CertificateLoader.LoadCertificate(record.Data.Span);
                return true;
            }
            PublicKey.CreateFromSubjectPublicKeyInfo(record.Data.Span, out var read);
            return read == record.Data.Length;
        }
        catch (Exception fault) when (fault is CryptographicException or AsnContentException)
        {
            return false;
        }
    }
}
