// XEP-0045 §5.2, §9, §10: the lists of a room, how they change, and who learns of it.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms;

internal sealed partial class Room
{
    /// <summary>Makes changes that nothing speaks against; everybody is told when they are kept.</summary>
    /// <param name="changes">All, or none.</param>
    /// <param name="by">Who makes them; null: the service.</param>
    /// <param name="kept">Runs when they are kept, instead of <see cref="Tell"/>.</param>
    /// <param name="failed">Runs when they cannot be kept.</param>
    /// <exception cref="StanzaException">They cannot be.</exception>
    public CommitTicket Affiliate(IReadOnlyList<AffiliationChange> changes, Jid? by, Action<AffiliationNews>? kept = null, Action? failed = null)
    {
        CheckAffiliations(changes);
        var unit = new UnitOfWork();
        var news = ChangeAffiliations(changes, by, unit);
        var ticket = _services.Storage.Commit(unit);
        AfterCommit(ticket, () => (kept ?? Tell)(news), failed);
        return ticket;
    }

    /// <summary>Whether changes may be made at all, whoever makes them.</summary>
    /// <exception cref="StanzaException">What stands against them.</exception>
    public void CheckAffiliations(IReadOnlyList<AffiliationChange> changes)
    {
        var members = _members.Keys.ToHashSet();
        var owners = _members.Where(member => member.Value.Affiliation == MucAffiliation.Owner).Select(member => member.Key).ToHashSet();
        Dictionary<string, BareJid>? reserved = null;
        foreach (var change in changes)
        {
            if (change.Account.Equals(Address))
            {
                throw new StanzaException(StanzaError.NotAcceptable.With("a room has no affiliation with itself"));
            }
            if (change.Account.IsDomain && change.Affiliation > MucAffiliation.None)
            {
                throw new StanzaException(StanzaError.NotAcceptable.With("a domain can be banned, and nothing else"));
            }
            if (change is { Nickname.Length: > 0 } && CheckReservation(change, reserved ??= Reservations()) is { } error)
            {
                throw new StanzaException(error);
            }
            _ = change.Affiliation == MucAffiliation.Owner ? owners.Add(change.Account) : owners.Remove(change.Account);
            _ = change.Affiliation == MucAffiliation.None ? members.Remove(change.Account) : members.Add(change.Account);
        }
        // §10: "Every room MUST have at least one owner"; §10.4: conflict.
        if (owners.Count == 0)
        {
            throw new StanzaException(StanzaError.Conflict.With("a room has at least one owner"));
        }
        if (members.Count > _services.Options.MaxAffiliations && members.Count > _members.Count)
        {
            throw new StanzaException(StanzaError.ResourceConstraint.With($"a room has at most {_services.Options.MaxAffiliations} affiliations"));
        }
    }

    /// <summary>Adds changes to a unit and makes them so. What follows for those in the room, and what all are told, comes when the unit is kept: <see cref="Tell"/>.</summary>
    /// <param name="changes">As <see cref="CheckAffiliations"/> allows them.</param>
    /// <param name="by">Who makes them; null: the service.</param>
    /// <param name="unit">Committed by the caller.</param>
    public AffiliationNews ChangeAffiliations(IReadOnlyList<AffiliationChange> changes, Jid? by, UnitOfWork unit)
    {
        var changed = new List<AffiliationChanged>(changes.Count);
        foreach (var change in changes)
        {
            var stored = _members.GetValueOrDefault(change.Account);
            var next = Next(stored, change);
            if (next == stored)
            {
                continue;
            }
            SetMember(change.Account, next, unit);
            var before = stored?.Affiliation ?? MucAffiliation.None;
            if (before != change.Affiliation)
            {
                changed.Add(new AffiliationChanged(change.Account, before, change.Affiliation, AffiliationOf(change.Account), change.Reason));
            }
        }
        var news = new AffiliationNews(changed, by);
        ForEachFeature((Room: this, News: news, Unit: unit), static (feature, all) => feature.OnAffiliated(all.Room, all.News, all.Unit));
        return news;
    }

    /// <summary>What changes of affiliations cause: roles, removals, and that everybody is told.</summary>
    public void Tell(AffiliationNews news)
    {
        var actor = news.By is { } by ? ActorOf(by) : null;
        foreach (var change in news.Changes)
        {
            var why = new Change { Reason = change.Reason, Actor = actor, Versions = change.Versions };
            var present = _occupants.Values.Where(occupant => IsMeant(change.Account, occupant.Account)).ToArray();
            bool isSeen = false;
            foreach (var occupant in present)
            {
                // Under a second nickname nothing happens to the lists any more.
                isSeen |= Affiliate(occupant, change.Effective, isSeen ? why with { Versions = null } : why);
            }
            if (!isSeen)
            {
                TellOfAbsent(change);
            }
            if (present.Length == 0 && news.TellsAbsent)
            {
                TellAbsent(change, news.By);
            }
        }
        GiveRegisteredNicknames();
    }

