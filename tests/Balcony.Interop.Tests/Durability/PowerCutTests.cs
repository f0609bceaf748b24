// The power fails right after an acknowledgement has left: what it acknowledged is on the disk, although everything that was not synced is gone.
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Balcony.Interop.Tests.Rig;
using Balcony.Server.Sql;
using Balcony.Server.Storage;
using Balcony.Testing.Delivery;
using Balcony.Testing.Scenarios;
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Interop.Tests.Durability;

/// <summary>
/// Every system call of the server is recorded, and the writes up to each acknowledgement replayed as a disk that forgets would have them: once
/// without anything unsynced, once with a part of it, as disks write in an order of their own.
/// </summary>
public sealed partial class PowerCutTests
{
    private const int Messages = 150;
    private const int MostCuts = 80;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_acknowledgement_never_runs_ahead_of_the_disk(bool isManaged)
    {
        var cancel = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("balcony-power-").FullName;
        try
        {
            var trace = Path.Combine(folder, "trace");
            string data;
            await using (var server = new BalconyProcess
            {
                Wrapper =
                [
                    "/usr/bin/strace", "-f", "-y", "-xx", "-s", "262144", "-o", trace,
                    "-e", "trace=pwrite64,pwritev,ftruncate,fdatasync,fsync,send,sendto,sendmsg,recv,recvfrom,recvmsg,read",
                ],
            })
            {
                await server.InitializeAsync();
                data = Path.Combine(server.Folder, "data");
                await TalkAsync(server, isManaged, cancel);
            }
            var calls = SystemCall.ReadTrace(trace);
            var promises = isManaged ? PromisesOfCounts(calls) : PromisesOfAnswers(calls);
            Assert.True(promises.Count >= 15, $"only {promises.Count} acknowledgements were seen in {calls.Count} calls");
            await CutAsync(calls, promises, data, Directory.CreateDirectory(Path.Combine(folder, "disk")).FullName);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Bursts of all sizes, so that commits are of all sizes.
    private static async Task TalkAsync(BalconyProcess server, bool isManaged, CancellationToken cancel)
    {
        var log = new DeliveryLog(TimeProvider.System);
        var history = new ServerHistory(log);
        await using var away = Make("away");
        await away.RegisterAsync(cancel);
        await using var sender = Make("sender");
        await sender.RegisterAsync(cancel);
        await sender.ConnectAsync(cancel);
        var random = new Random(1);
        while (log.Count < Messages)
        {
            for (var burst = random.Next(1, 9); burst > 0; burst--)
                await sender.SendAsync(away.Options.Account, cancel);
            if (random.Next(2) == 0)
                await sender.FlushAsync(cancel);
        }
        await sender.FlushAsync(cancel);
        await sender.LeaveAsync(cancel);

        Device Make(string local) => new(
            new DeviceOptions { Local = local, Host = BalconyProcess.Domain, Password = "traced", Resource = "r", IsPlaintext = true, HasStreamManagement = isManaged },
            async within => await SocketWire.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.PlainPort), null, within), log, history, TimeProvider.System);
    }

    /// <summary>What was promised when a call began.</summary>
    private sealed record Promise(SystemCall Sent, IReadOnlyCollection<string> Messages, string Text);

    // On a stream without XEP-0198: the answer to the ping behind a message.
    private static List<Promise> PromisesOfAnswers(IReadOnlyList<SystemCall> calls)
    {
        var promised = new HashSet<string>(StringComparer.Ordinal);
        var promises = new List<Promise>();
        foreach (var call in calls.Where(call => call.IsSend && call.IsSocket))
        {
            var answers = Answer().Matches(Encoding.UTF8.GetString(call.Data));
            foreach (Match answer in answers)
                promised.Add(answer.Groups["id"].Value);
            if (answers.Count > 0)
                promises.Add(new Promise(call, [.. promised], answers[^1].Value));
        }
        return promises;
    }

