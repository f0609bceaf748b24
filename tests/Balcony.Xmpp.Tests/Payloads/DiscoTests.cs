// XEP-0030, 0059, 0115, 0128: discovery, pages, and the hash of capabilities.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Xunit;

namespace Balcony.Xmpp.Tests.Payloads;

public sealed class DiscoTests
{
    private const string InfoNs = "http://jabber.org/protocol/disco#info";

    [Fact]
    public void Info()
    {
        Golden.Check(new DiscoInfoQuery(), $"<query xmlns='{InfoNs}'/>");
        Golden.Check(new DiscoInfoQuery("music/D"), $"<query xmlns='{InfoNs}' node='music/D'/>");
        Golden.Check(
            new DiscoInfo("n")
            {
                Identities = [new DiscoIdentity("server", "im", "Capulet", "en"), new DiscoIdentity("pubsub", "pep")],
                Features = ["urn:xmpp:ping"],
                Forms = [DataForm.Result("urn:f", new FormField("a", null, "1"))],
            },
            $"<query xmlns='{InfoNs}' node='n'><identity category='server' type='im' name='Capulet' xml:lang='en'/>"
            + "<identity category='pubsub' type='pep'/><feature var='urn:xmpp:ping'/><x xmlns='jabber:x:data' type='result'>"
            + "<field var='FORM_TYPE' type='hidden'><value>urn:f</value></field><field var='a'><value>1</value></field></x></query>");
    }

    [Theory]
    [InlineData("<identity type='im'/>")]
    [InlineData("<identity category='server'/>")]
    [InlineData("<identity category='' type='im'/>")]
    [InlineData("<feature/>")]
    public void Broken_info_is_refused(string content) =>
        Assert.Equal("bad-request", Golden.ReadError<DiscoInfo>($"<query xmlns='{InfoNs}'>{content}</query>"));

    [Fact]
    public void Items_and_their_pages()
    {
        const string Ns = "http://jabber.org/protocol/disco#items";
        Golden.Check(new DiscoItemsQuery("n"), $"<query xmlns='{Ns}' node='n'/>");
        Golden.Check(new DiscoItemsQuery(null, new PageRequest(20, Before: "")),
            $"<query xmlns='{Ns}'><set xmlns='http://jabber.org/protocol/rsm'><max>20</max><before/></set></query>");
        Golden.Check(
            new DiscoItems(null, new Page("a", "b", 0, 2)) { Items = [new DiscoItem(Jid.Parse("capulet.lit"), "n", "Books"), new DiscoItem(Jid.Parse("x.lit"))] },
            $"<query xmlns='{Ns}'><item jid='capulet.lit' node='n' name='Books'/><item jid='x.lit'/>"
            + "<set xmlns='http://jabber.org/protocol/rsm'><first index='0'>a</first><last>b</last><count>2</count></set></query>");
        Assert.Equal("bad-request", Golden.ReadError<DiscoItems>($"<query xmlns='{Ns}'><item/></query>"));
        Assert.Equal("jid-malformed", Golden.ReadError<DiscoItems>($"<query xmlns='{Ns}'><item jid='@'/></query>"));
    }

    [Fact]
    public void Pages()
    {
        Golden.Check(new PageRequest(0), "<set xmlns='http://jabber.org/protocol/rsm'><max>0</max></set>");
        Golden.Check(new PageRequest(10, After: "p&q"), "<set xmlns='http://jabber.org/protocol/rsm'><max>10</max><after>p&amp;q</after></set>");
        Golden.Check(new PageRequest(10, Index: 371), "<set xmlns='http://jabber.org/protocol/rsm'><max>10</max><index>371</index></set>");
        Golden.Check(new Page(Count: 800), "<set xmlns='http://jabber.org/protocol/rsm'><count>800</count></set>");
        Assert.Equal("bad-request", Golden.ReadError<PageRequest>("<set xmlns='http://jabber.org/protocol/rsm'><max>-1</max></set>"));
        Assert.Equal("bad-request", Golden.ReadError<PageRequest>("<set xmlns='http://jabber.org/protocol/rsm'><max>many</max></set>"));
    }

