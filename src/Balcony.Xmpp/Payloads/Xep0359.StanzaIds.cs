// XEP-0359: names for a stanza that outlive its id attribute.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>The name that an archive gave (§3): to be believed only when <paramref name="By"/> is known to give such names (§6).</summary>
/// <param name="Id">Unique for <paramref name="By"/>, not to be guessed.</param>
/// <param name="By">The account or room.</param>
public sealed record StanzaId(string Id, Jid By) : IPayload<StanzaId>
{
    public const string Ns = "urn:xmpp:sid:0";

    public static string ElementName => "stanza-id";

    public static string ElementNs => Ns;

    public static StanzaId Read(XmlElement element) => new(element.Required("id"), element.RequiredJid("by"));

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns).Attribute("id", Id).Attribute("by", By.ToString()).End();
}

/// <summary>The name that the sender gave.</summary>
public sealed record OriginId(string Id) : IPayload<OriginId>
{
    public static string ElementName => "origin-id";

    public static string ElementNs => StanzaId.Ns;

    public static OriginId Read(XmlElement element) => new(element.Required("id"));

    public void Write(XmlWriter writer) => writer.Start(ElementName, StanzaId.Ns).Attribute("id", Id).End();
}
