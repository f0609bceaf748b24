// When a store that failed is tried again.
using Balcony.Server.Storage;

namespace Balcony.Server.Sql;

/// <summary>After a failure units fail at once until the pause is over; the pause doubles with each failure that follows.</summary>
internal sealed class Recovery(TimeProvider clock, Action wake) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private TimeSpan _pause = FirstPause;
    private long? _failedAt;
    private ITimer? _timer;

    /// <summary>The fault that is still the last word; null when the store may be tried.</summary>
    public Exception? IsClosed(StorageHealth health) =>
        _failedAt is { } at && clock.GetElapsedTime(at) < _pause ? new StorageException("the store is not available", health.LastError) : null;

    public void Failed()
    {
        if (_failedAt is { } at)
        {
            if (clock.GetElapsedTime(at) < _pause) return;
            _pause = _pause + _pause > LongestPause ? LongestPause : _pause + _pause;
        }
        _failedAt = clock.GetTimestamp();
        _timer ??= clock.CreateTimer(static wake => ((Action)wake!)(), wake, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(_pause, Timeout.InfiniteTimeSpan);
    }

    public void Succeeded() => (_failedAt, _pause) = (null, FirstPause);

    public void Dispose() => _timer?.Dispose();
}
