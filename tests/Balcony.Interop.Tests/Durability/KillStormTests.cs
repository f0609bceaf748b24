// The promise itself: what was acknowledged is in the archive exactly once, in order, and reaches each device exactly once, whatever is killed.
using System.Globalization;
using Balcony.Interop.Tests.Rig;
using Balcony.Testing;
using Balcony.Testing.Delivery;
using Xunit;

namespace Balcony.Interop.Tests.Durability;

public sealed class KillStormTests
{
    // BALCONY_KILLS=50 is the long proof; BALCONY_SEED repeats the choices of an earlier run.
    private static readonly int Kills = Number("BALCONY_KILLS", 8);
    private static readonly int Seed = Number("BALCONY_SEED", Environment.TickCount);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_doubled_on_SQLite()
    {
        await using var server = new BalconyProcess();
        await server.InitializeAsync();
        await RageAsync(server);
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_doubled_on_PostgreSQL()
    {
        await using var postgres = new PostgresCluster();
        await postgres.CreateAsync();
        await using var server = new BalconyProcess { PostgreSql = await postgres.CreateDatabaseAsync() };
        await server.InitializeAsync();
        await RageAsync(server);
    }

    private static async Task RageAsync(BalconyProcess server)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var storm = new KillStorm(server, Offers.All, Seed);
        await storm.GatherAsync(cancel);
        await storm.RageAsync(Kills, cancel);
        var report = await storm.JudgeAsync(cancel);
        TestContext.Current.SendDiagnosticMessage("{0} (seed {1})", storm.Summary(), Seed);
        Assert.True(report is null, $"{storm.Summary()}; seed {Seed}\n{report}\nThe server's log:\n{server.Log}");
        Assert.True(storm.Log.CountOf(Fate.Acknowledged) > 10 * Kills, "hardly anything was sent: " + storm.Summary());
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
