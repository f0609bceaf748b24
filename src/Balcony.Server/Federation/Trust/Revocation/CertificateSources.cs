// Where a certificate says that its revocation can be asked about.
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Balcony.Server.Federation.Trust.Revocation;

internal static class CertificateSources
{
    /// <summary>More than these are not asked.</summary>
    private const int MaxEach = 2;
    private const int MaxPoints = 16;
    private const string DistributionPoints = "2.5.29.31";

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Reasons = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag Issuer = new(TagClass.ContextSpecific, 2, isConstructed: true);
    private static readonly Asn1Tag Locator = new(TagClass.ContextSpecific, 6);

    /// <summary>OCSP responders (RFC 5280 §4.2.2.1).</summary>
    public static IReadOnlyList<Uri> Responders(X509Certificate2 certificate)
    {
        try
        {
            return
            [
                .. certificate.Extensions.OfType<X509AuthorityInformationAccessExtension>().SelectMany(access => access.EnumerateOcspUris())
                    .Select(ToAddress).OfType<Uri>().Take(MaxEach),
            ];
        }
        catch (Exception fault) when (fault is CryptographicException or AsnContentException)
        {
            return [];
        }
    }

    /// <summary>CRLs that the issuer itself signs for all reasons (RFC 5280 §4.2.1.13).</summary>
    public static IReadOnlyList<Uri> Lists(X509Certificate2 certificate)
    {
        try
        {
            var found = new List<Uri>();
            foreach (var extension in certificate.Extensions.Where(extension => extension.Oid?.Value == DistributionPoints))
            {
                var points = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
                for (var count = 0; points.HasData && count < MaxPoints; count++) AddPoint(found, points.ReadSequence());
            }
            return [.. found.Distinct().Take(MaxEach)];
        }
        catch (AsnContentException)
        {
            return [];
        }
    }

    private static void AddPoint(List<Uri> found, AsnReader point)
    {
        if (!point.HasData || point.PeekTag() != Zero) return;
        var name = point.ReadSequence(Zero);
        while (point.HasData)
        {
            // Somebody else's list, or one for some reasons only, says nothing on which a certificate could be called good.
            if (point.PeekTag().HasSameClassAndValue(Reasons) || point.PeekTag().HasSameClassAndValue(Issuer)) return;
            point.ReadEncodedValue();
        }
        if (!name.HasData || name.PeekTag() != Zero) return;
        found.AddRange(Addresses(name.ReadSequence(Zero)));
    }

    /// <summary>The http and https addresses among GeneralNames.</summary>
    internal static IEnumerable<Uri> Addresses(AsnReader names)
    {
        for (var count = 0; names.HasData && count < MaxPoints; count++)
        {
            if (names.PeekTag() == Locator)
            {
                if (ToAddress(Encoding.ASCII.GetString(names.ReadOctetString(Locator))) is { } address) yield return address;
            }
            else
            {
                names.ReadEncodedValue();
            }
        }
    }

    private static Uri? ToAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;
}
