// XEP-0198: the counts of one stream's stanzas, and when they may be told to the other end, a client or a server. Others negotiate; this counts.
using Balcony.Server.Routing;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Sessions;

/// <summary>
/// What came in on a session, or from another server: each stanza has a number and a receipt, and the client learns a number when its receipt and all before it are settled. Belongs
/// to the session, or to the pair of domains, and outlives its connections. Any thread may call.
/// </summary>
/// <param name="id">The resumption id, not to be guessed; known to the store.</param>
/// <param name="owner">The account.</param>
/// <param name="resumable">How long the session is kept without a connection; zero: it cannot be resumed.</param>
/// <param name="pace">When the client is asked for its count.</param>
/// <param name="storage">Where the count is kept with the stanzas that it covers.</param>
internal sealed class StreamManagement(string id, BareJid owner, TimeSpan resumable, AcknowledgementPace pace, IStorage storage)
{
    private readonly Lock _gate = new();
    private readonly Queue<Receipt> _open = [];
    private uint _received;
    private uint _settled;
    private uint _written;
    private uint _durable;
    private uint _asked;
    private uint _told;
    private int _unplaced;
    private ICountTeller? _asking;
    private object? _carrier;
    private TaskCompletionSource? _allPlaced;
    private Action<uint, bool>? _onceSettled;

    public string Id => id;

    public TimeSpan Resumable => resumable;

    public AcknowledgementPace Pace => pace;

    public bool CanResume => resumable > TimeSpan.Zero;

    /// <summary>What came on the stream so far, handled or not.</summary>
    public uint Received
    {
        get
        {
            lock (_gate)
            {
                return _received;
            }
        }
    }

    /// <summary>All that came is handled, and committed where it must be.</summary>
    public bool IsSettled
    {
        get
        {
            lock (_gate)
            {
                return _settled == _received;
            }
        }
    }

    /// <summary>The highest position in the ledger that the client acknowledged.</summary>
    public long Delivered { get; set; }

    /// <summary>What else is true once such a unit is durable; null: nothing.</summary>
    public Action<UnitOfWork>? WithCount { get; set; }

    /// <summary>Continues counts from before a restart.</summary>
    public void Restore(uint received) => _received = _settled = _written = _durable = _told = received;

