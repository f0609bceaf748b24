// XEP-0045 §7.4, §8.3: in a moderated room, visitors listen.
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
        room.Configuration.IsModerated && sender.Role == MucRole.Visitor ? StanzaError.Forbidden.With("you have no voice in this room") : null;

    public override void Describe(Room room, RoomDescription description) =>
        description.Features.Add(room.Configuration.IsModerated ? MucForms.Features.Moderated : MucForms.Features.Unmoderated);
}
