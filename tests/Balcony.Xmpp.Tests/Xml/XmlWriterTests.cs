// What the writer puts out, exactly.
using System.Text;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Xml;

public class XmlWriterTests
{
    [Fact]
    public void Namespaces_are_declared_where_they_change() => Golden(
        "<iq type='get'><query xmlns='jabber:iq:roster'><item><group>a</group></item></query><x/></iq>",
        w => w.Start("iq").Attribute("type", "get").Start("query", "jabber:iq:roster").Start("item").TextElement("group", null, "a").End().End()
            .Start("x", "jabber:client").End().End());

    [Fact]
    public void No_namespace_is_a_namespace() => Golden("<a><b xmlns=''><c/></b></a>", w => w.Start("a").Start("b", "").Start("c").End().End().End());

    [Fact]
    public void An_absent_value_writes_nothing() => Golden(
        "<a c=''><b/></a>", w => w.Start("a").Attribute("b", null).Attribute("c", "").Lang(null).TextElement("b", null, null).Text(null).End());

    [Fact]
    public void Text_and_values_are_escaped() => Golden(
        "<a b='&lt;&gt;&amp;&apos;&quot;&#9;&#10;&#13;ü😀'>&lt;&gt;&amp;'\"\t\n&#13;ü😀</a>",
        w => w.Start("a").Attribute("b", "<>&'\"\t\n\rü😀").Text("<>&'\"\t\n\rü😀").End());

    [Fact]
    public void What_xml_forbids_becomes_a_replacement_character() => Golden(
        "<a b='\uFFFD\uFFFD'>\uFFFD\uFFFDx\uFFFD</a>", w => w.Start("a").Attribute("b", "\0\uFFFF").Text("\uD800\u0001x\uDC00").End());

    [Theory]
    [InlineData("a b")]
    [InlineData("a>")]
    [InlineData("a='1'")]
    [InlineData("")]
    public void A_name_cannot_smuggle_markup(string name)
    {
        using var writer = new XmlWriter();
        Assert.Throws<ArgumentException>(() => writer.Start(name));
        Assert.Throws<ArgumentException>(() => new XmlWriter().Start("a").Attribute(name, "1"));
    }

    [Fact]
    public void Attributes_and_ends_have_their_place()
    {
        using var writer = new XmlWriter();
        Assert.Throws<InvalidOperationException>(() => writer.End());
        Assert.Throws<InvalidOperationException>(() => writer.Start("a").Text("x").Attribute("b", "1"));
    }

    [Theory]
    [InlineData("<x xmlns='u'><y/></x>", "<x xmlns='u'><y/></x>")]
    [InlineData("<body>x</body>", "<body xmlns='jabber:client'>x</body>")]
    [InlineData("<x xmlns=''/>", "<x xmlns=''/>")]
    [InlineData("<p:x xmlns:p='u'><y/></p:x>", "<x xmlns='u' xmlns:p='u'><y xmlns='jabber:client'/></x>")]
    public void A_copy_declares_what_its_new_place_does_not(string xml, string copy) =>
        Golden($"<f xmlns='urn:f'>{copy}</f>", w => w.Start("f", "urn:f").Element(XmlElement.Parse(xml)).End());

    [Fact]
    public void A_copied_part_declares_the_prefixes_it_had()
    {
        var part = XmlElement.Parse("<m xmlns:p='u' xmlns:q='v' xmlns:r='unused'><p:x xmlns:q='w' q:a='1'><y/></p:x></m>").FirstChild!;
        Golden("<f xmlns='urn:f'><p:x xmlns='jabber:client' xmlns:p='u' xmlns:q='w' q:a='1'><y/></p:x></f>", w => w.Start("f", "urn:f").Element(part).End());
    }

    [Fact]
    public void The_buffer_grows_and_is_used_again()
    {
        using var writer = new XmlWriter();
        var text = new string('<', 100_000);
        for (var i = 0; i < 2; i++)
        {
            writer.Clear();
            Assert.Equal(text, XmlElement.Parse(writer.Start("a").Text(text).End().Written.Span).Text);
        }
    }

    [Fact]
    public void A_start_tag_alone_is_closed_when_it_is_taken()
    {
        using var writer = new XmlWriter();
        Assert.Equal("<open>", Encoding.UTF8.GetString(writer.Start("open").Written.Span));
    }

    private static void Golden(string xml, Action<XmlWriter> write)
    {
        using var writer = new XmlWriter();
        write(writer);
        Assert.Equal(xml, Encoding.UTF8.GetString(writer.Written.Span));
    }
}
