// XEP-0045 §10.1.3, §16.5.3: whose presence everybody is told of.
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Rooms.Features;

internal sealed class PresenceBroadcast : RoomFeature
{
    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        RoomSetting.Roles(
            MucForms.ConfigFields.PresenceBroadcast, "Roles whose presence everybody sees", config => config.ShownRoles, (config, roles) => config with { ShownRoles = roles }),
    ];

    public override void AfterConfigured(Room room, RoomConfiguration before)
    {
        var (old, now) = (before.ShownRoles, room.Configuration.ShownRoles);
        if (old.SetEquals(now))
        {
            return;
        }
        foreach (var occupant in room.Occupants.Values.ToArray())
        {
            if (old.Contains(occupant.Role) && !now.Contains(occupant.Role))
            {
                room.Hide(occupant);
            }
            else if (!old.Contains(occupant.Role) && now.Contains(occupant.Role))
            {
                room.ShowAgain(occupant, static _ => true);
            }
        }
    }
}
