// XEP-0424 §4, XEP-0425 §4: what is left of a message that was taken back.
using Balcony.Server.Rooms.Features;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms;

/// <summary>A message of a room that somebody wants to take back.</summary>
/// <param name="Id">Its name as a number.</param>
/// <param name="Message">As it is stored, or as everybody got it when no archive has it (yet).</param>
internal sealed record RetractableMessage(long Id, Message Message)
{
    /// <summary>Null: the room itself said it.</summary>
    public string? Author => Message.Get<OccupantId>()?.Id;

    /// <summary>It was taken back already.</summary>
    public bool IsTombstone => Message.Has(Retracted.ElementName, Retracted.ElementNs);

    /// <summary>Finds it by the name that the room gave it (XEP-0424 §5.1); null: there is none, or not any more.</summary>
    public static async ValueTask<RetractableMessage?> FindAsync(Room room, string name)
    {
        if (!room.Services.StanzaIds.TryRead(room.Address, name, out long id))
        {
            return null;
        }
        var entry = id < Room.FirstUnkept ? await room.Services.Storage.Ledger.GetAsync(room.Address, id).ConfigureAwait(false) : null;
        // Only remembered, or not committed yet.
        return (entry?.Read() as Message ?? room.StateOf<RoomHistory>().Find(id) ?? room.StateOf<LiveSubject>().Find(id)) is { } message ? new RetractableMessage(id, message) : null;
    }

    /// <summary>Nobody gets it any more: it leaves the history now, and the archive with the unit. Its place, its sender and its time stay.</summary>
    public void Bury(Room room, Retracted retracted, UnitOfWork unit)
    {
        room.StateOf<RoomHistory>().Remove(Id);
        Subjects.TakeBack(room, this, retracted.Stamp ?? room.Services.Clock.GetUtcNow(), unit);
        if (Id >= Room.FirstUnkept)
        {
            return;
        }
        Stanza tombstone = new Message(MessageType.Groupchat, null, Message.From, Message.Id);
        if (Message.Get<OccupantId>() is { } author)
        {
            tombstone = tombstone.With(author);
        }
        tombstone = tombstone.With(retracted);
        // Who really said it stays where it is, at the end (StoredSpeaker).
        unit.ReplaceEntry(room.Address, Id, (Message.Get<MucUser>() is { } speaker ? tombstone.With(speaker) : tombstone).ToUtf8());
    }
}
