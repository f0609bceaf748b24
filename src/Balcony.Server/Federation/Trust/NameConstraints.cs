// What authorities on the path may vouch for. The chain engine looks at dNSNames only; here the domain meets the same constraints whichever name it was found by.
using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Balcony.Server.Federation.Trust;

internal static class NameConstraints
{
    private const string Extension = "2.5.29.30";

    private static readonly Asn1Tag Permitted = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Excluded = new(TagClass.ContextSpecific, 1, isConstructed: true);
    private static readonly Asn1Tag DnsName = new(TagClass.ContextSpecific, 2);

    /// <summary>The first authority on the path that may not vouch for the domain; null when all may.</summary>
    /// <param name="path">Leaf first.</param>
    /// <param name="domain">A-labels in lower case.</param>
    public static X509Certificate2? Refuses(IReadOnlyList<X509Certificate2> path, string domain) =>
        path.Skip(1).FirstOrDefault(authority => authority.Extensions.Any(extension => extension.Oid?.Value == Extension && !Permits(extension.RawData, domain)));

    internal static bool Permits(ReadOnlyMemory<byte> value, string domain)
    {
        try
        {
            var constraints = new AsnReader(value, AsnEncodingRules.DER).ReadSequence();
            var permitted = constraints.HasData && constraints.PeekTag() == Permitted ? Names(constraints.ReadSequence(Permitted)) : [];
            var excluded = constraints.HasData && constraints.PeekTag() == Excluded ? Names(constraints.ReadSequence(Excluded)) : [];
            return (permitted.Count == 0 || permitted.Exists(name => IsWithin(domain, name))) && !excluded.Exists(name => IsWithin(domain, name));
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static List<string> Names(AsnReader subtrees)
    {
        var names = new List<string>();
        while (subtrees.HasData)
        {
            var subtree = subtrees.ReadSequence();
            if (subtree.PeekTag() == DnsName) names.Add(Encoding.ASCII.GetString(subtree.ReadOctetString(DnsName)).ToLowerInvariant());
        }
        return names;
    }

    // RFC 5280 §4.2.1.10: labels may be added on the left; with a leading dot at least one must be.
    private static bool IsWithin(string domain, string constraint) =>
        constraint.Length == 0
        || (constraint[0] != '.' && domain == constraint)
        || domain.EndsWith(constraint[0] == '.' ? constraint : "." + constraint, StringComparison.Ordinal);
}
