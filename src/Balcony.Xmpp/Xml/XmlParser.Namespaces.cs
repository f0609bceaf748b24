// Namespaces in XML 1.0: what each start tag declares and which prefixes it may use.
using System.Text;
using Balcony.Xmpp.Streams;

namespace Balcony.Xmpp.Xml;

internal sealed partial class XmlParser
{
    // Namespaces are compared again and again: a long one would make a small stanza dear.
    private const int MaxNamespaceBytes = 1024;

    // So would thousands of prefixes in scope. As many as on four elements that declare nothing but prefixes are enough.
    private const int MaxBindingsPerAttribute = 4;

    private static ReadOnlySpan<byte> XmlNsUtf8 => "http://www.w3.org/XML/1998/namespace"u8;

    private static ReadOnlySpan<byte> XmlnsNsUtf8 => "http://www.w3.org/2000/xmlns/"u8;

    private Binding[] _bindings = new Binding[4];
    private int[] _attributeNs = new int[16];
    private int _bindingCount;

    private void ResolveNamespaces(ReadOnlySpan<byte> data, ref XmlNode node)
    {
        ref var open = ref _open[_depth - 1];
        var isRoot = _depth == 1;
        open.DefaultNs = isRoot ? _scope.DefaultNs : _open[_depth - 2].DefaultNs;
        var attributes = _attributes.AsSpan(node.Attributes.._attributeCount);
        if (_tagNeedsNamespaces)
        {
            for (var i = 0; i < attributes.Length; i++)
            {
                if (attributes[i].IsDeclaration)
                    Declare(data, ref open, node.Attributes + i, isRoot);
            }
            node.Ns = node.PrefixLength == 0 ? open.DefaultNs : Resolve(data, node.Prefix(data));
            if (node.PrefixLength != 0)
                CheckPrefix(data, ref node, isRoot);
            ResolveAttributes(data, attributes);
        }
        else
        {
            node.Ns = open.DefaultNs;
        }
        if (node.Ns == XmlNsCode.HeaderDefault)
            NeedsRewriting = true;
        if (attributes.Length > 1)
            CheckDuplicates(data, attributes);
    }

    private void ResolveAttributes(ReadOnlySpan<byte> data, ReadOnlySpan<XmlAttributeEntry> attributes)
    {
        if (_attributeNs.Length < attributes.Length)
            _attributeNs = new int[2 * attributes.Length];
        for (var i = 0; i < attributes.Length; i++)
        {
            ref readonly var attribute = ref attributes[i];
            _attributeNs[i] = attribute.IsDeclaration ? DeclarationNs
                : attribute.PrefixLength == 0 ? XmlNsCode.None
                : Resolve(data, attribute.Prefix(data));
        }
    }

    private void Declare(ReadOnlySpan<byte> data, ref Open open, int index, bool isRoot)
    {
        ref readonly var attribute = ref _attributes[index];
        if (attribute.ValueLength > MaxNamespaceBytes)
            throw TooMuch("namespace too long");
        var isDefault = attribute.PrefixLength == 0;
        var prefix = isDefault ? default : attribute.Local(data);
        var isXmlNs = ValueIs(data, attribute, XmlNsUtf8);
        if (prefix.SequenceEqual("xml"u8))
        {
            if (!isXmlNs)
                throw NotWellFormed("xml bound to another namespace");
            return;
        }
        // Namespaces in XML §3: neither xmlns nor its namespace, nor xml's, can be declared; a prefix can't be undeclared.
        if (isXmlNs || prefix.SequenceEqual("xmlns"u8) || ValueIs(data, attribute, XmlnsNsUtf8) || (!isDefault && attribute.ValueLength == 0))
            throw NotWellFormed("bad namespace declaration");
        if (!isDefault)
        {
            if (_bindingCount >= MaxBindingsPerAttribute * _limits.MaxAttributes)
                throw TooMuch("too many prefixes");
            if (_bindingCount == _bindings.Length)
                Array.Resize(ref _bindings, 2 * _bindingCount);
            _bindings[_bindingCount++] = new Binding(attribute.Name + attribute.PrefixLength, prefix.Length, index);
            return;
        }
        // What the stream implies is left out, so that the stanza means the same in a stream of another content namespace.
        if ((isRoot || open.DefaultNs == XmlNsCode.Content) && ValueIs(data, attribute, _scope.ContentNsUtf8))
        {
            if (isRoot)
                RedundantDeclaration = index;
            else
                NeedsRewriting = true;
            open.DefaultNs = XmlNsCode.Content;
            return;
        }
        open.DefaultNs = attribute.ValueLength == 0 ? XmlNsCode.None : index;
    }

    private int Resolve(ReadOnlySpan<byte> data, ReadOnlySpan<byte> prefix)
    {
        if (prefix.SequenceEqual("xml"u8))
            return XmlNsCode.Xml;
        UsesPrefixes = true;
        for (var i = _bindingCount - 1; i >= 0; i--)
        {
            var binding = _bindings[i];
            if (data.Slice(binding.Prefix, binding.Length).SequenceEqual(prefix))
                return binding.Attribute;
        }
        for (var i = 0; i < _scope.Prefixes.Length; i++)
        {
            if (!prefix.SequenceEqual(_scope.Prefixes[i].Prefix))
                continue;
            NeedsRewriting = true;
            return XmlNsCode.HeaderPrefix - i;
        }
        throw NotWellFormed("undeclared prefix");
    }

    // RFC 6120 §4.8.5: no prefix may be used for elements of jabber:client and jabber:server, and what has one must not be routed.
    private void CheckPrefix(ReadOnlySpan<byte> data, ref readonly XmlNode node, bool isRoot)
    {
        if (_isHeader)
            return;
        if (_scope.ForbidsContentPrefix && IsContentNs(data, node.Ns))
            throw new StreamException(StreamCondition.BadNamespacePrefix);
        NeedsRewriting |= isRoot && node.Ns != XmlNsCode.Xml;
    }

    public static string ScopeNamespace(XmlScope scope, int ns) => ns switch
    {
        XmlNsCode.Content => scope.ContentNs,
        XmlNsCode.Xml => XmlElement.XmlNs,
        XmlNsCode.HeaderDefault => scope.HeaderDefault,
        <= XmlNsCode.HeaderPrefix => scope.Prefixes[XmlNsCode.HeaderPrefix - ns].Ns,
        _ => "",
    };

    private static bool ValueIs(ReadOnlySpan<byte> data, in XmlAttributeEntry attribute, ReadOnlySpan<byte> value)
    {
        var raw = attribute.Raw(data);
        if (!attribute.IsEscaped)
            return raw.SequenceEqual(value);
        var unescaped = new byte[raw.Length];
        return unescaped.AsSpan(0, XmlEscapes.Unescape(raw, unescaped, isAttribute: true)).SequenceEqual(value);
    }

    private bool IsContentNs(ReadOnlySpan<byte> data, int ns) =>
        ns >= 0 ? ValueIs(data, _attributes[ns], _scope.ContentNsUtf8) : ScopeNamespace(_scope, ns) == _scope.ContentNs;

    /// <summary>The namespace behind an <see cref="XmlNode.Ns"/>.</summary>
    public string NamespaceText(ReadOnlySpan<byte> data, int ns)
    {
        if (ns < 0)
            return ScopeNamespace(_scope, ns);
        ref readonly var attribute = ref _attributes[ns];
        return attribute.IsEscaped ? XmlEscapes.Unescape(attribute.Raw(data), isAttribute: true) : Encoding.UTF8.GetString(attribute.Raw(data));
    }

    private readonly record struct Binding(int Prefix, int Length, int Attribute);
}
