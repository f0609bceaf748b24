// The slow path: a stanza that leans on its stream's header, or says what the stream implies, is written anew.
namespace Balcony.Xmpp.Xml;

/// <summary>
/// Makes a stanza independent of its stream (RFC 6120 §4.8.5, §8.4): the root loses its prefix and what the stream implies, prefixes
/// of the header are declared on it, and children that relied on a default namespace which is gone declare it. All else is copied.
/// </summary>
internal static class XmlCanonical
{
    public static XmlElement Rewrite(XmlParser parser, ReadOnlySpan<byte> text)
    {
        using var writer = new XmlWriter();
        new Rewriting(parser, text, writer).Run();
        // The result has the same meaning and a few bytes more: the limits were checked on what was sent.
        return XmlDocument.ReadCanonical(writer.Written.Span, XmlScope.Of(parser.Scope.ContentNs));
    }

    private ref struct Rewriting(XmlParser parser, ReadOnlySpan<byte> text, XmlWriter writer)
    {
        private readonly ReadOnlySpan<byte> _text = text;
        private readonly ReadOnlySpan<XmlNode> _nodes = parser.Nodes;
        private readonly ReadOnlySpan<XmlAttributeEntry> _attributes = parser.Attributes;
        private readonly XmlScope _scope = parser.Scope;
        private int _from;

        // Nothing can take the place of the prefix xml, and it needs no declaration.
        private readonly bool KeepsPrefix => _nodes[0].Ns == XmlNsCode.Xml;

        private readonly ReadOnlySpan<byte> RootName => KeepsPrefix ? _text.Slice(1, _nodes[0].NameLength) : _nodes[0].Local(_text);

        public void Run()
        {
            // Per open element: where its subtree ends, the default namespace its sender meant, and the one that the new bytes give.
            var open = new Stack<(int Next, string Meant, string Given)>();
            for (var i = 0; i < _nodes.Length; i++)
            {
                while (open.Count > 0 && open.Peek().Next <= i)
                    open.Pop();
                ref readonly var node = ref _nodes[i];
                var isRoot = i == 0;
                var declaration = OwnDefault(i);
                var meant = declaration >= 0 ? parser.NamespaceText(_text, declaration)
                    : isRoot ? XmlParser.ScopeNamespace(_scope, _scope.DefaultNs)
                    : open.Peek().Meant;
                var wanted = isRoot && !KeepsPrefix ? parser.NamespaceText(_text, node.Ns) : meant;
                var given = isRoot ? _scope.ContentNs : open.Peek().Given;
                if (isRoot)
                {
                    writer.Raw("<"u8).Raw(RootName);
                    _from = 1 + node.NameLength;
                }
                if (wanted != given && (isRoot || declaration < 0))
                {
                    Through(node.Start + 1 + node.NameLength);
                    writer.RawAttribute("xmlns"u8, wanted);
                }
                if (isRoot)
                    DeclareHeaderPrefixes();
                if (declaration >= 0 && (isRoot || wanted == given))
                    Drop(_attributes[declaration]);
                open.Push((node.Next, meant, wanted));
            }
            EndRoot();
        }

        private void EndRoot()
        {
            ref readonly var root = ref _nodes[0];
            Through(root.ContentEnd(_text));
            if (!root.IsSelfClosing)
                writer.Raw("</"u8).Raw(RootName).Raw(">"u8);
        }

        private void Through(int end)
        {
            writer.Raw(_text[_from..end]);
            _from = end;
        }

        private void Drop(in XmlAttributeEntry attribute)
        {
            var start = attribute.Name;
            while (XmlChars.IsSpace(_text[start - 1]))
                start--;
            Through(start);
            _from = attribute.End;
        }

        private readonly ReadOnlySpan<XmlAttributeEntry> AttributesOf(int node) =>
            _attributes[_nodes[node].Attributes..(node + 1 < _nodes.Length ? _nodes[node + 1].Attributes : _attributes.Length)];

        private readonly int OwnDefault(int node)
        {
            var own = AttributesOf(node);
            for (var i = 0; i < own.Length; i++)
            {
                if (own[i].IsDeclaration && own[i].PrefixLength == 0)
                    return _nodes[node].Attributes + i;
            }
            return -1;
        }

        private readonly void DeclareHeaderPrefixes()
        {
            for (var i = 0; i < _scope.Prefixes.Length; i++)
            {
                var (prefix, ns) = _scope.Prefixes[i];
                if (IsUsed(prefix) && !IsDeclaredByRoot(prefix))
                    writer.RawAttribute([.. "xmlns:"u8, .. prefix], ns);
            }
        }

        private readonly bool IsUsed(byte[] prefix)
        {
            for (var i = 1; i < _nodes.Length; i++)
            {
                if (_nodes[i].Prefix(_text).SequenceEqual(prefix))
                    return true;
            }
            foreach (ref readonly var attribute in _attributes)
            {
                if (!attribute.IsDeclaration && attribute.Prefix(_text).SequenceEqual(prefix))
                    return true;
            }
            return false;
        }

        private readonly bool IsDeclaredByRoot(byte[] prefix)
        {
            foreach (ref readonly var attribute in AttributesOf(0))
            {
                if (attribute.IsDeclaration && attribute.PrefixLength != 0 && attribute.Local(_text).SequenceEqual(prefix))
                    return true;
            }
            return false;
        }
    }
}
