// Backups: whatever was in a database is in its copy, on either kind of database.
using System.Text;
using Balcony.Server.Sql;
using Balcony.Server.Sql.Backup;
using Balcony.Server.Storage;
using Balcony.Testing.StorageConformance;
using Balcony.Xmpp.Addressing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Balcony.Server.Tests.Storage.Backup;

public sealed class BackupTests(PostgresServer postgres) : IClassFixture<PostgresServer>, IDisposable
{
    private static readonly BareJid Juliet = BareJid.Parse("juliet@capulet.lit");
    private static readonly BareJid Romeo = BareJid.Parse("romeo@montague.lit");

    private readonly string _folder = Directory.CreateTempSubdirectory("balcony-backup-").FullName;
    private int _files;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Any_state_of_SQLite_comes_back_in_SQLite() => Check(() => new Place(NewSqlite()), () => new Place(NewSqlite()), 12);

    [Fact]
    public void Any_state_of_SQLite_comes_back_in_PostgreSQL() => Check(() => new Place(NewSqlite()), NewPostgreSql, 5);

    [Fact]
    public void Any_state_of_PostgreSQL_comes_back_in_SQLite() => Check(NewPostgreSql, () => new Place(NewSqlite()), 5);

    [Fact]
    public async Task All_tables_of_SQLite_are_known()
    {
        var place = new Place(NewSqlite());
        await place.Open().DisposeAsync();
        using var dialect = new SqliteDialect(place.Path!);
        CheckTables(dialect);
    }

    [Fact]
    public async Task All_tables_of_PostgreSQL_are_known()
    {
        var place = NewPostgreSql();
        await place.Open().DisposeAsync();
        using var dialect = new PostgreSqlDialect(place.Connection!);
        CheckTables(dialect);
    }

    [Fact]
    public async Task A_running_store_is_copied_as_it_was_at_one_moment()
    {
        var source = new Place(NewSqlite());
        await using var storage = source.Open();
        var map = storage.OpenMap("map", NumberCodec.Instance);
        using var stop = new CancellationTokenSource();
        // Both values change in one unit, again and again: a copy that has two different ones saw half of a unit.
        var writing = Task.Run(async () =>
        {
            for (var number = 1L; !stop.IsCancellationRequested; number++)
                await storage.Commit(new UnitOfWork().Set(map, Juliet, "a", number).Set(map, Romeo, "b", number).Append(Record(number)));
        }, Cancel);
        var file = NewFile();
        for (var wait = 0; storage.Waiting == 0 && wait < 1_000; wait++) await Task.Yield();
        await ((IBackupSource)storage).BackupAsync(file, cancel: Cancel);
        await stop.CancelAsync();
        await writing;
        var target = new Place(NewSqlite());
        await target.Copies.RestoreAsync(file, replaces: false, null, Cancel);
        await using var copy = target.Open();
        var restored = copy.OpenMap("map", NumberCodec.Instance);
        var number = await restored.GetAsync(Juliet, "a", Cancel);
        Assert.Equal(number, await restored.GetAsync(Romeo, "b", Cancel));
        Assert.Equal(number, await copy.Ledger.CountAsync(Juliet, LedgerQuery.All, cancel: Cancel));
    }

    [Fact]
    public async Task Identifiers_go_on_behind_those_of_the_copy()
    {
        var source = new Place(NewSqlite());
        long last;
        await using (var storage = source.Open())
        {
            var record = Record(1);
            await storage.Commit(new UnitOfWork().Append(record));
            last = record.Id;
        }
        var target = await CopyAsync(source, new Place(NewSqlite()));
        await using var copy = target.Open();
        var next = Record(0);
        await copy.Commit(new UnitOfWork().Append(next));
        Assert.True(next.Id > last, "a new identifier");
        Assert.Equal(last, (await copy.Ledger.PageAsync(Juliet, LedgerQuery.All, Cancel))[0].Id);
    }

