// An immutable XML element: a view on the UTF-8 bytes of a stanza and the index behind them.
using System.Buffers;

namespace Balcony.Xmpp.Xml;

/// <summary>An immutable element. Safe to share between threads; keeps the whole stanza's bytes alive.</summary>
public sealed class XmlElement
{
    /// <summary>The namespace of <c>xml:lang</c>.</summary>
    public const string XmlNs = "http://www.w3.org/XML/1998/namespace";

    /// <summary>The namespace of the stream's own elements (RFC 6120 §4.8.1).</summary>
    public const string StreamNs = "http://etherx.jabber.org/streams";

    private XmlElement(string contentNs) => ContentNs = contentNs;

    /// <summary>Local name.</summary>
    public string Name => throw new NotImplementedException();

    public string Namespace => throw new NotImplementedException();

    /// <summary>The content namespace of the stream that the element was read from: what an unqualified stanza is in.</summary>
    public string ContentNs { get; }

    /// <summary>The element's own bytes, as they are copied when it is routed.</summary>
    public ReadOnlyMemory<byte> Utf8 => throw new NotImplementedException();

    /// <summary>xml:lang of this very element; not inherited.</summary>
    public string? Lang => Attribute("lang", XmlNs);

    public XmlAttributes Attributes => new(this);

    public XmlChildren Children => new(this);

    public XmlElement? FirstChild => throw new NotImplementedException();

    /// <summary>The element's own character data, unescaped; that of its children left out; "" when there is none.</summary>
    public string Text => throw new NotImplementedException();

    /// <summary>Compares without allocating.</summary>
    public bool Is(string name, string ns) => throw new NotImplementedException(name + ns);

    /// <summary>The value of an attribute without namespace, unescaped; null when absent.</summary>
    public string? Attribute(string name) => throw new NotImplementedException(name);

    public string? Attribute(string name, string ns) => throw new NotImplementedException(name + ns);

    /// <summary>The unescaped UTF-8 value of an attribute without namespace; empty when absent. Allocates only when something was escaped.</summary>
    public ReadOnlySpan<byte> AttributeUtf8(ReadOnlySpan<byte> name) => throw new NotImplementedException();

    /// <summary>The value as it stands in the bytes; <paramref name="escaped"/> says that references or line ends have to be resolved.</summary>
    public bool TryGetAttributeUtf8(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value, out bool escaped) => throw new NotImplementedException();

    /// <summary>The first child of this name, or null.</summary>
    public XmlElement? Child(string name, string ns) => throw new NotImplementedException(name + ns);

    /// <summary>The element as a document of its own: namespaces in scope are declared.</summary>
    public string ToXml() => throw new NotImplementedException();

    public override string ToString() => ToXml();

    /// <summary>Copies the bytes of a stanza with the edits of <paramref name="stamp"/>, for a stream whose content namespace is the stanza's.</summary>
    public void WriteTo(IBufferWriter<byte> output, in RootStamp stamp) => throw new NotImplementedException();

    /// <summary>Reads one element; whitespace around it is allowed.</summary>
    /// <exception cref="Streams.StreamException">As the stream reader does.</exception>
    public static XmlElement Parse(string xml, string contentNs = "jabber:client") => throw new NotImplementedException(xml + contentNs);

    /// <inheritdoc cref="Parse(string, string)"/>
    public static XmlElement Parse(ReadOnlySpan<byte> utf8, string contentNs = "jabber:client") => throw new NotImplementedException(contentNs);

    /// <summary>Makes an element by writing it.</summary>
    public static XmlElement Build(Action<XmlWriter> write, string contentNs = "jabber:client") => throw new NotImplementedException(contentNs);
}
