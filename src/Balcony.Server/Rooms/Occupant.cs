// XEP-0045 §3: somebody in a room, under one nickname, with one or several sessions.
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms;

/// <summary>An account in a room. Only in the room's mailbox.</summary>
/// <param name="address">The room's address with the nickname.</param>
/// <param name="account">Who it really is.</param>
internal sealed class Occupant(FullJid address, BareJid account)
{
    private Dictionary<Type, object>? _state;

    public FullJid Address { get; set; } = address;

    public BareJid Account { get; } = account;

    public string Nickname => Address.Resource!;

    public MucAffiliation Affiliation { get; set; }

    public MucRole Role { get; set; }

    /// <summary>The real address of the session that left last.</summary>
    public FullJid? LastAddress { get; set; }

    /// <summary>The others have been told of him; not so while his role is one that the room does not tell of.</summary>
    public bool IsShown { get; set; }

    /// <summary>At least one; the last is the one whose presence is shown.</summary>
    public List<OccupantSession> Sessions { get; } = [];

    /// <summary>His presence, as those get it who may see real addresses; null: not made yet.</summary>
    public Presence? Shown { get; set; }

    /// <summary>His presence, as everybody else gets it; null: not made yet.</summary>
    public Presence? ShownVeiled { get; set; }

    /// <summary>What has been shown of him is not true any more.</summary>
    public void Changed() => Shown = ShownVeiled = null;

    /// <summary>What a feature keeps on an occupant, made on first use.</summary>
    public T StateOf<T>()
        where T : class, new()
    {
        var all = _state ??= [];
        if (!all.TryGetValue(typeof(T), out object? state))
        {
            all.Add(typeof(T), state = new T());
        }
        return (T)state;
    }
}

/// <summary>One session of an occupant.</summary>
/// <param name="occupant">Whose.</param>
/// <param name="address">The real address.</param>
internal sealed class OccupantSession(Occupant occupant, FullJid address)
{
    public Occupant Occupant { get; } = occupant;

    public FullJid Address { get; } = address;

    /// <summary>What it last sent.</summary>
    public required Presence Presence { get; set; }

    /// <summary>The session, when it is one of ours: what the room says goes into its queue at once.</summary>
    public Session? Local { get; set; }

    /// <summary>It is among the room's sessions; false from when it leaves: what it then gets is written by itself.</summary>
    public bool IsInside { get; set; } = true;

    /// <summary>When the session was last heard of here, as a timestamp of the server's clock.</summary>
    public long LastHeard { get; set; }

    /// <summary>XEP-0463: it follows the versions of the affiliations.</summary>
    public bool WantsVersions { get; set; }

    /// <summary>The room has asked whether it is still there, and waits for the answer.</summary>
    public bool IsPinged { get; set; }

    /// <summary>Requests that it sent to other occupants and that are not answered.</summary>
    public int Asking { get; set; }
}

/// <summary>Somebody who wants to be in the room.</summary>
/// <param name="From">The real address.</param>
/// <param name="As">The room's address with the nickname that is wanted.</param>
/// <param name="Request">What came with it.</param>
/// <param name="Presence">The presence that asks.</param>
/// <param name="Affiliation">Of the account.</param>
/// <param name="IsCreator">There is no such room yet.</param>
internal sealed record Entry(FullJid From, FullJid As, MucEnter Request, Presence Presence, MucAffiliation Affiliation, bool IsCreator)
{
    /// <summary>Of the account; that of a member once a token has made him one (XEP-0488).</summary>
    public MucAffiliation Affiliation { get; set; } = Affiliation;

    /// <summary>XEP-0488: the token that he enters with; null: none.</summary>
    public string? Token { get; set; }

    /// <summary>The account is in the room already, with another session.</summary>
    public bool IsSecondSession { get; init; }

    /// <summary>The session is in the room already and wants to see all of it again.</summary>
    public bool IsAgain { get; init; }
}
