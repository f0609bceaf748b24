// The promise itself: what was acknowledged is in the archive exactly once, in order, and reaches each device exactly once, whatever is killed.
using Balcony.Interop.Tests.Rig;
using Balcony.Testing;
using Balcony.Testing.Delivery;
using Xunit;

namespace Balcony.Interop.Tests.Durability;

public sealed class KillStormTests
{
    private static readonly int Kills = Storm.Kills(otherwise: 8);

    [Fact]
    public Task Nothing_acknowledged_is_lost_or_doubled_on_SQLite() => OnSqliteAsync(hasRooms: false);

    [Fact]
    public Task Nothing_acknowledged_is_lost_or_doubled_on_PostgreSQL() => OnPostgreSqlAsync(hasRooms: false);

    [Fact]
    public Task Nothing_acknowledged_in_rooms_is_lost_or_doubled_on_SQLite() => OnSqliteAsync(hasRooms: true);

    [Fact]
    public Task Nothing_acknowledged_in_rooms_is_lost_or_doubled_on_PostgreSQL() => OnPostgreSqlAsync(hasRooms: true);

    private static async Task OnSqliteAsync(bool hasRooms)
    {
        await using var server = new BalconyProcess();
        await server.InitializeAsync();
        await RageAsync(server, hasRooms);
    }

    private static async Task OnPostgreSqlAsync(bool hasRooms)
    {
        await using var postgres = new PostgresCluster();
        await postgres.CreateAsync();
        await using var server = new BalconyProcess { PostgreSql = await postgres.CreateDatabaseAsync() };
        await server.InitializeAsync();
        await RageAsync(server, hasRooms);
    }

    private static async Task RageAsync(BalconyProcess server, bool hasRooms)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var storm = new KillStorm(server, Offers.All, Storm.Seed, hasRooms);
        await storm.GatherAsync(cancel);
        await storm.RageAsync(Kills, cancel);
        var report = await storm.JudgeAsync(cancel);
        TestContext.Current.SendDiagnosticMessage("{0} (seed {1})", storm.Summary(), Storm.Seed);
        Assert.True(report is null, $"{storm.Summary()}; seed {Storm.Seed}\n{report}\nThe server's log:\n{server.Log}");
        Assert.True(storm.Log.CountOf(Fate.Acknowledged) > 10 * Kills, "hardly anything was sent: " + storm.Summary());
        Assert.True(!hasRooms || storm.SaidInRooms > 2 * Kills, "hardly anything was said in rooms: " + storm.Summary());
    }
}
