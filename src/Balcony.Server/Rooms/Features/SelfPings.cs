// XEP-0410 §3.3: clients ask themselves whether they are in the room, and the room answers (Room.Relay.cs).
namespace Balcony.Server.Rooms.Features;

internal sealed class SelfPings : RoomFeature
{
    private const string Optimization = "http://jabber.org/protocol/muc#self-ping-optimization";

    public override void Describe(Room room, RoomDescription description) => description.Features.Add(Optimization);
}
