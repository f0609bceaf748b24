// XEP-0357 §7: which messages warrant a notification, and how urgent they are; the XEP leaves both to the server.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

/// <summary>Tells what wakes a device from what can wait until its user looks.</summary>
internal static class PushRules
{
    private const string CallNs = "urn:xmpp:jingle-message:0";

    /// <summary>High for what a person says, or calls; low for other content; null where nobody is to be told: no content, or answers of programs (receipts, markers),
    /// which would wake a device after each message that its user sent.</summary>
    public static PushUrgency? UrgencyOf(Message message)
    {
        if (message.Type is MessageType.Error or MessageType.Headline)
        {
            return null;
        }
        bool hasOther = false;
        foreach (var child in message.Element.Children)
        {
            if (IsSaid(child))
            {
                return message.Type == MessageType.Groupchat ? PushUrgency.Low : PushUrgency.High;
            }
            // XEP-0353 §3.1: somebody calls.
            if (child.Is("propose", CallNs))
            {
                return PushUrgency.High;
            }
            hasOther |= child.Namespace is not (ReceiptReceived.Ns or Displayed.Ns) && MessageContent.IsContent(child);
        }
        return hasOther ? PushUrgency.Low : null;
    }

    private static bool IsSaid(XmlElement child) => (child.Namespace, child.Name) switch
    {
        ("jabber:client" or "jabber:server", "body") => true,
        // XEP-0384: without a payload it only carries keys.
        ("eu.siacs.conversations.axolotl" or "urn:xmpp:omemo:1" or "urn:xmpp:omemo:2", "encrypted") => child.Child("payload", child.Namespace) is not null,
        ("urn:xmpp:openpgp:0", "openpgp") => true,
        ("jabber:x:encrypted", "x") => true,
        _ => false,
    };
}
