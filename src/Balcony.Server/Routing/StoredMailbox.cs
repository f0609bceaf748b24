// Design decision 3: a mailbox never awaits a commit; what a change causes is posted to it when the commit is done.
using Balcony.Server.Storage;

namespace Balcony.Server.Routing;

/// <summary>A mailbox whose state is stored, and loaded again when a change of it could not be.</summary>
/// <param name="capacity">Items that may wait.</param>
/// <typeparam name="TItem">What is posted.</typeparam>
public abstract class StoredMailbox<TItem>(int capacity) : Mailbox<TItem>(capacity)
{
    private int _commits;

    /// <summary>Changes are being committed: a new mailbox would load what is stored, which is not these yet, so this one must not be dropped.</summary>
    protected bool HasCommits => Volatile.Read(ref _commits) != 0;

    protected void CommitBegins() => Interlocked.Increment(ref _commits);

    protected void CommitEnds() => Interlocked.Decrement(ref _commits);

    /// <summary>Runs work in this mailbox, after what was posted before. Never refused.</summary>
    protected abstract void PostWork(Action work);

    /// <summary>A commit failed: in this mailbox, behind what the change itself does then.</summary>
    /// <param name="error">Why.</param>
    /// <param name="isReloaded">The state is ahead of the store, and to be loaded again.</param>
    protected abstract void OnCommitFailed(Exception? error, bool isReloaded);

    /// <summary>Does what a change causes, in this mailbox, when its commit is done.</summary>
    /// <param name="ticket">The commit.</param>
    /// <param name="succeeded">Runs in the mailbox; null: nothing.</param>
    /// <param name="failed">Runs instead when it failed, before the state is loaded again.</param>
    /// <param name="isReloaded">Whether the mailbox's state is now ahead of the store, and is loaded again after a failure.</param>
    internal void AfterCommit(CommitTicket ticket, Action? succeeded, Action? failed = null, bool isReloaded = true)
    {
        if (ticket is { IsCompleted: true, IsFailed: false } && !HasCommits)
        {
            succeeded?.Invoke();
            return;
        }
        CommitBegins();
        ticket.OnCompleted(
            (done, _) =>
            {
                if (succeeded is null && !done.IsFailed)
                {
                    CommitEnds();
                    return;
                }
                // It ends in the mailbox: dropped in between, it would leave the rest to one that has loaded something else.
                PostWork(() =>
                {
                    CommitEnds();
                    if (!done.IsFailed)
                    {
                        succeeded!();
                        return;
                    }
                    failed?.Invoke();
                    OnCommitFailed(done.Error, isReloaded);
                });
            },
            null);
    }
}
