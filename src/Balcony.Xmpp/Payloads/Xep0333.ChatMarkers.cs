// XEP-0333: "I have seen everything up to here".
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>The message may be marked as displayed (§4.1).</summary>
public sealed record Markable : IPayload<Markable>
{
    public static string ElementName => "markable";

    public static string ElementNs => Displayed.Ns;

    public static Markable Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, Displayed.Ns);
}

/// <summary>The marker.</summary>
/// <param name="Id">The id attribute of the message; in a room its stanza-id (§4.2).</param>
public sealed record Displayed(string Id) : IPayload<Displayed>
{
    public const string Ns = "urn:xmpp:chat-markers:0";

    public static string ElementName => "displayed";

    public static string ElementNs => Ns;

    public static Displayed Read(XmlElement element) => new(element.Required("id"));

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns).Attribute("id", Id).End();
}
