// Namespaces in scope at an element: what its copy has to declare.
namespace Balcony.Xmpp.Xml;

public sealed partial class XmlElement
{
    /// <summary>The declaration of a prefix in scope here: the innermost of this element and those around it.</summary>
    private string PrefixNamespace(XmlIndex index, ReadOnlySpan<byte> prefix)
    {
        if (prefix.SequenceEqual("xml"u8))
            return XmlNs;
        for (var node = _node; node >= 0; node = index.Nodes[node].Parent)
        {
            foreach (ref readonly var attribute in index.AttributesOf(node))
            {
                if (attribute.IsDeclaration && attribute.PrefixLength != 0 && attribute.Local(index.Text).SequenceEqual(prefix))
                    return DeclaredNamespace(index, attribute);
            }
        }
        return "";
    }

    /// <summary>The default namespace that reaches this element: its own declaration, or that around it.</summary>
    private string DefaultNamespace(XmlIndex index)
    {
        ref readonly var self = ref index.Nodes[_node];
        if (self.PrefixLength == 0)
            return Namespace;
        for (var node = _node; node >= 0; node = index.Nodes[node].Parent)
        {
            foreach (ref readonly var attribute in index.AttributesOf(node))
            {
                if (attribute.IsDeclaration && attribute.PrefixLength == 0)
                    return DeclaredNamespace(index, attribute);
            }
        }
        return ContentNs;
    }

    /// <summary>What a stream header (this element) declares for the stanzas that follow it.</summary>
    internal XmlScope HeaderScope()
    {
        var index = Index;
        var defaultNs = "";
        var prefixes = new List<(byte[] Prefix, string Ns)>();
        foreach (ref readonly var attribute in index.AttributesOf(_node))
        {
            if (!attribute.IsDeclaration)
                continue;
            var ns = DeclaredNamespace(index, attribute);
            if (attribute.PrefixLength == 0)
                defaultNs = ns;
            else
                prefixes.Add((attribute.Local(index.Text).ToArray(), ns));
        }
        return new XmlScope(ContentNs)
        {
            DefaultNs = defaultNs == ContentNs ? XmlNsCode.Content : XmlNsCode.HeaderDefault,
            HeaderDefault = defaultNs,
            Prefixes = [.. prefixes],
            RootName = index.Text.Slice(1, index.Nodes[_node].NameLength).ToArray(),
        }.Shared();
    }

    /// <summary>Copies the element into a context whose default namespace is <paramref name="contextNs"/> and that declares no prefix.</summary>
    internal void CopyTo(XmlWriter writer, string contextNs)
    {
        var index = Index;
        ref readonly var node = ref index.Nodes[_node];
        var all = index.Text[node.Start..node.End];
        var ns = DefaultNamespace(index);
        var declaresDefault = false;
        foreach (ref readonly var attribute in index.AttributesOf(_node))
            declaresDefault |= attribute.IsDeclaration && attribute.PrefixLength == 0;
        var needsDefault = !declaresDefault && ns != contextNs;
        var needsPrefixes = index.UsesPrefixes && _node != 0;
        if (!needsDefault && !needsPrefixes)
        {
            writer.Raw(all);
            return;
        }
        var nameEnd = 1 + node.NameLength;
        writer.Raw(all[..nameEnd]);
        if (needsDefault)
            writer.RawAttribute("xmlns"u8, ns);
        if (needsPrefixes)
            WriteOuterPrefixes(index, writer);
        writer.Raw(all[nameEnd..]);
    }

    private void WriteOuterPrefixes(XmlIndex index, XmlWriter writer)
    {
        for (var node = index.Nodes[_node].Parent; node >= 0; node = index.Nodes[node].Parent)
        {
            foreach (ref readonly var attribute in index.AttributesOf(node))
            {
                if (!attribute.IsDeclaration || attribute.PrefixLength == 0)
                    continue;
                var prefix = attribute.Local(index.Text);
                if (!IsDeclaredWithin(index, node, prefix) && IsUsed(index, prefix))
                    writer.RawAttribute(attribute.FullName(index.Text), DeclaredNamespace(index, attribute));
            }
        }
    }

    // Declared again between the ancestor (not counted) and this element (counted).
    private bool IsDeclaredWithin(XmlIndex index, int ancestor, ReadOnlySpan<byte> prefix)
    {
        for (var node = _node; node > ancestor; node = index.Nodes[node].Parent)
        {
            foreach (ref readonly var attribute in index.AttributesOf(node))
            {
                if (attribute.IsDeclaration && attribute.PrefixLength != 0 && attribute.Local(index.Text).SequenceEqual(prefix))
                    return true;
            }
        }
        return false;
    }

    private bool IsUsed(XmlIndex index, ReadOnlySpan<byte> prefix)
    {
        for (var node = _node; node < index.Nodes[_node].Next; node++)
        {
            if (index.Nodes[node].Prefix(index.Text).SequenceEqual(prefix))
                return true;
            foreach (ref readonly var attribute in index.AttributesOf(node))
            {
                if (!attribute.IsDeclaration && attribute.Prefix(index.Text).SequenceEqual(prefix))
                    return true;
            }
        }
        return false;
    }
}
