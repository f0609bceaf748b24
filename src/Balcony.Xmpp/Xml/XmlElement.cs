// An immutable XML element: a view on the UTF-8 bytes of a stanza and the index behind them.
using System.Buffers;
using System.Text;

namespace Balcony.Xmpp.Xml;

/// <summary>An immutable element. Safe to share between threads; keeps the whole stanza's bytes alive.</summary>
public sealed partial class XmlElement
{
    /// <summary>The namespace of <c>xml:lang</c>.</summary>
    public const string XmlNs = "http://www.w3.org/XML/1998/namespace";

    /// <summary>The namespace of the stream's own elements (RFC 6120 §4.8.1).</summary>
    public const string StreamNs = "http://etherx.jabber.org/streams";

    private readonly byte[] _data;
    private readonly int _length;
    private readonly int _node;
    private string? _name;
    private string? _namespace;

    internal XmlElement(byte[] data, int length, int node, string contentNs)
    {
        _data = data;
        _length = length;
        _node = node;
        ContentNs = contentNs;
    }

    /// <summary>Local name.</summary>
    public string Name => _name ??= XmlNames.Intern(LocalName(Index));

    public string Namespace => _namespace ??= NamespaceOf(Index, Index.Nodes[_node].Ns);

    /// <summary>The content namespace of the stream that the element was read from: what an unqualified stanza is in.</summary>
    public string ContentNs { get; }

    /// <summary>The element's own bytes. Of a stanza: canonical, with neither prefix nor xmlns on a root in the content namespace.</summary>
    public ReadOnlyMemory<byte> Utf8
    {
        get
        {
            ref readonly var node = ref Index.Nodes[_node];
            return _data.AsMemory(node.Start, node.End - node.Start);
        }
    }

    /// <summary>xml:lang of this very element; not inherited.</summary>
    public string? Lang => Attribute("lang", XmlNs);

    public XmlAttributes Attributes => new(this);

    public XmlChildren Children => new(this);

    public XmlElement? FirstChild
    {
        get
        {
            var child = NextChild(-1);
            return child < 0 ? null : At(child);
        }
    }

    /// <summary>The element's own character data, unescaped; that of its children left out; "" when there is none.</summary>
    public string Text
    {
        get
        {
            var index = Index;
            ref readonly var node = ref index.Nodes[_node];
            var end = node.ContentEnd(index.Text);
            if (node.Next == _node + 1)
            {
                var raw = index.Text[node.Content..end];
                return raw.IsEmpty ? "" : node.HasEscapedText ? XmlEscapes.Unescape(raw, isAttribute: false) : Encoding.UTF8.GetString(raw);
            }
            return MixedText(index, end);
        }
    }

    private XmlIndex Index => XmlIndex.Of(_data, _length);

    /// <summary>Compares without allocating.</summary>
    public bool Is(string name, string ns) => Is(Index, _node, name, ns);

    /// <summary>The value of an attribute without namespace, unescaped; null when absent.</summary>
    public string? Attribute(string name)
    {
        var index = Index;
        foreach (ref readonly var attribute in index.AttributesOf(_node))
        {
            if (attribute.PrefixLength == 0 && !attribute.IsDeclaration && XmlNames.Same(attribute.FullName(index.Text), name))
                return Value(index, attribute);
        }
        return null;
    }

    public string? Attribute(string name, string ns)
    {
        if (ns.Length == 0)
            return Attribute(name);
        var index = Index;
        foreach (ref readonly var attribute in index.AttributesOf(_node))
        {
            if (attribute.PrefixLength != 0 && !attribute.IsDeclaration && XmlNames.Same(attribute.Local(index.Text), name)
                && PrefixNamespace(index, attribute.Prefix(index.Text)) == ns)
                return Value(index, attribute);
        }
        return null;
    }

    /// <summary>The unescaped UTF-8 value of an attribute without namespace; empty when absent. Allocates only when something was escaped.</summary>
    public ReadOnlySpan<byte> AttributeUtf8(ReadOnlySpan<byte> name)
    {
        if (!TryGetAttributeUtf8(name, out var value, out var isEscaped) || !isEscaped)
            return value;
        var unescaped = new byte[value.Length];
        return unescaped.AsSpan(0, XmlEscapes.Unescape(value, unescaped, isAttribute: true));
    }

    /// <summary>The value as it stands in the bytes; <paramref name="escaped"/> says that references or line ends have to be resolved.</summary>
    public bool TryGetAttributeUtf8(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value, out bool escaped)
    {
        var index = Index;
        foreach (ref readonly var attribute in index.AttributesOf(_node))
        {
            // A name with a colon never equals one without, and xmlns is no attribute.
            if (attribute.NameLength != name.Length || !attribute.FullName(index.Text).SequenceEqual(name) || attribute.IsDeclaration)
                continue;
            value = attribute.Raw(index.Text);
            escaped = attribute.IsEscaped;
            return true;
        }
        value = default;
        escaped = false;
        return false;
    }

    /// <summary>The first child of this name, or null.</summary>
    public XmlElement? Child(string name, string ns)
    {
        var index = Index;
        var end = index.Nodes[_node].Next;
        for (var child = _node + 1; child < end; child = index.Nodes[child].Next)
        {
            if (Is(index, child, name, ns))
                return At(child);
        }
        return null;
    }

