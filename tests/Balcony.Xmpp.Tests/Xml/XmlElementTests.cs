// Reading an element: names, attributes, children, text.
using System.Text;
using Balcony.Xmpp.Xml;
using Xunit;

namespace Balcony.Xmpp.Tests.Xml;

public class XmlElementTests
{
    private static readonly XmlElement Message = XmlElement.Parse(
        "<message to='a&amp;b' type='chat' xml:lang='de' xmlns:p='urn:p' p:to='c'>t1<body>x &lt; y</body>t2&amp;<x xmlns='u'><z/><z/></x><p:w/></message>");

    [Fact]
    public void Attributes_are_found_by_name_and_namespace()
    {
        Assert.Equal("a&b", Message.Attribute("to"));
        Assert.Equal("a&b", Message.Attribute("to", ""));
        Assert.Equal("c", Message.Attribute("to", "urn:p"));
        Assert.Equal("de", Message.Lang);
        Assert.Null(Message.Attribute("lang"));
        Assert.Null(Message.Attribute("p:to"));
        Assert.Null(Message.Attribute("xmlns"));
        Assert.Equal(
            [new("to", "", "a&b"), new("type", "", "chat"), new("lang", XmlElement.XmlNs, "de"), new XmlAttribute("to", "urn:p", "c")],
            Message.Attributes);
    }

    [Fact]
    public void Attributes_are_found_in_utf8()
    {
        Assert.True(Message.TryGetAttributeUtf8("to"u8, out var raw, out var escaped));
        Assert.Equal("a&amp;b", Encoding.UTF8.GetString(raw));
        Assert.True(escaped);
        Assert.Equal("a&b", Encoding.UTF8.GetString(Message.AttributeUtf8("to"u8)));
        Assert.Equal("chat", Encoding.UTF8.GetString(Message.AttributeUtf8("type"u8)));
        Assert.False(Message.TryGetAttributeUtf8("from"u8, out _, out _));
        Assert.True(Message.AttributeUtf8("from"u8).IsEmpty);
    }

    [Fact]
    public void Children_are_walked_and_found()
    {
        Assert.Equal(3, Message.Children.Count);
        Assert.Equal(["body", "x", "w"], Message.Children.Select(c => c.Name));
        Assert.Equal(["jabber:client", "u", "urn:p"], Message.Children.Select(c => c.Namespace));
        Assert.Equal("body", Message.FirstChild!.Name);
        Assert.Null(Message.FirstChild!.FirstChild);
        Assert.Equal(2, Message.Child("x", "u")!.Children.Count);
        Assert.Null(Message.Child("x", "v"));
        Assert.Null(Message.Child("z", "u"));
        Assert.True(Message.Child("w", "urn:p")!.Is("w", "urn:p"));
        Assert.Empty(Message.FirstChild!.Children);
    }

    [Fact]
    public void Text_is_the_elements_own()
    {
        Assert.Equal("t1t2&", Message.Text);
        Assert.Equal("x < y", Message.FirstChild!.Text);
        Assert.Equal("", Message.Child("x", "u")!.Text);
    }

    [Theory]
    [InlineData("<a>1\r\n2\r3\n4</a>", "1\n2\n3\n4")]
    [InlineData("<a><![CDATA[<&\r\n]]]]><![CDATA[>]]>&#13;</a>", "<&\n]]>\r")]
    [InlineData("<a>&#x1F600;&#128512;&lt;&gt;&amp;&apos;&quot;</a>", "😀😀<>&'\"")]
    public void Text_is_unescaped(string xml, string text) => Assert.Equal(text, XmlElement.Parse(xml).Text);

    [Fact]
    public void Values_are_normalised() => Assert.Equal("1 2 3 4\n5", XmlElement.Parse("<a b='1\r\n2\t3\n4&#10;5'/>").Attribute("b"));

    [Fact]
    public void Known_names_are_one_object()
    {
        Assert.Same("message", Message.Name);
        Assert.Same(Message.FirstChild!.Name, XmlElement.Parse("<body/>").Name);
        Assert.Same(XmlElement.Parse("<never-heard-of/>").Name, XmlElement.Parse("<never-heard-of/>").Name);
    }

    [Fact]
    public void A_part_stands_alone_as_a_document()
    {
        Assert.Equal("<body xmlns='jabber:client'>x &lt; y</body>", Message.FirstChild!.ToXml());
        Assert.Equal("<z xmlns='u'/>", XmlElement.Parse("<x xmlns='u'><z/></x>").FirstChild!.ToXml());
        Assert.Equal("<a xmlns='jabber:server'/>", XmlElement.Parse("<a/>", "jabber:server").ToString());
    }

    [Fact]
    public void A_stanza_means_the_same_in_another_stream()
    {
        var stanza = XmlElement.Parse("<message><body/><x xmlns='u'/></message>", "jabber:server").InContent("jabber:client");
        Assert.Equal("jabber:client", stanza.Namespace);
        Assert.NotNull(stanza.Child("body", "jabber:client"));
        Assert.NotNull(stanza.Child("x", "u"));
        Assert.Same(stanza, stanza.InContent("jabber:client"));
    }
}
