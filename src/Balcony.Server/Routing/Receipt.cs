// Design decision 3: when a stanza that a client sent may be acknowledged.
using Balcony.Server.Storage;

namespace Balcony.Server.Routing;

/// <summary>
/// Counts what is still to be done for one stanza from a client: being handled (by its mailbox, then the recipient's) and being committed. While it is
/// not settled, nothing that follows it on the sender's stream is written, since any later reply would acknowledge it.
/// </summary>
public sealed class Receipt
{
    private int _pending = 1;
    private Action? _onSettled;

    /// <summary>Everything the stanza caused that must survive is committed.</summary>
    public bool IsSettled => Volatile.Read(ref _pending) == 0;

    /// <summary>One more thing has to happen first; each <see cref="Hold()"/> needs a <see cref="Release"/>. Any thread.</summary>
    public void Hold() => Interlocked.Increment(ref _pending);

    /// <summary>Settles only after the ticket completes, whether the commit succeeds or fails (a failure is answered by who appended).</summary>
    public void Hold(CommitTicket ticket)
    {
        if (ticket.IsCompleted)
        {
            return;
        }
        Hold();
        ticket.OnCompleted(static (_, receipt) => ((Receipt)receipt!).Release(), this);
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _pending) == 0)
        {
            Interlocked.Exchange(ref _onSettled, null)?.Invoke();
        }
    }

    /// <summary>Calls back once when settled; at once if it is already.</summary>
    public void OnSettled(Action action)
    {
        // A full fence: the look at the counter below must not come before this store, or both sides could miss each other.
        Interlocked.Exchange(ref _onSettled, action);
        if (IsSettled)
        {
            Interlocked.Exchange(ref _onSettled, null)?.Invoke();
        }
    }
}
