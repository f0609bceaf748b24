// Table rows: XML in, canonical XML or stream error out.
using System.Text;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Xml;

public class XmlGoldenTests
{
    private const string Dialback = "<stream:stream xmlns='jabber:server' xmlns:db='jabber:server:dialback' xmlns:stream='http://etherx.jabber.org/streams'>";
    private const string PrefixFree = "<stream xmlns='http://etherx.jabber.org/streams' to='example.org' version='1.0'>";

    [Theory]
    [InlineData("<presence/>")]
    [InlineData("<message to='a@b' type=\"chat\"><body>Hello &amp; &lt;good&gt; &#x1F600; day</body></message>")]
    [InlineData("<iq  id = '1'\n type='get' ><query xmlns='jabber:iq:roster'/></iq >")]
    [InlineData("<message><body>]] > ]] ü ☃ 😀 \r\n</body><x xmlns='u'><![CDATA[<a>&]]]]><![CDATA[>]]></x></message>")]
    [InlineData("<message><f xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'/></f></message>")]
    [InlineData("<message><p:x xmlns:p='urn:p' p:a='1' a='2'><p:y/></p:x></message>")]
    [InlineData("<message xml:lang='de'><body xml:lang='en'>x</body></message>")]
    [InlineData("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")]
    [InlineData("<message><x xmlns=''><y/></x></message>")]
    [InlineData("<é.-·/>")]
    [InlineData("<a xmlns=''/>")]
    [InlineData("<xml:a/>")]
    public void Canonical_stanzas_are_kept_byte_for_byte(string xml) => Assert.Equal(xml, XmlReading.ReadStanza(xml));

    [Theory]
    [InlineData("<message xmlns='jabber:client'><body>x</body></message>", "<message><body>x</body></message>")]
    [InlineData("<message to='a' xmlns=\"jabber:client\"/>", "<message to='a'/>")]
    [InlineData("<message xmlns='jabber&#58;client'/>", "<message/>")]
    [InlineData("<m xmlns:p='u' xmlns = 'jabber:client' to='a' ><p:b c='1'/><d xmlns='v' e='2'>f</d><g/></m >",
        "<m xmlns:p='u' to='a' ><p:b c='1'/><d xmlns='v' e='2'>f</d><g/></m >")]
    [InlineData("<message><body xmlns='jabber:client'>x</body></message>", "<message><body>x</body></message>")]
    [InlineData("<stream:features><a xmlns='u'/><b/></stream:features>",
        "<features xmlns='http://etherx.jabber.org/streams'><a xmlns='u'/><b xmlns='jabber:client'/></features>")]
    [InlineData("<xml:a xmlns='jabber:client'><b/></xml:a>", "<xml:a><b/></xml:a>")]
    [InlineData("<stream:error/>", "<error xmlns='http://etherx.jabber.org/streams'/>")]
    [InlineData("<message stream:x='1'/>", "<message xmlns:stream='http://etherx.jabber.org/streams' stream:x='1'/>")]
    [InlineData("<message><stream:x/></message>", "<message xmlns:stream='http://etherx.jabber.org/streams'><stream:x/></message>")]
    [InlineData("<p:a xmlns:p='P' xmlns='X'><b/><p:c/></p:a>", "<a xmlns='P' xmlns:p='P'><b xmlns='X'/><p:c xmlns='X'/></a>")]
    public void What_leans_on_the_stream_is_rewritten(string xml, string canonical) => Assert.Equal(canonical, XmlReading.ReadStanza(xml));

    [Fact]
    public void Dialback_loses_its_prefix() => Assert.Equal(
        "<result xmlns='jabber:server:dialback' from='a' to='b'>key</result>",
        XmlReading.ReadStanza("<db:result from='a' to='b'>key</db:result>", contentNs: "jabber:server", header: Dialback));

    // RFC 6120 §4.8.2: "prefix-free canonicalization"
    [Theory]
    [InlineData("<message xmlns='jabber:client'><body>x</body></message>", "<message><body>x</body></message>")]
    [InlineData("<a xmlns=''/>", "<a xmlns=''/>")]
    [InlineData("<xml:a/>", "<xml:a/>")]
    [InlineData("<features/>", "<features xmlns='http://etherx.jabber.org/streams'/>")]
    public void A_stream_may_declare_no_content_namespace(string xml, string canonical) =>
        Assert.Equal(canonical, XmlReading.ReadStanza(xml, header: PrefixFree));

