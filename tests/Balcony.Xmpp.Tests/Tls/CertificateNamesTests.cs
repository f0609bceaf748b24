// Names in certificates: which are a domain's, and what no bytes whatever may do.
using System.Formats.Asn1;
using System.Text;
using Balcony.Xmpp.Tls;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Balcony.Xmpp.Tests.Tls;

public sealed class CertificateNamesTests
{
    private const string SrvName = "1.3.6.1.5.5.7.8.7", XmppAddr = "1.3.6.1.5.5.7.8.5";

    [Theory]
    [InlineData("capulet.example", "capulet.example", true)]
    [InlineData("Capulet.EXAMPLE", "capulet.example", true)]
    [InlineData("capulet.example", "Capulet.example", true)]
    [InlineData("capulet.example", "capulet.example.", true)]
    [InlineData("*.capulet.example", "rooms.capulet.example", true)]
    [InlineData("*.capulet.example", "capulet.example", false)]
    [InlineData("*.capulet.example", "a.b.capulet.example", false)]
    [InlineData("*.example", "capulet.example", false)]
    [InlineData("*", "example", false)]
    [InlineData("r*.capulet.example", "rooms.capulet.example", false)]
    [InlineData("rooms.*.example", "rooms.capulet.example", false)]
    [InlineData("*.*.example", "rooms.capulet.example", false)]
    [InlineData("xn--bcher-kva.example", "bücher.example", true)]
    [InlineData("xn--bcher-kva.example", "xn--bcher-kva.example", true)]
    [InlineData("*.xn--bcher-kva.example", "a.bücher.example", true)]
    [InlineData("capulet.example", "capulet.example.evil", false)]
    [InlineData("capulet.example", "evilcapulet.example", false)]
    [InlineData("capulet.example ", "capulet.example", false)]
    [InlineData("capulet.example.", "capulet.example", false)]
    [InlineData("capulet.example\0.evil.example", "capulet.example", false)]
    public void A_dns_id_is_the_whole_name_or_has_one_wildcard_in_front(string presented, string domain, bool isMatch) =>
        Assert.Equal(isMatch ? CertificateNameKind.DnsId : CertificateNameKind.None, Parse(writer => Dns(writer, presented)).Match(domain, CertificateNames.Server));

    [Theory]
    [InlineData("_xmpp-server.capulet.example", "capulet.example", true)]
    [InlineData("_XMPP-Server.Capulet.example", "capulet.example", true)]
    [InlineData("_xmpp-server.*.capulet.example", "rooms.capulet.example", true)]
    [InlineData("_xmpp-server.*.example", "capulet.example", false)]
    [InlineData("_xmpp-client.capulet.example", "capulet.example", false)]
    [InlineData("_xmpp.capulet.example", "capulet.example", false)]
    [InlineData("xmpp-server.capulet.example", "capulet.example", false)]
    [InlineData("_xmpp-server", "capulet.example", false)]
    [InlineData("_.capulet.example", "capulet.example", false)]
    [InlineData("_xmpp-server.", "capulet.example", false)]
    public void An_srv_id_is_for_its_service(string presented, string domain, bool isMatch) => Assert.Equal(
        isMatch ? CertificateNameKind.SrvId : CertificateNameKind.None,
        Parse(writer => Other(writer, SrvName, UniversalTagNumber.IA5String, presented)).Match(domain, CertificateNames.Server));

    [Fact]
    public void An_srv_id_for_another_service_does_no_harm_beside_a_dns_id()
    {
        var names = Parse(writer =>
        {
            Other(writer, SrvName, UniversalTagNumber.IA5String, "_xmpp-client.capulet.example");
            Dns(writer, "capulet.example");
        });
        Assert.Equal(CertificateNameKind.DnsId, names.Match("capulet.example", CertificateNames.Server));
        Assert.Equal("DNS capulet.example, SRV _xmpp-client.capulet.example", names.Describe());
    }

