// A room that is closed to other servers: our own switch.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class ClosedRooms : RoomFeature
{
    private const string Var = "{urn:balcony:muc}roomconfig_federated";

    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        RoomSetting.Boolean(Var, "Users of other servers may enter", config => config.IsFederated, (config, isOn) => config with { IsFederated = isOn }),
    ];

    public override ValueTask<StanzaError?> CheckEntryAsync(Room room, Entry entry) =>
        new(room.IsClosedTo(entry.From.Bare) ? StanzaError.NotAllowed.With("this room is not for users of other servers") : null);

    // An owner is never lost: who is of another server does not shut himself out.
    public override RoomConfiguration Settle(Room room, RoomConfiguration configuration, DataForm form, BareJid by) =>
        configuration.IsFederated || room.Services.Router.IsOurs(by.Host) ? configuration : throw RoomSetting.Refused("you are of another server yourself");

    public override void AfterConfigured(Room room, RoomConfiguration before)
    {
        if (!before.IsFederated || room.Configuration.IsFederated)
        {
            return;
        }
        foreach (var occupant in room.Occupants.Values.Where(one => room.IsClosedTo(one.Account)).ToArray())
        {
            room.Remove(occupant, new Change { Statuses = [MucStatus.Kicked], Reason = "This room is not for users of other servers any more." });
        }
    }
}
