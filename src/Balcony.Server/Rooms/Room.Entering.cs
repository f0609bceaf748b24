// XEP-0045 §7.2, §7.6, §7.7, §7.14: entering a room, being there under a name, leaving.
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Rooms;

internal sealed partial class Room
{
    private readonly Dictionary<string, Occupant> _occupants = new(StringComparer.Ordinal);
    private readonly Dictionary<FullJid, OccupantSession> _sessions = [];

    /// <summary>By nickname, in no order.</summary>
    public IReadOnlyDictionary<string, Occupant> Occupants => _occupants;

    public OccupantSession? FindSession(Jid address) => address is FullJid full ? _sessions.GetValueOrDefault(full) : null;

    /// <summary>The occupants that are really this account: one for each nickname.</summary>
    public IEnumerable<Occupant> OccupantsOf(BareJid account) => _occupants.Values.Where(occupant => occupant.Account.Equals(account));

    private async ValueTask ReceivePresenceAsync(Presence presence, RoomItem item)
    {
        if (presence.From is not FullJid from)
        {
            return;
        }
        var session = _sessions.GetValueOrDefault(from);
        if (session is not null)
        {
            session.LastHeard = _services.Clock.GetTimestamp();
        }
        if (session is not null && presence.Type == PresenceType.Available)
        {
            CheckPresence(session, presence);
        }
        switch (presence.Type)
        {
            case PresenceType.Available when item.To is not FullJid:
                // §7.2.1: a nickname is needed.
                throw new StanzaException(StanzaError.JidMalformed);
            case PresenceType.Available when session is null || presence.Has(MucEnter.ElementName, MucEnter.ElementNs):
                await EnterAsync(presence, from, (FullJid)item.To, session, item.Origin).ConfigureAwait(false);
                break;
            case PresenceType.Available when item.To.Equals(session.Occupant.Address):
                Update(session, presence);
                break;
            case PresenceType.Available:
                ChangeNickname(session, presence, (FullJid)item.To);
                break;
            case PresenceType.Unavailable when session is not null:
                Leave(session, new Change { Last = presence });
                break;
            case PresenceType.Error when session is not null:
                RemoveIfGone(session, presence);
                break;
            default:
                break;
        }
    }

    private async ValueTask EnterAsync(Presence presence, FullJid from, FullJid to, OccupantSession? session, Session? origin)
    {
        if (!presence.Has(MucEnter.ElementName, MucEnter.ElementNs))
        {
            // §7.2.17: a client that believes that it is in the room learns that it is not.
            Send(from, Gone(to, MucAffiliation.None, "You are not in the room.", MucStatus.Self, MucStatus.Kicked, MucStatus.Unreachable));
            return;
        }
        var request = presence.Get<MucEnter>()!;
        to = Assigned(from.Bare, to);
        if (session is not null && !session.Occupant.Address.Equals(to))
        {
            ChangeNickname(session, presence, to);
            return;
        }
        if (_isStopping)
        {
            throw new StanzaException(StanzaError.ServiceUnavailable with { Type = StanzaErrorType.Wait });
        }
        _occupants.TryGetValue(to.Resource!, out var other);
        bool isCreator = Stage == RoomStage.Missing;
        var entry = new Entry(from, to, request, presence, isCreator ? MucAffiliation.Owner : AffiliationOf(from.Bare), isCreator)
        {
            IsAgain = session is not null,
            IsSecondSession = other is not null && other.Account.Equals(from.Bare),
        };
        if (session is null)
        {
            await CheckEntryAsync(entry, other).ConfigureAwait(false);
        }
        if (isCreator)
        {
            Lock(from.Bare);
            _members = new() { [from.Bare] = new RoomMember(MucAffiliation.Owner, Since: _services.Clock.GetUtcNow()) };
        }
        await PlaceAsync(entry, session, other, origin).ConfigureAwait(false);
    }

    private void CheckPresence(OccupantSession session, Presence presence)
    {
        foreach (var feature in _services.Features)
        {
            if (feature.CheckPresence(this, session, presence) is { } error)
            {
                throw new StanzaException(error);
            }
        }
    }

    private async ValueTask CheckEntryAsync(Entry entry, Occupant? other)
    {
        // §7.2.12: the owner alone sees a room that is not configured yet.
        if (Stage == RoomStage.Locked && entry.Affiliation != MucAffiliation.Owner)
        {
            throw new StanzaException(StanzaError.ItemNotFound);
        }
        foreach (var feature in _services.Features)
        {
            if (await feature.CheckEntryAsync(this, entry).ConfigureAwait(false) is { } error)
            {
                throw new StanzaException(error);
            }
        }
        CheckNickname(entry.From.Bare, entry.As, entry.Affiliation, other);
        if (other is not null && other.Sessions.Count >= _services.Options.MaxSessionsPerOccupant)
        {
            throw new StanzaException(StanzaError.ResourceConstraint.With("too many sessions under one nickname"));
        }
    }