    [Theory]
    [InlineData("capulet.example", "capulet.example", true)]
    [InlineData("Bücher.example", "bücher.example", true)]
    [InlineData("juliet@capulet.example", "capulet.example", false)]
    [InlineData("capulet.example/balcony", "capulet.example", false)]
    [InlineData("*.capulet.example", "rooms.capulet.example", false)]
    [InlineData("capulet.example\0", "capulet.example", false)]
    public void An_xmpp_address_is_the_bare_domain(string presented, string domain, bool isMatch) => Assert.Equal(
        isMatch ? CertificateNameKind.XmppAddr : CertificateNameKind.None,
        Parse(writer => Other(writer, XmppAddr, UniversalTagNumber.UTF8String, presented)).Match(domain, CertificateNames.Server));

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("2001:db8::1", "[2001:db8::1]", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "3221225985", false)]
    public void An_address_is_found_among_addresses_only(string presented, string domain, bool isMatch)
    {
        var names = Parse(writer =>
        {
            writer.WriteOctetString(System.Net.IPAddress.Parse(presented).GetAddressBytes(), new Asn1Tag(TagClass.ContextSpecific, 7));
            Dns(writer, domain.Trim('[', ']').Replace(':', '-'));
        });
        Assert.Equal(isMatch, names.Match(domain, CertificateNames.Server) == CertificateNameKind.IpId);
    }

    [Fact]
    public void Letters_beyond_ascii_make_a_dns_id_no_name()
    {
        var names = Parse(writer => writer.WriteOctetString(Encoding.UTF8.GetBytes("bücher.example"), new Asn1Tag(TagClass.ContextSpecific, 2)));
        Assert.False(names.IsMalformed);
        Assert.Empty(names.DnsNames);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3000")]
    [InlineData("30038205")]
    [InlineData("300382056100")]
    [InlineData("30800000")]
    [InlineData("3004820161FF")]
    [InlineData("3005A0030601FF")]
    [InlineData("0500")]
    public void What_is_no_list_of_names_has_none(string hex)
    {
        var names = CertificateNames.Parse(Convert.FromHexString(hex));
        Assert.Equal(hex != "3000", names.IsMalformed);
        Assert.Equal(CertificateNameKind.None, names.Match("capulet.example", CertificateNames.Server));
    }

    [Fact]
    public void A_name_of_the_wrong_type_is_malformed() =>
        Assert.True(Parse(writer => Other(writer, XmppAddr, UniversalTagNumber.IA5String, "capulet.example")).IsMalformed);

    [Fact]
    public void Names_without_end_are_not_read() => Assert.True(Parse(writer =>
    {
        for (var i = 0; i < 2_000; i++) Dns(writer, $"n{i}.example");
    }).IsMalformed);

    [Fact]
    public void A_description_has_no_control_characters_and_an_end()
    {
        var names = Parse(writer =>
        {
            Other(writer, XmppAddr, UniversalTagNumber.UTF8String, "a\u001b[31m\nb" + new string('x', 2_000));
            for (var i = 0; i < 50; i++) Dns(writer, $"n{i}.example");
        });
        Assert.DoesNotContain(names.Describe(100), char.IsControl);
        Assert.True(names.Describe(100).Length < 1_500);
        Assert.EndsWith("and 41 more", names.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_bytes_are_read_without_a_fault() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(), bytes => CertificateNames.Parse(bytes).Match("capulet.example", CertificateNames.Server) == CertificateNameKind.None)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Changed_bytes_are_read_without_a_fault()
    {
        var good = Encode(writer =>
        {
            Dns(writer, "capulet.example");
            Other(writer, SrvName, UniversalTagNumber.IA5String, "_xmpp-server.capulet.example");
            Other(writer, XmppAddr, UniversalTagNumber.UTF8String, "capulet.example");
        });
        for (var at = 0; at < good.Length; at++)
        {
            for (var bit = 1; bit < 256; bit <<= 1)
            {
                var changed = (byte[])good.Clone();
                changed[at] ^= (byte)bit;
                var names = CertificateNames.Parse(changed);
                Assert.True(names.DnsNames.Count + names.Services.Count + names.XmppAddresses.Count <= 3);
                Assert.Equal(CertificateNameKind.None, names.Match("montague.example", CertificateNames.Server));
            }
        }
    }

    private static CertificateNames Parse(Action<AsnWriter> write) => CertificateNames.Parse(Encode(write));

    private static byte[] Encode(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence()) write(writer);
        return writer.Encode();
    }

    private static void Dns(AsnWriter writer, string name) => writer.WriteCharacterString(UniversalTagNumber.IA5String, name, new Asn1Tag(TagClass.ContextSpecific, 2));

    private static void Other(AsnWriter writer, string type, UniversalTagNumber encoding, string value)
    {
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0))) writer.WriteCharacterString(encoding, value);
        }
    }
}
