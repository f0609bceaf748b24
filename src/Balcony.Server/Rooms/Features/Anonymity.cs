// XEP-0045 §7.2.3, §7.2.4: who sees real addresses.
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Rooms.Features;

internal sealed class Anonymity(RoomOptions options) : RoomFeature
{
    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        new(
            MucForms.ConfigFields.Whois, FormFieldType.ListSingle, "Who sees real addresses", config => [config.IsNonAnonymous ? "anyone" : "moderators"],
            (config, values) => values switch
            {
                ["anyone"] => config with { IsNonAnonymous = true },
                ["moderators"] => config with { IsNonAnonymous = false },
                _ => throw RoomSetting.Refused("real addresses are for anyone or for moderators"),
            })
        {
            Options = [new FormOption("moderators", "Moderators"), new FormOption("anyone", "Anyone")],
        },
    ];

    public override void AddStatuses(Room room, Entry entry, List<int> statuses)
    {
        if (room.Configuration.IsNonAnonymous)
        {
            statuses.Add(MucStatus.NonAnonymous);
        }
    }

    public override void Describe(Room room, RoomDescription description) =>
        description.Features.Add(room.Configuration.IsNonAnonymous ? MucForms.Features.NonAnonymous : MucForms.Features.SemiAnonymous);

    // What was shown to everybody is another thing now.
    public override void OnConfigured(Room room, RoomConfiguration before)
    {
        if (before.IsNonAnonymous != room.Configuration.IsNonAnonymous)
        {
            foreach (var occupant in room.Occupants.Values)
            {
                occupant.Changed();
            }
        }
    }

    // Those who did not see addresses before see them now; what was seen cannot be taken back.
    public override void AfterConfigured(Room room, RoomConfiguration before)
    {
        if (!before.IsNonAnonymous && room.Configuration.IsNonAnonymous && (long)room.Occupants.Count * room.Audience.Count <= options.MaxPresencesShownAgain)
        {
            foreach (var occupant in room.Occupants.Values.ToArray())
            {
                room.ShowAgain(occupant, viewer => viewer.Role != MucRole.Moderator);
            }
        }
    }
}
