// Prosody at the other side while our server is killed: nothing that we acknowledged is lost, and nothing of theirs is kept twice.
using System.Globalization;
using System.Net;
using Balcony.Interop.Tests.Federation;
using Balcony.Interop.Tests.Rig;
using Balcony.Testing.Delivery;
using Balcony.Testing.Scenarios;
using Xunit;

namespace Balcony.Interop.Tests.Durability;

public sealed class ProsodyStormTests
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(60);
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("BALCONY_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out int kills) ? kills : 4;

    // It has passed too seldom to be relied upon. Run it with -explicit only.
    [Fact(Explicit = true)]
    public async Task Nothing_acknowledged_is_lost_between_our_server_and_Prosody()
    {
        var cancel = TestContext.Current.CancellationToken;
        var random = new Random(Environment.TickCount);
        var log = new DeliveryLog(TimeProvider.System);
        var (ourHistory, theirHistory) = (new ServerHistory(log), new ServerHistory(log));
        await using var neighbours = await Neighbours.StartAsync(new NeighbourOptions { IsBidirectional = false });
        var ours = new DeviceOptions { Local = "romeo", Host = BalconyProcess.Domain, Password = "storm", Resource = "r", HasStreamManagement = true };
        // Without XEP-0198: what our server sends again after it was killed, since Prosody had not acknowledged it, may come twice.
        var theirs = new DeviceOptions { Local = "juliet", Host = PeerServer.Domain, Password = "storm", Resource = "r" };
        await using var romeo = new Device(ours, stop => ConnectAsync(neighbours.Ours.DirectTlsPort, ours.Host, stop), log, ourHistory, TimeProvider.System);
        await using var juliet = new Device(theirs, stop => ConnectAsync(neighbours.Other.ClientTlsPort, theirs.Host, stop), log, theirHistory, TimeProvider.System);
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

        await romeo.SettleAsync(Calm, cancel);
        long began = TimeProvider.System.GetTimestamp();
        while ((log.CountMissing(juliet.Options.ToString(), juliet.Options.Account) > 0 || log.CountMissing(romeo.Options.ToString(), romeo.Options.Account) > 0)
            && TimeProvider.System.GetElapsedTime(began) < Calm)
        {
            await juliet.SettleAsync(Calm, cancel);
            await romeo.SettleAsync(Calm, cancel);
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
        }
        // What Prosody had sent and not seen acknowledged it gives back, whether it had arrived or not.
        var verdict = new DeliveryVerdict(log, isRefusalFinal: false);
        // Prosody sends what waited while it connected behind what came later: the order of theirs is not ours to keep.
        var archive = (await romeo.ReadArchiveAsync(50, cancel)).OrderBy(entry => entry.MessageId, StringComparer.Ordinal).ToList();
        verdict.CheckArchive(romeo.Options.Account, archive);
        verdict.CheckDevice(new DeviceClaim(juliet.Options.ToString(), juliet.Options.Account, IsInOrder: true), archive: null);
        var report = verdict.Report();
        Assert.True(report is null, $"{Kills} kills, {log.Count} messages, {log.CountOf(Fate.Acknowledged)} acknowledged, {log.CountOf(Fate.Refused)} refused\n{report}\n{await neighbours.TellAsync()}");
        Assert.True(log.CountOf(Fate.Acknowledged) > 10 * Kills, $"hardly anything was sent: {log.Count}");
    }

    private static async ValueTask<Wire> ConnectAsync(int port, string host, CancellationToken cancel)
    {
        var wire = await SocketWire.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), null, cancel);
        await wire.StartTlsAsync(host, cancel);
        return wire;
    }
}
