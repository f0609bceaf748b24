// A PostgreSQL server that goes away and comes back.
using Balcony.Server.Sql;
using Balcony.Server.Storage;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Server.Tests.Storage;

public sealed class PostgreSqlFailureTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    private static readonly BareJid Juliet = BareJid.Parse("juliet@capulet.lit");

    [Fact]
    public async Task It_recovers_by_itself_and_has_all_that_was_acknowledged()
    {
        var clock = new TestClock();
        await using var storage = SqlStorage.OpenPostgreSql(postgres.CreateDatabase(), clock: clock);
        for (var i = 0; i < 20; i++) await storage.Commit(new UnitOfWork().Append(Record()));
        await postgres.CrashAsync();
        await Assert.ThrowsAsync<StorageException>(storage.Commit(new UnitOfWork().Append(Record())).AsTask);
        Assert.False(storage.Health.IsHealthy);
        await Assert.ThrowsAsync<StorageException>(async () => await storage.Ledger.CountOfflineAsync(Juliet, cancel: TestContext.Current.CancellationToken));
        await postgres.StartAsync();
        clock.Advance(TimeSpan.FromSeconds(10));
        await storage.Commit(new UnitOfWork().Append(Record()));
        Assert.True(storage.Health.IsHealthy);
        Assert.Equal(21, await storage.Ledger.CountOfflineAsync(Juliet, cancel: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_second_server_cannot_write_to_the_same_database()
    {
        var database = postgres.CreateDatabase();
        await using (SqlStorage.OpenPostgreSql(database))
        {
            Assert.Throws<StorageException>(() => SqlStorage.OpenPostgreSql(database));
        }
    }

    [Fact]
    public void A_database_that_is_not_there_is_said_so() =>
        Assert.Throws<StorageException>(() => SqlStorage.OpenPostgreSql("Host=/nonexistent;Username=nobody;Database=none"));

    private static LedgerRecord Record() =>
        new(DateTimeOffset.UnixEpoch, "<message/>"u8.ToArray(), new LedgerOwner(Juliet, Juliet, LedgerDirection.Inbound, LedgerFlags.UntilDelivered));
}
