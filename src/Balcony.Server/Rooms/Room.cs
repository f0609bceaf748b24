// The mailbox of a room (design decision 1): everything that the room is, changed by one thread at a time.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Rooms;

/// <summary>
/// A room's mailbox. Made on first use, dropped when nobody is in the room.
/// <code>
///                 somebody enters                 configured
///   Missing ──────────────────────► Locked ─────────────────────► Open
///      ▲ ▲          left, cancelled    │                               │ destroyed, or
///      │ └─────────────────────────────┘                               │ temporary and left
///      └───────────────────────── Ending ◄─────────────────────────────┘
/// </code>
/// </summary>
internal sealed partial class Room : StoredMailbox<RoomItem>
{
    private readonly RoomServices _services;
    private readonly Dictionary<Type, object> _state = [];
    private Dictionary<BareJid, RoomMember> _members = [];
    private StoredRoom _stored;
    private bool _isLoaded;
    private bool _isRetired;

    // Who is to configure the room; null: it is, or there is none.
    private BareJid? _awaited;

    public Room(BareJid address, RoomService service, RoomServices services)
        : base(services.Options.MaxQueuedStanzasPerRoom)
    {
        Address = address;
        Service = service;
        _services = services;
        _stored = New(address);
        _writer = new RoomWriter(() => _audience);
        _write = () => FlushScope.Mark(_writer);
    }

    public BareJid Address { get; }

    public RoomService Service { get; }

    public RoomServices Services => _services;

    public RoomStage Stage
    {
        get;
        private set
        {
            field = value;
            if (value != RoomStage.Locked && _awaited is { } maker)
            {
                _awaited = null;
                _services.Directory.Unconfigured.Remove(maker);
            }
        }
    }

    public RoomConfiguration Configuration => _stored.Configuration;

    public StoredRoom Stored => _stored;

    /// <summary>Who has which affiliation; everybody else has none.</summary>
    public IReadOnlyDictionary<BareJid, RoomMember> Members => _members;

    protected override ILogger Logger => _services.Logger;

    /// <summary>What a feature keeps on a room while it is in memory, made on first use.</summary>
    public T StateOf<T>()
        where T : class, new()
    {
        if (!_state.TryGetValue(typeof(T), out object? state))
        {
            _state.Add(typeof(T), state = new T());
        }
        return (T)state;
    }

    /// <summary>XEP-0045 §5.2. An admin of the host owns each of its rooms; a banned host's users are banned.</summary>
    public MucAffiliation AffiliationOf(BareJid account) =>
        _services.IsAdmin(Service.Host, account) ? MucAffiliation.Owner
        : _members.TryGetValue(account, out var member) ? member.Affiliation
        : _members.TryGetValue(account.Host, out var all) && all.Affiliation == MucAffiliation.Outcast ? MucAffiliation.Outcast
        : MucAffiliation.None;

    /// <summary>Runs work in this mailbox, after what was posted before. Never refused.</summary>
    /// <param name="work">What to do.</param>
    /// <param name="failed">Called, on any thread, when the room cannot be loaded for it; null: nobody waits for it.</param>
    public void Run(Func<Room, ValueTask> work, Action? failed = null) => Post(new RoomItem(null, null, null, null, work) { Failed = failed }, isUrgent: true);

    /// <summary>Somebody sent a stanza.</summary>
    public void Submit(Stanza stanza, Jid to, Receipt? receipt, Session? origin)
    {
        receipt?.Hold();
        if (!Post(new RoomItem(stanza, to, origin, receipt, null)))
        {
            receipt?.Release();
            _services.Router.Bounce(stanza, StanzaError.ResourceConstraint, to, origin);
        }
    }

    /// <summary>Takes a change of what is stored: it is in force now, and lasts when the ticket completes. A locked room is not stored.</summary>
    public CommitTicket Save(StoredRoom stored, UnitOfWork? unit = null)
    {
        var before = _stored.Configuration;
        Set(stored, unit ??= new UnitOfWork());
        if (!ReferenceEquals(before, stored.Configuration))
        {
            ForEachFeature(this, (feature, room) => feature.OnConfigured(room, before));
        }
        var ticket = _services.Storage.Commit(unit);
        if (!ReferenceEquals(before, stored.Configuration))
        {
            List(ticket);
        }
        return ticket;
    }

    /// <summary>Adds a change of what is stored, but for the configuration, to a unit, and makes it so.</summary>
    public void Set(StoredRoom stored, UnitOfWork unit)
    {
        _stored = stored;
        if (Stage == RoomStage.Open)
        {
            _services.Store.Save(unit, Address, stored);
        }
    }

    /// <summary>Adds a change of an affiliation to a unit, and makes it so; null: none.</summary>
    public void SetMember(BareJid account, RoomMember? member, UnitOfWork unit)
    {
        if (member is null)
        {
            _members.Remove(account);
        }
        else
        {
            _members[account] = member;
        }
        if (Stage == RoomStage.Open)
        {
            _services.Store.Save(unit, Address, account, member);
        }
    }

