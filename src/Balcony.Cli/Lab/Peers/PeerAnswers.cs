// What a scripted server answers to stanzas: ping (XEP-0199), disco#info (XEP-0030), and an echo of messages.
using Balcony.Xmpp.Xml;

namespace Balcony.Cli.Lab.Peers;

internal static class PeerAnswers
{
    private const string DiscoNs = "http://jabber.org/protocol/disco#info";

    /// <summary>Null: nothing is answered to it.</summary>
    public static string? To(XmlElement stanza) =>
        stanza.Attribute("from") is { } from && stanza.Attribute("to") is { } to ? To(stanza, from, to) : null;

    /// <inheritdoc cref="To(XmlElement)"/>
    public static string? To(XmlElement stanza, string from, string to)
    {
        if (stanza.Name == "message" && stanza.Attribute("type") != "error" && stanza.Child("body", stanza.Namespace) is { } body)
            return PeerWords.Message(to, from, "echo-" + stanza.Attribute("id"), body.Text);
        if (stanza.Name != "iq" || stanza.Attribute("type") is not ("get" or "set")) return null;
        var head = $"<iq type='{{0}}' from='{PeerWords.Escape(to)}' to='{PeerWords.Escape(from)}' id='{PeerWords.Escape(stanza.Attribute("id") ?? "")}'";
        if (stanza.Child("ping", PeerWords.PingNs) is not null) return Of("result") + "/>";
        if (stanza.Child("query", DiscoNs) is not null)
        {
            return Of("result") + $"><query xmlns='{DiscoNs}'><identity category='server' type='im' name='balcony lab'/>"
                + $"<feature var='{DiscoNs}'/><feature var='{PeerWords.PingNs}'/></query></iq>";
        }
        return Of("error") + "><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>";

        string Of(string type) => head.Replace("{0}", type, StringComparison.Ordinal);
    }
}
