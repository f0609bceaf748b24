// How long pages of a large archive take, and how much of the disk it needs.
using System.Diagnostics;
using System.Globalization;
using Balcony.Client;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;

namespace Balcony.Benchmarks.Measures;

/// <summary>
/// One account with all messages, a second apart, with a thousand contacts who keep their part: the largest archive there can be. Pages of 50 by MAM, each kind
/// several times at different places; the slowest is mostly the first, which finds nothing in memory.
/// </summary>
internal sealed class ArchiveMeasure(MeasuredStore store, int messages, TextWriter output)
{
    private const int Contacts = 1_000;
    private const int Rounds = 15;
    private const int PageSize = 50;

    private static readonly BareJid Juliet = BareJid.Parse("juliet@capulet.lit");

    private readonly BareJid[] _contacts =
        [.. Enumerable.Range(0, Contacts).Select(number => BareJid.Parse(string.Create(CultureInfo.InvariantCulture, $"user{number}@montague.lit")))];

    private readonly DateTimeOffset _begin = TimeProvider.System.GetUtcNow().AddSeconds(-messages);
    private readonly Random _random = new(1);
    private readonly long[] _ids = new long[Rounds];

    public async Task RunAsync()
    {
        await using (var storage = store.Open())
        {
            var started = Stopwatch.GetTimestamp();
            await FillAsync(storage);
            await output.WriteLineAsync($"filled in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
            await using var server = await MeasuredServer.StartAsync(storage);
            await server.CreateAsync(Juliet);
            started = Stopwatch.GetTimestamp();
            await Filling.WordsAsync(storage, Juliet);
            await output.WriteLineAsync($"words of the last lot after {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        }
        var sizes = await store.SizesAsync();
        await output.WriteLineAsync($"bytes a message: {sizes.Sum(size => size.Bytes) / (double)messages:F0}");
        foreach (var (table, bytes) in sizes.Where(size => size.Bytes > messages))
            await output.WriteLineAsync($"    {table,-28} {bytes / (double)messages,6:F1}");
        await using var again = store.Open();
        await PagesAsync(again);
    }

    private async Task FillAsync(IStorage storage)
    {
        var source = new MessageSource();
        var random = new Random(2);
        var samples = new LedgerRecord[Rounds];
        await Filling.FillAsync(storage, messages, number =>
        {
            var contact = _contacts[random.Next(Contacts)];
            var isOut = random.Next(2) == 0;
            var record = source.Message(number, _begin.AddSeconds(number), isOut ? Juliet : contact, isOut ? contact : Juliet, LedgerFlags.ArchiveOnly);
            // Somewhere in the middle.
            var sample = (number - (messages / 4)) / (messages / 2 / Rounds);
            if (sample is >= 0 and < Rounds && (number - (messages / 4)) % (messages / 2 / Rounds) == 0) samples[sample] = record;
            return record;
        });
        for (var i = 0; i < Rounds; i++) _ids[i] = samples[i].Id;
    }

    private async Task PagesAsync(IStorage storage)
    {
        using var ids = new StanzaIds(storage);
        await using var server = await MeasuredServer.StartAsync(storage);
        await using var client = await server.LogInAsync(Juliet);
        var draining = DrainAsync(client);
        await output.WriteLineAsync($"{"page of 50",-44} | median (ms) | slowest (ms) | messages");
        await PageAsync(client, "first", _ => (null, new PageRequest(PageSize)));
        await PageAsync(client, "last", _ => (null, new PageRequest(PageSize, Before: "")));
        await PageAsync(client, "middle, after a message", round => (null, new PageRequest(PageSize, After: ids.Of(Juliet, _ids[round]))));
        await PageAsync(client, "middle, before a message", round => (null, new PageRequest(PageSize, Before: ids.Of(Juliet, _ids[round]))));
        await PageAsync(client, "middle, by date", round => (new() { Start = Date(round) }, new PageRequest(PageSize)));
        await PageAsync(client, "of a contact, first", round => (new() { With = _contacts[round] }, new PageRequest(PageSize)));
        await PageAsync(client, "of a contact, last", round => (new() { With = _contacts[round] }, new PageRequest(PageSize, Before: "")));
        await PageAsync(
            client, "of a contact, middle", round => (new() { With = _contacts[round] }, new PageRequest(PageSize, After: ids.Of(Juliet, _ids[round]))));
        await PageAsync(client, "of a contact, by date", round => (new() { With = _contacts[round], Start = Date(round) }, new PageRequest(PageSize)));
        await PageAsync(client, "of a contact's device", round => (new() { With = _contacts[round].WithResource("orchard") }, new PageRequest(PageSize, Before: "")));
        await PageAsync(client, "of a stranger", round => (new() { With = BareJid.Parse($"stranger{round}@montague.lit") }, new PageRequest(PageSize)));
        await PageAsync(client, "with a common word, last", round => (new() { Text = $"word{round}" }, new PageRequest(PageSize, Before: "")));
        await PageAsync(client, "with a rare word, last", _ => (new() { Text = MessageSource.RareWord }, new PageRequest(PageSize, Before: "")));
        await PageAsync(client, "with two common words, last", round => (new() { Text = $"word{round} word{round + 20}" }, new PageRequest(PageSize, Before: "")));
        await PageAsync(client, "with words that never meet", round => (new() { Text = $"{MessageSource.RareWord} word{round + 1_000}" }, new PageRequest(PageSize, Before: "")));
        await PageAsync(client, "with a word that nobody wrote", round => (new() { Text = $"absent{round}" }, new PageRequest(PageSize, Before: "")));
        await PageAsync(
            client, "with a common word, of a contact, last",
            round => (new() { Text = $"word{round}", With = _contacts[round] }, new PageRequest(PageSize, Before: "")));
        await PageAsync(client, "with a common word, middle", round => (new() { Text = $"word{round}", Start = Date(round) }, new PageRequest(PageSize)));
        await PageAsync(client, "count of all (up to a million)", _ => (null, new PageRequest(0)));
        await client.DisposeAsync();
        await draining;
    }

    private DateTimeOffset Date(int round) => _begin.AddSeconds((messages / 4.0) + (messages / 2.0 * round / Rounds));

    private async Task PageAsync(XmppClient client, string name, Func<int, (MamFilter? Filter, PageRequest Page)> query)
    {
        var times = new List<double>();
        var before = Volatile.Read(ref _results);
        for (var round = 0; round < Rounds; round++)
        {
            var (filter, page) = query(round);
            var started = Stopwatch.GetTimestamp();
            await client.AskAsync((IIqSet<MamFin>)new MamQuery("q", filter?.ToForm(), page));
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        times.Sort();
        // All results of a page come before its answer, but are counted on another thread.
        await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        var results = (Volatile.Read(ref _results) - before) / (double)Rounds;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name,-44} | {times[Rounds / 2],11:F1} | {times[^1],12:F1} | {results:F0}"));
    }

    private long _results;

    private async Task DrainAsync(XmppClient client)
    {
        await foreach (var _ in client.ReadAllAsync()) Interlocked.Increment(ref _results);
    }
}
