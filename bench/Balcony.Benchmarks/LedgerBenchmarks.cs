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

    // Words like those of a language: a few often, most seldom.
    private readonly byte[][] _stanzas = [.. Enumerable.Range(0, 1_000).Select(MakeStanza)];
    private readonly Random _random = new(1);
    private string _folder = "";
    private SqlStorage? _storage;
    private bool _hasTextIndex;
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
        _storage = SqlStorage.OpenSqlite(Path.Combine(_folder, "balcony.db"), new StorageOptions { Committed = _ => _commits++, HasTextIndex = _hasTextIndex });
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
        await output.WriteLineAsync("messages in flight | in one unit | words | commits | CPU (us/message) | wall (us/message) | bytes/message | allocated (bytes/message) | CPU (us/row) of pages of 50: all, of a contact, with a word");
        foreach (var (isOneUnit, hasText) in ((bool, bool)[])[(true, false), (false, false), (false, true)])
        {
            foreach (var inFlight in (int[])[1, 16, 100])
                await PrintCpuAsync(new LedgerBenchmarks { MessagesInFlight = inFlight, IsOneUnit = isOneUnit, _hasTextIndex = hasText }, output);
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
        var pages = await PagesAsync(benchmark);
        await benchmark._storage!.DisposeAsync();
        benchmark._storage = null;
        // All rounds, the first two included: an empty database is a few pages.
        var bytes = new FileInfo(Path.Combine(benchmark._folder, "balcony.db")).Length / ((Rounds + 2.0) * MessagesAtATime);
        await benchmark.CloseAsync();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{benchmark.MessagesInFlight,18} | {benchmark.IsOneUnit,11} | {benchmark._hasTextIndex,5} | {commits,7} | {cpu.TotalMicroseconds / Messages,16:F1} | {wall.TotalMicroseconds / Messages,17:F1} | {bytes,13:F0} | {allocated / Messages,10:F0} | {pages}"));
    }

    // CPU of the process per entry that is read, through all of each archive.
    private static async Task<string> PagesAsync(LedgerBenchmarks benchmark)
    {
        var contact = new LedgerQuery { Contact = benchmark._accounts[0] };
        var text = new LedgerQuery { Text = TextQuery.Parse("word9") };
        var costs = new List<string>();
        using var process = Process.GetCurrentProcess();
        foreach (var query in (LedgerQuery[])[LedgerQuery.All, LedgerQuery.All, contact, text])
        {
            process.Refresh();
            var (cpu, rows) = (process.TotalProcessorTime, 0);
            foreach (var account in benchmark._accounts)
            {
                for (var page = await benchmark._storage!.Ledger.ArchiveAsync(account, query, []); ;)
                {
                    rows += page.Entries.Count;
                    if (page.IsComplete) break;
                    page = await benchmark._storage.Ledger.ArchiveAsync(account, query with { After = page.Entries[^1].Id }, [page.Entries[^1].Id]);
                }
            }
            process.Refresh();
            costs.Add(string.Create(CultureInfo.InvariantCulture, $"{(process.TotalProcessorTime - cpu).TotalMicroseconds / rows:F2}"));
        }
        // The first round warms up.
        return string.Join(", ", costs.Skip(1));
    }

    private static byte[] MakeStanza(int number)
    {
        var random = new Random(number);
        var body = new StringBuilder();
        while (body.Length < 100) body.Append(CultureInfo.InvariantCulture, $"word{(int)(2_000 * Math.Pow(random.NextDouble(), 3))} ");
        var text = $"<message from='user100@capulet.lit/orchard.{number:x4}' to='user101@capulet.lit' type='chat' id='{number:x16}'><body>{body}</body>"
            + "<active xmlns='http://jabber.org/protocol/chatstates'/><request xmlns='urn:xmpp:receipts'/></message>";
        return Encoding.UTF8.GetBytes(text.PadRight(330));
    }

    private LedgerRecord Message()
    {
        var stanza = _stanzas[_random.Next(_stanzas.Length)];
        var (from, to) = (_accounts[_random.Next(200)], _accounts[_random.Next(200)]);
        return ReferenceEquals(from, to)
            ? new(DateTimeOffset.UnixEpoch, stanza, new LedgerOwner(to, from, LedgerDirection.Inbound))
            : new(DateTimeOffset.UnixEpoch, stanza, new LedgerOwner(to, from, LedgerDirection.Inbound), new LedgerOwner(from, to, LedgerDirection.Outbound));
    }
}
