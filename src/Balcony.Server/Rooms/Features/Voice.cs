// XEP-0045 §5.1.1, §7.4, §8.3: visitors listen. In an unmoderated room they are those from whom somebody took their voice.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class Voice : RoomFeature
{
    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        RoomSetting.Boolean(
            MucForms.ConfigFields.Moderated, "Only those with voice speak", config => config.IsModerated, (config, isOn) => config with { IsModerated = isOn }),
    ];

    public override StanzaError? CheckMessage(Room room, Occupant sender, Message message) =>
        sender.Role == MucRole.Visitor ? StanzaError.Forbidden.With("you have no voice in this room") : null;

    // Who was a visitor because the room was moderated is none any more.
    public override void AfterConfigured(Room room, RoomConfiguration before)
    {
        if (!before.IsModerated || room.Configuration.IsModerated)
        {
            return;
        }
        foreach (var occupant in room.Occupants.Values.Where(occupant => occupant.Role == MucRole.Visitor).ToArray())
        {
            room.ChangeRole(occupant, MucRole.Participant, Change.None);
        }
    }

    public override void Describe(Room room, RoomDescription description) =>
        description.Features.Add(room.Configuration.IsModerated ? MucForms.Features.Moderated : MucForms.Features.Unmoderated);
}