    private async ValueTask PlaceAsync(Entry entry, OccupantSession? session, Occupant? occupant, Session? origin)
    {
        bool isUpdate = true;
        if (occupant is null)
        {
            occupant = new Occupant(entry.As, entry.From.Bare) { Affiliation = entry.Affiliation, Role = DefaultRole(entry.Affiliation) };
            _occupants.Add(occupant.Nickname, occupant);
            ForEachFeature((Room: this, Occupant: occupant), static (feature, named) => feature.OnNamed(named.Room, named.Occupant, null));
        }
        if (session is null)
        {
            session = new OccupantSession(occupant, entry.From) { Presence = entry.Presence, Local = origin, LastHeard = _services.Clock.GetTimestamp() };
            occupant.Sessions.Add(session);
            _sessions.Add(entry.From, session);
            _audience = [.. _audience, session];
        }
        else
        {
            isUpdate = !SaysTheSame(session.Presence, entry.Presence);
            session.Presence = entry.Presence;
            session.Local = origin ?? session.Local;
            // The one that spoke last is shown.
            occupant.Sessions.Remove(session);
            occupant.Sessions.Add(session);
        }
        occupant.Changed();
        foreach (var feature in _services.Features)
        {
            await feature.OnEnteringAsync(this, entry, session).ConfigureAwait(false);
        }
        // §7.1: first who is there, to who enters; then who enters, to all; his own presence last.
        foreach (var one in _occupants.Values)
        {
            if (one != occupant && IsTold(one))
            {
                Deliver(session, ShownTo(one, occupant));
            }
        }
        // §17.3: who says it again gets everything again; the others only what is new.
        if (isUpdate)
        {
            Announce(occupant, Change.None, except: session);
        }
        var statuses = new List<int> { MucStatus.Self };
        if (IsModified(entry.Presence, occupant.Address))
        {
            statuses.Add(MucStatus.NickAssigned);
        }
        ForEachFeature((Room: this, Entry: entry, Statuses: statuses), static (feature, state) => feature.AddStatuses(state.Room, state.Entry, state.Statuses));
        var own = new Change { Statuses = statuses };
        foreach (var feature in _services.Features)
        {
            own = feature.OwnPresence(this, session, own);
        }
        Deliver(session, Build(occupant, session.Presence, seesAddress: true, own));
        TellPlace(session, isInside: true);
        foreach (var feature in _services.Features)
        {
            await feature.OnEnteredAsync(this, entry, session).ConfigureAwait(false);
        }
    }

    // Beside the request to enter, and the addresses.
    private static bool SaysTheSame(Presence one, Presence other) =>
        one.Element.Children.Where(IsNoRequest).Select(child => child.ToString()).SequenceEqual(other.Element.Children.Where(IsNoRequest).Select(child => child.ToString()));

    private static bool IsNoRequest(XmlElement child) => !child.Is(MucEnter.ElementName, MucEnter.ElementNs);

    /// <summary>§5.1.2: what role those get who enter.</summary>
    public MucRole DefaultRole(MucAffiliation affiliation) => Privileges.InitialRole(affiliation, Configuration.IsModerated);

    // §7.7
    private void Update(OccupantSession session, Presence presence)
    {
        SetPresence(session, presence);
        Announce(session.Occupant, Change.None);
    }

    private static void SetPresence(OccupantSession session, Presence presence)
    {
        var occupant = session.Occupant;
        session.Presence = presence;
        // The one that spoke last is shown.
        occupant.Sessions.Remove(session);
        occupant.Sessions.Add(session);
        occupant.Changed();
    }

    /// <summary>A session leaves, by itself or not; with the last one its occupant does.</summary>
    public void Leave(OccupantSession session, Change change)
    {
        var occupant = session.Occupant;
        if (!_sessions.Remove(session.Address))
        {
            return;
        }
        PutOutside(session, change);
        _audience = [.. _audience.Where(one => one != session)];
        bool wasShown = occupant.Sessions[^1] == session;
        occupant.LastAddress = session.Address;
        occupant.Sessions.Remove(session);
        if (occupant.Sessions.Count > 0)
        {
            Deliver(session, Build(
                occupant, change.Last, seesAddress: true,
                change with { IsGone = true, Address = session.Address, Statuses = [MucStatus.Self, .. change.Statuses] }));
            if (wasShown)
            {
                occupant.Changed();
                Announce(occupant, Change.None);
            }
            return;
        }
        _occupants.Remove(occupant.Nickname);
        Depart(occupant, [session], change);
    }

    /// <summary>An occupant is out, with all his sessions (§8.2, §9.1, ...).</summary>
    public void Remove(Occupant occupant, Change change)
    {
        var sessions = occupant.Sessions.ToArray();
        foreach (var session in sessions)
        {
            PutOutside(session, change);
            _sessions.Remove(session.Address);
        }
        _audience = [.. _audience.Where(one => one.Occupant != occupant)];
        occupant.LastAddress = sessions[^1].Address;
        occupant.Sessions.Clear();
        _occupants.Remove(occupant.Nickname);
        Depart(occupant, sessions, change);
    }

    private void Depart(Occupant occupant, OccupantSession[] sessions, Change change)
    {
        bool isGivenUp = Stage == RoomStage.Locked && _occupants.Count == 0;
        var gone = change with { IsGone = true };
        occupant.Role = MucRole.None;
        // §7.14: he himself first, then the others.
        var own = Build(occupant, change.Last, seesAddress: true, gone with { Statuses = [MucStatus.Self, .. change.Statuses] });
        foreach (var session in sessions)
        {
            Deliver(session, own);
            if (isGivenUp)
            {
                // §10.1.3: who leaves without having configured the room has destroyed it. The room itself says so: clients wait for an
                // answer to their leaving (§7.14), and one that takes it for the end of the room (Smack) waits in vain.
                Deliver(session, new Presence(
                    PresenceType.Unavailable, null, Address, null, new MucUser { Item = new MucItem { Affiliation = MucAffiliation.None, Role = MucRole.None }, Destroy = new MucDestroy() }));
            }
        }
        Announce(occupant, gone);
        AnswerForGone(sessions);
        ForEachFeature((Room: this, Occupant: occupant), static (feature, state) => feature.OnLeft(state.Room, state.Occupant));
        if (_occupants.Count == 0 && (Stage == RoomStage.Locked || (Stage == RoomStage.Open && !Configuration.IsPersistent)))
        {
            // §10.1.1: nobody configured it. §4.2: a temporary room ends with its last occupant.
            End(new UnitOfWork(), null);
        }
    }
}
