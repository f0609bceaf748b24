// XEP-0313 §6.1.2, XEP-0334 in rooms: which messages the archive of a room has, and which are told to those who enter.
using Balcony.Server.Modules;
using Balcony.Server.Rooms.Features;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Rooms;

/// <summary>
/// What is not known to be of the moment is archived (<see cref="MessageContent"/>): encrypted payloads, corrections, reactions, retractions and markers have no
/// body, and a list of what counts would lose the messages of every extension that comes after it. The history has the same, but for what means nothing to somebody
/// who enters: the subject, which comes by itself, and the others' markers.
/// </summary>
internal static class RoomArchiveRules
{
    /// <summary>Everything that somebody would miss who comes later, unless its sender does not want it kept.</summary>
    public static bool Keeps(Message message)
    {
        var (isKept, isRemembered) = Hints(message);
        return isKept ?? (isRemembered && MessageContent.HasContent(message));
    }

    /// <summary>The same, for as long as the room is in memory (XEP-0334 §4.1: no-permanent-store).</summary>
    public static bool IsRemembered(Message message) => Hints(message).IsRemembered && MessageContent.HasContent(message);

    /// <summary>Whether those get it who enter (XEP-0045 §7.2.14).</summary>
    public static bool IsHistory(Message message)
    {
        if (message.Type != MessageType.Groupchat || !Hints(message).IsRemembered || Subjects.Changes(message))
        {
            return false;
        }
        foreach (var child in message.Element.Children)
        {
            if (MessageContent.IsContent(child) && !IsMarker(child))
            {
                return true;
            }
        }
        return false;
    }

    // XEP-0333, XEP-0184
    private static bool IsMarker(XmlElement child) => child.Namespace is Displayed.Ns or ReceiptReceived.Ns;

    // Kept: null when the content decides.
    private static (bool? IsKept, bool IsRemembered) Hints(Message message)
    {
        bool? isKept = null;
        foreach (var child in message.Element.Children)
        {
            if (child.Namespace != Hint.Ns)
            {
                continue;
            }
            if (child.Name == Hint.NoStore.Name)
            {
                // XEP-0334 §4.2: also when another hint says otherwise, for it cannot be taken back.
                return (false, false);
            }
            if (child.Name == Hint.NoPermanentStore.Name)
            {
                isKept = false;
            }
            else if (child.Name == Hint.Store.Name)
            {
                isKept ??= true;
            }
        }
        return (isKept, true);
    }
}
