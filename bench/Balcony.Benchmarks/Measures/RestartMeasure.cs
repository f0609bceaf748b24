// How long a server needs to be there again when many messages wait for clients that are away.
using System.Diagnostics;
using System.Globalization;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Benchmarks.Measures;

/// <summary>A thousand accounts, each with its share of the messages; one of them logs in. After a good stop, and, with SQLite, after a kill.</summary>
internal sealed class RestartMeasure(MeasuredStore store, int messages, TextWriter output)
{
    private const int Accounts = 1_000;

    private static readonly BareJid Romeo = BareJid.Parse("romeo@montague.lit");

    private readonly BareJid[] _accounts =
        [.. Enumerable.Range(0, Accounts).Select(number => BareJid.Parse(string.Create(CultureInfo.InvariantCulture, $"user{number}@capulet.lit")))];

    public async Task RunAsync()
    {
        await output.WriteLineAsync("after | store open (ms) | server there (ms) | first login (ms) | first message (ms) | all of its messages (ms)");
        await using (var storage = store.Open())
        {
            var source = new MessageSource();
            var begin = TimeProvider.System.GetUtcNow().AddDays(-1);
            await using (var server = await MeasuredServer.StartAsync(storage))
            {
                foreach (var account in (BareJid[])[_accounts[0], _accounts[1], _accounts[^1]]) await server.CreateAsync(account);
            }
            await Filling.FillAsync(storage, messages, number => source.Message(number, begin.AddMilliseconds(number), Romeo, _accounts[number % Accounts]));
            // Files are copied one after the other: nothing may be written meanwhile.
            await Filling.WordsAsync(storage, Romeo);
            if (store.OpenAsIfKilled() is { } warmUp)
            {
                // What follows is not about compiling code.
                await using (warmUp) await StartAsync(warmUp, _accounts[1]);
                store.ForgetKilled();
                var started = Stopwatch.GetTimestamp();
                await using var killed = store.OpenAsIfKilled()!;
                await PrintAsync("a kill", killed, started);
            }
        }
        var opening = Stopwatch.GetTimestamp();
        await using var stopped = store.Open();
        await PrintAsync("a stop", stopped, opening);
    }

    private async Task PrintAsync(string after, IStorage storage, long started)
    {
        var opened = Stopwatch.GetElapsedTime(started);
        var (there, login, first, all) = await StartAsync(storage, _accounts[0]);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{after} | {opened.TotalMilliseconds:F0} | {there.TotalMilliseconds:F0} | {login.TotalMilliseconds:F0} | {first.TotalMilliseconds:F0} | {all.TotalMilliseconds:F0}"));
    }

    // Each as time since the one before.
    private async Task<(TimeSpan There, TimeSpan Login, TimeSpan First, TimeSpan All)> StartAsync(IStorage storage, BareJid account)
    {
        var started = Stopwatch.GetTimestamp();
        await using var server = await MeasuredServer.StartAsync(storage);
        var there = Stopwatch.GetElapsedTime(started);
        await using var client = await server.LogInAsync(account);
        var login = Stopwatch.GetElapsedTime(started);
        await client.SendAsync(new Presence(PresenceType.Available, null, null));
        var (first, left) = (TimeSpan.Zero, messages / Accounts);
        await foreach (var stanza in client.ReadAllAsync())
        {
            if (stanza is not Message) continue;
            if (first == TimeSpan.Zero) first = Stopwatch.GetElapsedTime(started);
            if (--left == 0) break;
        }
        return (there, login - there, first - login, Stopwatch.GetElapsedTime(started) - first);
    }
}
