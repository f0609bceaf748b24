// What waits to be written to a session, and what the client has not acknowledged: the one structure with several producers (design decision 1).
using Balcony.Server.Routing;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Sessions;

/// <summary>
/// A bounded first-in first-out queue in one ring. Any thread may add; only the session's writer takes. With XEP-0198 what was written stays until it is
/// acknowledged: a durable stanza as its position in the ledger, any other with its bytes.
/// <code>
///    head            next                 tail
///     │ written, not  │ not yet written    │
///     │ acknowledged  │                    │
/// </code>
/// </summary>
internal sealed partial class SessionQueue(BareJid owner, int maxStanzas, int maxBytes)
{
    private const int LargeRing = 32;

    private readonly Lock _gate = new();
    private SessionItem[] _ring = [];
    private long _head;
    private long _next;
    private long _tail;
    private long _bytes;
    private int _voids;
    private bool _keepsWritten;
    private uint _acknowledged;
    private int _unacknowledged;
    private List<(int Low, Action Then)>? _onLow;
    private object? _carrier;

    /// <summary>Not yet written.</summary>
    public int Waiting => (int)(Volatile.Read(ref _tail) - Volatile.Read(ref _next));

    /// <summary>Not yet written, or written and not acknowledged.</summary>
    public int Count => (int)(Volatile.Read(ref _tail) - Volatile.Read(ref _head));

    /// <summary>Stanzas that were written and not acknowledged (XEP-0198).</summary>
    public int Unacknowledged => Volatile.Read(ref _unacknowledged);

    /// <summary>How many stanzas were written since XEP-0198 began (§4).</summary>
    public uint Sent
    {
        get
        {
            lock (_gate)
            {
                return unchecked(_acknowledged + (uint)_unacknowledged);
            }
        }
    }

    /// <summary>How many of them the client acknowledged.</summary>
    public uint Acknowledged
    {
        get
        {
            lock (_gate)
            {
                return _acknowledged;
            }
        }
    }

    /// <summary>Who alone may take; null: nobody.</summary>
    public void SetCarrier(object? carrier)
    {
        lock (_gate)
        {
            _carrier = carrier;
        }
    }

    /// <summary>What is written is kept until it is acknowledged.</summary>
    public bool KeepsWritten => Volatile.Read(ref _keepsWritten);

    /// <summary>Keeps what is written from here on; for a stream that has just begun. Otherwise an item says so in its place.</summary>
    public void BeginManagement() => _keepsWritten = true;

    /// <summary>Adds an item; false when the queue is full and the item was not taken.</summary>
    public bool TryAdd(in SessionItem item, Urgency urgency = Urgency.Now)
    {
        lock (_gate)
        {
            // One stanza is always taken, however large: the reader's limit is the stream's, not this.
            if (_tail - _head >= maxStanzas)
            {
                Compact();
            }
            if (_tail - _head >= maxStanzas || (_bytes >= maxBytes && _tail > _head) || (_isHolding && !MayHold(item)))
            {
                return false;
            }
            if (_tail - _head == _ring.Length && (_voids < LargeRing || !Compact()))
            {
                Grow();
            }
            if (_isHolding)
            {
                ReplacePresence(item);
            }
            At(_tail) = item;
            _tail++;
            _bytes += item.Bytes;
            if (_isHibernating)
            {
                LetGo(ref At(_tail - 1), _tail - 1);
            }
            else if (_isHolding && (urgency == Urgency.Now || (_tail - _next >= _maxHeld && (!Compact() || _tail - _next >= _maxHeld))))
            {
                _limit = _tail;
            }
            return true;
        }
    }

    /// <summary>Takes the oldest item that was not written, if it may be written.</summary>
    /// <param name="carrier">Who takes: another one than the session's connection gets nothing.</param>
    /// <param name="item">The item, its gate open and its position known.</param>
    /// <param name="gate">What it waits for, when it is gated.</param>
    public QueueState TryTake(object carrier, out SessionItem item, out Receipt? gate)
    {
        Action? onLow = null;
        QueueState state;
        lock (_gate)
        {
            if (!ReferenceEquals(carrier, _carrier))
            {
                (item, gate) = (default, null);
                return QueueState.Empty;
            }
            state = Take(out item, out gate);
            if (_onLow is not null)
            {
                onLow = TakeLow();
            }
        }
        onLow?.Invoke();
        return state;
    }

