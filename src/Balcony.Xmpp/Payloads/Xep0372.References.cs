// XEP-0372: a part of a message's text stands for something else, such as a person who is mentioned.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>One reference (§3.1).</summary>
/// <param name="Type"><see cref="MentionType"/>, <see cref="DataType"/>, or another.</param>
/// <param name="Uri">What is meant.</param>
public sealed record Reference(string Type, string Uri) : IPayload<Reference>
{
    public const string Ns = "urn:xmpp:reference:0";
    public const string MentionType = "mention";
    public const string DataType = "data";

    private const string XmppScheme = "xmpp:";

    public static string ElementName => "reference";

    public static string ElementNs => Ns;

    /// <summary>Where it begins in the body, in code points from 0; null when it is no part of the body.</summary>
    public int? Begin { get; init; }

    /// <summary>Where it ends: the code point behind it.</summary>
    public int? End { get; init; }

    /// <summary>The earlier message in which the reference is; null: this one.</summary>
    public string? Anchor { get; init; }

    /// <summary>Who is mentioned (§3.2): the address in the URI; null for a reference of another type, or when the URI has none.</summary>
    public Jid? Mentioned => Type == MentionType ? AddressIn(Uri) : null;

    /// <summary>A mention of an account, by its bare address.</summary>
    public static Reference Mention(BareJid who, int begin, int end) => new(MentionType, UriOf(who)) { Begin = begin, End = end };

    public static Reference Read(XmlElement element) => new(element.Required("type"), element.Required("uri"))
    {
        Begin = ReadIndex(element.Attribute("begin")),
        End = ReadIndex(element.Attribute("end")),
        Anchor = element.Attribute("anchor"),
    };

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns)
        .Attribute("anchor", Anchor).Attribute("begin", Schema.WriteNumber(Begin)).Attribute("end", Schema.WriteNumber(End))
        .Attribute("type", Type).Attribute("uri", Uri).End();

    // RFC 5122 §2.2: xmpp:[//account/]address[?query][#fragment]
    private static Jid? AddressIn(string uri)
    {
        if (!uri.StartsWith(XmppScheme, StringComparison.OrdinalIgnoreCase)) return null;
        var path = uri[XmppScheme.Length..].Split('?', '#')[0];
        if (path.StartsWith("//", StringComparison.Ordinal))
        {
            var account = path.IndexOf('/', 2);
            path = account < 0 ? "" : path[(account + 1)..];
        }
        return Jid.TryParse(System.Uri.UnescapeDataString(path), out var jid) ? jid : null;
    }

    private static string UriOf(BareJid jid) => XmppScheme
        + (jid.Local is null ? "" : System.Uri.EscapeDataString(jid.Local) + "@") + System.Uri.EscapeDataString(jid.Domain);

    private static int? ReadIndex(string? text)
    {
        var index = Schema.ReadNumber(text);
        return index <= int.MaxValue ? (int)index : index is null ? null : throw Schema.BadRequest("no text is that long");
    }
}
