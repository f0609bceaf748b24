// The promise over two servers: what was acknowledged is in the recipient's archive exactly once, in order, whichever of the two is killed.
using System.Globalization;
using Balcony.Testing.Delivery;
using Xunit;

namespace Balcony.Interop.Tests.Durability;

public sealed class FederatedStormTests
{
    // BALCONY_KILLS=50 is the long proof; BALCONY_SEED repeats the choices of an earlier run.
    private static readonly int Kills = Number("BALCONY_KILLS", 4);
    private static readonly int Seed = Number("BALCONY_SEED", Environment.TickCount);

    // On one stream both ways (XEP-0288), and on one each way.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_acknowledged_is_lost_or_doubled_between_two_servers_of_ours(bool isBidirectional)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var storm = new FederatedStorm(Seed, isBidirectional);
        await storm.BeginAsync(cancel);
        await storm.RageAsync(Kills, cancel);
        var report = await storm.JudgeAsync(cancel);
        TestContext.Current.SendDiagnosticMessage("{0} (seed {1})", storm.Summary(), Seed);
        Assert.True(report is null, $"{storm.Summary()}; seed {Seed}\n{report}\n{storm.ServerLogs}");
        Assert.True(storm.Log.CountOf(Fate.Acknowledged) > 10 * Kills, "hardly anything was sent: " + storm.Summary());
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
