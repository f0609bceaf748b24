// How long a message waits to be on the disk, at a steady rate.
using System.Diagnostics;
using System.Globalization;
using Balcony.Server.Sql;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Benchmarks.Measures;

/// <summary>A unit for each message, as the server commits them, 200 accounts in random pairs; they come in ticks of a millisecond, as the rate asks.</summary>
internal sealed class CommitMeasure(MeasuredStore store, int seconds, TextWriter output)
{
    private const int Accounts = 200;
    private const int WarmUpSeconds = 3;

    private static readonly int[] Rates = [500, 5_000];

    private readonly BareJid[] _accounts =
        [.. Enumerable.Range(0, Accounts).Select(number => BareJid.Parse(string.Create(CultureInfo.InvariantCulture, $"user{number}@capulet.lit")))];

    private readonly MessageSource _source = new();
    private readonly Random _random = new(1);

    public async Task RunAsync()
    {
        await output.WriteLineAsync("messages/s | words | p50 (ms) | p99 (ms) | slowest (ms) | CPU (us/message)");
        foreach (var hasText in (bool[])[true, false])
        {
            await using var storage = store.Open(new StorageOptions { HasTextIndex = hasText });
            foreach (var rate in Rates)
            {
                await RunAsync(storage, rate, WarmUpSeconds);
                using var process = Process.GetCurrentProcess();
                var cpu = process.TotalProcessorTime;
                var waits = await RunAsync(storage, rate, seconds);
                process.Refresh();
                var perMessage = (process.TotalProcessorTime - cpu).TotalMicroseconds / waits.Length;
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rate,10} | {hasText,5} | {waits[waits.Length / 2],8:F2} | {waits[waits.Length * 99 / 100],8:F2} | {waits[^1],12:F1} | {perMessage:F1}"));
            }
        }
    }

    // Sorted, in milliseconds.
    private async Task<double[]> RunAsync(SqlStorage storage, int rate, int forSeconds)
    {
        var waits = new double[rate * forSeconds];
        using var all = new CountdownEvent(waits.Length);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        var began = Stopwatch.GetTimestamp();
        for (var sent = 0; sent < waits.Length;)
        {
            var due = Math.Min(waits.Length, (int)(Stopwatch.GetElapsedTime(began).TotalSeconds * rate));
            for (; sent < due; sent++)
            {
                var (from, to) = (_random.Next(Accounts), _random.Next(Accounts - 1));
                var record = _source.Message(sent, TimeProvider.System.GetUtcNow(), _accounts[from], _accounts[to == from ? Accounts - 1 : to]);
                var (place, started) = (sent, Stopwatch.GetTimestamp());
                storage.Commit(new UnitOfWork().Append(record)).OnCompleted(
                    (ticket, _) =>
                    {
                        waits[place] = ticket.IsFailed ? double.PositiveInfinity : Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                        all.Signal();
                    },
                    null);
            }
            await tick.WaitForNextTickAsync();
        }
        all.Wait();
        Array.Sort(waits);
        return waits;
    }
}
