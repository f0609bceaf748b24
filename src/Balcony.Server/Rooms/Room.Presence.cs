// What the occupants see of each other.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Rooms;

/// <summary>What a presence of an occupant says beside who he is.</summary>
internal sealed record Change
{
    public static Change None { get; } = new();

    /// <summary>He is not in the room any more, or not under this name.</summary>
    public bool IsGone { get; init; }

    public IReadOnlyList<int> Statuses { get; init; } = [];

    public string? Reason { get; init; }

    /// <summary>Who did it.</summary>
    public MucActor? Actor { get; init; }

    public string? NewNickname { get; init; }

    public MucDestroy? Destroy { get; init; }

    /// <summary>What he said when he left.</summary>
    public Presence? Last { get; init; }

    /// <summary>XEP-0463, for each session that wants to know: from and to which version this leads.</summary>
    public Func<OccupantSession, AffiliationVersion?>? Versions { get; init; }

    /// <summary>XEP-0463: what is said of it to one.</summary>
    public AffiliationVersion? Version { get; init; }

    /// <summary>The real address that is told, to those who may see it; null: that of the session that is shown.</summary>
    public FullJid? Address { get; init; }
}

internal sealed partial class Room
{
    /// <summary>Everybody sees what an occupant is now (§7.7, §8.3, ...), he himself with code 110.</summary>
    /// <param name="occupant">Who.</param>
    /// <param name="change">What is said of it.</param>
    /// <param name="except">Who is told otherwise; null: nobody.</param>
    public void Announce(Occupant occupant, Change change, OccupantSession? except = null)
    {
        bool wasShown = occupant.IsShown;
        bool isShown = !change.IsGone && IsTold(occupant);
        // Who has another nickname stays what he was.
        occupant.IsShown = change.NewNickname is null ? isShown : wasShown;
        // Who has a role that is not shown any more is gone, for the others.
        var forOthers = isShown ? change : change with { IsGone = true };
        var views = new PresenceViews(this, occupant);
        foreach (var session in _audience)
        {
            if (session == except)
            {
                continue;
            }
            if (session.Occupant == occupant)
            {
                Deliver(session, views.Of(session, seesAddress: true, isOwn: true, change));
            }
            else if (wasShown || isShown)
            {
                Deliver(session, views.Of(session, SeesAddresses(session.Occupant), isOwn: false, forOthers));
            }
        }
    }

    // The presences that one change needs, each made once.
    private sealed class PresenceViews(Room room, Occupant occupant)
    {
        private Dictionary<(bool, AffiliationVersion), Presence>? _versioned;
        private Presence? _full;
        private Presence? _veiled;
        private Presence? _own;

        public Presence Of(OccupantSession viewer, bool seesAddress, bool isOwn, Change change)
        {
            if (viewer.WantsVersions && change.Versions?.Invoke(viewer) is { } version)
            {
                _versioned ??= [];
                if (isOwn || !_versioned.TryGetValue((seesAddress, version), out var presence))
                {
                    presence = Make(seesAddress, isOwn, change with { Version = version });
                    if (!isOwn)
                    {
                        _versioned.Add((seesAddress, version), presence);
                    }
                }
                return presence;
            }
            return isOwn ? _own ??= Make(seesAddress, isOwn, change)
                // As those get it who enter later.
                : ReferenceEquals(change, Change.None) ? room.ShownTo(occupant, viewer.Occupant)
                : seesAddress ? _full ??= Make(seesAddress, isOwn, change)
                : _veiled ??= Make(seesAddress, isOwn, change);
        }

        private Presence Make(bool seesAddress, bool isOwn, Change change) => room.Build(
            occupant, change.IsGone ? change.Last : occupant.Sessions[^1].Presence, seesAddress,
            isOwn ? change with { Statuses = [MucStatus.Self, .. change.Statuses] } : change);
    }

    /// <summary>Some of the others see an occupant as he is.</summary>
    public void ShowAgain(Occupant occupant, Func<Occupant, bool> viewers)
    {
        occupant.IsShown = IsTold(occupant);
        foreach (var session in _audience)
        {
            if (session.Occupant != occupant && viewers(session.Occupant) && IsTold(occupant))
            {
                Deliver(session, ShownTo(occupant, session.Occupant));
            }
        }
    }

