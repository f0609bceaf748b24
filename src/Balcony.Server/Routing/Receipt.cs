// Design decision 3: when a stanza that was sent may be acknowledged, and what it caused may be seen (ADR 003, ADR 006).
using Balcony.Server.Accounts;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Routing;

/// <summary>
/// Counts what is still to be done for one stanza. It is <i>placed</i> when every mailbox that it passes has handled it, and <i>settled</i> when, besides,
/// everything that must survive is committed. Until then nothing that it caused is written, and nothing that would acknowledge it.
/// <code>
///    Hold ─ mailboxes ─ Release ──► placed ── commits ──► settled ──► deliveries, acknowledgement
/// </code>
/// </summary>
public sealed class Receipt
{
    // A session, or what counts the stream of another server.
    private readonly object? _origin;
    private int _handling = 1;
    private int _pending = 1;
    private object? _callbacks;
    private SenderPart? _sender;
    private SentStanzas.Generation? _sent;
    private volatile LedgerRecord? _record;
    private volatile bool _isKept;
    private volatile bool _isFailed;
    private volatile bool _isPlaced;

    /// <param name="origin">The local session that sent the stanza; null when it came from elsewhere.</param>
    /// <param name="sequence">Its XEP-0198 number on that session's stream; 0 without.</param>
    public Receipt(Session? origin = null, uint sequence = 0) => (_origin, Sequence) = (origin, sequence);

    /// <param name="counter">What counts the stanzas of another server's stream.</param>
    /// <param name="sequence">The stanza's number.</param>
    internal Receipt(StreamManagement counter, uint sequence) => (_origin, Sequence) = (counter, sequence);

    internal Session? Origin => _origin as Session;

    internal uint Sequence { get; }

    private StreamManagement? Counter => Sequence == 0 ? null : _origin as StreamManagement ?? ((Session)_origin!).Management;

    /// <summary>The XEP-0198 count that was committed with it; null: none.</summary>
    internal uint? Count { get; set; }

    /// <summary>Every mailbox has done its part, and what is kept of it is in a unit that was committed.</summary>
    internal bool IsPlaced => _isPlaced;

    /// <summary>Everything the stanza caused that must survive is committed, or failed to be.</summary>
    public bool IsSettled => Volatile.Read(ref _pending) == 0;

    /// <summary>Some account keeps the stanza: what it causes waits until the receipt is settled.</summary>
    public bool IsKept => _isKept;

    /// <summary>It could not be kept, and its sender was told: nothing that it caused may be seen.</summary>
    public bool IsFailed => _isFailed;

    /// <summary>What was written to the ledger; null when nothing was, or before it is.</summary>
    public LedgerRecord? Record => _record;

    /// <summary>One more mailbox has to handle it; each <see cref="Hold()"/> needs a <see cref="Release"/>. Any thread.</summary>
    public void Hold() => Interlocked.Increment(ref _handling);

    /// <summary>Settles only after the ticket completes, whether the commit succeeds or fails (a failure is answered by who appended).</summary>
    public void Hold(CommitTicket ticket)
    {
        if (ticket.IsCompleted)
        {
            _isFailed |= ticket.IsFailed;
            return;
        }
        Interlocked.Increment(ref _pending);
        ticket.OnCompleted(
            static (done, receipt) =>
            {
                var self = (Receipt)receipt!;
                if (done.IsFailed)
                {
                    self._isFailed = true;
                }
                self.Settle();
            },
            this);
    }

    /// <summary>As if the stanza were kept: what it causes waits for a commit that has no record of it.</summary>
    internal void Gate(CommitTicket ticket)
    {
        _isKept = true;
        Hold(ticket);
    }

    /// <summary>A receipt for one more recipient, who is kept a record of his own: one receipt has one record. It settles behind this one; who asked for it
    /// releases it.</summary>
    internal Receipt Apart()
    {
        var apart = new Receipt { _isKept = IsKept, _pending = 2 };
        OnSettled(() =>
        {
            apart._isFailed |= IsFailed;
            apart.Settle();
        });
        return apart;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _handling) != 0)
        {
            return;
        }
        if (TakeSender() is { } alone)
        {
            // No mailbox of ours shares the stanza with its sender.
            alone.Account.Append(this, alone.Stanza, alone.Owner);
        }
        _isPlaced = true;
        Counter?.Placed();
        Settle();
    }

    /// <summary>Calls back once when settled, at once if it is already. Any number may ask; they are called in their order.</summary>
    public void OnSettled(Action action)
    {
        lock (this)
        {
            if (!IsSettled)
            {
                switch (_callbacks)
                {
                    case null:
                        _callbacks = action;
                        return;
                    case List<Action> list:
                        list.Add(action);
                        return;
                    case var first:
                        _callbacks = new List<Action> { (Action)first, action };
                        return;
                }
            }
        }
        action();
    }

    /// <summary>The sender's account keeps the stanza: in one record with its recipient when that is local, else alone.</summary>
    /// <param name="account">That sent it.</param>
    /// <param name="stanza">As it is kept.</param>
    /// <param name="owner">The sender's part.</param>
    /// <param name="sent">Where it counts until it is settled.</param>
    internal void KeepForSender(Account account, Stanza stanza, in LedgerOwner owner, SentStanzas sent)
    {
        _isKept = true;
        _sent ??= sent.Add();
        _sender = new SenderPart(account, stanza, owner);
    }

    /// <summary>The sender's part, for who writes the record; null when there is none or it was taken.</summary>
    internal SenderPart? TakeSender() => _sender is null ? null : Interlocked.Exchange(ref _sender, null);

    /// <summary>Writes the stanza to the ledger, with the sending session's count; the receipt waits for the commit. If that fails, the caller tells the sender.</summary>
    internal (LedgerRecord Record, CommitTicket Ticket) Keep(IStorage storage, DateTimeOffset now, Stanza stanza, params LedgerOwner[] owners) =>
        Keep(storage, now, stanza, new UnitOfWork(), owners);

    /// <summary>The same with what else is true then.</summary>
    internal (LedgerRecord Record, CommitTicket Ticket) Keep(IStorage storage, DateTimeOffset now, Stanza stanza, UnitOfWork unit, params LedgerOwner[] owners)
    {
        var record = new LedgerRecord(now, stanza.ToUtf8(), owners);
        unit.Append(record);
        Counter?.AddCount(unit, this);
        var ticket = storage.Commit(unit);
        Kept(record);
        Hold(ticket);
        return (record, ticket);
    }

    /// <summary>Somebody keeps the stanza, in this record.</summary>
    internal void Kept(LedgerRecord record)
    {
        _isKept = true;
        _record = record;
    }

    private void Settle()
    {
        object? callbacks;
        // The lock is the receipt itself: nobody outside locks one, and one is made for every stanza.
        lock (this)
        {
            if (Interlocked.Decrement(ref _pending) != 0)
            {
                return;
            }
            callbacks = _callbacks;
            _callbacks = null;
        }
        Counter?.Advance();
        _sent?.Settle();
        if (callbacks is Action single)
        {
            single();
        }
        else if (callbacks is List<Action> list)
        {
            foreach (var action in list)
            {
                action();
            }
        }
    }

    internal sealed record SenderPart(Account Account, Stanza Stanza, LedgerOwner Owner);
}
