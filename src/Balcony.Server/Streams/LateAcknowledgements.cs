// XEP-0198 §4: an acknowledgement waits a moment for something else to be written with.
using System.Collections.Concurrent;

namespace Balcony.Server.Streams;

/// <summary>
/// A write of its own costs more than all else in an acknowledgement, and in a conversation the next stanza is never far. Streams that owe one are looked at a moment
/// later; most have told it by then. Any thread may call.
/// </summary>
internal sealed class LateAcknowledgements : IDisposable
{
    // Streams are looked at together, up to this part of the moment too early.
    private const int Slack = 4;

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    // In the order of time. Bounded by the streams: one that has told its count has to be asked before it owes another.
    private readonly ConcurrentQueue<(ClientStream Stream, long Since)> _owing = new();
    private readonly TimeProvider _clock;
    private readonly TimeSpan _moment;
    private readonly ITimer _timer;
    private int _isArmed;

    public LateAcknowledgements(TimeProvider clock, TimeSpan moment)
    {
        (_clock, _moment) = (clock, moment);
        _timer = clock.CreateTimer(static self => ((LateAcknowledgements)self!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The stream owes an acknowledgement since now.</summary>
    public void Add(ClientStream stream)
    {
        if (_moment == TimeSpan.Zero)
        {
            stream.Flush();
            return;
        }
        _owing.Enqueue((stream, _clock.GetTimestamp()));
        Arm(_moment);
    }

    public void Dispose() => _timer.Dispose();

    // Only the timer comes here, once for each time that it is set.
    private void Look()
    {
        long now = _clock.GetTimestamp();
        var due = _moment - (_moment / Slack);
        while (_owing.TryPeek(out var first))
        {
            var waited = _clock.GetElapsedTime(first.Since, now);
            if (waited < due)
            {
                var left = _moment - waited;
                _timer.Change(left > ShortestWait ? left : ShortestWait, Timeout.InfiniteTimeSpan);
                return;
            }
            _owing.TryDequeue(out _);
            // What it owes by now may be another one, which is further back in the queue.
            if (first.Stream.OwesSince is { } since && _clock.GetElapsedTime(since, now) >= due)
            {
                first.Stream.Flush();
            }
        }
        Volatile.Write(ref _isArmed, 0);
        if (!_owing.IsEmpty)
        {
            Arm(_moment);
        }
    }

    private void Arm(TimeSpan wait)
    {
        if (Interlocked.Exchange(ref _isArmed, 1) == 0)
        {
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }
}