    /// <summary>The others do not see an occupant any more, who stays.</summary>
    public void Hide(Occupant occupant)
    {
        occupant.IsShown = false;
        Presence? full = null, veiled = null;
        foreach (var session in _audience)
        {
            if (session.Occupant != occupant)
            {
                Deliver(session, SeesAddresses(session.Occupant)
                    ? full ??= Build(occupant, null, seesAddress: true, new Change { IsGone = true })
                    : veiled ??= Build(occupant, null, seesAddress: false, new Change { IsGone = true }));
            }
        }
    }

    /// <summary>§7.2.3, §7.2.4: whether somebody gets the others' real addresses.</summary>
    public bool SeesAddresses(Occupant viewer) => Configuration.IsNonAnonymous || viewer.Role == MucRole.Moderator;

    /// <summary>Whether everybody is told of an occupant (muc#roomconfig_presencebroadcast); he himself always is.</summary>
    public bool IsTold(Occupant occupant) => Configuration.ShownRoles.Contains(occupant.Role);

    private Presence ShownTo(Occupant occupant, Occupant viewer) => SeesAddresses(viewer)
        ? occupant.Shown ??= Build(occupant, occupant.Sessions[^1].Presence, seesAddress: true, Change.None)
        : occupant.ShownVeiled ??= Build(occupant, occupant.Sessions[^1].Presence, seesAddress: false, Change.None);

    /// <summary>An occupant's presence as the room says it.</summary>
    /// <param name="occupant">Whose.</param>
    /// <param name="sent">What he sent: everything of it that is not the room's to say goes on. Null: nothing.</param>
    /// <param name="seesAddress">The real address is in it.</param>
    /// <param name="change">What else is said.</param>
    private Presence Build(Occupant occupant, Presence? sent, bool seesAddress, Change change)
    {
        var type = change.IsGone ? PresenceType.Unavailable : PresenceType.Available;
        var shown = sent?.Type == type
            ? (Presence)sent.Without(IsReservedInPresence).Readdress(null, occupant.Address)
            : new Presence(type, null, occupant.Address);
        var user = new MucUser
        {
            Item = new MucItem
            {
                Affiliation = occupant.Affiliation,
                Role = change.IsGone && change.NewNickname is null ? MucRole.None : occupant.Role,
                Jid = seesAddress ? change.Address ?? ShownAddressOf(occupant) : null,
                Nick = change.NewNickname,
                Reason = change.Reason,
                Actor = change.Actor,
            },
            Statuses = change.Statuses,
            Destroy = change.Destroy,
            Version = change.Version,
        };
        return (Presence)shown.With(new OccupantElements(this, occupant, user));
    }

    // With several sessions, the one whose presence it is.
    private static FullJid? ShownAddressOf(Occupant occupant) => occupant.Sessions.Count > 0 ? occupant.Sessions[^1].Address : occupant.LastAddress;

    // §18: nobody says in a room's name who he is.
    private bool IsReservedInPresence(XmlElement child) =>
        child.Is("x", MucUser.Ns) || child.Is("x", MucEnter.Ns) || IsReserved(child);

    private bool IsReserved(XmlElement child)
    {
        foreach (var feature in _services.Features)
        {
            if (feature.IsReserved(child))
            {
                return true;
            }
        }
        return false;
    }

    // Presence that is only about the room and not from an occupant.
    private static Presence Gone(FullJid occupant, MucAffiliation affiliation, string? reason, params IReadOnlyList<int> statuses) => new(
        PresenceType.Unavailable, null, occupant, null,
        new MucUser { Item = new MucItem { Affiliation = affiliation, Role = MucRole.None, Reason = reason }, Statuses = statuses });

    private sealed class OccupantElements(Room room, Occupant occupant, MucUser user) : IPayload
    {
        public void Write(XmlWriter writer)
        {
            user.Write(writer);
            foreach (var feature in room._services.Features)
            {
                feature.AddPresence(room, occupant, writer);
            }
        }
    }
}
