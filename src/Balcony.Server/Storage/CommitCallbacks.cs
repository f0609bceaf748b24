// Completes tickets in order, one pool hop for a whole batch.
using Balcony.Server.Sessions;

namespace Balcony.Server.Storage;

/// <summary>Batches come in from the writer; their callbacks run one after the other on one pool thread at a time.</summary>
internal sealed class CommitCallbacks(Action<int> completed, Action<Exception> onFault) : IThreadPoolWorkItem
{
    private readonly Lock _gate = new();

    // Bounded by the writer, which counts a unit as waiting until `completed` is told of it.
    private List<CommitTicket> _waiting = [];
    private List<CommitTicket> _running = [];
    private bool _isScheduled;

    public void Add(ReadOnlySpan<CommitTicket> tickets)
    {
        lock (_gate)
        {
            _waiting.AddRange(tickets);
            if (_isScheduled || _waiting.Count == 0) return;
            _isScheduled = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public void Execute()
    {
        while (true)
        {
            lock (_gate)
            {
                if (_waiting.Count == 0)
                {
                    _isScheduled = false;
                    return;
                }
                (_waiting, _running) = (_running, _waiting);
            }
            // A session that several of them concern is written once.
            using (FlushScope.Enter())
            {
                foreach (var ticket in _running) ticket.Complete(onFault);
            }
            completed(_running.Count);
            _running.Clear();
        }
    }
}
