// XEP-0352 §3.2: what a stanza is to a client that nobody looks at.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>The classes that the options speak of.</summary>
internal enum StanzaClass
{
    /// <summary>Answers and requests, messages with content, calls, what mentions the user, who wants to subscribe.</summary>
    Urgent,

    /// <summary>That somebody comes, goes or is away.</summary>
    Presence,

    /// <summary>Chat states and other messages that nobody would miss (<see cref="MessageContent"/>).</summary>
    ChatState,

    /// <summary>Published items (XEP-0060 §7.1.2): bookmarks, avatars, device lists.</summary>
    Event,

    /// <summary>Receipts and markers (XEP-0184, XEP-0333).</summary>
    Receipt,

    /// <summary>A message in a room that does not mention the user.</summary>
    RoomMessage,

    /// <summary>What the user wrote on another device.</summary>
    OwnMessage,
}

/// <summary>Tells the classes apart, without state.</summary>
internal static class StanzaClasses
{
    private const string MucUserNs = "http://jabber.org/protocol/muc#user";
    private const string PubSubEventNs = "http://jabber.org/protocol/pubsub#event";
    private const string JingleMessageNs = "urn:xmpp:jingle-message:0";
    private const string ReferenceNs = "urn:xmpp:reference:0";

    /// <param name="stanza">What is to be delivered; of a copy (XEP-0280) the message that was copied.</param>
    /// <param name="owner">Whose session it is.</param>
    /// <param name="rooms">Where the session is; null: nowhere.</param>
    public static StanzaClass Of(Stanza stanza, BareJid owner, RoomNicks? rooms) => stanza switch
    {
        Message message => Of(message, owner, rooms),
        Presence presence => Of(presence),
        _ => StanzaClass.Urgent,
    };

    // What a client waits for is urgent: that it is in a room (XEP-0045 §7.1), or why not.
    private static StanzaClass Of(Presence presence) =>
        presence.IsError || presence.IsSubscription || RoomNicks.IsSelf(presence) ? StanzaClass.Urgent : StanzaClass.Presence;

    private static StanzaClass Of(Message message, BareJid owner, RoomNicks? rooms)
    {
        bool hasContent = false;
        bool hasMore = false;
        bool isEncrypted = false;
        foreach (var child in message.Element.Children)
        {
            switch (child.Namespace)
            {
                // XEP-0353: also when another device took the call, so that this one stops ringing.
                case JingleMessageNs:
                    return StanzaClass.Urgent;
                case PubSubEventNs when !message.IsError && !message.Has("body", message.Element.ContentNs):
                    return StanzaClass.Event;
                case "eu.siacs.conversations.axolotl" or "urn:xmpp:omemo:2" or "urn:xmpp:openpgp:0" or "urn:xmpp:eme:0":
                    isEncrypted = true;
                    break;
                default:
                    break;
            }
            if (MessageContent.IsContent(child))
            {
                hasContent = true;
                hasMore |= child.Namespace is not (ReceiptReceived.Ns or Displayed.Ns);
            }
        }
        if (message.IsError)
        {
            return MessageContent.HasContent(message) ? StanzaClass.Urgent : StanzaClass.ChatState;
        }
        return !hasContent ? StanzaClass.ChatState
            : !hasMore ? StanzaClass.Receipt
            : message.From is FullJid from && from.Bare.Equals(owner) ? StanzaClass.OwnMessage
            // Nobody can see whether it mentions the user; rooms with encryption are small.
            : message.Type != MessageType.Groupchat || isEncrypted || Mentions(message, owner, rooms) ? StanzaClass.Urgent
            : StanzaClass.RoomMessage;
    }

    private static bool Mentions(Message message, BareJid owner, RoomNicks? rooms)
    {
        string? nick = message.From is { } from ? rooms?.NickIn(from.Bare) : null;
        // Not the room's reflection of what this session said.
        return (nick is null || message.From!.Resource != nick) && Mentions(message, owner, nick);
    }

    /// <summary>Whether a message speaks of somebody: by a reference (XEP-0372), or his name or address in the text.</summary>
    public static bool Mentions(Message message, BareJid owner, string? nick)
    {
        foreach (var child in message.Element.Children)
        {
            // XEP-0372 §3.2
            if (child.Is("reference", ReferenceNs) && child.Attribute("type") == "mention" && child.Attribute("uri") is { } uri
                && IsUriOf(uri, owner.ToString()))
            {
                return true;
            }
            if (child.Is("body", message.Element.ContentNs) && child.Text is var text && (HasWord(text, nick) || HasWord(text, owner.ToString())))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsUriOf(string uri, string address) =>
        uri.StartsWith("xmpp:", StringComparison.OrdinalIgnoreCase)
        && Uri.UnescapeDataString(uri[5..].Split('?')[0]).Equals(address, StringComparison.OrdinalIgnoreCase);

    // As a word of its own: "Rome" is not for Romeo.
    private static bool HasWord(string text, string? word)
    {
        if (string.IsNullOrEmpty(word))
        {
            return false;
        }
        for (int at = 0; (at = text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            int end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }
        return false;
    }
}
