// XEP-0280 §7, §8: how a copy is written.
using Balcony.Server.Sessions;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

/// <summary>Writes a message wrapped as a copy, from the account's bare JID: many devices share the bytes of the message.</summary>
/// <param name="direction"><c>sent</c> or <c>received</c>.</param>
internal sealed class CarbonForm(string direction) : DeliveryForm($"carbon {direction}")
{
    public override void Write(XmlWriter writer, Stanza stanza, Session session, string? stanzaId, DateTimeOffset? came)
    {
        var account = session.Account.Address;
        writer.Start("message").Attribute("from", account.ToString()).Attribute("to", session.Address.ToString()).Attribute("type", TypeOf((Message)stanza))
            .Start(direction, CarbonReceived.Ns).Start(Forwarded.ElementName, Forwarded.Ns);
        if (came is { } time)
        {
            new Delay(time).Write(writer);
        }
        if (stanzaId is null)
        {
            stanza.WriteForwarded(writer);
        }
        else
        {
            // XEP-0359 §3: the copy has the name that the original has in the account's archive.
            using var stamp = new XmlWriter();
            new StanzaId(stanzaId, account).Write(stamp);
            stanza.WriteForwarded(writer, stamp.Written.Span);
        }
        writer.End().End().End();
    }

    // §7: the same type; RFC 6121 §5.2.2: normal is what has none.
    private static string? TypeOf(Message message) => message.Type switch
    {
        MessageType.Chat => "chat",
        MessageType.Headline => "headline",
        MessageType.Error => "error",
        _ => null,
    };
}
