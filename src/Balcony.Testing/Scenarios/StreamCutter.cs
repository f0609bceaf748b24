// Cuts what the server sends into stream header, elements and stream end. Deliberately not our own reader: a second opinion.
using System.Text;
#pragma warning disable RS0030 // The rig judges our XML with a parser that is not ours.
using System.Xml;
using System.Xml.Linq;

namespace Balcony.Testing.Scenarios;

internal enum CutKind
{
    NeedMoreData,
    StreamOpen,
    Element,
    StreamClose,
}

/// <summary>What was cut. <see cref="Element"/> is the header (childless) or the element; null for the stream's end.</summary>
internal sealed record Cut(CutKind Kind, XElement? Element = null);

/// <summary>Reads the server's half of a stream. One caller at a time.</summary>
internal sealed class StreamCutter
{
    /// <summary>No server answers a script with more than this in one element; it bounds what a broken one can make us hold.</summary>
    private const int MaxHeldBytes = 4 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private readonly List<byte> _held = [];
    private string? _header;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _held.AddRange(bytes);
        if (_held.Count > MaxHeldBytes) throw new InvalidDataException($"The server sent {_held.Count} bytes without completing an element.");
    }

    /// <summary>A new stream begins: after STARTTLS and SASL.</summary>
    public void Restart() => _header = null;

    /// <exception cref="XmlException">The server sent what is not XML.</exception>
    public Cut Next()
    {
        SkipWhitespaceAndDeclaration();
        if (_held.Count == 0 || _held[0] != '<')
            return _held.Count == 0 ? new Cut(CutKind.NeedMoreData) : throw new XmlException($"Text outside of an element: {Text(Math.Min(80, _held.Count))}");
        if (_header is null) return CutHeader();
        if (_held.Count > 1 && _held[1] == '/') return CutClose();
        var end = ElementEnd();
        return end < 0 ? new Cut(CutKind.NeedMoreData) : new Cut(CutKind.Element, Parse(Take(end)));
    }

    private void SkipWhitespaceAndDeclaration()
    {
        while (true)
        {
            var blank = _held.FindIndex(b => b is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'));
            _held.RemoveRange(0, blank < 0 ? _held.Count : blank);
            if (_held.Count < 2 || _held[0] != '<' || _held[1] != '?' || _held.IndexOf((byte)'>') is not (> 0 and var end)) return;
            _held.RemoveRange(0, end + 1);
        }
    }

    private Cut CutHeader()
    {
        var end = TagEnd(0);
        if (end < 0) return new Cut(CutKind.NeedMoreData);
        var tag = Take(end);
        if (tag.EndsWith("/>", StringComparison.Ordinal)) throw new XmlException("The server opened and closed its stream in one tag: " + tag);
        _header = tag;
        return new Cut(CutKind.StreamOpen, ParseHeader(tag));
    }

    private Cut CutClose()
    {
        var end = TagEnd(0);
        if (end < 0) return new Cut(CutKind.NeedMoreData);
        Take(end);
        return new Cut(CutKind.StreamClose);
    }

    private static XElement ParseHeader(string tag) => XElement.Parse(tag[..^1] + "/>");

    // Parsed inside the header, so that its namespaces are in scope.
    private XElement Parse(string element)
    {
        var wrapped = XElement.Parse(_header + element + "</" + _header![1.._header!.IndexOfAny([' ', '\n', '\t', '\r', '>'])] + ">", LoadOptions.PreserveWhitespace);
        var child = wrapped.Elements().Single();
        child.Remove();
        return child;
    }

    private string Take(int count)
    {
        var text = Text(count);
        _held.RemoveRange(0, count);
        return text;
    }

    private string Text(int count) => Strict.GetString([.. _held.GetRange(0, count)]);

    /// <summary>The index after the <c>&gt;</c> of the tag at <paramref name="start"/>, or -1.</summary>
    private int TagEnd(int start)
    {
        byte quote = 0;
        for (var i = start; i < _held.Count; i++)
        {
            var b = _held[i];
            if (quote != 0) quote = b == quote ? (byte)0 : quote;
            else if (b is (byte)'\'' or (byte)'"') quote = b;
            else if (b == '>') return i + 1;
        }
        return -1;
    }

    private bool IsCData(int at) => at + 1 < _held.Count && _held[at + 1] == '!';

    private int CDataEnd(int at)
    {
        for (var i = at + 2; i < _held.Count; i++)
        {
            if (_held[i] == '>' && _held[i - 1] == ']' && _held[i - 2] == ']') return i + 1;
        }
        return -1;
    }

    private int ElementEnd()
    {
        var depth = 0;
        var at = 0;
        while (at < _held.Count)
        {
            if (_held[at] != '<')
            {
                at++;
                continue;
            }
            var end = IsCData(at) ? CDataEnd(at) : TagEnd(at);
            if (end < 0) return -1;
            if (_held[at + 1] == '!')
            {
                at = end;
                continue;
            }
            if (_held[at + 1] == '/') depth--;
            else if (_held[end - 2] != '/') depth++;
            at = end;
            if (depth == 0) return at;
        }
        return -1;
    }
}
