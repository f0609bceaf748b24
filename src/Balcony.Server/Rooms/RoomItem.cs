// What is posted to a room's mailbox.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms;

/// <summary>A stanza to handle, or work to do, in a room's mailbox.</summary>
/// <param name="Stanza">Null for work.</param>
/// <param name="To">Where the stanza goes: the room, or an occupant.</param>
/// <param name="Origin">The session that sent it; null: from elsewhere.</param>
/// <param name="Receipt">Held by the poster for this item and released by the mailbox when it is handled; null when nobody waits.</param>
/// <param name="Work">What to do when there is no stanza.</param>
internal readonly record struct RoomItem(Stanza? Stanza, Jid? To, Session? Origin, Receipt? Receipt, Func<Room, ValueTask>? Work)
{
    /// <summary>Called instead of the work when the room cannot be loaded, or is not in memory any more and there is no place for it; null: nobody waits for it.</summary>
    public Action? Failed { get; init; }
}
