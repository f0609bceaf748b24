// Prosody at the other side while our server is killed: nothing that we acknowledged is lost, and nothing of theirs is kept twice.
using Balcony.Interop.Tests.Federation;
using Balcony.Interop.Tests.Rig;
using Balcony.Testing.Delivery;
using Xunit;

namespace Balcony.Interop.Tests.Durability;

public sealed class ProsodyStormTests
{
    private const int Calmly = 40;

    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(60);
    private static readonly int Kills = Storm.Kills(otherwise: 4);

    // What can be promised. Ours to them: at least once, the first time in order; Prosody does not know our numbers (ADR 010), so what it had not acknowledged when our server
    // was killed is sent again. Theirs to us: what their sender was not told to be lost is kept exactly once, for it lives and knows by XEP-0198 what we have; in order as long as
    // a stream stands, for Prosody sends what waited while it connected behind what came later.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_acknowledged_is_lost_between_our_server_and_Prosody(bool isBidirectional)
    {
        var cancel = TestContext.Current.CancellationToken;
        var random = new Random(Environment.TickCount);
        var log = new DeliveryLog(TimeProvider.System);
        var (ourHistory, theirHistory) = (new ServerHistory(log), new ServerHistory(log));
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions { IsBidirectional = isBidirectional });
        var ours = new DeviceOptions { Local = "romeo", Host = BalconyProcess.Domain, Password = "storm", Resource = "r", HasStreamManagement = true };
        // Without XEP-0198: what our server sends again after it was killed, since Prosody had not acknowledged it, may come twice.
        var theirs = new DeviceOptions { Local = "juliet", Host = PeerServer.Domain, Password = "storm", Resource = "r" };
        await using var romeo = new Device(ours, stop => StormServer.ConnectAsync(neighbours.Ours.DirectTlsPort, ours.Host, stop), log, ourHistory, TimeProvider.System);
        await using var juliet = new Device(theirs, stop => StormServer.ConnectAsync(neighbours.Other.ClientTlsPort, theirs.Host, stop), log, theirHistory, TimeProvider.System);
        await romeo.RegisterAsync(cancel);
        await juliet.RegisterAsync(cancel);
        var isOver = false;
        // She never leaves: Prosody keeps no archive here.
        var lives = new[]
        {
            new Owner(romeo, new Habits(int.MaxValue, 0, 0), [theirs.Account], new Random(random.Next())),
            new Owner(juliet, new Habits(int.MaxValue, 0, 0), [ours.Account], new Random(random.Next())),
        }.Select(owner => Task.Run(() => owner.LiveAsync(() => Volatile.Read(ref isOver), cancel), cancel)).ToList();
        for (int kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(300, 2_000)), cancel);
            ourHistory.KillBegins();
            await neighbours.Ours.KillAsync();
            ourHistory.KillDone();
            await neighbours.Ours.StartAsync();
            ourHistory.Note("is back");
        }
        Volatile.Write(ref isOver, true);
        await Task.WhenAll(lives);

        await ArriveAsync(log, romeo, juliet, cancel);
        // Now that both know each other.
        int before = log.Messages.Where(message => message.Sender == theirs.Account).Max(message => message.Number);
        for (int i = 0; i < Calmly; i++) await juliet.SendAsync(ours.Account, cancel);
        await ArriveAsync(log, romeo, juliet, cancel);

        // What Prosody had sent and not seen acknowledged it gives back, whether it had arrived or not.
        var verdict = new DeliveryVerdict(log, isRefusalFinal: false);
        var archive = await romeo.ReadArchiveAsync(50, cancel);
        verdict.CheckArchive(romeo.Options.Account, [.. InOrder(archive, log)]);
        verdict.CheckDevice(new DeviceClaim(juliet.Options.ToString(), juliet.Options.Account, IsInOrder: true), archive: null);
        var report = verdict.Report();
        Assert.True(report is null, $"{Kills} kills, {log.Count} messages, {log.CountOf(Fate.Acknowledged)} acknowledged, {log.CountOf(Fate.Refused)} refused\n{report}\n{await neighbours.TellAsync()}");
        var calmly = log.Messages.Where(message => message.Sender == theirs.Account && message.Number > before).OrderBy(message => message.Number).Select(message => message.Id).ToList();
        Assert.Equal(Calmly, calmly.Count);
        Assert.Equal(calmly, archive.Select(entry => entry.MessageId).Where(calmly.Contains));
        Assert.True(log.CountOf(Fate.Acknowledged) > 10 * Kills, $"hardly anything was sent: {log.Count}");
    }

    // As if Prosody kept the order: everything else is judged as between servers of ours.
    private static IEnumerable<ArchivedMessage> InOrder(IReadOnlyList<ArchivedMessage> archive, DeliveryLog log)
    {
        var numbers = log.Messages.ToDictionary(message => message.Id, message => message.Number, StringComparer.Ordinal);
        return archive.OrderBy(entry => numbers.GetValueOrDefault(entry.MessageId));
    }

    private static async Task ArriveAsync(DeliveryLog log, Device romeo, Device juliet, CancellationToken cancel)
    {
        long began = TimeProvider.System.GetTimestamp();
        do
        {
            await juliet.SettleAsync(Calm, cancel);
            await romeo.SettleAsync(Calm, cancel);
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
        }
        while (IsMissing(log, romeo, juliet) && TimeProvider.System.GetElapsedTime(began) < Calm);
    }

    private static bool IsMissing(DeliveryLog log, params Device[] devices) =>
        devices.Any(device => log.CountMissing(device.Options.ToString(), device.Options.Account) > 0);
}
