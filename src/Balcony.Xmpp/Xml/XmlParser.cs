// The resumable parser: one pass over one element's bytes, stopping wherever they end and going on when more arrive.
using System.Runtime.CompilerServices;
using Balcony.Xmpp.Streams;

namespace Balcony.Xmpp.Xml;

/// <summary>
/// Reads one child of a stream (or its header, or its end tag). Given the bytes so far again with more behind them it goes on
/// where it stopped, so that any cut of the input takes the same steps and ends in the same result or error.
/// </summary>
/*
    Root --'<' name--> InTag --name--> Equals --'='--> Quote --'"'--> Value --'"'--> InTag ...
      |                  '--'>'--> Content --'</' name--> EndTag --'>'--> Content ... Done
      '--'</'--> RootEnd --> Done                '--'<![CDATA['--> CData --> Content
*/
internal sealed partial class XmlParser
{
    // Longest reference accepted: "&#x10FFFF;" has 10 characters, the rest is leading zeros. Bounds what is looked at again after a cut.
    private const int MaxReferenceBytes = 64;
    private const int KeptNodes = 512;

    [ThreadStatic]
    private static XmlParser? _spare;

    private XmlNode[] _nodes = new XmlNode[16];
    private XmlAttributeEntry[] _attributes = new XmlAttributeEntry[32];
    private Open[] _open = new Open[8];
    private int _nodeCount;
    private int _attributeCount;
    private int _depth;
    private int _position;
    private State _state;
    private bool _isHeader;
    private bool _tagNeedsNamespaces;
    private bool _valueIsEscaped;
    private byte _quote;
    private int _valueStart;
    private XmlAttributeEntry _attribute;
    private XmlScope _scope = XmlScope.Of("jabber:client");
    private XmlLimits _limits = XmlLimits.BeforeAuthentication;

    private enum State : byte { Root, RootEnd, InTag, Equals, Quote, Value, Content, CData, EndTag, Done }

    /// <summary>Bytes used; after completion the length of what was read.</summary>
    public int Position => _position;

    /// <summary>What was read is the stream's end tag.</summary>
    public bool IsStreamEnd { get; private set; }

    /// <summary>The header was an empty-element tag: the stream is over as soon as it began.</summary>
    public bool IsSelfClosedHeader => _isHeader && _nodes[0].IsSelfClosing;

    /// <summary>No content, and no attributes but perhaps a namespace.</summary>
    public bool IsBare => _nodeCount == 1 && _nodes[0].IsSelfClosing && _attributeCount <= 1;

    /// <summary>The bytes can't be kept as they are: see <see cref="XmlCanonical"/>.</summary>
    public bool NeedsRewriting { get; private set; }

    /// <summary>The root's declaration of the content namespace, which is left out (many clients write it on every stanza, WebSocket ones must); or -1.</summary>
    public int RedundantDeclaration { get; private set; }

    public bool UsesPrefixes { get; private set; }

    public XmlScope Scope => _scope;

    public ReadOnlySpan<XmlNode> Nodes => _nodes.AsSpan(0, _nodeCount);

    public ReadOnlySpan<XmlAttributeEntry> Attributes => _attributes.AsSpan(0, _attributeCount);

    public static XmlParser Rent(XmlScope scope, XmlLimits limits, bool isHeader = false)
    {
        var parser = _spare ?? new XmlParser();
        _spare = null;
        parser._nodeCount = parser._attributeCount = parser._depth = parser._position = parser._bindingCount = 0;
        parser._state = State.Root;
        parser._isHeader = isHeader;
        parser._scope = scope;
        parser._limits = limits;
        parser.IsStreamEnd = parser.NeedsRewriting = parser.UsesPrefixes = parser._tagNeedsNamespaces = false;
        parser.RedundantDeclaration = -1;
        return parser;
    }

    /// <summary>One per thread is kept, unless a large stanza made it large.</summary>
    public static void Return(XmlParser parser)
    {
        if (parser._nodes.Length <= KeptNodes && parser._attributes.Length <= 2 * KeptNodes)
            _spare = parser;
    }

    /// <summary>Goes on as far as the bytes reach.</summary>
    /// <param name="data">All bytes since the element's '&lt;'.</param>
    /// <returns>True when the element is complete.</returns>
    /// <exception cref="StreamException">RFC 6120 §4.9.3.13, §4.9.3.14, §4.9.3.18, §4.9.3.22, §4.9.3.2.</exception>
    public bool Read(ReadOnlySpan<byte> data)
    {
        var position = _position;
        while (_state != State.Done)
        {
            var isStep = _state switch
            {
                State.Content => ReadContent(data, ref position),
                State.InTag => ReadTag(data, ref position),
                State.Equals => ReadEquals(data, ref position),
                State.Quote => ReadQuote(data, ref position),
                State.Value => ReadValue(data, ref position),
                State.EndTag => ReadEndTag(data, ref position),
                State.CData => ReadCData(data, ref position),
                State.RootEnd => ReadRootEnd(data, ref position),
                _ => ReadRoot(data, ref position),
            };
            if (!isStep)
            {
                _position = position;
                return false;
            }
        }
        _position = position;
        return true;
    }

    /// <summary>The header's element ends with its start tag, <paramref name="length"/> bytes long once it is closed.</summary>
    public void EndHeader(int length)
    {
        ref var node = ref _nodes[0];
        node.Set(XmlNode.SelfClosing);
        node.Content = node.End = length;
    }

