// Names, references, CDATA and characters beyond ASCII: the parser's smaller pieces.
using System.Buffers;
using Balcony.Xmpp.Streams;

namespace Balcony.Xmpp.Xml;

internal sealed partial class XmlParser
{
    private static ReadOnlySpan<byte> CDataStart => "<![CDATA["u8;

    /// <summary>Length of the name at <paramref name="start"/>, or -1 when the bytes end before it does.</summary>
    private int ReadName(ReadOnlySpan<byte> data, int start, out int prefixLength)
    {
        var at = start;
        var all = 0;
        for (; at < data.Length; at++)
        {
            var kind = XmlChars.Class(data[at]);
            if ((kind & XmlChars.Name) == 0)
                break;
            all |= kind;
        }
        var length = at - start;
        // Checked before the end is known, so that a bad name is found at the same byte however it is cut.
        if (length > 0 && (XmlChars.Class(data[start]) & XmlChars.NameStart) == 0)
            throw NotWellFormed("bad name");
        prefixLength = (all & XmlChars.Colon) == 0 ? 0 : PrefixLength(data[start..at]);
        if (length > _limits.MaxNameBytes)
            throw TooMuch("name too long");
        if (at == data.Length)
            return -1;
        if (length == 0 || prefixLength == length)
            throw NotWellFormed("bad name");
        if ((all & XmlChars.NonAscii) != 0)
            XmlChars.CheckName(data.Slice(start, length));
        return length;
    }

    // Namespaces in XML §4: two parts at most, each beginning as a name does.
    private int PrefixLength(ReadOnlySpan<byte> name)
    {
        var colon = name.IndexOf((byte)':');
        if (colon >= _limits.MaxNameBytes)
            return 0;
        var local = name[(colon + 1)..];
        if (local.Length > 0 && (XmlChars.Class(local[0]) & XmlChars.NameStart) == 0)
            throw NotWellFormed("bad name");
        if (local[..Math.Min(local.Length, _limits.MaxNameBytes - colon - 1)].Contains((byte)':'))
            throw NotWellFormed("bad name");
        return colon + 1;
    }

    /// <summary>Passes a run of characters that begins beyond ASCII.</summary>
    private static bool ReadNonAscii(ReadOnlySpan<byte> data, SearchValues<byte> stops, ref int position)
    {
        var rest = data[position..];
        var end = rest.IndexOfAny(stops);
        var used = XmlChars.CheckRun(end < 0 ? rest : rest[..end], isOpenEnded: end < 0);
        position += used;
        return used > 0;
    }

    private static bool ReadReference(ReadOnlySpan<byte> data, ref int position)
    {
        var at = position + 1;
        for (; ; at++)
        {
            if (at - position > MaxReferenceBytes)
                throw TooMuch("reference too long");
            if (at == data.Length)
                return false;
            var b = data[at];
            if (b == ';')
                break;
            if ((XmlChars.Class(b) & XmlChars.Name) == 0 && !(b == '#' && at == position + 1))
                throw NotWellFormed("'&' without reference");
        }
        var name = data[(position + 1)..at];
        if (!XmlEscapes.TryResolve(name, out var value))
        {
            // RFC 6120 §11.1: no entity but the five is ever declared.
            throw !name.IsEmpty && (XmlChars.Class(name[0]) & XmlChars.NameStart) != 0
                ? new StreamException(StreamCondition.RestrictedXml, "entity reference")
                : NotWellFormed("bad reference");
        }
        if (!XmlChars.IsChar(value))
            throw XmlChars.Forbidden();
        position = at + 1;
        return true;
    }

    /// <summary>At "&lt;!" or "&lt;?": CDATA is allowed inside a stanza, everything else is RFC 6120 §11.1's restricted XML.</summary>
    private bool ReadDeclaration(ReadOnlySpan<byte> data, ref int position)
    {
        var rest = data[position..];
        if (rest[1] == '?')
            throw new StreamException(StreamCondition.RestrictedXml, "processing instruction");
        var compared = Math.Min(rest.Length, CDataStart.Length);
        if (rest[..compared].SequenceEqual(CDataStart[..compared]))
        {
            if (compared < CDataStart.Length)
                return false;
            if (_depth == 0)
            {
                throw _scope.RootName.Length == 0 || _isHeader ? NotWellFormed("text outside the root")
                    : new StreamException(StreamCondition.BadFormat, "text between stanzas");
            }
            MarkEscapedText();
            position += CDataStart.Length;
            _state = State.CData;
            return true;
        }
        throw rest[2] == '-' || char.IsAsciiLetter((char)rest[2])
            ? new StreamException(StreamCondition.RestrictedXml, "comment or declaration")
            : NotWellFormed("bad markup");
    }

    private bool ReadCData(ReadOnlySpan<byte> data, ref int position)
    {
        while (true)
        {
            var at = data[position..].IndexOfAny(XmlChars.CDataStops);
            if (at < 0)
            {
                position = data.Length;
                return false;
            }
            position += at;
            var b = data[position];
            if (b == ']')
            {
                var rest = data[position..];
                if (rest.StartsWith("]]>"u8))
                {
                    position += 3;
                    _state = State.Content;
                    return true;
                }
                if (rest.Length < 3 && "]]>"u8.StartsWith(rest))
                    return false;
                position++;
            }
            else if (b == '\r')
            {
                position++;
            }
            else if (b < 0x20)
            {
                throw XmlChars.Forbidden();
            }
            else if (!ReadNonAscii(data, XmlChars.CDataRunStops, ref position))
            {
                return false;
            }
        }
    }

    // XML 1.0 §2.4: "]]>" must not appear in text.
    private static bool CheckNoCDataEnd(ReadOnlySpan<byte> data, ref int position)
    {
        var rest = data[position..];
        if (rest.StartsWith("]]>"u8))
            throw NotWellFormed("']]>' in text");
        if (rest.Length < 3 && "]]>"u8.StartsWith(rest))
            return false;
        position++;
        return true;
    }
}
