// Design decision 1: one stanza at a time, in order, without locks.
using System.Collections.Concurrent;
using Balcony.Server.Sessions;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Routing;

/// <summary>
/// The single-threaded owner of an address's state.
/// <code>
///            Post                        Post (queued)            queue empty
///   idle ──────────► running on the poster's thread ──► … ──► idle
///                        │ handler awaits I/O
///                        ▼
///                    running in the pool until the queue is empty
/// </code>
/// An idle mailbox runs on the thread that posts to it, down to <see cref="MaxDepth"/> mailboxes below each other; a busy one only queues, and whoever
/// runs it goes on. Posting never waits.
/// </summary>
/// <typeparam name="TItem">What is posted.</typeparam>
public abstract class Mailbox<TItem>(int capacity) : IThreadPoolWorkItem
{
    /// <summary>Mailboxes that may run inside each other's <see cref="Post"/> on one thread before the pool takes over.</summary>
    public const int MaxDepth = 8;

    /// <summary>Items that one thread handles before the pool takes over.</summary>
    public const int MaxHandledInOneGo = 256;

    private const int Idle = 0;
    private const int Running = 1;

    [ThreadStatic]
    private static int _depth;

    // Made on first contention: its first segment is larger than all the rest of an idle account.
    private ConcurrentQueue<TItem>? _queue;
    private int _state;
    private int _count;

    /// <summary>Items that wait, the one being handled not counted.</summary>
    public int QueueLength => Volatile.Read(ref _count);

    /// <summary>Hands over an item. Any thread; never waits.</summary>
    /// <returns>False when the mailbox is full: the item was not taken, and the caller answers for it.</returns>
    public bool Post(TItem item, bool isUrgent = false)
    {
        if (_depth < MaxDepth && Volatile.Read(ref _count) == 0 && Interlocked.CompareExchange(ref _state, Running, Idle) == Idle)
        {
            _depth++;
            try
            {
                RunFrom(item);
            }
            finally
            {
                _depth--;
            }
            return true;
        }
        if (Interlocked.Increment(ref _count) > capacity && !isUrgent)
        {
            Interlocked.Decrement(ref _count);
            return false;
        }
        var queue = Volatile.Read(ref _queue) ?? Interlocked.CompareExchange(ref _queue, new ConcurrentQueue<TItem>(), null) ?? _queue;
        queue.Enqueue(item);
        // Who runs it may have looked at the queue just before: then nobody would come back for this item.
        if (Interlocked.CompareExchange(ref _state, Running, Idle) == Idle)
        {
            if (_depth < MaxDepth)
            {
                _depth++;
                try
                {
                    Drain();
                }
                finally
                {
                    _depth--;
                }
            }
            else
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
            }
        }
        return true;
    }

    void IThreadPoolWorkItem.Execute()
    {
        using var flush = FlushScope.Enter();
        Drain();
    }

    /// <summary>Handles one item; exceptions are the handler's to catch, none may escape.</summary>
    protected abstract ValueTask HandleAsync(TItem item);

    /// <summary>The queue ran empty: a place to drop what only a busy mailbox needs.</summary>
    protected virtual void OnIdle()
    {
    }

    protected abstract ILogger Logger { get; }

    private void RunFrom(TItem item)
    {
        var handling = Guarded(item);
        if (!handling.IsCompletedSuccessfully)
        {
            _ = FinishAsync(handling);
            return;
        }
        Drain();
    }

    private void Drain()
    {
        int handled = 0;
        while (true)
        {
            while (_queue is { } queue && queue.TryDequeue(out var item))
            {
                Interlocked.Decrement(ref _count);
                var handling = Guarded(item);
                if (!handling.IsCompletedSuccessfully)
                {
                    _ = FinishAsync(handling);
                    return;
                }
                if (++handled == MaxHandledInOneGo)
                {
                    // The thread belongs to a connection that also wants to be read: the pool goes on.
                    ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
                    return;
                }
            }
            OnIdle();
            Interlocked.Exchange(ref _state, Idle);
            if (Volatile.Read(ref _count) == 0 || Interlocked.CompareExchange(ref _state, Running, Idle) != Idle)
            {
                return;
            }
        }
    }

    private async Task FinishAsync(ValueTask handling)
    {
        await handling.ConfigureAwait(false);
        using var flush = FlushScope.Enter();
        Drain();
    }

    private async ValueTask Guarded(TItem item)
    {
        try
        {
            await HandleAsync(item).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A fault of ours in one item must not stop the mailbox for good.
            RoutingLog.MailboxFault(Logger, fault);
        }
    }
}
