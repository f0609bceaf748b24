// A database that no server has open, as a whole.
using Balcony.Server.Storage;

namespace Balcony.Server.Sql.Backup;

/// <summary>Copied out without being opened as a store, so that it is not migrated; and in.</summary>
public sealed class SqlCopies : IBackupSource, IRestoreTarget
{
    private readonly Func<SqlDialect> _open;
    private readonly string? _file;
    private readonly TimeProvider _clock;

    private SqlCopies(Func<SqlDialect> open, string? file, TimeProvider? clock) => (_open, _file, _clock) = (open, file, clock ?? TimeProvider.System);

    public static SqlCopies OfSqlite(string path, TimeProvider? clock = null) => new(() => new SqliteDialect(path), Path.GetFullPath(path), clock);

    public static SqlCopies OfPostgreSql(string connectionString, TimeProvider? clock = null) =>
        new(() => new PostgreSqlDialect(connectionString), null, clock);

    public async Task<BackupReport> BackupAsync(string path, IProgress<CopyProgress>? progress, CancellationToken cancel)
    {
        if (_file is not null && !File.Exists(_file)) throw new BackupException(BackupFault.NotFound, $"there is no database {_file}");
        using var dialect = Open();
        return await SqlBackup.RunAsync(dialect, path, _clock, progress, cancel).ConfigureAwait(false);
    }

    public Task<BackupReport> RestoreAsync(string path, bool replaces, IProgress<CopyProgress>? progress, CancellationToken cancel) => Task.Factory.StartNew(
        () => Restore(path, replaces, progress, cancel), cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private BackupReport Restore(string path, bool replaces, IProgress<CopyProgress>? progress, CancellationToken cancel)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var dialect = Open();
            // All of it is read before anything is touched.
            var report = SqlBackup.Verify(file, path, progress, cancel);
            file.Position = 0;
            using var reader = new BackupReader(file);
            if (dialect is SqliteDialect) IntoSqlite(dialect, reader, replaces, file.Length, progress, cancel);
            else IntoPostgreSql(dialect, reader, replaces, file.Length, progress, cancel);
            return report;
        }
        catch (FileNotFoundException fault)
        {
            throw new BackupException(BackupFault.NotFound, $"there is no file {path}", fault);
        }
        catch (DirectoryNotFoundException fault)
        {
            throw new BackupException(BackupFault.NotFound, $"there is no file {path}", fault);
        }
        catch (Exception fault) when (fault is not (BackupException or OperationCanceledException))
        {
            throw new BackupException(BackupFault.Failed, $"{path} was not restored, and the database is as it was: {fault.Message}", fault);
        }
    }

    // Into a file beside it, which takes its place when it is complete: no state between is ever seen, and no log is needed.
    private void IntoSqlite(
        SqlDialect held, BackupReader reader, bool replaces, long length, IProgress<CopyProgress>? progress, CancellationToken cancel)
    {
        RefuseInhabited(held, replaces);
        var part = _file + ".restoring";
        Remove(part);
        try
        {
            using (var dialect = new SqliteDialect(part))
            {
                using (var session = new SqliteSession(part))
                {
                    // Nothing is kept of a half-made file; it is flushed when it is whole.
                    session.RunScript("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536");
                    dialect.Migrate(session, () => new SqlRestore(dialect, session, _clock, progress, cancel).Fill(reader, length));
                    SqlBackup.Check(session, "PRAGMA integrity_check(1)");
                }
                using (var made = new FileStream(part, FileMode.Open, FileAccess.ReadWrite)) made.Flush(flushToDisk: true);
            }
            // The log of the old file first: SQLite would put it into the new one.
            foreach (var log in new[] { "-wal", "-shm", "-journal" }) File.Delete(_file + log);
            DurableFile.SyncDirectoryOf(_file!);
            File.Move(part, _file!, overwrite: true);
            DurableFile.SyncDirectoryOf(_file!);
        }
        finally
        {
            Remove(part);
        }
    }

    private void IntoPostgreSql(
        SqlDialect dialect, BackupReader reader, bool replaces, long length, IProgress<CopyProgress>? progress, CancellationToken cancel)
    {
        RefuseInhabited(dialect, replaces);
        using var session = dialect.OpenWriter();
        dialect.Migrate(session, () =>
        {
            foreach (var table in Schema.Tables(session, dialect.Name).Where(name => BackupTables.Find(name) is not null))
                session.RunScript($"DROP TABLE \"{table}\" CASCADE");
            new SqlRestore(dialect, session, _clock, progress, cancel).Fill(reader, length);
        });
    }

    private static void RefuseInhabited(SqlDialect dialect, bool replaces)
    {
        if (replaces) return;
        try
        {
            using var session = dialect.OpenReader();
            if (!SqlRestore.IsInhabited(session, dialect.Name)) return;
        }
        catch (SqliteFault)
        {
            // What cannot be read may be dear to somebody.
        }
        throw new BackupException(BackupFault.NotEmpty, "the database has accounts or stanzas in it, which restoring would remove");
    }

    private SqlDialect Open()
    {
        try
        {
            return _open();
        }
        catch (StorageException fault)
        {
            throw new BackupException(BackupFault.Failed, fault.Message, fault);
        }
    }

    private static void Remove(string part)
    {
        foreach (var end in new[] { "", ".lock", "-wal", "-shm", "-journal" }) File.Delete(part + end);
    }
}
