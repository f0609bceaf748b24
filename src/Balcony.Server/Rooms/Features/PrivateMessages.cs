// XEP-0045 §7.5: who may write to single occupants. What becomes of it is in Room.Private.cs.
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Rooms.Features;

internal sealed class PrivateMessages : RoomFeature
{
    // In the order of the enumeration.
    private static readonly string[] Names = ["anyone", "participants", "moderators", "none"];

    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        new(
            MucForms.ConfigFields.AllowPrivateMessages, FormFieldType.ListSingle, "Who may send private messages",
            config => [Names[(int)config.AllowsPrivateMessages]],
            (config, values) => values is [var name] && Array.IndexOf(Names, name) is >= 0 and var at
                ? config with { AllowsPrivateMessages = (RoomAudience)at }
                : throw RoomSetting.Refused("private messages are for anyone, participants, moderators or none"))
        {
            Options = [new FormOption("anyone", "Anyone"), new FormOption("participants", "Those with voice"), new FormOption("moderators", "Moderators"), new FormOption("none", "Nobody")],
            // §6.4: clients show by it whether an occupant can be written to.
            InfoVar = MucForms.ConfigFields.AllowPrivateMessages,
        },
    ];
}
