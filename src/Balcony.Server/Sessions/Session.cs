// A bound resource (RFC 6120 §7): the state that belongs to the account's mailbox; the connection is a replaceable shell (design decision 7).
using Balcony.Server.Accounts;
using Balcony.Server.Routing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;

namespace Balcony.Server.Sessions;

/// <summary>What carries a session's stanzas to the client. Any thread may call.</summary>
public interface ISessionShell
{
    /// <summary>Writes what is in the session's queue; returns at once if somebody is writing.</summary>
    void Flush();

    /// <summary>Tells the client how many of its stanzas are handled (XEP-0198 §4), with whatever else is written next.</summary>
    void Acknowledge(uint count);

    /// <summary>Ends the stream: what is queued is written, then the error and the closing tag. Later calls are ignored.</summary>
    void Close(StreamCondition condition, string? text = null);

    /// <summary>The client's address, for people.</summary>
    string RemoteAddress { get; }

    /// <summary>How the stream is protected, for people, such as <c>TLS 1.3</c>; null when it is not.</summary>
    string? Security { get; }

    /// <summary>When the client was last heard of, as a timestamp of the server's clock.</summary>
    long LastHeard { get; }
}

/// <summary>
/// A bound resource. Its properties change only in its account's mailbox; any thread may read them and deliver to it. A connection carries it, or, with XEP-0198,
/// none for a while: then it hibernates, and what is delivered waits.
/// </summary>
public sealed class Session : IFlushable, ICountTeller
{
    private readonly SessionQueue _queue;
    private readonly SessionOptions _options;
    private volatile ISessionShell _shell;
    private Slots _slots;
    private volatile bool _isClosed;
    private volatile bool _isInactive;
    private volatile bool _isHibernating;
    private volatile Presence? _presence;
    private volatile int _priority;
    private readonly Action _wake;
    private int _isLoading;
    private ITimer? _givingUp;

    internal Session(FullJid address, Account account, ISessionShell shell, SessionOptions options, DateTimeOffset since)
    {
        Address = address;
        Account = account;
        _shell = shell;
        _options = options;
        _queue = new SessionQueue(account.Address, options.MaxQueuedStanzasPerSession, options.MaxQueuedBytesPerSession);
        _queue.SetCarrier(shell);
        _wake = () => FlushScope.Mark(this);
        Since = since;
    }

    public FullJid Address { get; }

    public Account Account { get; }

    public DateTimeOffset Since { get; }

    public ISessionShell Shell => _shell;

    internal SessionQueue Queue => _queue;

    /// <summary>Something waits to be written.</summary>
    internal bool HasWaiting => _queue.Waiting > 0;

    void ICountTeller.Acknowledge(uint count) => Shell.Acknowledge(count);

    /// <summary>Counts and acknowledgements of XEP-0198; null: without.</summary>
    internal StreamManagement? Management { get; private set; }

    public bool HasStreamManagement => Management is not null;

    /// <summary>No connection carries the session; it may be resumed (XEP-0198 §5).</summary>
    public bool IsHibernating => _isHibernating;

    /// <summary>The client said that nobody looks (XEP-0352): what is not urgent is held.</summary>
    public bool IsInactive => _isInactive;

    /// <summary>Where the session goes on in the ledger; null while everything new is delivered to it at once.</summary>
    internal CatchUp? CatchUp { get; set; }

    /// <summary>What a session of this client that could not be resumed had acknowledged; it goes on there when it is available.</summary>
    internal long? MissedSince { get; set; }

    /// <summary>Entries to its own full address that it was given before it was available, and that may still be on their way into the ledger.</summary>
    internal List<long>? HadBefore { get; set; }

    /// <summary>It gets older messages first: what the account keeps is not delivered to it at once, but in its place.</summary>
    public bool IsCatchingUp => CatchUp is not null;

    /// <summary>The last available presence that was sent to everybody; null while the session is not available (RFC 6121 §4.2).</summary>
    public Presence? Presence => _presence;

