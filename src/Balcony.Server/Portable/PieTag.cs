// XEP-0227: the start tag of an element that is not read as a whole.
using System.Text;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Portable;

/// <summary>A start tag with the namespaces that hold inside of it.</summary>
/// <param name="RawName">As it is written: what the end tag must repeat.</param>
/// <param name="Element">Its name, namespace and attributes, without content.</param>
/// <param name="Scope">Namespaces by prefix; "" for the default one.</param>
internal sealed record PieTag(string RawName, XmlElement Element, IReadOnlyDictionary<string, string> Scope, bool IsEmpty)
{
    /// <exception cref="StreamException">It is not well-formed.</exception>
    public static PieTag Read(ReadOnlySpan<byte> tag, IReadOnlyDictionary<string, string> outer)
    {
        var isEmpty = tag[^2] == '/';
        var inside = Encoding.UTF8.GetString(tag[1..^(isEmpty ? 2 : 1)]);
        var end = inside.AsSpan().IndexOfAny(" \t\r\n");
        var name = end < 0 ? inside : inside[..end];
        // The parser of stanzas has the last word on everything; what is in scope is declared around it.
        var text = $"<scope{Declarations(outer)}><{inside}/></scope>";
        var element = XmlElement.Parse(text, "").FirstChild ?? throw new StreamException(StreamCondition.NotWellFormed);
        var scope = new Dictionary<string, string>(outer, StringComparer.Ordinal);
        foreach (var (prefix, ns) in end < 0 ? [] : Declared(inside[end..])) scope[prefix] = ns;
        return new(name, element, scope, isEmpty);
    }

    /// <summary>As attributes of an element around.</summary>
    public static string Declarations(IReadOnlyDictionary<string, string> scope)
    {
        var text = new StringBuilder();
        foreach (var (prefix, ns) in scope)
        {
            var escaped = ns.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("'", "&apos;", StringComparison.Ordinal);
            text.Append(prefix.Length == 0 ? " xmlns='" : $" xmlns:{prefix}='").Append(escaped).Append('\'');
        }
        return text.ToString();
    }

    // Well-formed by now: name, equals sign, quoted value.
    private static List<(string Prefix, string Ns)> Declared(string attributes)
    {
        var found = new List<(string, string)>();
        for (var at = 0; ;)
        {
            var equals = attributes.IndexOf('=', at);
            if (equals < 0) return found;
            var name = attributes[at..equals].Trim();
            var from = attributes.AsSpan(equals).IndexOfAny('\'', '"') + equals;
            var to = attributes.IndexOf(attributes[from], from + 1);
            var value = attributes[(from + 1)..to];
            if (name == "xmlns") found.Add(("", Unescape(value)));
            else if (name.StartsWith("xmlns:", StringComparison.Ordinal)) found.Add((name[6..], Unescape(value)));
            at = to + 1;
        }
    }

    private static string Unescape(string value) =>
        value.Contains('&', StringComparison.Ordinal) ? XmlElement.Parse($"<v>{value.Replace("<", "&lt;", StringComparison.Ordinal)}</v>", "").Text : value;
}
