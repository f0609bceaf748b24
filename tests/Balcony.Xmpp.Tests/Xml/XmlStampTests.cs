// Routing's edits: stanza in, stamp, exact bytes out.
using System.Text;
using Balcony.Xmpp.Xml;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Balcony.Xmpp.Tests.Xml;

public class XmlStampTests
{
    [Theory]
    [InlineData("<message/>")]
    [InlineData("<message to=\"a\" from='b' id='c' xml:lang='de'><body>x</body></message >")]
    public void An_empty_stamp_copies_the_bytes(string xml) => Assert.Equal(xml, Stamp(xml, default));

    [Theory]
    [InlineData("<message/>", "<message from='f' to='t' id='i'/>")]
    [InlineData("<message to=\"a\" type='chat'><body/></message>", "<message from='f' to='t' id='i' type='chat'><body/></message>")]
    [InlineData("<iq\n from = '1'\tid='2' to='3' />", "<iq from='f' to='t' id='i' />")]
    [InlineData("<m xmlns:p='u' p:to='1' tox='2' x='to'/>", "<m from='f' to='t' id='i' xmlns:p='u' p:to='1' tox='2' x='to'/>")]
    public void Addresses_are_replaced_or_added(string xml, string stamped) => Assert.Equal(stamped, Stamp(xml, new RootStamp
    {
        From = AttributeStamp.Set("f"u8),
        To = AttributeStamp.Set("t"u8),
        Id = AttributeStamp.Set("i"u8),
    }));

    [Theory]
    [InlineData("<message to='a' type='chat'/>", "<message type='chat'/>")]
    [InlineData("<message\nfrom = \"x\"\n>to</message>", "<message\n>to</message>")]
    [InlineData("<message/>", "<message/>")]
    public void Addresses_are_removed(string xml, string stamped) =>
        Assert.Equal(stamped, Stamp(xml, new RootStamp { From = AttributeStamp.Remove, To = AttributeStamp.Remove }));

    [Theory]
    [InlineData("<message/>", "<message xml:lang='en'/>")]
    [InlineData("<message to='a' ><body xml:lang='fr'/></message>", "<message to='a'  xml:lang='en'><body xml:lang='fr'/></message>")]
    [InlineData("<message xml:lang=''/>", "<message xml:lang=''/>")]
    public void The_streams_language_is_added_where_there_is_none(string xml, string stamped) =>
        Assert.Equal(stamped, Stamp(xml, new RootStamp { DefaultLang = "en"u8 }));

    [Theory]
    [InlineData("<message to='a'/>", "<message xmlns='jabber:client' to='a'/>")]
    [InlineData("<r xmlns='urn:xmpp:sm:3'/>", "<r xmlns='urn:xmpp:sm:3'/>")]
    public void The_content_namespace_is_declared_on_request(string xml, string stamped) =>
        Assert.Equal(stamped, Stamp(xml, new RootStamp { Xmlns = "jabber:client"u8 }));

    [Theory]
    [InlineData("<message/>", "<message><d xmlns='d'/></message>")]
    [InlineData("<message ></message >", "<message ><d xmlns='d'/></message >")]
    [InlineData("<message>a<b/>c</message>", "<message>a<b/>c<d xmlns='d'/></message>")]
    public void Elements_are_appended(string xml, string stamped) =>
        Assert.Equal(stamped, Stamp(xml, new RootStamp { Append = "<d xmlns='d'/>"u8 }));

    [Theory]
    [InlineData("<m><a/>1<b><a/></b>2<c/></m>", "0", "<m>1<b><a/></b>2<c/></m>")]
    [InlineData("<m><a/>1<b><a/></b>2<c/></m>", "1,2", "<m><a/>12</m>")]
    [InlineData("<m><a/><b/><c/></m>", "0,1,2", "<m></m>")]
    [InlineData("<m><a/></m>", "5", "<m><a/></m>")]
    public void Children_are_left_out(string xml, string without, string stamped) =>
        Assert.Equal(stamped, Stamp(xml, new RootStamp { Without = without.Split(',').Select(int.Parse).ToArray() }));

    [Fact]
    public void Everything_at_once() => Assert.Equal(
        "<message xmlns='jabber:client' from='f' type='chat' xml:lang='en'><body>x</body><stanza-id xmlns='urn:xmpp:sid:0' id='2'/></message>",
        Stamp("<message to='a' from='forged' type='chat'><stanza-id xmlns='urn:xmpp:sid:0' id='1'/><body>x</body></message>", new RootStamp
        {
            From = AttributeStamp.Set("f"u8),
            To = AttributeStamp.Remove,
            DefaultLang = "en"u8,
            Xmlns = "jabber:client"u8,
            Append = "<stanza-id xmlns='urn:xmpp:sid:0' id='2'/>"u8,
            Without = [0],
        }));

    [Fact]
    public void A_stamp_changes_what_it_says_and_nothing_else() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var element = XmlElement.Parse(new XmlGenerator(random) { WithAstral = true }.Element(), "");
            var expected = XmlOracle.ReadInContext(XmlReading.Utf8(element), "");
            expected.SetAttributeValue("to", "t&'");
            expected.SetAttributeValue("from", null);
            var dropped = expected.Elements().Select((child, i) => (child, i)).Where(_ => random.Next(2) == 0).ToList();
            dropped.ForEach(d => d.child.Remove());
            expected.Add(new System.Xml.Linq.XElement("delay"));
            var stamped = Stamp(element, new RootStamp
            {
                To = AttributeStamp.Set("t&amp;&apos;"u8),
                From = AttributeStamp.Remove,
                Append = "<delay xmlns=''/>"u8,
                Without = dropped.Select(d => d.i).ToArray(),
            });
            Assert.Equal(XmlOracle.Dump(expected), XmlOracle.Dump(XmlOracle.ReadInContext(stamped, "")));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithQuietOnSuccess(true));

    [Fact]
    public void Only_a_whole_stanza_is_stamped() =>
        Assert.Throws<InvalidOperationException>(() => Stamp(XmlElement.Parse("<a><b/></a>").FirstChild!, default));

    private static string Stamp(string xml, in RootStamp stamp) => Stamp(XmlElement.Parse(xml), stamp);

    private static string Stamp(XmlElement element, in RootStamp stamp)
    {
        using var writer = new XmlWriter();
        element.WriteTo(writer, stamp);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }
}