    /// <summary>
    /// The same stanza as a stream of another content namespace carries it: what was implied before is now <paramref name="contentNs"/>
    /// (a stanza of jabber:server on its way to a client). Shares the bytes.
    /// </summary>
    public XmlElement InContent(string contentNs) => contentNs == ContentNs ? this : new(_data, _length, _node, contentNs);

    /// <summary>The element as a document of its own: namespaces in scope are declared.</summary>
    public string ToXml()
    {
        using var writer = new XmlWriter("");
        return Encoding.UTF8.GetString(writer.Element(this).Written.Span);
    }

    public override string ToString() => ToXml();

    /// <summary>Reads one element; whitespace around it is allowed.</summary>
    /// <exception cref="Streams.StreamException">As the stream reader does.</exception>
    public static XmlElement Parse(string xml, string contentNs = "jabber:client")
    {
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(xml.Length));
        try
        {
            return Parse(rented.AsSpan(0, Encoding.UTF8.GetBytes(xml, rented)), contentNs);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <inheritdoc cref="Parse(string, string)"/>
    public static XmlElement Parse(ReadOnlySpan<byte> utf8, string contentNs = "jabber:client") =>
        XmlDocument.Read(utf8, XmlScope.Of(contentNs), XmlDocument.Unlimited);

    /// <inheritdoc cref="Parse(string, string)"/>
    /// <param name="limits">For XML from a peer, such as a WebSocket frame (RFC 7395 §3.3).</param>
    public static XmlElement Parse(ReadOnlySpan<byte> utf8, XmlLimits limits, string contentNs = "jabber:client") =>
        XmlDocument.Read(utf8, XmlScope.Of(contentNs), limits);

    /// <summary>Makes an element by writing it.</summary>
    public static XmlElement Build(Action<XmlWriter> write, string contentNs = "jabber:client")
    {
        using var writer = new XmlWriter(contentNs);
        write(writer);
        return Parse(writer.Written.Span, contentNs);
    }

    internal XmlElement At(int node) => new(_data, _length, node, ContentNs);

    /// <summary>The child after the one at <paramref name="previous"/> (-1: the first), or -1.</summary>
    internal int NextChild(int previous)
    {
        var nodes = Index.Nodes;
        var next = previous < 0 ? _node + 1 : nodes[previous].Next;
        return next < nodes[_node].Next ? next : -1;
    }

    /// <summary>The attribute after the one at <paramref name="position"/> that is no namespace declaration.</summary>
    internal bool NextAttribute(ref int position, out XmlAttribute attribute)
    {
        var index = Index;
        var entries = index.AttributesOf(_node);
        while (++position < entries.Length)
        {
            ref readonly var entry = ref entries[position];
            if (entry.IsDeclaration)
                continue;
            var ns = entry.PrefixLength == 0 ? "" : PrefixNamespace(index, entry.Prefix(index.Text));
            attribute = new XmlAttribute(XmlNames.Intern(entry.Local(index.Text)), ns, Value(index, entry));
            return true;
        }
        attribute = default;
        return false;
    }

    private ReadOnlySpan<byte> LocalName(XmlIndex index) => index.Nodes[_node].Local(index.Text);

    private bool Is(XmlIndex index, int node, string name, string ns)
    {
        ref readonly var entry = ref index.Nodes[node];
        if (!XmlNames.Same(entry.Local(index.Text), name))
            return false;
        if (entry.Ns < 0)
            return NamespaceOf(index, entry.Ns) == ns;
        ref readonly var declaration = ref index.Attributes[entry.Ns];
        return declaration.IsEscaped ? Value(index, declaration) == ns : XmlNames.Same(declaration.Raw(index.Text), ns);
    }

    private string NamespaceOf(XmlIndex index, int ns) => ns switch
    {
        XmlNsCode.Content => ContentNs,
        XmlNsCode.Xml => XmlNs,
        < 0 => "",
        _ => DeclaredNamespace(index, index.Attributes[ns]),
    };

    private static string DeclaredNamespace(XmlIndex index, in XmlAttributeEntry declaration) =>
        declaration.IsEscaped ? Value(index, declaration) : XmlNames.Intern(declaration.Raw(index.Text));

    private static string Value(XmlIndex index, in XmlAttributeEntry attribute)
    {
        var raw = attribute.Raw(index.Text);
        return raw.IsEmpty ? "" : attribute.IsEscaped ? XmlEscapes.Unescape(raw, isAttribute: true) : Encoding.UTF8.GetString(raw);
    }

    private string MixedText(XmlIndex index, int end)
    {
        ref readonly var node = ref index.Nodes[_node];
        var text = new StringBuilder();
        var from = node.Content;
        for (var child = _node + 1; child < node.Next; child = index.Nodes[child].Next)
        {
            Append(index.Text[from..index.Nodes[child].Start], node.HasEscapedText);
            from = index.Nodes[child].End;
        }
        Append(index.Text[from..end], node.HasEscapedText);
        return text.ToString();

        void Append(ReadOnlySpan<byte> raw, bool isEscaped)
        {
            if (!raw.IsEmpty)
                text.Append(isEscaped ? XmlEscapes.Unescape(raw, isAttribute: false) : Encoding.UTF8.GetString(raw));
        }
    }
}
