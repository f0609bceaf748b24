// How payloads read what their schemas require: one way to say "missing" and "wrong", for all of them.
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

internal static class Schema
{
    public static StanzaException BadRequest(string text) => new(StanzaError.BadRequest.With(text));

    /// <summary>The attribute, which must be there and not be empty.</summary>
    public static string Required(this XmlElement element, string attribute) =>
        element.Attribute(attribute) is { Length: > 0 } value
            ? value : throw BadRequest($"<{element.Name}/> needs the attribute '{attribute}'");

    /// <summary>The address in an attribute, which must be there.</summary>
    /// <exception cref="StanzaException"><c>bad-request</c> when it is missing, <c>jid-malformed</c> when it is no address.</exception>
    public static Jid RequiredJid(this XmlElement element, string attribute = "jid") =>
        Jid.TryParse(element.Required(attribute), out var jid) ? jid : throw new StanzaException(StanzaError.JidMalformed);

    /// <summary>The address in an attribute; null when it is missing.</summary>
    /// <exception cref="StanzaException"><c>jid-malformed</c>.</exception>
    public static Jid? OptionalJid(this XmlElement element, string attribute) =>
        element.Attribute(attribute) is null ? null : element.RequiredJid(attribute);

    /// <summary>The text of the first child of that name in the element's own namespace; null when there is none.</summary>
    public static string? ChildText(this XmlElement element, string name) => element.Child(name, element.Namespace)?.Text;

    public static bool HasChild(this XmlElement element, string name) => element.Child(name, element.Namespace) is not null;

    /// <summary>The children of that name in the element's own namespace.</summary>
    public static IEnumerable<XmlElement> ChildrenNamed(this XmlElement element, string name) =>
        element.Children.Where(child => child.Is(name, element.Namespace));

    /// <summary>The children in other namespaces.</summary>
    public static IEnumerable<XmlElement> ForeignChildren(this XmlElement element) =>
        element.Children.Where(child => child.Namespace != element.Namespace);

    /// <summary>A whole number of zero or more; null for null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static long? ReadNumber(string? text)
    {
        if (text is null) return null;
        return long.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : throw BadRequest("not a number");
    }

    public static string? WriteNumber(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>xs:boolean; null for anything else.</summary>
    public static bool? ReadBoolean(string? text) => text switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    /// <summary>Writes an element that holds nothing.</summary>
    public static XmlWriter EmptyElement(this XmlWriter writer, string name, string? ns = null) => writer.Start(name, ns).End();

    /// <summary>Writes an element with text; nothing at all when the text is null.</summary>
    public static XmlWriter OptionalText(this XmlWriter writer, string name, string? text) =>
        text is null ? writer : writer.TextElement(name, null, text);
}
