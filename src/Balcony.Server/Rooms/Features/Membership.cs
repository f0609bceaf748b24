// XEP-0045 §7.2.8: rooms that only their members enter.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class Membership : RoomFeature
{
    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        RoomSetting.Boolean(
            MucForms.ConfigFields.MembersOnly, "Only members enter", config => config.IsMembersOnly, (config, isOn) => config with { IsMembersOnly = isOn }),
    ];

    public override ValueTask<StanzaError?> CheckEntryAsync(Room room, Entry entry) =>
        new(room.Configuration.IsMembersOnly && entry.Affiliation < MucAffiliation.Member ? StanzaError.RegistrationRequired : null);

    public override void Describe(Room room, RoomDescription description) =>
        description.Features.Add(room.Configuration.IsMembersOnly ? MucForms.Features.MembersOnly : MucForms.Features.Open);

    // §10.2: those who may not be in it any more are put out, and everybody is told why.
    public override void AfterConfigured(Room room, RoomConfiguration before)
    {
        if (before.IsMembersOnly || !room.Configuration.IsMembersOnly)
        {
            return;
        }
        foreach (var occupant in room.Occupants.Values.Where(one => one.Affiliation < MucAffiliation.Member).ToArray())
        {
            room.Remove(occupant, new Change { Statuses = [MucStatus.NowMembersOnly] });
        }
    }
}