    [Fact]
    public async Task What_was_imported_stays_in_front()
    {
        var source = new Place(NewSqlite());
        await using (var storage = source.Open())
        {
            await storage.Commit(new UnitOfWork().Append(Record(5)).Import(Record(1, "wherefore art thou"), storage.ReserveImported(1)).Import(Record(2), storage.ReserveImported(1)));
        }
        var target = await CopyAsync(source, NewPostgreSql());
        var again = await CopyAsync(target, new Place(NewSqlite()));
        foreach (var place in new[] { target, again })
        {
            await using var copy = place.Open();
            var all = await copy.Ledger.PageAsync(Juliet, LedgerQuery.All, Cancel);
            Assert.Equal([1, 2, 5], all.Select(entry => (entry.Time - DateTimeOffset.UnixEpoch).TotalMinutes));
            Assert.Single(await copy.Ledger.PageAsync(Juliet, new() { From = DateTimeOffset.UnixEpoch.AddMinutes(2), To = DateTimeOffset.UnixEpoch.AddMinutes(5) }, Cancel));
            Assert.True(copy.ReserveImported(1) > all[1].Id, "a new identifier");
            Assert.Equal(all[0].Id, Assert.Single(await copy.Ledger.PageAsync(Juliet, new() { After = long.MinValue, Text = TextQuery.Parse("wherefore") }, Cancel)).Id);
        }
    }

    [Fact]
    public async Task A_backup_of_the_first_schema_is_restored_and_migrated()
    {
        var path = NewSqlite();
        using (var dialect = new SqliteDialect(path))
        using (var session = dialect.OpenWriter())
        {
            Migrator.Migrate(dialect, session, TimeProvider.System, [.. Migrator.Scripts("Sqlite").Take(1)]);
            session.RunScript("INSERT INTO store VALUES (1, 2, 'map'); INSERT INTO item VALUES (1, 'juliet@capulet.lit', 'k', x'0176')");
            session.RunScript("INSERT INTO session_inbound VALUES ('s', 'juliet@capulet.lit', 7)");
        }
        var target = await CopyAsync(new Place(path), NewPostgreSql());
        await using var copy = target.Open();
        Assert.Equal("v", await copy.OpenMap("map", TextCodec.Instance).GetAsync(Juliet, "k", Cancel));
        Assert.Equal(7u, (await copy.Ledger.SessionAsync("s", Cancel))?.Inbound);
    }

    [Fact]
    public async Task What_was_started_and_not_lived_in_may_be_restored_into_and_anything_else_only_when_it_is_said()
    {
        var source = await FilledAsync("old");
        var file = NewFile();
        await source.Copies.BackupAsync(file, null, Cancel);
        foreach (var target in new[] { new Place(NewSqlite()), NewPostgreSql() })
        {
            await using (var started = target.Open())
            {
                await started.Commit(new UnitOfWork().Set(started.OpenMap("map", TextCodec.Instance), BareJid.Parse("capulet.lit"), "host", "secret"));
            }
            await target.Copies.RestoreAsync(file, replaces: false, null, Cancel);
            await using (var lived = target.Open())
            {
                await lived.Commit(new UnitOfWork().Set(lived.OpenMap("map", TextCodec.Instance), Juliet, "k", "new"));
            }
            var refused = await Assert.ThrowsAsync<BackupException>(() => target.Copies.RestoreAsync(file, replaces: false, null, Cancel));
            Assert.Equal(BackupFault.NotEmpty, refused.Fault);
            Assert.Equal("new", await ValueAsync(target));
            await target.Copies.RestoreAsync(file, replaces: true, null, Cancel);
            Assert.Equal("old", await ValueAsync(target));
        }
    }

    [Fact]
    public async Task A_database_that_a_server_has_is_not_restored_into()
    {
        var file = NewFile();
        await (await FilledAsync("old")).Copies.BackupAsync(file, null, Cancel);
        foreach (var target in new[] { new Place(NewSqlite()), NewPostgreSql() })
        {
            await using var storage = target.Open();
            await Assert.ThrowsAsync<BackupException>(() => target.Copies.RestoreAsync(file, replaces: true, null, Cancel));
        }
    }

