// XEP-0045 §8.2 to §8.5, §9.1 to §9.8, §10.3 to §10.8: roles and affiliations are changed, one or many at a time: all, or none.
using Balcony.Server.Modules;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class Administration(RoomOptions options) : RoomFeature
{
    public override void Register(ModuleBuilder module) => module.OnSet<MucAdminQuery>(IqTarget.Room, Set);

    private ValueTask<IqReply> Set(IqContext context, MucAdminQuery query)
    {
        var room = context.Room!;
        var by = context.From;
        var changes = Read(room, by.Bare, query);
        if (Refused(room, by.Bare, query, changes) is { } refused)
        {
            return refused;
        }
        // §8.3, §9.6: who asked learns of the success first, then everybody of the change.
        if (changes.Affiliations.Count == 0)
        {
            return IqReply.Result().AndThen(() => Apply(room, changes.Roles, by));
        }
        room.CheckAffiliations(changes.Affiliations);
        var unit = new UnitOfWork();
        var news = room.ChangeAffiliations(changes.Affiliations, by, unit);
        var ticket = room.Services.Storage.Commit(unit);
        room.AfterCommit(ticket, null);
        return IqReply.Result().After(ticket).AndThen(() => room.Run(now =>
        {
            now.Tell(news);
            Apply(now, changes.Roles, by);
            return default;
        }));
    }

    private static void Apply(Room room, IReadOnlyList<RoleChange> changes, Jid by)
    {
        var actor = room.ActorOf(by);
        foreach (var change in changes)
        {
            // Not if he has left meanwhile, or has the role by now.
            if (room.Occupants.GetValueOrDefault(change.Occupant.Nickname) == change.Occupant && change.Occupant.Role != change.Role)
            {
                room.ChangeRole(change.Occupant, change.Role, new Change { Reason = change.Reason, Actor = actor });
            }
        }
    }

    // All are checked against what is, before any is done.
    private (List<RoleChange> Roles, List<AffiliationChange> Affiliations) Read(Room room, BareJid by, MucAdminQuery query)
    {
        var actor = room.StandingOf(by);
        if (!actor.IsModerator)
        {
            // Before anything else: nobody learns from errors who is there.
            throw new StanzaException(StanzaError.Forbidden);
        }
        var roles = new List<RoleChange>();
        var affiliations = new List<AffiliationChange>();
        if (query.Items.Count == 0)
        {
            throw new StanzaException(StanzaError.BadRequest.With("nothing to change"));
        }
        if (query.Items.Count > options.MaxChangesAtOnce)
        {
            throw new StanzaException(StanzaError.PolicyViolation.With($"at most {options.MaxChangesAtOnce} changes at once"));
        }
        foreach (var item in query.Items)
        {
            if (item.Reason?.Length > options.MaxReasonLength)
            {
                throw new StanzaException(StanzaError.NotAcceptable.With($"a reason has at most {options.MaxReasonLength} characters"));
            }
            switch (item)
            {
                case { Role: { } role, Affiliation: null }:
                    roles.Add(new RoleChange(FindOccupant(room, item), role, item.Reason));
                    break;
                case { Affiliation: { } affiliation, Role: null }:
                    affiliations.Add(ReadAffiliation(room, item, affiliation));
                    break;
                default:
                    // §13.4.4: both, or neither.
                    throw new StanzaException(StanzaError.BadRequest.With("an item changes a role or an affiliation"));
            }
        }
        if (roles.DistinctBy(change => change.Occupant).Count() != roles.Count || affiliations.DistinctBy(change => change.Account).Count() != affiliations.Count)
        {
            throw new StanzaException(StanzaError.BadRequest.With("somebody is named twice"));
        }
        return (roles, affiliations);
    }

    // §8.4: the error comes "along with the offending item(s)", as they were sent.
    private static IqReply? Refused(Room room, BareJid by, MucAdminQuery query, in (List<RoleChange> Roles, List<AffiliationChange> Affiliations) changes)
    {
        var actor = room.StandingOf(by);
        StanzaError? first = null;
        var offending = new List<MucItem>();
        int role = 0, affiliation = 0;
        foreach (var item in query.Items)
        {
            var error = item.Role is not null ? CheckRole(actor, by, changes.Roles[role++]) : CheckAffiliation(room, actor, by, changes.Affiliations[affiliation++]);
            if (error is not null)
            {
                first ??= error;
                offending.Add(item with { Reason = null, Actor = null });
            }
        }
        return first is null ? null : IqReply.Error(first, new MucAdminQuery(offending));
    }

    private static StanzaError? CheckRole(Standing actor, BareJid by, RoleChange change) => Privileges.CheckRole(
        actor, new Standing(change.Occupant.Affiliation, change.Occupant.Role), change.Role, change.Occupant.Account.Equals(by));

    private static StanzaError? CheckAffiliation(Room room, Standing actor, BareJid by, AffiliationChange change)
    {
        var before = room.AffiliationOf(change.Account);
        // Who owns all rooms of the host does so by the configuration of the server.
        return Privileges.CheckAffiliation(actor, before, change.Affiliation, change.Account.Equals(by))
            ?? (room.Services.IsAdmin(room.Service.Host, change.Account) && change.Affiliation < MucAffiliation.Owner && !room.Services.IsAdmin(room.Service.Host, by)
                ? StanzaError.NotAllowed.With("admins of the host own its rooms") : null);
    }

    // §17.4: by address. By nickname or the occupant's address, too, since who acts on somebody in a room may know no more of him.
    private static AffiliationChange ReadAffiliation(Room room, MucItem item, MucAffiliation affiliation) => item.Jid is { } jid && !jid.Bare.Equals(room.Address)
        ? new AffiliationChange(jid.Bare, affiliation) { Reason = item.Reason, Nickname = Prepare(room, item.Nick) }
        : new AffiliationChange(FindOccupant(room, item).Account, affiliation) { Reason = item.Reason };

    // §13.4.5: by nickname; §5.1: "based on the occupant's room nickname or full JID".
    private static Occupant FindOccupant(Room room, MucItem item)
    {
        if (item.Nick is { Length: > 0 } nick)
        {
            return Jid.TryParse($"{room.Address}/{nick}", out var address) && room.Occupants.TryGetValue(address.Resource!, out var occupant)
                ? occupant : throw new StanzaException(StanzaError.ItemNotFound.With("nobody has this nickname"));
        }
        if (item.Jid is FullJid known && known.Bare.Equals(room.Address))
        {
            return room.Occupants.GetValueOrDefault(known.Resource!) ?? throw new StanzaException(StanzaError.ItemNotFound.With("nobody has this nickname"));
        }
        if (item.Jid is null || item.Jid.Bare.Equals(room.Address))
        {
            throw new StanzaException(StanzaError.BadRequest.With("an item names somebody"));
        }
        return room.FindSession(item.Jid)?.Occupant ?? (item.Jid is BareJid account ? room.OccupantsOf(account).FirstOrDefault() : null)
            ?? throw new StanzaException(StanzaError.ItemNotFound.With("nobody in the room has this address"));
    }

    private static string? Prepare(Room room, string? nick) => nick is not { Length: > 0 } ? nick
        : Jid.TryParse($"{room.Address}/{nick}", out var address) ? address.Resource
        : throw new StanzaException(StanzaError.NotAcceptable.With("not a nickname"));

    private sealed record RoleChange(Occupant Occupant, MucRole Role, string? Reason);
}
