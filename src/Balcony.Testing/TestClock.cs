// A clock that moves only when a test says so.
namespace Balcony.Testing;

/// <summary>A <see cref="TimeProvider"/> whose time stands still until <see cref="Advance"/>; timers fire in order of their due time, then of creation.</summary>
/// <remarks>Callbacks run on the thread that advances, outside of the lock, with the clock at their due time.</remarks>
public sealed class TestClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<Due, (long Ticks, long Order)> _due = new();
    private readonly long _startTicks;
    private long _nowTicks;
    private long _order;

    public TestClock() : this(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero)) { }

    public TestClock(DateTimeOffset start) => _nowTicks = _startTicks = start.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _nowTicks), TimeSpan.Zero);

    public override long GetTimestamp() => Volatile.Read(ref _nowTicks) - _startTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TestTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>How many timers fire when so much time has passed, neither earlier nor later: who is about to wait for the clock can be waited for.</summary>
    public int CountDueIn(TimeSpan after)
    {
        lock (_lock)
        {
            return _due.UnorderedItems.Count(item => item.Element.Timer.Generation == item.Element.Generation && item.Priority.Ticks == _nowTicks + after.Ticks);
        }
    }

    /// <summary>Moves the clock forward and fires what falls due on the way, what those callbacks set included.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var end = Volatile.Read(ref _nowTicks) + by.Ticks;
        while (TakeNext(end) is { } timer)
            timer.Fire();
        lock (_lock) Volatile.Write(ref _nowTicks, Math.Max(_nowTicks, end));
    }

    private TestTimer? TakeNext(long end)
    {
        lock (_lock)
        {
            while (_due.TryPeek(out var next, out var when) && when.Ticks <= end)
            {
                _due.Dequeue();
                // A timer that was changed since has another generation; this entry is void.
                if (next.Timer.Generation != next.Generation) continue;
                Volatile.Write(ref _nowTicks, Math.Max(_nowTicks, when.Ticks));
                next.Timer.Reschedule();
                return next.Timer;
            }
            return null;
        }
    }

    private readonly record struct Due(TestTimer Timer, long Generation);

    private sealed class TestTimer(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public long Generation { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                Generation++;
                _period = period;
                if (dueTime >= TimeSpan.Zero) Enqueue(dueTime);
            }
            // Due now: nobody would ever advance by nothing.
            if (dueTime == TimeSpan.Zero) clock.Advance(TimeSpan.Zero);
            return true;
        }

        /// <summary>Called under the lock, as it is taken out to fire.</summary>
        public void Reschedule()
        {
            Generation++;
            if (_period > TimeSpan.Zero) Enqueue(_period);
        }

        public void Fire() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        private void Enqueue(TimeSpan after) =>
            clock._due.Enqueue(new Due(this, Generation), (clock._nowTicks + after.Ticks, clock._order++));
    }
}
