// From a database to a file: one state of all tables, checked by reading it back.
using System.Reflection;
using Balcony.Server.Storage;

namespace Balcony.Server.Sql.Backup;

/// <summary>Blocks: on a thread of its own. Writers go on meanwhile; SQLite's log grows until it is done.</summary>
internal sealed class SqlBackup(SqlDialect dialect, TimeProvider clock, IProgress<CopyProgress>? progress, CancellationToken cancel)
{
    private const int RowsBetweenReports = 4_096;

    public static string ProgramVersion { get; } =
        typeof(SqlBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <exception cref="BackupException">Nothing was left.</exception>
    public static Task<BackupReport> RunAsync(
        SqlDialect dialect, string path, TimeProvider clock, IProgress<CopyProgress>? progress, CancellationToken cancel) => Task.Factory.StartNew(
        () => new SqlBackup(dialect, clock, progress, cancel).Run(path), cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private BackupReport Run(string path)
    {
        try
        {
            using var file = DurableFile.Create(path);
            var sums = Copy(file.Stream, out var digest);
            file.Sync();
            file.Stream.Position = 0;
            var report = Verify(file.Stream, file.Path, progress, cancel);
            // What was read back is what was taken out of the database, and not only consistent in itself.
            if (report.Digest != Convert.ToHexStringLower(digest) || !report.Tables.SequenceEqual(sums.Select(Pair)))
                throw new BackupException($"what was written to {path} was not what is there: the disk or the memory of this machine is at fault");
            file.Publish();
            return report;
        }
        // The last one is what .NET makes of EFBIG: larger than files may be there.
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            throw new BackupException(BackupFault.Failed, $"{path} cannot be written: {fault.Message}", fault);
        }
        catch (Exception fault) when (fault is not (BackupException or OperationCanceledException))
        {
            throw new BackupException(BackupFault.Failed, $"the database cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Reads a backup to its end.</summary>
    /// <exception cref="BackupException">It is not as it was written.</exception>
    public static BackupReport Verify(Stream file, string path, IProgress<CopyProgress>? progress, CancellationToken cancel)
    {
        try
        {
            using var reader = new BackupReader(file);
            var tables = new List<KeyValuePair<string, long>>();
            var rows = 0L;
            while (reader.NextSection() is not null)
            {
                while (reader.NextRow())
                {
                    if (rows++ % RowsBetweenReports != 0) continue;
                    cancel.ThrowIfCancellationRequested();
                    progress?.Report(new("checking", reader.Position, file.Length));
                }
                tables.Add(Pair(reader.Sum));
            }
            progress?.Report(new("checking", file.Length, file.Length));
            return new(path, file.Length, reader.Header.Created, reader.Header.Schema, Convert.ToHexStringLower(reader.Digest), tables);
        }
        catch (BackupException fault)
        {
            throw new BackupException(fault.Fault, $"{path}: {fault.Message}", fault);
        }
    }

    private static KeyValuePair<string, long> Pair(SectionSum sum) => new(sum.Table, sum.Rows);

    private List<SectionSum> Copy(Stream file, out byte[] digest)
    {
        using var session = dialect.OpenReader();
        Begin(session);
        var schema = Schema.Version(session, dialect.Name);
        if (schema == 0) throw new BackupException(BackupFault.NotFound, "the database is empty: no server has ever used it");
        var header = new BackupHeader(ProgramVersion, schema, dialect.Name, clock.GetUtcNow());
        var tables = BackupTables.Copied(session, dialect.Name);
        var total = tables.Sum(table => session[BackupTables.Count(table)].Single() ?? 0);
        using var writer = BackupWriter.Create(file, header);
        var sums = new List<SectionSum>();
        var done = 0L;
        foreach (var table in tables) sums.Add(CopyTable(session, writer, table, ref done, total));
        digest = writer.Finish();
        progress?.Report(new("writing", total, total));
        session.RunScript("ROLLBACK");
        return sums;
    }

    private SectionSum CopyTable(SqlSession session, BackupWriter writer, TableLayout table, ref long done, long total)
    {
        writer.BeginSection(table);
        var select = session[BackupTables.Select(table, dialect.Name)];
        while (select.Read())
        {
            WriteRow(writer, table, select);
            if (done++ % RowsBetweenReports != 0) continue;
            cancel.ThrowIfCancellationRequested();
            progress?.Report(new("writing", done, total));
        }
        return writer.EndSection();
    }

    public static void WriteRow(BackupWriter writer, TableLayout table, SqlStatement row)
    {
        writer.BeginRow();
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (row.IsNull(i)) writer.Null();
            else if (table.Columns[i].Kind == CellKind.Number) writer.Number(row.Int64(i));
            else if (table.Columns[i].Kind == CellKind.Text) writer.Text(row.Text(i));
            else writer.Bytes(row.Bytes(i));
        }
    }

    // One state for everything that follows. What is damaged is not copied: the copy would be believed to be good.
    private void Begin(SqlSession session)
    {
        if (dialect.Name == "PostgreSql")
        {
            session.RunScript("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
            return;
        }
        session.RunScript("BEGIN");
        Check(session, "PRAGMA quick_check(1)");
    }

    /// <summary>SQLite's own look at itself.</summary>
    public static void Check(SqlSession session, string pragma)
    {
        var check = session[pragma];
        var answer = check.Read() ? check.Text(0) : "";
        check.Reset();
        if (answer != "ok") throw new BackupException($"the database is damaged: {answer}");
    }
}
