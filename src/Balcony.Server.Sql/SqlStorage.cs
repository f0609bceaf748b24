// The store shapes and the ledger in an SQL database.
using Balcony.Server.Sql.Backup;
using Balcony.Server.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Balcony.Server.Sql;

/// <summary>One database with one writer and a few readers. Opening it migrates its schema and may block: do it while starting.</summary>
public sealed class SqlStorage : StorageEngine, IBackupSource
{
    private readonly SqlDialect _dialect;
    private readonly ReaderPool _readers;
    private readonly SqlReads _reads;
    private readonly CommitWriter _writer;
    private readonly TimeProvider _clock;

    private SqlStorage(SqlDialect dialect, StorageOptions? options, ILogger? logger, TimeProvider? clock)
    {
        options ??= new StorageOptions();
        _dialect = dialect;
        _clock = clock ??= TimeProvider.System;
        try
        {
            var tail = new LedgerTail();
            var transactions = new Transactions(dialect, tail, options, clock, SecretBytes);
            Secret = transactions.Secret;
            HasTextIndex = options.HasTextIndex;
            _writer = new CommitWriter(transactions, options, clock, new StorageLog(logger ?? NullLogger.Instance));
            _readers = new ReaderPool(dialect, options);
            _reads = new SqlReads(_readers, tail);
        }
        catch (Exception fault)
        {
            dialect.Dispose();
            if (fault is StorageException) throw;
            throw new StorageException("the database cannot be opened", fault);
        }
    }

    public override StorageHealth Health => _writer.Health;

    public override ReadOnlyMemory<byte> Secret { get; }

    public override bool HasTextIndex { get; }

    public override int Waiting => _writer.Waiting;

    private protected override IStoreReads Reads => _reads;

    /// <summary>A file that is made if need be, with its folder, readable by this user only. One process at a time.</summary>
    /// <exception cref="StorageException">It cannot be opened, or another process has it open.</exception>
    /// <exception cref="StorageVersionException">It was used by a newer program.</exception>
    public static SqlStorage OpenSqlite(string path, StorageOptions? options = null, ILogger? logger = null, TimeProvider? clock = null) =>
        new(new SqliteDialect(path), options, logger, clock);

    /// <summary>A database that exists, whose user may create tables. One writing process at a time.</summary>
    /// <inheritdoc cref="OpenSqlite"/>
    public static SqlStorage OpenPostgreSql(
        string connectionString, StorageOptions? options = null, ILogger? logger = null, TimeProvider? clock = null) =>
        new(new PostgreSqlDialect(connectionString), options, logger, clock);

    /// <summary>For tests that stand between the engine and a database.</summary>
    internal static SqlStorage Open(SqlDialect dialect, StorageOptions options, TimeProvider clock) => new(dialect, options, null, clock);

    public override CommitTicket Commit(UnitOfWork unit) => _writer.Commit(unit);

    public override long ReserveImported(int count)
    {
        var first = 0L;
        _writer.Invoke(session =>
        {
            first = session["SELECT value FROM mark WHERE name = 'imported'"].Single() ?? FirstImported;
            session["INSERT INTO mark (name, value) VALUES ('imported', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value"].Bind(1, first + count).Run();
            return static () => { };
        });
        return first;
    }

    /// <summary>What is committed by now, while units go on being committed.</summary>
    public Task<BackupReport> BackupAsync(string path, IProgress<CopyProgress>? progress = null, CancellationToken cancel = default) =>
        SqlBackup.RunAsync(_dialect, path, _clock, progress, cancel);

    /// <summary>Commits what waits, then closes.</summary>
    public override async ValueTask DisposeAsync()
    {
        await Task.Factory.StartNew(
            () =>
            {
                _writer.Dispose();
                _readers.Dispose();
                _dialect.Dispose();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).ConfigureAwait(false);
    }

    private protected override void Register(StoreDefinition definition) =>
        _writer.Invoke(session => StoreRegistry.Register(session, definition));
}
