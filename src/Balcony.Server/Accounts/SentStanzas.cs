// What an account sent and keeps, while it is not committed: its archive does not have it yet.
namespace Balcony.Server.Accounts;

/// <summary>
/// Counts receipts in generations: who wants to see all that was sent so far ends the present one and waits for it, and what is sent later does not hold him up. Added to
/// in the account's mailbox; settled anywhere.
/// </summary>
internal sealed class SentStanzas
{
    private Generation _present = new();
    private Task _earlier = Task.CompletedTask;

    /// <summary>One more; <see cref="Generation.Settle"/> follows when it is committed, or never will be.</summary>
    public Generation Add()
    {
        _present.Add();
        return _present;
    }

    /// <summary>Completes when all that was added before is settled.</summary>
    public Task WhenSettledAsync()
    {
        if (!_present.IsEmpty)
        {
            var ended = _present;
            _present = new Generation();
            _earlier = _earlier.IsCompleted ? ended.EndAsync() : Task.WhenAll(_earlier, ended.EndAsync());
        }
        return _earlier;
    }

    internal sealed class Generation
    {
        // One for the generation itself, while it is the present one.
        private int _open = 1;
        private TaskCompletionSource? _settled;

        public bool IsEmpty => Volatile.Read(ref _open) == 1;

        public void Add() => Interlocked.Increment(ref _open);

        public void Settle()
        {
            if (Interlocked.Decrement(ref _open) == 0)
            {
                _settled!.SetResult();
            }
        }

        public Task EndAsync()
        {
            // Asynchronous continuations: whoever waits must not run where commits are told.
            _settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var task = _settled.Task;
            Settle();
            return task;
        }
    }
}
