// Inside a start tag: attribute names, values and the tag's end.
namespace Balcony.Xmpp.Xml;

internal sealed partial class XmlParser
{
    private bool ReadTag(ReadOnlySpan<byte> data, ref int position)
    {
        if (!SkipSpace(data, ref position))
            return false;
        var b = data[position];
        if (b == '>')
        {
            position++;
            EndStartTag(data, position, isSelfClosing: false);
            return true;
        }
        if (b == '/')
        {
            if (position + 1 == data.Length)
                return false;
            if (data[position + 1] != '>')
                throw NotWellFormed("bad start tag");
            position += 2;
            EndStartTag(data, position, isSelfClosing: true);
            return true;
        }
        if (!XmlChars.IsSpace(data[position - 1]))
            throw NotWellFormed("attributes need space between them");
        var length = ReadName(data, position, out var prefixLength);
        if (length < 0)
            return false;
        if (_attributeCount - _nodes[_nodeCount - 1].Attributes >= _limits.MaxAttributes)
            throw TooMuch("too many attributes");
        _attribute = new XmlAttributeEntry(position, length, prefixLength);
        var name = data.Slice(position, length);
        if (prefixLength == 0 ? name.SequenceEqual("xmlns"u8) : name.StartsWith("xmlns:"u8))
            _attribute.MarkDeclaration();
        _tagNeedsNamespaces |= prefixLength != 0 || _attribute.IsDeclaration;
        position += length;
        if (position + 1 < data.Length && data[position] == '=' && data[position + 1] is (byte)'\'' or (byte)'"')
        {
            BeginValue(data[position + 1], position + 2);
            position += 2;
            return ReadValue(data, ref position);
        }
        _state = State.Equals;
        return true;
    }

    private bool ReadEquals(ReadOnlySpan<byte> data, ref int position)
    {
        if (!SkipSpace(data, ref position))
            return false;
        if (data[position++] != '=')
            throw NotWellFormed("attribute without value");
        _state = State.Quote;
        return true;
    }

    private bool ReadQuote(ReadOnlySpan<byte> data, ref int position)
    {
        if (!SkipSpace(data, ref position))
            return false;
        var quote = data[position++];
        if (quote is not ((byte)'\'' or (byte)'"'))
            throw NotWellFormed("attribute value without quotes");
        BeginValue(quote, position);
        return true;
    }

    private void BeginValue(byte quote, int start)
    {
        _quote = quote;
        _valueStart = start;
        _valueIsEscaped = false;
        _state = State.Value;
    }

    private bool ReadValue(ReadOnlySpan<byte> data, ref int position)
    {
        var stops = _quote == '\'' ? XmlChars.AposStops : XmlChars.QuoteStops;
        while (true)
        {
            var at = data[position..].IndexOfAny(stops);
            if (at < 0)
            {
                position = data.Length;
                return false;
            }
            position += at;
            var b = data[position];
            if (b == _quote)
                break;
            if (b == '&')
            {
                if (!ReadReference(data, ref position))
                    return false;
                _valueIsEscaped = true;
            }
            else if (b is (byte)'\t' or (byte)'\n' or (byte)'\r') // XML 1.0 §3.3.3: become spaces
            {
                _valueIsEscaped = true;
                position++;
            }
            else if (b < 0x80)
            {
                throw b == '<' ? NotWellFormed("'<' in an attribute value") : XmlChars.Forbidden();
            }
            else if (!ReadNonAscii(data, _quote == '\'' ? XmlChars.AposRunStops : XmlChars.QuoteRunStops, ref position))
            {
                return false;
            }
        }
        _attribute.SetValue(_valueStart, position - _valueStart, _valueIsEscaped);
        if (_attributeCount == _attributes.Length)
            Array.Resize(ref _attributes, 2 * _attributeCount);
        _attributes[_attributeCount++] = _attribute;
        position++;
        _state = State.InTag;
        return true;
    }

    /// <summary>Takes one attribute of the root, and the bytes it used, out of the index.</summary>
    public void CloseGap(int attribute, int length)
    {
        _nodes[0].MoveEnd(-length);
        for (var i = 1; i < _nodeCount; i++)
        {
            ref var node = ref _nodes[i];
            node.Start -= length;
            node.MoveEnd(-length);
            node.Attributes--;
        }
        // The root's namespace is the content namespace now; a declaration before the gap keeps its place.
        for (var i = 0; i < _nodeCount; i++)
            _nodes[i].Ns -= _nodes[i].Ns > attribute ? 1 : 0;
        for (var i = attribute + 1; i < _attributeCount; i++)
        {
            _attributes[i].Name -= length;
            _attributes[i].Value -= length;
            _attributes[i - 1] = _attributes[i];
        }
        _attributeCount--;
    }
}
