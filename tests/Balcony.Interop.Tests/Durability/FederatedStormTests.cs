// The promise over two servers: what was acknowledged is in the recipient's archive exactly once, in order, whichever of the two is killed.
using Balcony.Testing.Delivery;
using Xunit;

namespace Balcony.Interop.Tests.Durability;

public sealed class FederatedStormTests
{
    private static readonly int Kills = Storm.Kills(otherwise: 4);

    // On one stream both ways (XEP-0288), and on one each way.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_acknowledged_is_lost_or_doubled_between_two_servers_of_ours(bool isBidirectional)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var storm = new FederatedStorm(Storm.Seed, isBidirectional);
        await storm.BeginAsync(cancel);
        await storm.RageAsync(Kills, cancel);
        var report = await storm.JudgeAsync(cancel);
        TestContext.Current.SendDiagnosticMessage("{0} (seed {1})", storm.Summary(), Storm.Seed);
        Assert.True(report is null, $"{storm.Summary()}; seed {Storm.Seed}\n{report}\n{storm.ServerLogs}");
        Assert.True(storm.Log.CountOf(Fate.Acknowledged) > 10 * Kills, "hardly anything was sent: " + storm.Summary());
    }
}
