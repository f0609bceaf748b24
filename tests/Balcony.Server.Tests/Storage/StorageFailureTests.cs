// What happens when the database fails, and when it is not ours to use.
using System.Globalization;
using Balcony.Server.Sql;
using Balcony.Server.Storage;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Server.Tests.Storage;

public sealed class StorageFailureTests
{
    private static readonly BareJid Juliet = BareJid.Parse("juliet@capulet.lit");
    private static readonly BareJid Romeo = BareJid.Parse("romeo@montague.lit");

    [Fact]
    public async Task A_commit_that_fails_fails_its_tickets_and_keeps_nothing()
    {
        await using var rig = new SqliteRig();
        var dialect = new FaultyDialect(rig.File);
        await using var storage = SqlStorage.Open(dialect, new StorageOptions(), new TestClock());
        var store = storage.OpenValue("value", TextCodec.Instance);
        await storage.Commit(new UnitOfWork().Set(store, Juliet, "before"));
        dialect.Fault = new SqliteFault(13, "database or disk is full");
        var ticket = storage.Commit(new UnitOfWork().Set(store, Juliet, "after").Append(Pending("lost")));
        await Assert.ThrowsAsync<StorageException>(ticket.AsTask);
        Assert.True(ticket.IsFailed);
        Assert.False(storage.Health.IsHealthy);
        Assert.Equal("before", await store.GetAsync(Juliet, TestContext.Current.CancellationToken));
        Assert.Equal(0, await storage.Ledger.CountAsync(Juliet, LedgerQuery.All, cancel: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Until_the_pause_is_over_commits_fail_at_once_and_then_it_recovers_by_itself()
    {
        await using var rig = new SqliteRig();
        var clock = new TestClock();
        var dialect = new FaultyDialect(rig.File);
        await using var storage = SqlStorage.Open(dialect, new StorageOptions(), clock);
        var store = storage.OpenValue("value", TextCodec.Instance);
        dialect.Fault = new SqliteFault(13, "database or disk is full");
        await Assert.ThrowsAsync<StorageException>(storage.Commit(new UnitOfWork().Set(store, Juliet, "1")).AsTask);
        dialect.Fault = null;
        await Assert.ThrowsAsync<StorageException>(storage.Commit(new UnitOfWork().Set(store, Juliet, "2")).AsTask);
        clock.Advance(TimeSpan.FromSeconds(1));
        await storage.Commit(new UnitOfWork().Set(store, Juliet, "3").Append(Pending("kept")));
        Assert.True(storage.Health.IsHealthy);
        Assert.NotNull(storage.Health.LastError);
        Assert.Equal("3", await store.GetAsync(Juliet, TestContext.Current.CancellationToken));
        Assert.Equal(1, await storage.Ledger.CountOfflineAsync(Juliet, cancel: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_idle_store_finds_out_by_itself_that_it_is_well_again()
    {
        await using var rig = new SqliteRig();
        var clock = new TestClock();
        var dialect = new FaultyDialect(rig.File);
        await using var storage = SqlStorage.Open(dialect, new StorageOptions(), clock);
        dialect.Fault = new SqliteFault(10, "disk I/O error");
        await Assert.ThrowsAsync<StorageException>(storage.Commit(new UnitOfWork().EraseOwner(Juliet)).AsTask);
        var recovered = dialect.NextCommit();
        dialect.Fault = null;
        clock.Advance(TimeSpan.FromSeconds(1));
        await recovered;
        // Opening runs behind the probe on the writer's thread.
        storage.OpenArchive("archive");
        Assert.True(storage.Health.IsHealthy);
    }

    [Fact]
    public async Task One_units_own_fault_is_its_own()
    {
        await using var rig = new SqliteRig();
        var dialect = new FaultyDialect(rig.File) { BadText = "bad" };
        await using var storage = SqlStorage.Open(dialect, new StorageOptions(), new TestClock());
        var store = storage.OpenValue("value", BytesCodec.Instance);
        var map = storage.OpenMap("map", TextCodec.Instance);
        using var stopped = dialect.StopNextCommit();
        var tickets = new List<CommitTicket> { storage.Commit(new UnitOfWork().Set(store, Juliet, [])) };
        stopped.WaitUntilReached();
        for (var i = 0; i < 9; i++) tickets.Add(storage.Commit(new UnitOfWork().Set(map, Juliet, i == 4 ? "bad" : i.ToString(CultureInfo.InvariantCulture), "")));
        stopped.Dispose();
        for (var i = 0; i < tickets.Count; i++)
        {
            if (i == 5) await Assert.ThrowsAsync<StorageException>(tickets[i].AsTask);
            else await tickets[i];
        }
        Assert.True(storage.Health.IsHealthy);
        Assert.Equal(8, await map.CountAsync(Juliet, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_arrives_during_a_commit_shares_the_next_and_what_is_too_much_is_refused()
    {
        await using var rig = new SqliteRig();
        var dialect = new FaultyDialect(rig.File);
        await using var storage = SqlStorage.Open(dialect, new StorageOptions { MaxWaitingUnits = 16 }, new TestClock());
        var store = storage.OpenValue("value", TextCodec.Instance);
        var before = dialect.Commits;
        using var stopped = dialect.StopNextCommit();
        var tickets = new List<CommitTicket> { storage.Commit(new UnitOfWork().Set(store, Juliet, "0")) };
        stopped.WaitUntilReached();
        for (var i = 1; i < 16; i++) tickets.Add(storage.Commit(new UnitOfWork().Set(store, Juliet, i.ToString(CultureInfo.InvariantCulture))));
        var unit = new UnitOfWork().Set(store, Juliet, "too much");
        Assert.IsType<StorageFullException>(storage.Commit(unit).Error);
        Assert.DoesNotContain(tickets, ticket => ticket.IsCompleted);
        stopped.Dispose();
        foreach (var ticket in tickets) await ticket;
        Assert.Equal(2, dialect.Commits - before);
        // What was refused may be tried again.
        await storage.Commit(unit);
        Assert.Equal("too much", await store.GetAsync(Juliet, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_second_server_cannot_open_the_same_file()
    {
        await using var rig = new SqliteRig();
        await using var storage = rig.Open();
        Assert.Throws<StorageException>(() => rig.Open());
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await using var rig = new SqliteRig();
        await rig.Open().DisposeAsync();
        using (var session = new SqliteSession(rig.File)) session.RunScript("INSERT INTO schema_version VALUES (999, 'x', 0)");
        var fault = Assert.Throws<StorageVersionException>(() => rig.Open());
        Assert.Contains("999", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_made_by_other_scripts_is_refused()
    {
        await using var rig = new SqliteRig();
        await rig.Open().DisposeAsync();
        using (var session = new SqliteSession(rig.File)) session.RunScript("UPDATE schema_version SET checksum = 'x'");
        Assert.Throws<StorageVersionException>(() => rig.Open());
    }

    [Fact]
    public async Task A_migration_that_fails_changes_nothing()
    {
        await using var rig = new SqliteRig();
        using var dialect = new SqliteDialect(rig.File);
        using var session = dialect.OpenWriter();
        (int, string)[] scripts = [(1, "CREATE TABLE one (x)"), (2, "CREATE TABLE two (x); CREATE TABLE one (x)")];
        Assert.Throws<SqliteFault>(() => Migrator.Migrate(dialect, session, new TestClock(), scripts));
        session.Rollback();
        Assert.Equal(0, session["SELECT count(*) FROM sqlite_master"].Single());
        Migrator.Migrate(dialect, session, new TestClock(), scripts[..1]);
        Migrator.Migrate(dialect, session, new TestClock(), [scripts[0], (2, "CREATE TABLE two (x)")]);
        Assert.Equal(2, session["SELECT max(version) FROM schema_version"].Single());
    }

    [Fact]
    public async Task Only_the_owner_can_read_the_files()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var rig = new SqliteRig();
        await using var storage = rig.Open();
        await storage.Commit(new UnitOfWork().Append(Pending("secret")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(rig.Folder));
        foreach (var file in Directory.GetFiles(rig.Folder)) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task The_last_owner_takes_the_stanza_out_of_the_journal()
    {
        await using var rig = new SqliteRig();
        await using (var storage = rig.Open())
        {
            var record = Pending("shared", new LedgerOwner(Romeo, Juliet, LedgerDirection.Outbound));
            var other = Pending("hers");
            await storage.Commit(new UnitOfWork().Append(record).Append(other));
            await storage.Commit(new UnitOfWork().RemoveEntry(Juliet, record.Id));
            await storage.EraseOwnerAsync(Juliet, TestContext.Current.CancellationToken);
        }
        using (var session = new SqliteSession(rig.File))
        {
            Assert.Equal(1, session["SELECT count(*) FROM journal"].Single());
            Assert.Equal(1, session["SELECT count(*) FROM ledger_entry"].Single());
        }
        await using (var storage = rig.Open()) await storage.EraseOwnerAsync(Romeo, TestContext.Current.CancellationToken);
        using (var session = new SqliteSession(rig.File))
        {
            Assert.Equal(0, session["SELECT (SELECT count(*) FROM journal) + (SELECT count(*) FROM ledger_entry)"].Single());
        }
    }

    private static LedgerRecord Pending(string text, params LedgerOwner[] more) => new(
        DateTimeOffset.UnixEpoch, System.Text.Encoding.UTF8.GetBytes(text), [new(Juliet, Romeo, LedgerDirection.Inbound, LedgerFlags.UntilDelivered), .. more]);
}
