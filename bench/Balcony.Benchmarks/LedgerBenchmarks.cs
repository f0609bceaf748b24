// Appending to the ledger on SQLite: what a message that two accounts keep costs, by messages per commit (bench floor: "The floor of the ledger").
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Balcony.Server.Sql;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace Balcony.Benchmarks;

/// <summary>330-byte stanzas, 200 accounts in random pairs, synchronous=FULL on the disk of the temporary folder.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Throughput, launchCount: 1, warmupCount: 3, iterationCount: 5)]
public class LedgerBenchmarks
{
    private const int MessagesAtATime = 8_000;

    private readonly BareJid[] _accounts =
        [.. Enumerable.Range(0, 200).Select(number => BareJid.Parse(string.Create(CultureInfo.InvariantCulture, $"user{number}@capulet.lit")))];

    private readonly byte[] _stanza = Encoding.UTF8.GetBytes(new string('x', 330));
    private readonly Random _random = new(1);
    private string _folder = "";
    private SqlStorage? _storage;
    private int _commits;

    [Params(1, 16, 100)]
    public int MessagesInFlight { get; set; }

    /// <summary>All of them in one unit of work, hence in one commit; else a unit each, as the server does, and the writer groups them.</summary>
    [Params(false, true)]
    public bool IsOneUnit { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _folder = Path.Combine(Path.GetTempPath(), "balcony-bench-" + Guid.NewGuid().ToString("N"));
        _storage = SqlStorage.OpenSqlite(Path.Combine(_folder, "balcony.db"), new StorageOptions { Committed = _ => _commits++ });
    }

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        if (_storage is not null) await _storage.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = MessagesAtATime)]
    public async Task AppendAsync()
    {
        for (var i = 0; i < MessagesAtATime; i += MessagesInFlight)
        {
            var last = CommitTicket.Completed;
            var unit = new UnitOfWork();
            for (var j = 0; j < MessagesInFlight; j++)
            {
                unit.Append(Message());
                if (IsOneUnit && j < MessagesInFlight - 1) continue;
                last = _storage!.Commit(unit);
                unit = new UnitOfWork();
            }
            await last;
        }
    }

    /// <summary>CPU of the process and bytes on the disk per message, as the floor's table gives them.</summary>
    public static async Task PrintCpuAsync(TextWriter output)
    {
        await output.WriteLineAsync("messages in flight | in one unit | commits | CPU (us/message) | wall (us/message) | bytes/message | allocated (bytes/message)");
        foreach (var isOneUnit in (bool[])[true, false])
        {
            foreach (var inFlight in (int[])[1, 16, 100]) await PrintCpuAsync(new LedgerBenchmarks { MessagesInFlight = inFlight, IsOneUnit = isOneUnit }, output);
        }
    }

    private static async Task PrintCpuAsync(LedgerBenchmarks benchmark, TextWriter output)
    {
        const int Rounds = 5;
        const double Messages = Rounds * MessagesAtATime;
        benchmark.Open();
        await benchmark.AppendAsync();
        await benchmark.AppendAsync();
        using var process = Process.GetCurrentProcess();
        var (cpu, started, allocated, commits) = (process.TotalProcessorTime, Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes(), benchmark._commits);
        for (var i = 0; i < Rounds; i++) await benchmark.AppendAsync();
        process.Refresh();
        cpu = process.TotalProcessorTime - cpu;
        var wall = Stopwatch.GetElapsedTime(started);
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        commits = benchmark._commits - commits;
        await benchmark._storage!.DisposeAsync();
        benchmark._storage = null;
        // All rounds, the first two included: an empty database is a few pages.
        var bytes = new FileInfo(Path.Combine(benchmark._folder, "balcony.db")).Length / ((Rounds + 2.0) * MessagesAtATime);
        await benchmark.CloseAsync();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{benchmark.MessagesInFlight,18} | {benchmark.IsOneUnit,11} | {commits,7} | {cpu.TotalMicroseconds / Messages,16:F1} | {wall.TotalMicroseconds / Messages,17:F1} | {bytes,13:F0} | {allocated / Messages,10:F0}"));
    }

    private LedgerRecord Message()
    {
        var (from, to) = (_accounts[_random.Next(200)], _accounts[_random.Next(200)]);
        return ReferenceEquals(from, to)
            ? new(DateTimeOffset.UnixEpoch, _stanza, new LedgerOwner(to, from, LedgerDirection.Inbound))
            : new(DateTimeOffset.UnixEpoch, _stanza, new LedgerOwner(to, from, LedgerDirection.Inbound), new LedgerOwner(from, to, LedgerDirection.Outbound));
    }
}
