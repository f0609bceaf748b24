// From parsed bytes to an element, and from a whole document's bytes.
using Balcony.Xmpp.Streams;

namespace Balcony.Xmpp.Xml;

internal static class XmlDocument
{
    /// <summary>For what we wrote ourselves or stored after reading it under a stream's limits.</summary>
    public static XmlLimits Unlimited { get; } = new()
    {
        MaxStanzaBytes = 16 * 1024 * 1024,
        MaxDepth = 1_100,
        MaxAttributes = 1_100,
        MaxNameBytes = 4_096,
        MaxElements = 1_000_000,
    };

    /// <summary>Reads one element with nothing but whitespace around it.</summary>
    public static XmlElement Read(ReadOnlySpan<byte> utf8, XmlScope scope, XmlLimits limits)
    {
        while (!utf8.IsEmpty && XmlChars.IsSpace(utf8[0]))
            utf8 = utf8[1..];
        if (utf8.IsEmpty || utf8[0] != '<')
            throw new StreamException(StreamCondition.NotWellFormed, "no element");
        var parser = XmlParser.Rent(scope, limits);
        if (!parser.Read(utf8.Length > limits.MaxStanzaBytes ? utf8[..limits.MaxStanzaBytes] : utf8))
        {
            throw utf8.Length > limits.MaxStanzaBytes
                ? new StreamException(StreamCondition.PolicyViolation, "too large")
                : new StreamException(StreamCondition.NotWellFormed, "the element does not end");
        }
        foreach (var b in utf8[parser.Position..])
        {
            if (!XmlChars.IsSpace(b))
                throw new StreamException(StreamCondition.NotWellFormed, "content after the element");
        }
        var element = ToElement(parser, utf8[..parser.Position]);
        XmlParser.Return(parser);
        return element;
    }

    /// <summary>Keeps what a parser has read; in canonical form, whatever its stream declared.</summary>
    public static XmlElement ToElement(XmlParser parser, ReadOnlySpan<byte> text)
    {
        if (parser.NeedsRewriting)
            return XmlCanonical.Rewrite(parser, text);
        return parser.RedundantDeclaration < 0 ? Keep(parser, text) : KeepWithout(parser, text, parser.RedundantDeclaration);
    }

    /// <summary>Reads what <see cref="XmlCanonical"/> wrote.</summary>
    public static XmlElement ReadCanonical(ReadOnlySpan<byte> utf8, XmlScope scope)
    {
        var parser = XmlParser.Rent(scope, Unlimited);
        if (!parser.Read(utf8) || parser.NeedsRewriting || parser.RedundantDeclaration >= 0)
            throw new InvalidOperationException("the rewritten stanza is not canonical");
        var element = Keep(parser, utf8);
        XmlParser.Return(parser);
        return element;
    }

    private static XmlElement Keep(XmlParser parser, ReadOnlySpan<byte> text)
    {
        var data = XmlIndex.Build(text, default, parser.Nodes, parser.Attributes, parser.UsesPrefixes);
        return new XmlElement(data, text.Length, 0, parser.Scope.ContentNs);
    }

    // Leaves one attribute of the root out and moves the index over the gap, which spares a second parse.
    private static XmlElement KeepWithout(XmlParser parser, ReadOnlySpan<byte> text, int declaration)
    {
        var start = parser.Attributes[declaration].Name;
        while (XmlChars.IsSpace(text[start - 1]))
            start--;
        var end = parser.Attributes[declaration].End;
        parser.CloseGap(declaration, end - start);
        var data = XmlIndex.Build(text[..start], text[end..], parser.Nodes, parser.Attributes, parser.UsesPrefixes);
        return new XmlElement(data, text.Length - (end - start), 0, parser.Scope.ContentNs);
    }

    /// <summary>The stream header as an element without content.</summary>
    public static XmlElement ToHeader(XmlParser parser, ReadOnlySpan<byte> text)
    {
        var isClosed = parser.IsSelfClosedHeader;
        parser.EndHeader(text.Length + (isClosed ? 0 : 1));
        var data = isClosed
            ? XmlIndex.Build(text, default, parser.Nodes, parser.Attributes, parser.UsesPrefixes)
            : XmlIndex.Build(text[..^1], "/>"u8, parser.Nodes, parser.Attributes, parser.UsesPrefixes);
        return new XmlElement(data, text.Length + (isClosed ? 0 : 1), 0, parser.Scope.ContentNs);
    }
}