    // With it: the first h stanzas of what the server had received on that connection behind <enable/>.
    private static List<Promise> PromisesOfCounts(IReadOnlyList<SystemCall> calls)
    {
        var received = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        var promises = new List<Promise>();
        foreach (var call in calls.Where(call => call.IsSocket))
        {
            if (call.IsReceive)
            {
                if (!received.TryGetValue(call.Path, out var text))
                    received.Add(call.Path, text = new StringBuilder());
                text.Append(Encoding.UTF8.GetString(call.Data));
                continue;
            }
            if (!call.IsSend || Acknowledgement().Matches(Encoding.UTF8.GetString(call.Data)) is not { Count: > 0 } acknowledgements)
                continue;
            var behind = received.GetValueOrDefault(call.Path)?.ToString() ?? "";
            behind = behind[Math.Max(0, behind.IndexOf("<enable", StringComparison.Ordinal))..];
            var handled = acknowledgements.Max(match => int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture));
            var stanzas = Stanza().Matches(behind);
            Assert.True(stanzas.Count >= handled, $"{acknowledgements[^1].Value} with {stanzas.Count} stanzas received");
            promises.Add(new Promise(call, [.. stanzas.Take(handled).Where(stanza => stanza.Groups["id"].Success).Select(stanza => stanza.Groups["id"].Value)], acknowledgements[^1].Value));
        }
        return promises;
    }

    private static async Task CutAsync(IReadOnlyList<SystemCall> calls, List<Promise> promises, string data, string disk)
    {
        var replay = new FileReplay(data + "/");
        var random = new Random(2);
        var problems = new StringBuilder();
        // All of them when they are few, else evenly chosen ones.
        var every = Math.Max(1, promises.Count / MostCuts);
        var chosen = promises.Where((_, number) => number % every == 0 || number == promises.Count - 1).ToDictionary(promise => promise.Sent);
        foreach (var call in calls)
        {
            if (!call.IsSocket)
                replay.Apply(call);
            else if (chosen.TryGetValue(call, out var promise))
            {
                await MissingAsync(promise, "with nothing but what was synced", static () => false);
                await MissingAsync(promise, "with a part of what was not synced", () => random.Next(2) == 0);
            }
        }
        Assert.Contains(replay.Paths, path => path.EndsWith("-wal", StringComparison.Ordinal));
        Assert.True(problems.Length == 0, problems.ToString());

        async Task MissingAsync(Promise promise, string how, Func<bool> survives)
        {
            foreach (var file in Directory.GetFiles(disk))
                File.Delete(file);
            replay.WriteTo(disk, survives);
            var database = Directory.GetFiles(disk, "*.db").SingleOrDefault();
            var there = database is null ? [] : await ReadAsync(database);
            var missing = promise.Messages.Except(there).ToList();
            if (missing.Count > 0)
                problems.AppendLine(CultureInfo.InvariantCulture, $"{promise.Text} left at line {promise.Sent.Began}; {how}, the disk has not: {string.Join(' ', missing)}");
        }
    }

    private static async Task<HashSet<string>> ReadAsync(string database)
    {
        await using var storage = SqlStorage.OpenSqlite(database);
        var entries = await storage.Ledger.PageAsync(BareJid.Parse($"away@{BalconyProcess.Domain}"), new LedgerQuery { Limit = 2 * Messages });
        return [.. entries.Select(entry => MessageId().Match(Encoding.UTF8.GetString(entry.Stanza.Span)).Groups["id"].Value)];
    }

    [GeneratedRegex("id=['\"]after-(?<id>[^'\"]+)['\"]")]
    private static partial Regex Answer();

    [GeneratedRegex("<a [^>]*h=['\"](?<h>[0-9]+)['\"]")]
    private static partial Regex Acknowledgement();

    [GeneratedRegex("<(presence|iq|message)[ />]([^>]*type='chat' id='(?<id>[^']+)')?")]
    private static partial Regex Stanza();

    [GeneratedRegex("id=['\"](?<id>sender-[0-9]+)['\"]")]
    private static partial Regex MessageId();
}