    public bool IsAvailable => _presence is not null;

    /// <summary>The priority of the last presence; meaningless while not available.</summary>
    public int Priority => _priority;

    /// <summary>Whether the client asked for its roster, and so wants pushes (RFC 6121 §2.2).</summary>
    public bool IsInterested { get; internal set; }

    /// <summary>This session asked for the change of its account that ends all others, and waits for the answer.</summary>
    internal bool OutlivesChange { get; set; }

    /// <summary>The session has ended: nothing is taken any more.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>Whom this session sent directed presence to and who do not see its broadcasts (RFC 6121 §4.6); null when nobody.</summary>
    internal HashSet<Jid>? Directed { get; set; }

    /// <summary>Queues a stanza for the client. Any thread.</summary>
    /// <param name="stanza">What to write; its bytes may be shared with other recipients.</param>
    /// <param name="to">The <c>to</c> to write instead of the stanza's own; null: the stanza's own.</param>
    /// <param name="kept">The receipt of a stanza that is being kept: nothing is written before its commit, nothing at all if that fails.</param>
    /// <param name="form">How it is written when it is not the stanza itself.</param>
    /// <returns>False when the session has ended or did not read for so long that its queue is full, which ends it: the caller finds another way.</returns>
    public bool Deliver(Stanza stanza, Jid? to = null, Receipt? kept = null, DeliveryForm? form = null) =>
        Deliver(new SessionItem { Stanza = stanza, To = to, Gate = kept is { IsKept: true } ? kept : null, Form = form });

    /// <param name="item">What to write.</param>
    /// <param name="writer">Who has the queue written, when it is not to be written at once: told now, or by the caller when the gate is settled. Null: the session.</param>
    internal bool Deliver(in SessionItem item, IFlushable? writer = null)
    {
        if (_isClosed)
        {
            return false;
        }
        var urgency = Urgency.Now;
        if ((_isInactive || _isHibernating) && item.Stanza is not null)
        {
            urgency = Account.Services.Registrations.UrgencyOf(this, item.Stanza);
            if (urgency == Urgency.Drop)
            {
                return true;
            }
        }
        // XEP-0203 §4: what waits for its client, and no ledger has it, says later when it came.
        bool isLate = _isHibernating && item is { Stanza: Message, Came: 0, LedgerId: 0 } && (item.Gate is null || item.Gate.Record?.IdFor(Account.Address) == 0);
        if (!_queue.TryAdd(isLate ? item with { Came = Account.Services.Clock.GetUtcNow().UtcTicks } : item, urgency))
        {
            // A reader that stopped costs its own connection, not the server's memory.
            _shell.Close(StreamCondition.ResourceConstraint, "too many stanzas wait to be read");
            return false;
        }
        // It may have ended in between; then whoever ended it may have missed this one.
        if (_isClosed)
        {
            Account.Reroute(this);
            return true;
        }
        if (item.Gate is { IsSettled: false } gate)
        {
            if (writer is null)
            {
                gate.OnSettled(_wake);
            }
        }
        else if (urgency == Urgency.Now || _queue.IsDue)
        {
            FlushScope.Mark(writer ?? this);
        }
        return true;
    }

    /// <summary>Nothing that is delivered after this is written before the receipt is settled.</summary>
    internal void HoldUntil(Receipt receipt)
    {
        if (_queue.TryAdd(new SessionItem { Gate = receipt }))
        {
            receipt.OnSettled(_wake);
        }
        else
        {
            _shell.Close(StreamCondition.ResourceConstraint, "too many stanzas wait to be stored");
        }
    }

    /// <summary>Queues a nonza in its place among the stanzas.</summary>
    internal void Deliver(byte[] nonza, bool beginsManagement = false)
    {
        if (_queue.TryAdd(new SessionItem { Nonza = nonza, BeginsManagement = beginsManagement }))
        {
            FlushScope.Mark(this);
        }
    }

