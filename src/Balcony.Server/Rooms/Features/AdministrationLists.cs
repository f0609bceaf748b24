// XEP-0045 §8.5, §9.2, §9.5, §9.8, §10.5, §10.8: the lists of a room, for those who may read them.
using Balcony.Server.Modules;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class AdministrationLists : RoomFeature
{
    private static readonly MucRole[] Roles = [MucRole.Moderator, MucRole.Participant, MucRole.Visitor];

    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        new(
            MucForms.ConfigFields.GetMemberList, FormFieldType.ListMulti, "Who may read the list of members",
            config => [.. Roles.Where(role => role >= config.ListsFor).Select(role => role.Name())], Write)
        {
            Options = [new FormOption("moderator", "Moderators"), new FormOption("participant", "Participants"), new FormOption("visitor", "Visitors")],
        },
    ];

    public override void Register(ModuleBuilder module) => module.OnGet<MucAdminQuery>(IqTarget.Room, Get);

    private static ValueTask<IqReply> Get(IqContext context, MucAdminQuery query)
    {
        var room = context.Room!;
        var viewer = room.StandingOf(context.From.Bare);
        return query.Items switch
        {
            [{ Role: { } role and not MucRole.None, Affiliation: null }] =>
                Privileges.MayRead(viewer, role) ? IqReply.Result(new MucAdminQuery(List(room, role))) : IqReply.Error(StanzaError.Forbidden),
            [{ Affiliation: { } affiliation and not MucAffiliation.None, Role: null }] =>
                Privileges.MayRead(room.Configuration, viewer, affiliation)
                    ? IqReply.Result(new MucAdminQuery(List(room, affiliation))) : IqReply.Error(StanzaError.Forbidden),
            // §5.2: there is no list of those who have none.
            _ => IqReply.Error(StanzaError.BadRequest.With("one role or one affiliation is asked for")),
        };
    }

    // §13.4.5: with the full address.
    private static MucItem[] List(Room room, MucRole role) =>
    [
        .. room.Occupants.Values.Where(occupant => occupant.Role == role).OrderBy(occupant => occupant.Nickname, StringComparer.Ordinal)
            .Select(occupant => new MucItem
            {
                Affiliation = occupant.Affiliation,
                Role = role,
                Nick = occupant.Nickname,
                Jid = occupant.Sessions[^1].Address,
            }),
    ];

    // §13.4.6: without the role, with the nickname, except of outcasts.
    private static MucItem[] List(Room room, MucAffiliation affiliation)
    {
        bool isBans = affiliation == MucAffiliation.Outcast;
        var present = isBans ? null : room.Occupants.Values.ToLookup(occupant => occupant.Account, occupant => occupant.Nickname);
        return
        [
            .. room.Members.Where(member => member.Value.Affiliation == affiliation).OrderBy(member => member.Key.ToString(), StringComparer.Ordinal)
                .Select(member => new MucItem
                {
                    Affiliation = affiliation,
                    Jid = member.Key,
                    Nick = isBans ? null : member.Value.Nickname ?? present![member.Key].FirstOrDefault(),
                    Reason = isBans ? member.Value.Reason : null,
                }),
        ];
    }

    private static RoomConfiguration Write(RoomConfiguration config, IReadOnlyList<string> values)
    {
        var lowest = MucRole.None;
        foreach (string value in values)
        {
            if (!MucNames.TryParse(value, out MucRole role) || role == MucRole.None)
            {
                throw RoomSetting.Refused("the list of members is for moderators, participants or visitors");
            }
            lowest = lowest == MucRole.None || role < lowest ? role : lowest;
        }
        // Roles have ranks (§5.1.1): whoever is above one that may, may. Nobody chosen: admins and owners always may.
        return config with { ListsFor = lowest };
    }
}
