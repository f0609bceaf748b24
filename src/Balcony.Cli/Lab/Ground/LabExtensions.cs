// Extensions of certificates that .NET has no builder for.
using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Cli.Lab.Ground;

internal static class LabExtensions
{
    private const string SubjectAlternativeName = "2.5.29.17";
    private const string NameConstraints = "2.5.29.30";

    // RFC 4985 §2 and RFC 6120 §13.7.1.4.
    private const string DnsSrv = "1.3.6.1.5.5.7.8.7";
    private const string XmppAddr = "1.3.6.1.5.5.7.8.5";

    private static readonly Asn1Tag OtherName = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag DnsName = new(TagClass.ContextSpecific, 2);

    public static X509Extension DnsId(params string[] names) => Names(writer =>
    {
        foreach (var name in names) writer.WriteCharacterString(UniversalTagNumber.IA5String, name, DnsName);
    });

    /// <param name="service">With its underscore: `_xmpp-server`.</param>
    public static X509Extension SrvId(string service, string domain) =>
        Names(writer => WriteOther(writer, DnsSrv, UniversalTagNumber.IA5String, $"{service}.{domain}"));

    public static X509Extension Address(string domain) => Names(writer => WriteOther(writer, XmppAddr, UniversalTagNumber.UTF8String, domain));

    /// <summary>Only names at and below <paramref name="domain"/> (RFC 5280 §4.2.1.10).</summary>
    public static X509Extension Only(string domain)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(OtherName)) // permittedSubtrees [0]
        using (writer.PushSequence())
            writer.WriteCharacterString(UniversalTagNumber.IA5String, domain, DnsName);
        return new X509Extension(NameConstraints, writer.Encode(), critical: true);
    }

    private static X509Extension Names(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence()) write(writer);
        return new X509Extension(SubjectAlternativeName, writer.Encode(), critical: false);
    }

    private static void WriteOther(AsnWriter writer, string type, UniversalTagNumber kind, string value)
    {
        using var name = writer.PushSequence(OtherName);
        writer.WriteObjectIdentifier(type);
        using var content = writer.PushSequence(OtherName); // [0] EXPLICIT
        writer.WriteCharacterString(kind, value);
    }
}