    private static void CheckTables(SqlDialect dialect)
    {
        using var session = dialect.OpenReader();
        Assert.All(Schema.Tables(session, dialect.Name), table => Assert.NotNull(BackupTables.Find(table)));
        Assert.NotEmpty(BackupTables.Copied(session, dialect.Name));
    }

    private static LedgerRecord Record(long number, string text = "") =>
        new(DateTimeOffset.UnixEpoch.AddMinutes(number), Encoding.UTF8.GetBytes($"<message><body>{text}</body></message>"), new LedgerOwner(Juliet, Romeo, LedgerDirection.Inbound));

    private static async Task<string?> ValueAsync(Place place)
    {
        await using var storage = place.Open();
        return await storage.OpenMap("map", TextCodec.Instance).GetAsync(Juliet, "k", Cancel);
    }

    private async Task<Place> FilledAsync(string value)
    {
        var place = new Place(NewSqlite());
        await using var storage = place.Open();
        await storage.Commit(new UnitOfWork().Set(storage.OpenMap("map", TextCodec.Instance), Juliet, "k", value).Append(Record(1)));
        return place;
    }

    private async Task<Place> CopyAsync(Place source, Place target)
    {
        var file = NewFile();
        var written = await source.Copies.BackupAsync(file, null, Cancel);
        var read = await target.Copies.RestoreAsync(file, replaces: false, null, Cancel);
        Assert.Equal(written.Digest, read.Digest);
        return target;
    }

    private void Check(Func<Place> from, Func<Place> to, int count)
    {
        var sequences = Arb.From(Gen.Choose(0, int.MaxValue - 1).ArrayOf(120));
        Prop.ForAll(sequences, operations => CheckAsync(from(), to(), operations).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true));
    }

    private async Task CheckAsync(Place from, Place to, int[] operations)
    {
        await using var model = new StorageModel(from);
        await model.RunAsync(operations);
        // While it is open: the end of the journal has no entries yet.
        var (one, two) = (NewFile(), NewFile());
        await ((IBackupSource)model.Subject).BackupAsync(one);
        await to.Copies.RestoreAsync(one, replaces: false, null, CancellationToken.None);
        await using (var copy = to.Open())
        {
            var (wanted, seen) = (await model.DumpCopyAsync(model.Subject), await model.DumpCopyAsync(copy));
            if (!wanted.SequenceEqual(seen)) throw new ConformanceException($"wanted [{string.Join(" | ", wanted.Except(seen))}], seen [{string.Join(" | ", seen.Except(wanted))}]");
            await ((IBackupSource)copy).BackupAsync(two);
        }
        // And a copy of the copy has the same rows.
        Assert.Equal(Rows(one), Rows(two));
    }

    private static List<string> Rows(string file)
    {
        using var stream = File.OpenRead(file);
        using var reader = new BackupReader(stream);
        var sums = new List<string>();
        while (reader.NextSection() is not null)
        {
            while (reader.NextRow())
            {
            }
            // A store gets new numbers reserved when it is opened.
            if (reader.Sum.Table != "mark") sums.Add($"{reader.Sum.Table} {reader.Sum.Rows} {Convert.ToHexString(reader.Sum.Digest)}");
        }
        return sums;
    }

    private string NewFile() => Path.Combine(_folder, $"backup{Interlocked.Increment(ref _files)}");

    private string NewSqlite() => Path.Combine(_folder, $"database{Interlocked.Increment(ref _files)}", "balcony.db");

    private Place NewPostgreSql() => new(null, postgres.CreateDatabase());

    private sealed class Place(string? path, string? connection = null) : StorageRig
    {
        public string? Path => path;

        public string? Connection => connection;

        public SqlCopies Copies => path is not null ? SqlCopies.OfSqlite(path) : SqlCopies.OfPostgreSql(connection!);

        public override IStorage Open(StorageOptions? options = null, TimeProvider? clock = null) =>
            path is not null ? SqlStorage.OpenSqlite(path, options, clock: clock) : SqlStorage.OpenPostgreSql(connection!, options, clock: clock);

        public IStorage Open() => Open(null);

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
