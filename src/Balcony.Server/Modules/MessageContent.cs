// The one rule of what in a message matters later, for the archive, offline delivery, push and inactive clients.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

/// <summary>Tells messages that a person or a device would miss from those that only matter while they are new.</summary>
internal static class MessageContent
{
    /// <summary>Whether the message has at least one child that is not known to be of the moment, or to be an annotation of other children. What is
    /// unknown counts as content: a new extension must not lose its messages to an old server. Says nothing of types and hints, which the caller's own
    /// rules weigh.</summary>
    public static bool HasContent(Message message)
    {
        bool hasOther = false;
        bool hasError = false;
        foreach (var child in message.Element.Children)
        {
            if (message.IsError && child.Is("error", child.ContentNs))
            {
                hasError = true;
            }
            else if (IsContent(child))
            {
                return true;
            }
            else
            {
                hasOther = true;
            }
        }
        // RFC 6120 §8.3.1: an error may carry what it answers. Nobody misses that a chat state failed.
        return hasError && !hasOther;
    }

    /// <summary>Whether one child makes its message one that would be missed.</summary>
    public static bool IsContent(XmlElement child) => child.Namespace switch
    {
        "jabber:client" or "jabber:server" => child.Name != "thread",
        ChatState.Ns or Hint.Ns or Delay.Ns or "jabber:x:delay" or "jabber:x:event" => false,
        // XEP-0359, XEP-0421: names; XEP-0172, XEP-0131, XEP-0428: about the rest; XEP-0301: the message follows.
        StanzaId.Ns or "urn:xmpp:occupant-id:0" or "http://jabber.org/protocol/nick" or "http://jabber.org/protocol/shim" or "urn:xmpp:fallback:0"
            or "urn:xmpp:rtt:0" => false,
        // XEP-0184, XEP-0333: answers are content, questions belong to the message that they are in.
        ReceiptReceived.Ns => child.Name != ReceiptRequest.ElementName,
        Displayed.Ns => child.Name != Markable.ElementName,
        CarbonReceived.Ns => false,
        // XEP-0045 §7.8: an invitation or its refusal; everything else there says who and how.
        "http://jabber.org/protocol/muc#user" => child.Child("invite", child.Namespace) is not null || child.Child("decline", child.Namespace) is not null,
        _ => true,
    };
}