    [Theory]
    [InlineData("<a></b>", "not-well-formed")]
    [InlineData("</a>", "not-well-formed")]
    [InlineData("<a", "incomplete")]
    [InlineData("<a b='1' b='2'/>", "not-well-formed")]
    [InlineData("<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>", "not-well-formed")]
    [InlineData("<a b='1'c='2'/>", "not-well-formed")]
    [InlineData("<a b=1/>", "not-well-formed")]
    [InlineData("<a b/>", "not-well-formed")]
    [InlineData("<a b='<'/>", "not-well-formed")]
    [InlineData("<a b='&'/>", "not-well-formed")]
    [InlineData("< a/>", "not-well-formed")]
    [InlineData("<a:b:c/>", "not-well-formed")]
    [InlineData("<p:a/>", "not-well-formed")]
    [InlineData("<a p:b='1'/>", "not-well-formed")]
    [InlineData("<a xmlns:p=''/>", "not-well-formed")]
    [InlineData("<a xmlns:xml='u'/>", "not-well-formed")]
    [InlineData("<a xmlns:xmlns='u'/>", "not-well-formed")]
    [InlineData("<a xmlns='http://www.w3.org/XML/1998/namespace'/>", "not-well-formed")]
    [InlineData("<a>]]></a>", "not-well-formed")]
    [InlineData("<a>\u0001</a>", "not-well-formed")]
    [InlineData("<a>&#1;</a>", "not-well-formed")]
    [InlineData("<a>&#xD800;</a>", "not-well-formed")]
    [InlineData("<a>&#x110000;</a>", "not-well-formed")]
    [InlineData("<a>&#;</a>", "not-well-formed")]
    [InlineData("<a>\uFFFE</a>", "not-well-formed")]
    [InlineData("<a b='\uFFFF'/>", "not-well-formed")]
    [InlineData("<a>&foo;</a>", "restricted-xml")]
    [InlineData("<a>&foo </a>", "not-well-formed")]
    [InlineData("<a><!-- c --></a>", "restricted-xml")]
    [InlineData("<!-- c -->", "restricted-xml")]
    [InlineData("<a><?pi?></a>", "restricted-xml")]
    [InlineData("<?pi?>", "restricted-xml")]
    [InlineData("<!DOCTYPE a>", "restricted-xml")]
    [InlineData("<a><![INCLUDE[", "not-well-formed")]
    [InlineData("text", "bad-format")]
    [InlineData("&#32;", "bad-format")]
    [InlineData("<![CDATA[ ]]>", "bad-format")]
    [InlineData("\u0000", "not-well-formed")]
    [InlineData("<p:message xmlns:p='jabber:client'/>", "bad-namespace-prefix")]
    [InlineData("<message><p:body xmlns:p='jabber:client'/></message>", "bad-namespace-prefix")]
    public void Broken_xml_gets_its_condition(string xml, string condition) => Assert.Equal(condition, XmlReading.ReadStanza(xml));

    [Theory]
    [InlineData("", "StreamOpen")]
    [InlineData("<?xml version='1.0'?>", "StreamOpen")]
    [InlineData("<?xml version=\"1.0\" encoding='utf-8' standalone='yes' ?>\n ", "StreamOpen")]
    [InlineData("\uFEFF<?xml version='1.0' encoding='UTF-8'?>", "StreamOpen")]
    [InlineData(" \n", "StreamOpen")]
    [InlineData(" <?xml version='1.0'?>", "restricted-xml")]
    [InlineData("<?xml version='1.0' encoding='ISO-8859-1'?>", "unsupported-encoding")]
    [InlineData("<?xml encoding='UTF-8'?>", "not-well-formed")]
    [InlineData("<?xml version='1.0'>", "not-well-formed")]
    [InlineData("<?xml-stylesheet href='x'?>", "restricted-xml")]
    [InlineData("<!DOCTYPE x [<!ENTITY y 'z'>]>", "restricted-xml")]
    [InlineData("<!-- -->", "restricted-xml")]
    [InlineData("GET / HTTP/1.1", "not-well-formed")]
    [InlineData("</stream:stream>", "not-well-formed")]
    public void What_may_stand_before_the_header(string prolog, string first) =>
        Assert.Equal(first, XmlReading.ReadAll(prolog + XmlReading.Header)[0].Split(' ')[0]);

    [Theory]
    [InlineData("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/stream'>", "invalid-namespace")]
    [InlineData("<stream:stream xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams'>", "invalid-namespace")]
    [InlineData("<stream xmlns='jabber:client'>", "invalid-namespace")]
    [InlineData("<message/>", "invalid-namespace")]
    [InlineData("<stream:stream xmlns='jabber:client'>", "not-well-formed")]
    [InlineData("<s:stream xmlns='jabber:client' xmlns:s='http://etherx.jabber.org/streams'>", "StreamOpen")]
    [InlineData("<stream:stream xmlns:stream='http://etherx.jabber.org/streams'>", "StreamOpen")]
    public void Headers_are_known_by_their_namespaces(string header, string first) =>
        Assert.Equal(first, XmlReading.ReadAll(header)[0].Split(' ')[0]);