    [Fact]
    public void Capabilities_in_presence()
    {
        var caps = Golden.Check(new Caps("http://psi-im.org", "q07IKJEyjvHSyhy//CH0CxmKi8w="),
            "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='http://psi-im.org' ver='q07IKJEyjvHSyhy//CH0CxmKi8w='/>");
        Assert.Equal("http://psi-im.org#q07IKJEyjvHSyhy//CH0CxmKi8w=", caps.InfoNode);
        Assert.Equal("bad-request", Golden.ReadError<Caps>("<c xmlns='http://jabber.org/protocol/caps' node='n' ver='0.9'/>"));
    }

    [Fact]
    public void The_simple_example_hashes_as_section_5_2_says() => Assert.Equal("QgayPKawpkPSDYmwT/WM94uAlu0=", CapsHash.Compute(new DiscoInfo
    {
        Identities = [new DiscoIdentity("client", "pc", "Exodus 0.9.1")],
        Features =
        [
            "http://jabber.org/protocol/muc", "http://jabber.org/protocol/disco#info", "http://jabber.org/protocol/disco#items",
            "http://jabber.org/protocol/caps",
        ],
    }));

    [Fact]
    public void The_complex_example_hashes_as_section_5_3_says()
    {
        Assert.Equal("q07IKJEyjvHSyhy//CH0CxmKi8w=", CapsHash.Compute(Complex));
        Assert.True(new Caps("n", "q07IKJEyjvHSyhy//CH0CxmKi8w=").IsVerifiedBy(Complex));
        Assert.False(new Caps("n", "q07IKJEyjvHSyhy//CH0CxmKi8w=").IsVerifiedBy(Complex with { Features = [] }));
        Assert.False(new Caps("n", "q07IKJEyjvHSyhy//CH0CxmKi8w=", "sha-256").IsVerifiedBy(Complex));
    }

    [Fact]
    public void A_form_without_a_hidden_form_type_does_not_count() => Assert.Equal(CapsHash.Compute(Complex), CapsHash.Compute(Complex with
    {
        Forms =
        [
            .. Complex.Forms, DataForm.Result(null, new FormField("a", null, "1")),
            DataForm.Result(null, new FormField("FORM_TYPE", FormFieldType.TextSingle, "urn:visible")),
        ],
    }));

    [Fact]
    public void What_is_ambiguous_has_no_hash()
    {
        Assert.Null(CapsHash.Compute(Complex with { Features = ["a", "a"] }));
        Assert.Null(CapsHash.Compute(Complex with { Identities = [.. Complex.Identities, Complex.Identities[0]] }));
        Assert.Null(CapsHash.Compute(Complex with { Forms = [.. Complex.Forms, Complex.Forms[0]] }));
        Assert.Null(CapsHash.Compute(Complex with
        {
            Forms = [DataForm.Result(null, new FormField("FORM_TYPE", FormFieldType.Hidden) { Values = ["urn:a", "urn:b"] })],
        }));
        Assert.Throws<ArgumentException>(() => Caps.For("n", Complex with { Features = ["a", "a"] }));
    }

    // U+FF21 sorts before U+1D400 in UTF-8, and behind its surrogates in UTF-16.
    [Theory]
    [InlineData("\uFF21", "\U0001D400")]
    [InlineData("\U0001D400", "\uFF21")]
    public void Sorting_is_by_bytes_of_utf8(string one, string other) =>
        Assert.Equal("RjnipdeRJ+j29A+64/oZeuBYKsY=", CapsHash.Compute(new DiscoInfo { Features = [one, other] }));

    private static DiscoInfo Complex => Golden.Read<DiscoInfo>(
        $"<query xmlns='{InfoNs}' node='http://psi-im.org#q07IKJEyjvHSyhy//CH0CxmKi8w='>"
        + "<identity xml:lang='en' category='client' name='Psi 0.11' type='pc'/><identity xml:lang='el' category='client' name='\u03A8 0.11' type='pc'/>"
        + "<feature var='http://jabber.org/protocol/caps'/><feature var='http://jabber.org/protocol/disco#info'/>"
        + "<feature var='http://jabber.org/protocol/disco#items'/><feature var='http://jabber.org/protocol/muc'/>"
        + "<x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:dataforms:softwareinfo</value></field>"
        + "<field var='ip_version' type='text-multi'><value>ipv4</value><value>ipv6</value></field><field var='os'><value>Mac</value></field>"
        + "<field var='os_version'><value>10.5.1</value></field><field var='software'><value>Psi</value></field>"
        + "<field var='software_version'><value>0.11</value></field></x></query>");
}