    /// <summary>This module's value on the session; default when it was never set.</summary>
    public T? Get<T>(SessionKey<T> key) => _slots[key.Slot] is T value ? value : default;

    /// <summary>Sets a module's value; only in the account's mailbox.</summary>
    public void Set<T>(SessionKey<T> key, T? value) => _slots.Set(key.Slot, value);

    /// <summary>The client says whether anybody looks (XEP-0352). Becoming active writes all that was held, in order.</summary>
    /// <param name="isInactive">Nobody looks.</param>
    /// <param name="maxHeld">So many stanzas are held at most; then they are written.</param>
    public void SetInactive(bool isInactive, int maxHeld)
    {
        _isInactive = isInactive;
        if (_isHibernating)
        {
            return;
        }
        if (isInactive)
        {
            _queue.Hold(maxHeld, isAway: false);
        }
        else
        {
            _queue.Release();
            FlushScope.Mark(this);
        }
    }

    /// <inheritdoc/>
    public void Flush() => _shell.Flush();

    internal void SetPresence(Presence? presence)
    {
        _priority = presence?.Priority ?? 0;
        _presence = presence;
    }

    internal void MarkClosed() => _isClosed = true;

    /// <summary>Counts stanzas from now on; what is written is kept until it is acknowledged once the client was told (<see cref="Deliver(byte[], bool)"/>).</summary>
    internal void Manage(StreamManagement management) => Management = management;

    /// <summary>The connection is gone, the session stays.</summary>
    internal void Hibernate()
    {
        _isHibernating = true;
        _queue.SetCarrier(null);
        _shell = new NoShell(_shell.RemoteAddress, _shell.Security, _shell.LastHeard) { Closed = GiveUp };
        _queue.Hold(_options.MaxHeldStanzas, isAway: true);
    }

    /// <summary>Another connection carries the session from now on.</summary>
    internal void CarryOn(ISessionShell shell)
    {
        _shell = shell;
        _isHibernating = false;
        _queue.SetCarrier(shell);
        // XEP-0352 §5.2: a resumed stream begins active, whatever it was before.
        _isInactive = false;
        _queue.Release();
    }

    /// <summary>The session ends if nothing carries it for so long; null: it does not.</summary>
    internal void GiveUpAfter(TimeProvider clock, TimeSpan? wait)
    {
        _givingUp?.Dispose();
        GivesUpAt = clock.GetUtcNow() + wait;
        _givingUp = wait is { } time ? clock.CreateTimer(static session => ((Session)session!).GiveUp(), this, time, Timeout.InfiniteTimeSpan) : null;
    }

    /// <summary>When a hibernating session ends, if nothing carries it before.</summary>
    internal DateTimeOffset? GivesUpAt { get; private set; }

    /// <summary>What modules keep on the session and would miss after a restart.</summary>
    internal Dictionary<string, string> SaveValues()
    {
        var values = new Dictionary<string, string>();
        foreach (var key in ResumableKeys.All)
        {
            if (key.Save(_slots) is { } value)
            {
                values[key.Name] = value;
            }
        }
        return values;
    }

    internal void RestoreValues(IReadOnlyDictionary<string, string> values)
    {
        foreach (var key in ResumableKeys.All)
        {
            if (values.TryGetValue(key.Name, out string? value))
            {
                key.Restore(ref _slots, value);
            }
        }
    }

    /// <summary>The store still tells a client that comes back what was received from it (XEP-0198 §5).</summary>
    internal bool WasGivenUp { get; set; }

    /// <summary>The writer met an item that is held by its position only: its bytes are read, then it goes on.</summary>
    internal void Load()
    {
        if (Interlocked.Exchange(ref _isLoading, 1) == 0)
        {
            _ = LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        try
        {
            await Account.LoadAsync(_queue).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _isLoading, 0);
        }
        using var flush = FlushScope.Enter();
        FlushScope.Mark(this);
    }

    // What it did not take is handled as if it had not been there.
    private void GiveUp() => Account.GiveUp(this);

    public override string ToString() => Address.ToString();
}