    private static StreamException NotWellFormed(string text) => new(StreamCondition.NotWellFormed, text);

    private static StreamException TooMuch(string text) => new(StreamCondition.PolicyViolation, text);

    private bool ReadRoot(ReadOnlySpan<byte> data, ref int position)
    {
        if (data.Length < 2)
            return false;
        if (data[1] == '/')
        {
            _state = State.RootEnd;
            return true;
        }
        return data[1] is (byte)'!' or (byte)'?' ? ReadDeclaration(data, ref position) : ReadStartName(data, ref position);
    }

    private bool ReadRootEnd(ReadOnlySpan<byte> data, ref int position)
    {
        var name = _scope.RootName;
        var given = data[2..];
        var compared = Math.Min(given.Length, name.Length);
        if (name.Length == 0 || _isHeader || !given[..compared].SequenceEqual(name.AsSpan(0, compared)))
            throw NotWellFormed("end tag without start tag");
        position = Math.Max(position, 2 + name.Length);
        if (!SkipSpace(data, ref position))
            return false;
        if (data[position++] != '>')
            throw NotWellFormed("bad end tag");
        IsStreamEnd = true;
        _state = State.Done;
        return true;
    }

    private bool ReadContent(ReadOnlySpan<byte> data, ref int position)
    {
        while (true)
        {
            var at = data[position..].IndexOfAny(XmlChars.TextStops);
            if (at < 0)
            {
                position = data.Length;
                return false;
            }
            position += at;
            switch (data[position])
            {
                case (byte)'<':
                    if (position + 1 >= data.Length)
                        return false;
                    var next = data[position + 1];
                    return next == '/' ? ReadEndName(data, ref position)
                        : next is (byte)'!' or (byte)'?' ? ReadDeclaration(data, ref position)
                        : ReadStartName(data, ref position);
                case (byte)'&':
                    if (!ReadReference(data, ref position))
                        return false;
                    MarkEscapedText();
                    break;
                case (byte)']':
                    if (!CheckNoCDataEnd(data, ref position))
                        return false;
                    break;
                case (byte)'\r': // XML 1.0 §2.11: line ends become "\n"
                    MarkEscapedText();
                    position++;
                    break;
                case < 0x20:
                    throw XmlChars.Forbidden();
                default:
                    if (!ReadNonAscii(data, XmlChars.TextRunStops, ref position))
                        return false;
                    break;
            }
        }
    }

    private bool ReadStartName(ReadOnlySpan<byte> data, ref int position)
    {
        var length = ReadName(data, position + 1, out var prefixLength);
        if (length < 0)
            return false;
        if (_depth >= _limits.MaxDepth)
            throw TooMuch("nested too deeply");
        if (_nodeCount >= _limits.MaxElements)
            throw TooMuch("too many elements");
        if (_nodeCount == _nodes.Length)
            Array.Resize(ref _nodes, 2 * _nodeCount);
        if (_depth == _open.Length)
            Array.Resize(ref _open, 2 * _depth);
        ref var node = ref _nodes[_nodeCount];
        node.Start = position;
        node.SetName(length, prefixLength);
        node.Attributes = _attributeCount;
        node.Parent = _depth == 0 ? -1 : _open[_depth - 1].Node;
        _open[_depth++] = new Open { Node = _nodeCount++, Bindings = _bindingCount };
        _tagNeedsNamespaces = prefixLength != 0;
        position += 1 + length;
        _state = State.InTag;
        return true;
    }

    private void EndStartTag(ReadOnlySpan<byte> data, int position, bool isSelfClosing)
    {
        ref var node = ref _nodes[_nodeCount - 1];
        node.Content = position;
        ResolveNamespaces(data, ref node);
        if (isSelfClosing)
            node.Set(XmlNode.SelfClosing);
        if (isSelfClosing || _isHeader)
            Close(position);
        else
            _state = State.Content;
    }

    private bool ReadEndName(ReadOnlySpan<byte> data, ref int position)
    {
        ref var node = ref _nodes[_open[_depth - 1].Node];
        var name = data.Slice(node.Start + 1, node.NameLength);
        var given = data[(position + 2)..];
        var compared = Math.Min(given.Length, name.Length);
        if (!given[..compared].SequenceEqual(name[..compared]))
            throw NotWellFormed("end tag does not match");
        if (given.Length <= name.Length)
            return false;
        position += 2 + name.Length;
        if (data[position] == '>')
        {
            Close(++position);
            return true;
        }
        _state = State.EndTag;
        return true;
    }

    private bool ReadEndTag(ReadOnlySpan<byte> data, ref int position)
    {
        if (!SkipSpace(data, ref position))
            return false;
        if (data[position++] != '>')
            throw NotWellFormed("end tag does not match");
        Close(position);
        return true;
    }

    private void Close(int position)
    {
        ref var open = ref _open[--_depth];
        ref var node = ref _nodes[open.Node];
        node.End = position;
        node.Next = _nodeCount;
        _bindingCount = open.Bindings;
        _state = _depth == 0 ? State.Done : State.Content;
    }

    private void MarkEscapedText() => _nodes[_open[_depth - 1].Node].Set(XmlNode.EscapedText);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool SkipSpace(ReadOnlySpan<byte> data, ref int position)
    {
        while (position < data.Length && XmlChars.IsSpace(data[position]))
            position++;
        return position < data.Length;
    }

    private struct Open
    {
        public int Node;
        public int DefaultNs;
        public int Bindings;
    }
}