    /// <summary>A stanza came on the connection that carries the session.</summary>
    /// <returns>Null when another connection carries it by now: the stanza does not count and is not handled.</returns>
    public Receipt? Receive(Session session, ISessionShell shell)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(session.Shell, shell))
            {
                return null;
            }
            return Count(new Receipt(session, unchecked(++_received)));
        }
    }

    /// <summary>The same on a stream that has no session.</summary>
    public Receipt? Receive(object carrier)
    {
        lock (_gate)
        {
            return ReferenceEquals(_carrier, carrier) ? Count(new Receipt(this, unchecked(++_received))) : null;
        }
    }

    /// <summary>What comes on this stream counts from now on, and on no other; null: on none.</summary>
    public void Carry(object? carrier)
    {
        lock (_gate)
        {
            _carrier = carrier;
        }
    }

    /// <summary>Nothing more counts on this stream, if all that came on it is settled: this is the last count that it is told.</summary>
    /// <returns>False: something is not settled yet. Null: it knows the count, or another stream carries what is counted by now.</returns>
    public bool? TryEnd(object carrier, out uint count)
    {
        lock (_gate)
        {
            count = _settled;
            if (!ReferenceEquals(_carrier, carrier))
            {
                return null;
            }
            if (_settled != _received)
            {
                return false;
            }
            _carrier = null;
            if (_told == count)
            {
                return null;
            }
            _told = count;
        }
        if (CanResume)
        {
            // It may be asked for after a restart.
            _ = storage.Commit(new UnitOfWork().SetSession(owner, id, count, null));
        }
        return true;
    }

    /// <summary>Takes the session from its connection: nothing more is received on the old one.</summary>
    public void Move(Action change)
    {
        lock (_gate)
        {
            change();
        }
    }

    /// <summary>The count that is true once the unit that keeps this stanza is durable (§4, design decision 3): everything before it is placed, or it would not
    /// have been read (<see cref="WhenPlacedAsync"/>).</summary>
    public void AddCount(UnitOfWork unit, Receipt receipt)
    {
        WithCount?.Invoke(unit);
        if (!CanResume)
        {
            return;
        }
        lock (_gate)
        {
            _written = Later(_written, receipt.Sequence);
            receipt.Count = _written;
            unit.SetSession(owner, id, _written, null);
        }
    }

    /// <summary>Keeps what the client acknowledged, for a session that goes on after a crash.</summary>
    public void Save(UnitOfWork unit)
    {
        lock (_gate)
        {
            unit.SetSession(owner, id, _written, Delivered);
        }
    }

    /// <summary>All mailboxes are done with a stanza; <see cref="Advance"/> follows when its commits are done too.</summary>
    public void Placed()
    {
        TaskCompletionSource? allPlaced = null;
        lock (_gate)
        {
            if (--_unplaced == 0)
            {
                (allPlaced, _allPlaced) = (_allPlaced, null);
            }
        }
        allPlaced?.SetResult();
    }

    /// <summary>Completes when every stanza that came was placed. Until then no other may be handled: a count can only say that the first so many are kept, and a later
    /// stanza that was committed before an earlier one would be sent again after a crash.</summary>
    public Task WhenPlacedAsync()
    {
        lock (_gate)
        {
            return _unplaced == 0
                ? Task.CompletedTask
                : (_allPlaced ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>The client asks for the count: it is told when what came before is settled, and durable if the session can be resumed.</summary>
    public void Ask(ICountTeller session)
    {
        lock (_gate)
        {
            _asking = session;
            _asked = _received;
        }
        Advance();
    }

    /// <summary>Calls back with the count when everything that came is settled, and whether it is durable. Any number may ask.</summary>
    public void WhenSettled(Action<uint, bool> action)
    {
        lock (_gate)
        {
            _onceSettled += action;
        }
        Advance();
    }

    /// <summary>A stanza is settled: perhaps the client may learn a count.</summary>
    public void Advance()
    {
        ICountTeller? asking = null;
        Action<uint, bool>? settled = null;
        uint count;
        lock (_gate)
        {
            while (_open.TryPeek(out var first) && first.IsSettled)
            {
                _settled = first.Sequence;
                if (first is { IsFailed: false, Count: { } kept })
                {
                    _durable = Later(_durable, kept);
                }
                _open.Dequeue();
            }
            count = _settled;
            if (_asking is not null && IsUpTo(_asked, count))
            {
                (asking, _asking) = (_asking, null);
            }
            if (count == _received)
            {
                (settled, _onceSettled) = (_onceSettled, null);
            }
        }
        if (asking is not null)
        {
            if (IsDurable(count))
            {
                Tell(asking, count);
            }
            else
            {
                // A count that a crash would take back is not told: what is durable is, and the client keeps the rest.
                MakeDurable(count, (reached, isDurable) => Tell(asking, isDurable ? reached : Durable));
            }
        }
        if (settled is not null)
        {
            if (IsDurable(count))
            {
                settled(count, true);
            }
            else
            {
                MakeDurable(count, settled);
            }
        }
    }

    private bool IsDurable(uint count)
    {
        lock (_gate)
        {
            return !CanResume || IsUpTo(count, _durable);
        }
    }

    // A count that had to be stored first may come behind a later one: nothing that was said is taken back.
    private void Tell(ICountTeller session, uint count)
    {
        lock (_gate)
        {
            count = _told = Later(_told, count);
        }
        session.Acknowledge(count);
    }

    private uint Durable
    {
        get
        {
            lock (_gate)
            {
                return _durable;
            }
        }
    }

    // §5: after a crash the client is told the count of the store, which must not be less than what it was told before.
    private void MakeDurable(uint count, Action<uint, bool> then)
    {
        uint written;
        lock (_gate)
        {
            written = _written = Later(_written, count);
        }
        storage.Commit(new UnitOfWork().SetSession(owner, id, written, null)).OnCompleted(
            (done, _) =>
            {
                if (!done.IsFailed)
                {
                    lock (_gate)
                    {
                        _durable = Later(_durable, written);
                    }
                }
                then(count, !done.IsFailed);
            },
            null);
    }

    /// <summary>The one that was reached later: counts wrap around at 2^32 (§4).</summary>
    internal static uint Later(uint one, uint other) => IsUpTo(one, other) ? other : one;

    private Receipt Count(Receipt receipt)
    {
        _open.Enqueue(receipt);
        _unplaced++;
        return receipt;
    }

    private static bool IsUpTo(uint count, uint other) => unchecked((int)(other - count)) >= 0;
}

/// <summary>When the client is asked what it has (XEP-0198 §4).</summary>
/// <param name="Stanzas">After so many stanzas.</param>
/// <param name="AnswerWithin">A client that does not answer for so long is gone.</param>
internal sealed record AcknowledgementPace(int Stanzas, TimeSpan AnswerWithin);