    [Theory]
    [InlineData(new byte[] { 0xFE, 0xFF, 0, (byte)'<' }, "unsupported-encoding")]
    [InlineData(new byte[] { (byte)'<', 0 }, "unsupported-encoding")]
    [InlineData(new byte[] { 0xEF, 0xBF, 0xBD }, "not-well-formed")]
    [InlineData(new byte[] { 0xC3, 0x28 }, "not-well-formed")]
    public void Other_encodings_are_refused(byte[] bytes, string condition) => Assert.Equal([condition], XmlReading.ReadAll(bytes));

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBF, 0xBE, 0xFF }, "not-well-formed")]
    [InlineData(new byte[] { 0xC3, 0xBC, 0xFF, 0xEF, 0xBF, 0xBE }, "unsupported-encoding")]
    public void The_first_fault_decides(byte[] text, string condition)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(XmlReading.Header + "<a>"), .. text, .. "</a>"u8];
        Assert.Equal(condition, XmlReading.ReadAll(bytes)[^1]);
        Assert.Equal(condition, XmlReading.ReadAll(bytes.Select(b => new[] { b }))[^1]);
    }

    [Fact]
    public void Half_a_byte_order_mark_is_no_header() =>
        Assert.Equal(["not-well-formed"], XmlReading.ReadAll([[0xEF], [0xBF, 0xBE], [(byte)'<']]));

    [Theory]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 })]
    [InlineData(new byte[] { 0x80 })]
    public void Malformed_utf8_is_an_encoding_error(byte[] bytes)
    {
        byte[][] places = [[.. "<a>"u8, .. bytes, .. "</a>"u8], [.. "<a b='"u8, .. bytes, .. "'/>"u8], [.. "<a><![CDATA["u8, .. bytes, .. "]]></a>"u8], [.. "<a"u8, .. bytes, .. " />"u8]];
        foreach (var place in places)
            Assert.Equal("unsupported-encoding", XmlReading.ReadAll([.. Encoding.UTF8.GetBytes(XmlReading.Header), .. place])[^1]);
    }

    [Fact]
    public void A_stream_has_a_header_stanzas_and_an_end() => Assert.Equal(
        [$"StreamOpen {XmlReading.Header[..^1]}/>", "Element <presence/>", "Element <a/>", "StreamClose"],
        XmlReading.ReadAll(XmlReading.Header + "\n <presence/><a/> </stream:stream > <what ever"));

    [Fact]
    public void An_empty_header_closes_the_stream_at_once() =>
        Assert.Equal("StreamClose", XmlReading.ReadAll(XmlReading.Header[..^1] + " />")[1]);

    [Fact]
    public void Whitespace_between_stanzas_is_seen_once_per_read()
    {
        using var reader = new XmlStreamReader(new XmlLimits(), "jabber:client");
        ReadOnlySpan<byte> input = Encoding.UTF8.GetBytes(XmlReading.Header + " \n ");
        Assert.Equal(XmlReadKind.StreamOpen, reader.Read(ref input).Kind);
        Assert.Equal(XmlReadKind.Whitespace, reader.Read(ref input).Kind);
        Assert.Equal(XmlReadKind.NeedMoreData, reader.Read(ref input).Kind);
    }

    [Fact]
    public void After_a_restart_a_new_header_is_read()
    {
        using var reader = new XmlStreamReader(new XmlLimits(), "jabber:client");
        for (var i = 0; i < 2; i++)
        {
            ReadOnlySpan<byte> input = Encoding.UTF8.GetBytes("<?xml version='1.0'?>" + XmlReading.Header + "<auth/><half");
            Assert.Equal(XmlReadKind.StreamOpen, reader.Read(ref input).Kind);
            Assert.Equal(XmlReadKind.Element, reader.Read(ref input).Kind);
            Assert.Equal(XmlReadKind.NeedMoreData, reader.Read(ref input).Kind);
            Assert.True(reader.HoldsData);
            reader.Restart();
            Assert.False(reader.HoldsData);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("x")]
    [InlineData("<a/>x")]
    [InlineData("<a/><b/>")]
    [InlineData("<a>")]
    public void Parse_takes_exactly_one_element(string xml) =>
        Assert.Equal(StreamCondition.NotWellFormed, Assert.Throws<StreamException>(() => XmlElement.Parse(xml)).Condition);
}