    /// <summary>Everything that was written up to the client's count is done with (XEP-0198 §4).</summary>
    /// <param name="count">The client's <c>h</c>.</param>
    /// <param name="taken">Gets the positions in the ledger that were acknowledged.</param>
    /// <param name="carrier">On whose connection; null: on any. Another one than the session's changes nothing.</param>
    /// <returns>False when more was acknowledged than was written.</returns>
    public bool Acknowledge(uint count, List<long> taken, object? carrier = null)
    {
        Action? onLow = null;
        lock (_gate)
        {
            if (carrier is not null && !ReferenceEquals(carrier, _carrier))
            {
                return true;
            }
            // §4: counts wrap around at 2^32.
            uint newly = unchecked(count - _acknowledged);
            if (newly > _unacknowledged)
            {
                return false;
            }
            _acknowledged = count;
            _unacknowledged -= (int)newly;
            while (_head < _next && (newly > 0 || At(_head).IsVoid))
            {
                ref var slot = ref At(_head);
                if (!slot.IsVoid)
                {
                    newly--;
                    if (slot.IsHeldForAccount)
                    {
                        taken.Add(slot.LedgerId);
                    }
                    _bytes -= slot.Bytes;
                }
                slot = default;
                _head++;
            }
            ShrinkIfEmpty();
            if (_onLow is not null)
            {
                onLow = TakeLow();
            }
        }
        onLow?.Invoke();
        return true;
    }

    /// <summary>What was not acknowledged is to be written again (XEP-0198 §5).</summary>
    public void Rewind()
    {
        lock (_gate)
        {
            _next = _head;
            _unacknowledged = 0;
        }
    }

    /// <summary>Another stream begins: what the one before did not get acknowledged is written again, and counted anew.</summary>
    public void StartAgain()
    {
        lock (_gate)
        {
            _next = _head;
            _unacknowledged = 0;
            _acknowledged = 0;
        }
    }

    /// <summary>Calls back once when no more than so many are in the queue; at once if it is so.</summary>
    public void WhenLow(int low, Action action)
    {
        lock (_gate)
        {
            if (_tail - _head > low)
            {
                (_onLow ??= []).Add((low, action));
                return;
            }
        }
        action();
    }

    // Under the lock: those who waited for as few as there are now.
    private Action? TakeLow()
    {
        Action? then = null;
        for (int i = 0; i < _onLow!.Count; i++)
        {
            if (_tail - _head <= _onLow[i].Low)
            {
                then += _onLow[i].Then;
                _onLow.RemoveAt(i--);
            }
        }
        if (_onLow.Count == 0)
        {
            _onLow = null;
        }
        return then;
    }

    /// <summary>Empties the queue: what a lost session leaves behind, in order, mere receipts and nonzas left out.</summary>
    public List<SessionItem> TakeAll()
    {
        lock (_gate)
        {
            var all = new List<SessionItem>((int)(_tail - _head));
            for (; _head < _tail; _head++)
            {
                ref var slot = ref At(_head);
                if (slot.IsStanza && !slot.IsVoid)
                {
                    all.Add(slot);
                }
            }
            _ring = [];
            (_head, _next, _tail) = (0, 0, 0);
            _bytes = 0;
            _unacknowledged = 0;
            _voids = 0;
            _presence = null;
            return all;
        }
    }

    private QueueState Take(out SessionItem item, out Receipt? gate)
    {
        gate = null;
        item = default;
        while (_next < _tail)
        {
            if (_next >= _limit)
            {
                return QueueState.Held;
            }
            ref var slot = ref At(_next);
            if (slot.Gate is { } waitsFor && !slot.IsVoid)
            {
                if (!waitsFor.IsSettled)
                {
                    gate = waitsFor;
                    return QueueState.Gated;
                }
                Open(ref slot);
            }
            if (slot.IsVoid || (!slot.IsStanza && slot.Nonza is null))
            {
                Skip(ref slot);
                continue;
            }
            if (slot.Stanza is null && slot.Nonza is null)
            {
                return QueueState.NotLoaded;
            }
            item = slot;
            if (slot.Nonza is not null)
            {
                _keepsWritten |= slot.BeginsManagement;
                _bytes -= slot.Bytes;
                Skip(ref slot);
            }
            else if (_keepsWritten)
            {
                item.AwaitsAcknowledgement = true;
                if (slot.LedgerId != 0)
                {
                    _bytes -= slot.Bytes;
                    slot.Stanza = null;
                }
                _next++;
                _unacknowledged++;
            }
            else
            {
                _bytes -= slot.Bytes;
                Skip(ref slot);
            }
            return QueueState.Item;
        }
        ShrinkIfEmpty();
        return QueueState.Empty;
    }

    // The gate is settled: either the item has its position, or nothing may be seen of it.
    private void Open(ref SessionItem slot)
    {
        if (slot.Gate is { IsFailed: true } && slot.IsStanza)
        {
            _bytes -= slot.Bytes;
            slot = new SessionItem { IsVoid = true };
            return;
        }
        if (slot is { LedgerId: 0, Gate.Record: { } record } && slot.IsStanza)
        {
            slot.LedgerId = record.IdFor(owner);
            slot.Kept = record.Time.UtcTicks;
        }
        slot.Gate = null;
    }

    private void Skip(ref SessionItem slot)
    {
        // Between what is written and not acknowledged a gap stays; elsewhere nothing does.
        slot = new SessionItem { IsVoid = true };
        if (_head == _next)
        {
            slot = default;
            _head++;
        }
        _next++;
    }
}
