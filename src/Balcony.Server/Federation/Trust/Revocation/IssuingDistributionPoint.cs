// RFC 5280 §5.2.5: which part of an authority's certificates a CRL is about.
using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Server.Federation.Trust.Revocation;

internal sealed record IssuingDistributionPoint(IReadOnlyList<Uri> Addresses, bool HasName, bool IsForUsers, bool IsForAuthorities, bool IsPartial, bool IsIndirect)
{
    private static readonly Asn1Tag Name = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <exception cref="AsnContentException">It is something else.</exception>
    public static IssuingDistributionPoint Read(byte[] value)
    {
        var reader = new AsnReader(value, AsnEncodingRules.DER).ReadSequence();
        List<Uri> addresses = [];
        var hasName = reader.HasData && reader.PeekTag() == Name;
        if (hasName)
        {
            var name = reader.ReadSequence(Name);
            if (name.PeekTag() == Name) addresses.AddRange(CertificateSources.Addresses(name.ReadSequence(Name)));
        }
        var isForUsers = ReadFlag(reader, 1);
        var isForAuthorities = ReadFlag(reader, 2);
        var someReasons = new Asn1Tag(TagClass.ContextSpecific, 3);
        var isPartial = reader.HasData && reader.PeekTag() == someReasons;
        if (isPartial) reader.ReadBitString(out _, someReasons);
        var isIndirect = ReadFlag(reader, 4);
        // Attribute certificates are not what TLS has.
        isPartial |= ReadFlag(reader, 5);
        reader.ThrowIfNotEmpty();
        return new IssuingDistributionPoint(addresses, hasName, isForUsers, isForAuthorities, isPartial, isIndirect);
    }

    /// <summary>Whether a certificate that is not on the list is good.</summary>
    public bool Covers(X509Certificate2 certificate, Uri address)
    {
        var isAuthority = certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority);
        return (!IsForUsers || !isAuthority) && (!IsForAuthorities || isAuthority) && (!HasName || Addresses.Contains(address));
    }

    private static bool ReadFlag(AsnReader reader, int number)
    {
        var tag = new Asn1Tag(TagClass.ContextSpecific, number);
        return reader.HasData && reader.PeekTag() == tag && reader.ReadBoolean(tag);
    }
}
