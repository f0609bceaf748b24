// XEP-0313 §6.1: which messages an archive has.
using Balcony.Server.Routing;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

/// <summary>
/// How an account keeps a message, without state. The text asks for normal and chat messages with a body and leaves the rest open. Here everything counts that is
/// not known to be of the moment (<see cref="MessageContent"/>): encrypted payloads, receipts, markers, corrections, retractions, reactions, calls and invitations
/// have no body, and a list of what counts would lose the messages of every extension that comes after it.
/// </summary>
internal static class ArchiveRules
{
    /// <param name="message">The message.</param>
    /// <param name="flow">Seen from the account.</param>
    /// <returns>Null: not at all.</returns>
    public static LedgerFlags? Of(Message message, Flow flow) => message.Type switch
    {
        // A room has its own archive; what its occupants were told would be in each of theirs again.
        MessageType.Groupchat => null,
        // Whoever wrote a message wants to see later that it did not arrive; not as news (RFC 6121 §8.5.2.2.1). An error without id answers nothing.
        MessageType.Error => flow == Flow.Inbound && message.Id is not null && MessageContent.HasContent(message) && !SaysThatNothingIsKept(message)
            ? LedgerFlags.ArchiveOnly
            : null,
        _ => OfConversation(message, flow),
    };

    /// <summary>What is left of it for an account that does not want the message in its archive (XEP-0441): it must still reach a device.</summary>
    public static LedgerFlags? WithoutArchive(LedgerFlags? kept, Flow flow) =>
        flow == Flow.Inbound && kept is LedgerFlags.None or LedgerFlags.UntilDelivered ? LedgerFlags.UntilDelivered : null;

    // The store is full or away: kept as well, it would wait for the same store, and its message is in no archive either.
    private static bool SaysThatNothingIsKept(Message error) => error.Error?.Condition == StanzaError.ResourceConstraint.Condition;

    private static LedgerFlags? OfConversation(Message message, Flow flow)
    {
        var (hasContent, isToBeStored, isPermanent) = (false, false, true);
        foreach (var child in message.Element.Children)
        {
            if (child.Namespace != Hint.Ns)
            {
                hasContent |= MessageContent.IsContent(child) && !IsPassing(child);
            }
            else if (child.Name == Hint.NoStore.Name)
            {
                // XEP-0334 §4.2: also when another hint says otherwise, for it cannot be taken back.
                return null;
            }
            else
            {
                isToBeStored |= child.Name == Hint.Store.Name;
                isPermanent &= child.Name != Hint.NoPermanentStore.Name;
            }
        }
        if (!hasContent && !isToBeStored)
        {
            return null;
        }
        if (message.Type == MessageType.Headline)
        {
            // "Not generally suggested", unless the sender asks for it (XEP-0334 §4.4); never offline (RFC 6121 §5.2.2).
            return isToBeStored && isPermanent ? LedgerFlags.ArchiveOnly : null;
        }
        return isPermanent ? LedgerFlags.None : WithoutArchive(LedgerFlags.None, flow);
    }

    // Content for whoever gets it now, and no part of a conversation.
    private static bool IsPassing(XmlElement child) => child.Namespace switch
    {
        // XEP-0060: the node has its items. XEP-0047: pieces of a file. XEP-0313: somebody who plays an archive.
        "http://jabber.org/protocol/pubsub#event" or "http://jabber.org/protocol/ibb" or MamQuery.Ns => true,
        // XEP-0033, XEP-0079: how it travels. XEP-0393: how the text is shown.
        "http://jabber.org/protocol/address" or "http://jabber.org/protocol/amp" or "urn:xmpp:styling:0" => true,
        _ => false,
    };
}