    /// <summary>Configured for the first time (§10.1): from now on others may enter, and the room is stored.</summary>
    public CommitTicket Unlock(StoredRoom stored, UnitOfWork? unit = null)
    {
        Stage = RoomStage.Open;
        unit ??= new UnitOfWork();
        foreach (var (account, member) in _members)
        {
            _services.Store.Save(unit, Address, account, member);
        }
        _services.Store.RemoveTombstone(unit, Address);
        var ticket = Save(stored, unit);
        List(ticket);
        // Not stored, not open: its owner may try again.
        AfterCommit(ticket, null, () => Stage = RoomStage.Locked);
        return ticket;
    }

    /// <summary>Made by an operator, with nobody in it.</summary>
    public CommitTicket Create(RoomConfiguration configuration, BareJid owner)
    {
        Lock(owner);
        _members = new() { [owner] = new RoomMember(MucAffiliation.Owner, Since: _services.Clock.GetUtcNow()) };
        var ticket = Unlock(_stored with { Configuration = configuration });
        // Nobody is in it who could try again.
        AfterCommit(ticket, null, () =>
        {
            Forget();
            Stage = RoomStage.Missing;
        });
        return ticket;
    }

    protected override void PostWork(Action work) => Run(_ =>
    {
        work();
        return default;
    });

    protected override void OnCommitFailed(Exception? error, bool isReloaded)
    {
        RoomsLog.CommitFault(Logger, Address.ToString(), error);
        _isLoaded &= !isReloaded;
    }

    private void Lock(BareJid maker)
    {
        Stage = RoomStage.Locked;
        _stored = New(maker);
        _awaited = maker;
        _services.Directory.Unconfigured.Add(maker);
    }

    protected override async ValueTask HandleAsync(RoomItem item)
    {
        try
        {
            if (_isRetired)
            {
                // Posted while the mailbox was being dropped: a new one takes it.
                Repost(item);
                return;
            }
            if (!_isLoaded && !await LoadAsync(item).ConfigureAwait(false))
            {
                return;
            }
            if (Stage == RoomStage.Ending && item.Stanza is not null)
            {
                HoldBack(item);
                return;
            }
            if (item.Work is { } work)
            {
                await work(this).ConfigureAwait(false);
            }
            else
            {
                await ReceiveAsync(item).ConfigureAwait(false);
            }
        }
        catch (StanzaException fault)
        {
            Refuse(item, fault.Error);
        }
        catch (StorageException fault)
        {
            RoomsLog.LoadFault(Logger, Address.ToString(), fault);
            Refuse(item, StanzaError.ResourceConstraint);
        }
        finally
        {
            item.Receipt?.Release();
            if (item.Stanza is not null && Stage == RoomStage.Missing)
            {
                // Whoever writes to rooms that are not there must not fill the memory with them.
                RetireIfIdle();
            }
        }
    }

    private ValueTask ReceiveAsync(in RoomItem item)
    {
        switch (item.Stanza)
        {
            case Presence presence:
                return ReceivePresenceAsync(presence, item);
            case Message message:
                return ReceiveMessageAsync(message, item);
            case Iq iq:
                return ReceiveIqAsync(iq, item);
            default:
                return default;
        }
    }

    private async ValueTask<bool> LoadAsync(RoomItem item)
    {
        try
        {
            if (Stage is not (RoomStage.Locked or RoomStage.Ending))
            {
                var stored = await _services.Store.FindAsync(Address).ConfigureAwait(false);
                Stage = stored is null ? RoomStage.Missing : RoomStage.Open;
                _stored = stored ?? New(Address);
                _members = stored is null ? [] : await _services.Store.MembersAsync(Address).ConfigureAwait(false);
            }
            _isLoaded = true;
            if (Stage == RoomStage.Open)
            {
                foreach (var feature in _services.Features)
                {
                    await feature.LoadAsync(this).ConfigureAwait(false);
                }
            }
            return true;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            _isLoaded = false;
            RoomsLog.LoadFault(Logger, Address.ToString(), fault);
            Refuse(item, StanzaError.ResourceConstraint);
            return false;
        }
    }

    /// <summary>Drops the mailbox when nobody needs it.</summary>
    private void RetireIfIdle()
    {
        if (_audience.Length == 0 && QueueLength == 0 && !HasCommits && Stage is not (RoomStage.Locked or RoomStage.Ending))
        {
            _isRetired = true;
            Service.Forget(this);
        }
    }

    private void Repost(RoomItem item)
    {
        if (Service.Get(Address) is { } next)
        {
            item.Receipt?.Hold();
            next.Post(item, isUrgent: true);
        }
        else
        {
            Refuse(item, StanzaError.ResourceConstraint);
        }
    }

    // A feature that fails must not keep the others, or the room, from going on.
    private void ForEachFeature<TState>(TState state, Action<RoomFeature, TState> act)
    {
        foreach (var feature in _services.Features)
        {
            try
            {
                act(feature, state);
            }
            catch (Exception fault) when (fault is not (OutOfMemoryException or StanzaException))
            {
                RoomsLog.FeatureFault(Logger, feature.GetType().Name, Address.ToString(), fault);
            }
        }
    }

    private StoredRoom New(BareJid creator) => new(new RoomConfiguration(), creator, _services.Clock.GetUtcNow());
}

/// <summary>Stages of a room's life.</summary>
internal enum RoomStage
{
    /// <summary>There is no such room.</summary>
    Missing,

    /// <summary>Made, and not configured: nobody else may enter (§10.1.1).</summary>
    Locked,

    Open,

    /// <summary>What is stored of it is being removed.</summary>
    Ending,
}