    private RoomMember? Next(RoomMember? stored, AffiliationChange change)
    {
        if (change.Affiliation == MucAffiliation.None)
        {
            return null;
        }
        // §9.1: an outcast has no reserved nickname.
        string? nickname = change.Affiliation == MucAffiliation.Outcast || change.Nickname is "" ? null : change.Nickname ?? stored?.Nickname;
        return stored is not null && stored.Affiliation == change.Affiliation && stored.Nickname == nickname && (change.Reason ?? stored.Reason) == stored.Reason
            ? stored : new RoomMember(change.Affiliation, nickname, change.Reason, _services.Clock.GetUtcNow()) { Notify = stored?.Notify };
    }

    // §7.10: a nickname is reserved for one.
    private StanzaError? CheckReservation(AffiliationChange change, Dictionary<string, BareJid> reserved)
    {
        if (change.Nickname!.Length > _services.Options.MaxNicknameLength || !Jid.TryParse($"{Address}/{change.Nickname}", out var address))
        {
            return StanzaError.NotAcceptable.With("not a nickname");
        }
        bool isTaken = (reserved.TryGetValue(ReservedAs(address.Resource!), out var owner) && !owner.Equals(change.Account))
            || (_occupants.TryGetValue(address.Resource!, out var occupant) && !occupant.Account.Equals(change.Account));
        if (isTaken)
        {
            return StanzaError.Conflict.With("the nickname is another's");
        }
        // For nobody else in the same list.
        reserved[ReservedAs(address.Resource!)] = change.Account;
        return null;
    }

    /// <summary>Whose the reserved nicknames are, by <see cref="ReservedAs"/>; the caller's to keep and change.</summary>
    public Dictionary<string, BareJid> Reservations()
    {
        var reserved = new Dictionary<string, BareJid>(StringComparer.Ordinal);
        foreach (var (account, member) in _members)
        {
            if (member.Nickname is { } nickname)
            {
                reserved.TryAdd(ReservedAs(nickname), account);
            }
        }
        return reserved;
    }

    // §9.2: a ban of a domain is one of all its users, unless one of them has an affiliation of his own.
    private bool IsMeant(BareJid named, BareJid account) =>
        account.Equals(named)
        || (named.IsDomain && account.Host.Equals(named) && !_members.ContainsKey(account) && !_services.IsAdmin(Service.Host, account));

    // Whether there was something to see.
    private bool Affiliate(Occupant occupant, MucAffiliation affiliation, Change why)
    {
        var (before, role) = (occupant.Affiliation, occupant.Role);
        if (before == affiliation)
        {
            // Entered after it was so.
            return false;
        }
        occupant.Affiliation = affiliation;
        if (affiliation == MucAffiliation.Outcast)
        {
            Remove(occupant, why with { Statuses = [MucStatus.Banned] });
        }
        else if (Configuration.IsMembersOnly && affiliation < MucAffiliation.Member)
        {
            // §9.4: this alone is sent, and not first that he is no member any more.
            Remove(occupant, why with { Statuses = [MucStatus.AffiliationLost] });
        }
        else
        {
            occupant.Role = Privileges.RoleAfter(role, before, affiliation, Configuration.IsModerated);
            AnnounceAs(occupant, role, why);
        }
        return true;
    }

    // §10.3, §10.4, §10.6, §10.7: those who may read the lists learn of changes without presence, too.
    private void TellOfAbsent(AffiliationChanged change)
    {
        var told = new Dictionary<(MucAffiliation, AffiliationVersion?), Message>();
        foreach (var session in _audience)
        {
            var viewer = new Standing(session.Occupant.Affiliation, session.Occupant.Role);
            var shown = Privileges.MayRead(Configuration, viewer, change.After) ? change.After : MucAffiliation.None;
            if (shown == MucAffiliation.None && !Privileges.MayRead(Configuration, viewer, change.Before))
            {
                continue;
            }
            var version = session.WantsVersions ? change.Versions?.Invoke(session) : null;
            if (!told.TryGetValue((shown, version), out var message))
            {
                var item = new MucItem { Affiliation = shown, Role = MucRole.None, Jid = change.Account, Reason = change.Reason };
                message = new Message(MessageType.Normal, null, Address, null, new MucUser { Item = item, Version = version });
                told.Add((shown, version), message);
            }
            Deliver(session, message);
        }
    }

    private void TellAbsent(AffiliationChanged change, Jid? by)
    {
        if (change.Account.IsDomain || change.Before == MucAffiliation.Outcast || change.Effective == MucAffiliation.Outcast)
        {
            return;
        }
        // §9.5: who is now on the member list of a room for members only is invited. §14.1.2: others are told by courtesy.
        bool isInvited = Configuration.IsMembersOnly && change.Before == MucAffiliation.None && change.After == MucAffiliation.Member;
        var user = isInvited
            ? new MucUser { Invites = [new MucInvite(null, by is null ? null : ShownInviterOf(by), change.Reason)], Password = Configuration.Password }
            : new MucUser
            {
                Item = new MucItem { Affiliation = change.After, Role = MucRole.None, Reason = change.Reason },
                Statuses = [MucStatus.AffiliationChangedWhileAway],
            };
        Send(change.Account, new Message(MessageType.Normal, null, Address, null, user));
    }

    // Where real addresses are not for everybody, the inviter goes by his nickname.
    private Jid ShownInviterOf(Jid by) =>
        Configuration.IsNonAnonymous || OccupantsOf(by.Bare).FirstOrDefault() is not { } occupant ? by.Bare : FindSession(by)?.Occupant.Address ?? occupant.Address;
}
