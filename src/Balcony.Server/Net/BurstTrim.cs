// Native memory is given back after bursts of handshakes or closings.
using Balcony.Server.Hosting;

namespace Balcony.Server.Net;

/// <summary>
/// Trims at most once a second, and only when there was much to do: measured at 0.1 to 5 ms with 5,000 connections, and worth 2 to 3 kB for each of
/// them. When it has been quiet for a while everything that such a burst left behind goes, which is worth as much again. Then it has no timer running.
/// </summary>
internal sealed class BurstTrim : IDisposable
{
    private const int Burst = 50;

    // A whole collection stops the process for about a millisecond per megabyte: with more than this, what is left behind matters less than the pause.
    private const long SmallHeap = 128 * 1024 * 1024;
    private static readonly TimeSpan TrimAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan QuietFor = TimeSpan.FromSeconds(10);

    private readonly ITimer _timer;
    private readonly ITimer _quiet;
    private int _count;

    public BurstTrim(TimeProvider clock)
    {
        _timer = clock.CreateTimer(static trim => ((BurstTrim)trim!).Trim(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _quiet = clock.CreateTimer(static _ => TrimAll(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Count()
    {
        if (Interlocked.Increment(ref _count) == Burst) _timer.Change(TrimAfter, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _quiet.Dispose();
    }

    private void Trim()
    {
        Interlocked.Exchange(ref _count, 0);
        // What a handshake leaves behind holds native memory until it is finalized; the young generations are all there is to look through.
        GC.Collect(1, GCCollectionMode.Forced, blocking: true);
        NativeMemory.Trim();
        _quiet.Change(QuietFor, Timeout.InfiniteTimeSpan);
    }

    private static void TrimAll()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > SmallHeap) return;
        // Aggressive: what is free is given back to the system, too.
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        NativeMemory.Trim();
    }
}
