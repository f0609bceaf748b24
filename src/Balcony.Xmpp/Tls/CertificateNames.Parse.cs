// The parser of subjectAltName (RFC 5280 §4.2.1.6): what it reads was written by whoever connects.
using System.Buffers;
using System.Formats.Asn1;
using System.Net;
using System.Text;

namespace Balcony.Xmpp.Tls;

public sealed partial class CertificateNames
{
    private const string SrvName = "1.3.6.1.5.5.7.8.7", XmppAddr = "1.3.6.1.5.5.7.8.5";

    // Content delivery networks have some hundred names in one certificate; nobody means to verify by the thousandth.
    private const int MaxNames = 1_000;
    private const int MaxBytes = 64 * 1024;
    private const int MaxJidBytes = 3_071;

    private static readonly Asn1Tag OtherName = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag DnsName = new(TagClass.ContextSpecific, 2);
    private static readonly Asn1Tag IpAddress = new(TagClass.ContextSpecific, 7);
    private static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> ServiceCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private static CertificateNames Malformed { get; } = new() { IsMalformed = true };

    /// <summary>Reads the value of a subjectAltName extension.</summary>
    /// <param name="value">DER; anything may be in it. Not kept.</param>
    public static CertificateNames Parse(ReadOnlyMemory<byte> value)
    {
        if (value.Length > MaxBytes) return Malformed;
        try
        {
            var reader = new AsnReader(value, AsnEncodingRules.DER);
            var names = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            return Read(names);
        }
        catch (AsnContentException)
        {
            return Malformed;
        }
    }

    private static CertificateNames Read(AsnReader names)
    {
        var dns = new List<string>();
        var services = new List<CertificateService>();
        var xmpp = new List<string>();
        var addresses = new List<IPAddress>();
        for (var count = 0; names.HasData; count++)
        {
            if (count == MaxNames) return Malformed;
            var tag = names.PeekTag();
            if (tag == DnsName) AddDns(dns, names.ReadOctetString(DnsName));
            else if (tag == IpAddress) AddAddress(addresses, names.ReadOctetString(IpAddress));
            else if (tag == OtherName) AddOther(services, xmpp, names.ReadSequence(OtherName));
            else names.ReadEncodedValue();
        }
        return new CertificateNames { DnsNames = dns, Services = services, XmppAddresses = xmpp, Addresses = addresses };
    }

    private static void AddDns(List<string> names, byte[] bytes)
    {
        // A NUL, a blank or a letter beyond ASCII in it, and it is no name at all: not one that ends early.
        if (DnsNameSyntax.Presented(bytes) is { } name) names.Add(name);
    }

    private static void AddAddress(List<IPAddress> addresses, byte[] bytes)
    {
        if (bytes.Length is 4 or 16) addresses.Add(new IPAddress(bytes));
    }

    private static void AddOther(List<CertificateService> services, List<string> addresses, AsnReader other)
    {
        var type = other.ReadObjectIdentifier();
        var inner = other.ReadSequence(Explicit);
        other.ThrowIfNotEmpty();
        if (type == SrvName) AddService(services, inner.ReadCharacterString(UniversalTagNumber.IA5String));
        else if (type == XmppAddr) AddXmppAddress(addresses, inner);
        else inner.ReadEncodedValue();
        inner.ThrowIfNotEmpty();
    }

    // RFC 4985 §2: "_Service.Name".
    private static void AddService(List<CertificateService> services, string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 2 || text[0] != '_' || dot > 64) return;
        var service = text[..dot].ToLowerInvariant();
        if (!service.AsSpan(1).ContainsAnyExcept(ServiceCharacters)
            && DnsNameSyntax.Presented(Encoding.ASCII.GetBytes(text[(dot + 1)..])) is { } domain)
        {
            services.Add(new CertificateService(service, domain));
        }
    }

    private static void AddXmppAddress(List<string> addresses, AsnReader inner)
    {
        if (!inner.TryReadPrimitiveCharacterStringBytes(new Asn1Tag(UniversalTagNumber.UTF8String), out var bytes)) throw new AsnContentException();
        if (bytes.Length is 0 or > MaxJidBytes) return;
        try
        {
            var text = StrictUtf8.GetString(bytes.Span);
            if (!text.Contains('\0', StringComparison.Ordinal)) addresses.Add(text);
        }
        catch (DecoderFallbackException)
        {
            // No name, like a DNS name that has other bytes in it.
        }
    }
}
