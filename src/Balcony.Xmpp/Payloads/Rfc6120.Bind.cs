// RFC 6120 §7: resource binding.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>A request to bind, its answer, and (empty) the stream feature.</summary>
/// <param name="Resource">What the client would like, not prepared; null leaves it to the server (§7.6).</param>
/// <param name="Jid">What the server bound; null in requests.</param>
public sealed record Bind(string? Resource = null, FullJid? Jid = null) : IPayload<Bind>, IIqSet<Bind>
{
    public const string Ns = "urn:ietf:params:xml:ns:xmpp-bind";

    public static string ElementName => "bind";

    public static string ElementNs => Ns;

    /// <remarks>§7.7: an empty resource asks for nothing. Whether the resource can be had is the server's to find out.</remarks>
    public static Bind Read(XmlElement element)
    {
        var resource = element.ChildText("resource");
        return new Bind(resource is { Length: > 0 } ? resource : null, element.ChildText("jid") is { } jid ? ReadJid(jid) : null);
    }

    public void Write(XmlWriter writer) =>
        writer.Start(ElementName, Ns).OptionalText("resource", Resource).OptionalText("jid", Jid?.ToString()).End();

    private static FullJid ReadJid(string text) =>
        FullJid.TryParse(text, out FullJid? jid) ? jid : throw new StanzaException(StanzaError.JidMalformed);
}
