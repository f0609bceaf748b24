// XEP-0280 §6, §7: which messages are copied, and who has the original already.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>The rules of <c>urn:xmpp:carbons:rules:0</c>, without state.</summary>
internal static class CarbonRules
{
    private const string MucUserNs = "http://jabber.org/protocol/muc#user";
    private const string DirectInvitationNs = "jabber:x:conference";

    // §6.1: what is typical for instant messaging whatever the type; the three that are named, and what came to it since.
    private static readonly (string Name, string Ns)[] Payloads =
    [
        ("received", ReceiptReceived.Ns), ("request", ReceiptReceived.Ns),
        ("displayed", Displayed.Ns), ("markable", Displayed.Ns), ("received", Displayed.Ns), ("acknowledged", Displayed.Ns),
        ("active", ChatState.Ns), ("composing", ChatState.Ns), ("paused", ChatState.Ns), ("inactive", ChatState.Ns), ("gone", ChatState.Ns),
        ("encrypted", "eu.siacs.conversations.axolotl"), ("encrypted", "urn:xmpp:omemo:2"), ("openpgp", "urn:xmpp:openpgp:0"), ("encryption", "urn:xmpp:eme:0"),
        ("replace", "urn:xmpp:message-correct:0"), ("retract", "urn:xmpp:message-retract:1"), ("reactions", "urn:xmpp:reactions:0"),
    ];

    /// <summary>§6.1: whether the message is to be copied at all.</summary>
    /// <param name="message">As the client sent it, or as it came.</param>
    /// <param name="flow">Seen from the account whose devices would get copies.</param>
    /// <param name="answersCopied">Of an error: it answers a message that was copied.</param>
    public static bool IsEligible(Message message, Flow flow, bool answersCopied)
    {
        // §9: the sender wants none. Stays in the message: who takes it out could be blamed for the copies that others miss.
        if (message.Type == MessageType.Groupchat || message.Has("private", CarbonReceived.Ns) || Hint.NoCopy.IsIn(message))
        {
            return false;
        }
        if (message.IsError)
        {
            return answersCopied;
        }
        // The room sends a private message to every device of its occupant itself.
        bool isInvitation = IsInvitation(message);
        if (flow == Flow.Inbound && message.From is FullJid && !isInvitation && message.Has("x", MucUserNs))
        {
            return false;
        }
        return message.Type == MessageType.Chat || isInvitation || (message.Type == MessageType.Normal && message.Has("body", message.Element.ContentNs)) || HasPayload(message);
    }

    /// <summary>Whether an outbound message goes privately to an occupant of a room, which only concerns devices that are in the room, too.</summary>
    public static bool IsToOccupant(Message message) => message.To is FullJid && message.Has("x", MucUserNs) && !IsInvitation(message);

    /// <summary>§7: whether RFC 6121 §8.5 gives the session the message itself.</summary>
    /// <param name="session">One of the recipient's.</param>
    /// <param name="message">The message.</param>
    /// <param name="to">The recipient's address as the message has it.</param>
    /// <param name="isBound">Of a full address: there is such a session.</param>
    public static bool TakesOriginal(Session session, Message message, Jid to, bool isBound) => isBound
        ? session.Address.Equals(to)
        : session.IsAvailable && session.Priority >= 0 && !message.IsError;

    /// <summary>Whether nobody gets the message: its resource is gone, and it goes back to its sender or nowhere (RFC 6121 §8.5.3.2.1). Then nobody gets a
    /// copy either, but of an error, which tells the other devices what became of a message that they know.</summary>
    /// <param name="message">The message.</param>
    /// <param name="to">The recipient's address as the message has it.</param>
    /// <param name="isBound">Of a full address: there is such a session.</param>
    /// <param name="isKept">It is kept to be delivered late, so it does not go back.</param>
    public static bool IsMissed(Message message, Jid to, bool isBound, bool isKept) =>
        to is FullJid && !isBound && (message.Type == MessageType.Headline || (message.Type == MessageType.Normal && !isKept));

    /// <summary>Whether it looks like a copy, which only a server may make, for its own account (§11).</summary>
    public static bool LooksLikeCopy(Message message) => message.Has(CarbonReceived.ElementName, CarbonReceived.Ns) || message.Has(CarbonSent.ElementName, CarbonReceived.Ns);

    private static bool IsInvitation(Message message) =>
        message.Has("x", DirectInvitationNs) || message.Element.Child("x", MucUserNs)?.Child("invite", MucUserNs) is not null;

    private static bool HasPayload(Message message)
    {
        foreach (var (name, ns) in Payloads)
        {
            if (message.Has(name, ns))
            {
                return true;
            }
        }
        return false;
    }
}
