// What is listed of a public room.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Rooms;

/// <summary>A public room, as it is listed and searched for.</summary>
internal sealed record ListedRoom(BareJid Address, string Name, string Description, string Language, bool IsMembersOnly, bool IsOpen, bool IsNonAnonymous)
{
    public string Local => Address.Local!;

    /// <summary>Null: it is hidden.</summary>
    public static ListedRoom? Of(BareJid address, RoomConfiguration room) => !room.IsPublic ? null : new ListedRoom(
        address, room.Name, room.Description, room.Language, room.IsMembersOnly, !room.IsMembersOnly && room.Password is null, room.IsNonAnonymous);
}
