// A clock for tests over real sockets: time moves when the test says so, and the test can wait until a timer is set.
using System.Collections.Concurrent;
using Xunit;

namespace Balcony.Server.Tests.Net;

internal sealed class SteppedClock : TimeProvider
{
    private readonly ConcurrentDictionary<StepTimer, byte> _timers = new();
    private long _ticks = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    /// <summary>Waits until a timer is set to <paramref name="due"/>, advances by that, and fires it.</summary>
    public async Task FireAsync(TimeSpan due)
    {
        StepTimer? timer;
        while ((timer = _timers.Keys.FirstOrDefault(candidate => candidate.Due == due)) is null)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
        Advance(due);
        timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new StepTimer(this, callback, state) { Due = dueTime };
        _timers[timer] = 0;
        return timer;
    }

    private sealed class StepTimer(SteppedClock clock, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan Due { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            return true;
        }

        public void Dispose() => clock._timers.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
