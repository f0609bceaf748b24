// XEP-0203: when a stanza was sent that arrives late.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <param name="Stamp">When the stanza was first sent.</param>
/// <param name="From">Who kept it; only what one's own server or room says is to be believed (§7).</param>
/// <param name="Reason">For people.</param>
public sealed record Delay(DateTimeOffset Stamp, Jid? From = null, string? Reason = null) : IPayload<Delay>
{
    public const string Ns = "urn:xmpp:delay";

    public static string ElementName => "delay";

    public static string ElementNs => Ns;

    public static Delay Read(XmlElement element) => new(
        XmppDateTime.Read(element.Required("stamp")), element.OptionalJid("from"), element.Text is { Length: > 0 } reason ? reason : null);

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns)
        .Attribute("from", From?.ToString()).Attribute("stamp", XmppDateTime.Format(Stamp)).Text(Reason).End();
}
