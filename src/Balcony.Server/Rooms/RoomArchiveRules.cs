// XEP-0313 §6.2 in rooms: which messages the archive of a room has.
using Balcony.Server.Modules;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms;

internal static class RoomArchiveRules
{
    /// <summary>Everything that somebody would miss who comes later (<see cref="MessageContent"/>), unless its sender does not want it kept.</summary>
    public static bool Keeps(Message message)
    {
        bool isToBeStored = false;
        foreach (var child in message.Element.Children)
        {
            if (child.Namespace == Hint.Ns)
            {
                if (child.Name == Hint.NoStore.Name || child.Name == Hint.NoPermanentStore.Name)
                {
                    return false;
                }
                isToBeStored |= child.Name == Hint.Store.Name;
            }
        }
        return isToBeStored || MessageContent.HasContent(message);
    }
}
