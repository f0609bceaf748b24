// XEP-0198 §4: an acknowledgement waits a moment for something else to be written with.
using System.Collections.Concurrent;

namespace Balcony.Server.Streams;

/// <summary>
/// A write of its own costs more than all else in an acknowledgement, and in a conversation the next stanza is never far. Streams that owe one are looked at together, a
/// moment later; most have told it by then. Any thread may call.
/// </summary>
internal sealed class LateAcknowledgements : IDisposable
{
    // Bounded by the streams: each is in it at most once for each write of the moment.
    private readonly ConcurrentQueue<ClientStream> _streams = new();
    private readonly TimeSpan _moment;
    private readonly ITimer _timer;
    private int _isArmed;

    public LateAcknowledgements(TimeProvider clock, TimeSpan moment)
    {
        _moment = moment;
        _timer = clock.CreateTimer(static self => ((LateAcknowledgements)self!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The stream owes an acknowledgement.</summary>
    public void Add(ClientStream stream)
    {
        if (_moment == TimeSpan.Zero)
        {
            stream.Flush();
            return;
        }
        _streams.Enqueue(stream);
        if (Interlocked.Exchange(ref _isArmed, 1) == 0)
        {
            _timer.Change(_moment, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        Volatile.Write(ref _isArmed, 0);
        for (int left = _streams.Count; left > 0 && _streams.TryDequeue(out var stream); left--)
        {
            stream.FlushAcknowledgement();
        }
        // Those that came meanwhile armed the timer again, unless they came before it was disarmed.
        if (!_streams.IsEmpty && Interlocked.Exchange(ref _isArmed, 1) == 0)
        {
            _timer.Change(_moment, Timeout.InfiniteTimeSpan);
        }
    }
}
