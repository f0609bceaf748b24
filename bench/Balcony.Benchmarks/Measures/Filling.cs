// Puts many messages into a store, as fast as it takes them.
using System.Diagnostics;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Benchmarks.Measures;

internal static class Filling
{
    private const int InUnit = 500;
    private const int MaxWaitingUnits = 16;

    /// <returns>When everything is committed.</returns>
    public static async Task FillAsync(IStorage storage, int count, Func<int, LedgerRecord> message)
    {
        var waiting = new Queue<CommitTicket>();
        for (var number = 0; number < count;)
        {
            var unit = new UnitOfWork();
            for (var i = 0; i < InUnit && number < count; i++) unit.Append(message(number++));
            waiting.Enqueue(storage.Commit(unit));
            if (waiting.Count > MaxWaitingUnits) await waiting.Dequeue();
        }
        foreach (var ticket in waiting) await ticket;
    }

    /// <summary>Waits until the words of what was filled in are indexed, which happens when the writer has nothing else to do.</summary>
    public static async Task WordsAsync(IStorage storage, BareJid owner)
    {
        // The writer goes on with lots before it takes another unit's turn; a small unit that changes nothing shows when it is idle.
        for (var quiet = 0; quiet < 20;)
        {
            var started = Stopwatch.GetTimestamp();
            await storage.Commit(new UnitOfWork().RemoveEntry(owner, long.MaxValue));
            quiet = Stopwatch.GetElapsedTime(started) < TimeSpan.FromMilliseconds(10) ? quiet + 1 : 0;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }
}
