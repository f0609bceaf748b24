// Random documents for the properties: well-formed ones that use every corner of the syntax, and broken ones made from them.
using System.Text;

namespace Balcony.Xmpp.Tests.Xml;

internal sealed class XmlGenerator(Random random)
{
    private static readonly string[] LocalNames = ["message", "body", "x", "a", "b-c.d_e", "_", "élan", "имя", "中"];
    private static readonly string[] Namespaces = ["u", "urn:x", "jabber:client", "http://etherx.jabber.org/streams", "v&amp;w", "ü", "jabber:server"];
    private static readonly string[] Prefixes = ["p", "q", "long-prefix", "é"];
    private static readonly string[] Texts =
        ["", " ", "x", "hello", "\r\n", "\r", "\n", "\t", "]]", "]", ">", "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#65;", "&#x1F600;", "&#13;", "&#xA;", "ü", "☃", "имя", "'", "\""];

    // Characters that fifth-edition names may hold and System.Xml's fourth-edition ones may not would be false alarms.
    private static readonly string[] Edits =
        ["<", ">", "/", "'", "\"", "=", " ", "&", ";", "#", "x", ":", "xmlns", "xmlns=''", "xmlns:p='u'", "p:", "]]>", "<![CDATA[", "<!--", "-->", "<?", "?>", "\u0001", "\uFFFE", "é", "☃",
         "&amp;", "&foo;", "&#0;", "-", ".", "1", "<a>", "</a>", "<a/>", "\n", "\0", "a='1'", "xml:", "xmlns:xml='u'", "<!DOCTYPE a>", "]", "[", "!"];

    /// <summary>Prefixes that the stream header declares.</summary>
    public List<(string Prefix, string Ns)> HeaderPrefixes { get; } = [];

    /// <summary>False: no characters beyond U+FFFF, which only the fifth edition allows in names.</summary>
    public bool WithAstral { get; init; }

    /// <summary>What a root likes to declare though it need not.</summary>
    public string RootNs { get; init; } = "";

    public string Element() => Element(depth: 0, [.. HeaderPrefixes]);

    /// <summary>The text with a few characters deleted, inserted, doubled or moved.</summary>
    public string Mutate(string xml)
    {
        var text = new StringBuilder(xml);
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(1, 4), text.Length - at);
            switch (random.Next(3))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, Pick(Edits));
                    break;
                default:
                    text.Insert(random.Next(text.Length + 1), text.ToString(at, length));
                    break;
            }
        }
        return text.ToString();
    }

    /// <summary>Bytes that no UTF-8 holds, put anywhere.</summary>
    public byte[] BreakUtf8(byte[] bytes)
    {
        var broken = bytes.ToList();
        broken.Insert(random.Next(broken.Count + 1), Pick<byte>([0xFF, 0xC0, 0xF8, 0xFE]));
        return [.. broken];
    }

    private string Element(int depth, List<(string Prefix, string Ns)> scope)
    {
        var attributes = new List<string>();
        var inner = scope;
        if (depth == 0 && random.Next(4) == 0)
            attributes.Add(Attribute("xmlns", RootNs));
        else if (random.Next(4) == 0)
            attributes.Add(Attribute("xmlns", random.Next(6) == 0 ? "" : Pick(Namespaces)));
        if (random.Next(5) == 0)
        {
            inner = [.. scope];
            foreach (var prefix in Prefixes.Where(_ => random.Next(3) == 0))
            {
                var ns = Pick(Namespaces);
                inner.RemoveAll(p => p.Prefix == prefix);
                inner.Add((prefix, ns));
                attributes.Add(Attribute("xmlns:" + prefix, ns));
            }
        }
        var names = new HashSet<string>();
        for (var i = random.Next(4) == 0 ? random.Next(16) : random.Next(3); i > 0; i--)
        {
            var name = Pick(LocalNames) + (random.Next(2) == 0 ? "" : $"{i}");
            if (!names.Add(name)) // a local name once, whatever its prefix: no duplicates by expanded name
                continue;
            attributes.Add(Attribute(inner.Count > 0 && random.Next(3) == 0 ? Pick(inner).Prefix + ":" + name : name, Text(forAttribute: true)));
        }
        if (random.Next(8) == 0)
            attributes.Add(Attribute("xml:lang", "en"));
        var tag = (inner.Count > 0 && random.Next(4) == 0 ? Pick(inner).Prefix + ":" : "") + Pick(LocalNames);
        Shuffle(attributes);
        var start = "<" + tag + string.Concat(attributes.Select(a => Space(1) + a)) + Space(0);
        if (random.Next(3) == 0)
            return start + "/>";
        var content = new StringBuilder();
        for (var i = depth > 4 ? 0 : random.Next(5); i > 0; i--)
        {
            content.Append(random.Next(3) switch
            {
                0 when content.Length == 0 || content[^1] == '>' => ' ' + Text(forAttribute: false),
                1 => "<![CDATA[" + Text(forAttribute: true).Replace("]]", "]", StringComparison.Ordinal) + Pick<string>(["", "<a>&", "\r\n", "] ]>"]) + "]]>",
                _ => Element(depth + 1, inner),
            });
        }
        return start + ">" + content + "</" + tag + Space(0) + ">";
    }

    private string Attribute(string name, string value)
    {
        var quote = Pick<string>(["'", "\""]);
        return name + Space(0) + "=" + Space(0) + quote + value.Replace(quote, "", StringComparison.Ordinal) + quote;
    }

    private string Text(bool forAttribute)
    {
        var text = new StringBuilder();
        for (var i = random.Next(4); i > 0; i--)
            text.Append(WithAstral && random.Next(5) == 0 ? "😀" : Pick(Texts));
        while (text.ToString().Contains("]]>", StringComparison.Ordinal)) // not allowed in text
            text.Replace("]]>", "]]");
        return forAttribute ? text.Replace("<", "").ToString() : text.ToString();
    }

    private string Space(int least) => random.Next(6) != 0 ? new string(' ', least) : Pick<string>([" ", "\n", "\t ", "\r\n"]);

    private T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private void Shuffle(List<string> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }
}
