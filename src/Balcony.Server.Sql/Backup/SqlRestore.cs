// From a file into a database: everything in one transaction, and compared with the file before that is committed.
using System.Runtime.InteropServices;
using Balcony.Server.Storage;

namespace Balcony.Server.Sql.Backup;

/// <summary>
/// Makes the schema as it was when the backup was written, fills it, compares, and then migrates it as the database itself would have been. The entries of the
/// ledger are made last, by what makes them every day. Blocks.
/// </summary>
internal sealed class SqlRestore(SqlDialect dialect, SqlSession session, TimeProvider clock, IProgress<CopyProgress>? progress, CancellationToken cancel)
{
    private const int RowsBetweenReports = 4_096;
    private const int RowsInLot = 20_000;
    private const int ImportedInLot = 1_000;

    // PostgreSQL queues what is inserted: this much of it is held.
    private const long MaxQueuedBytes = 8 << 20;

    private long _queuedBytes;

    /// <summary>In the transaction that the caller has begun, in a database without tables of ours.</summary>
    public void Fill(BackupReader reader, long length)
    {
        var scripts = Migrator.Scripts(dialect.Name);
        var schema = reader.Header.Schema;
        if (scripts.Count == 0 || schema > scripts[^1].Version)
            throw new BackupException(BackupFault.Unreadable, $"it has schema version {schema}, this program knows up to {scripts[^1].Version}: it needs a newer Balcony");
        Migrator.Apply(session, clock, [.. scripts.Where(script => script.Version <= schema)]);
        var tables = BackupTables.Copied(session, dialect.Name);
        var loaded = new List<(TableLayout Table, SectionSum Sum)>();
        while (reader.NextSection() is { } section)
        {
            var table = Match(tables, section);
            session[BackupTables.DeleteAll(table)].Run();
            Load(reader, table, length);
            loaded.Add((table, reader.Sum));
        }
        if (loaded.Count != tables.Count) throw new BackupException(BackupFault.Unreadable, "it does not have all tables of its schema");
        foreach (var (table, sum) in loaded) Compare(table, sum);
        Migrator.Apply(session, clock, scripts);
        MakeEntries();
    }

    /// <summary>Whether somebody lives in it: accounts, or stanzas. What a server writes for its hosts when it starts for the first time does not count.</summary>
    public static bool IsInhabited(SqlSession session, string dialect)
    {
        var tables = Schema.Tables(session, dialect);
        return (tables.Contains("journal") && session["SELECT 1 FROM journal LIMIT 1"].Single() is not null)
            || (tables.Contains("item") && session["SELECT 1 FROM item WHERE owner LIKE '%@%' LIMIT 1"].Single() is not null)
            || (tables.Contains("archive") && session["SELECT 1 FROM archive WHERE owner LIKE '%@%' LIMIT 1"].Single() is not null);
    }

    // Names that end up in SQL are the database's own, never the file's.
    private static TableLayout Match(IReadOnlyList<TableLayout> tables, TableLayout section)
    {
        var table = tables.FirstOrDefault(one => one.Name == section.Name)
            ?? throw new BackupException(BackupFault.Unreadable, $"it has a table {section.Name}, which its schema does not have");
        var columns = section.Columns.Select(column => table.Columns.FirstOrDefault(one => one.Name == column.Name && one.Kind == column.Kind)).ToList();
        return columns.Count == table.Columns.Count && columns.TrueForAll(column => column is not null)
            ? table with { Columns = columns! }
            : throw new BackupException(BackupFault.Unreadable, $"its table {section.Name} has other columns than its schema");
    }

    private void Load(BackupReader reader, TableLayout table, long length)
    {
        var inserts = new Dictionary<ulong, SqlStatement>();
        for (var rows = 0L; reader.NextRow(); rows++)
        {
            Insert(inserts, table, reader);
            if (rows % RowsBetweenReports != 0) continue;
            cancel.ThrowIfCancellationRequested();
            progress?.Report(new("restoring", reader.Position, length));
        }
    }

    private void Insert(Dictionary<ulong, SqlStatement> inserts, TableLayout table, BackupReader reader)
    {
        var row = reader.Row;
        var nulls = 0UL;
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i].Kind == CellKind.Null) nulls |= 1UL << i;
            else if (row[i].Kind != table.Columns[i].Kind) throw reader.Damaged();
        }
        if (!inserts.TryGetValue(nulls, out var insert)) inserts.Add(nulls, insert = session[BackupTables.Insert(table, nulls)]);
        var place = 0;
        foreach (ref readonly var cell in row)
        {
            if (cell.Kind == CellKind.Number) insert.Bind(++place, cell.Number);
            else if (cell.Kind == CellKind.Text) insert.Bind(++place, cell.Text);
            else if (cell.Kind == CellKind.Bytes) insert.Bind(++place, cell.Bytes.Span);
            _queuedBytes += cell.Bytes.Length;
        }
        insert.Run();
        if (_queuedBytes < MaxQueuedBytes) return;
        _queuedBytes = 0;
        _ = session["SELECT 1"].Single();
    }

    // What the database gives back is, byte for byte, what the file said.
    private void Compare(TableLayout table, SectionSum wanted)
    {
        using var nowhere = BackupWriter.Nowhere();
        nowhere.BeginSection(table);
        var select = session[BackupTables.Select(table, dialect.Name)];
        while (select.Read()) SqlBackup.WriteRow(nowhere, table, select);
        var sum = nowhere.EndSection();
        if (sum.Rows != wanted.Rows || !sum.Digest.AsSpan().SequenceEqual(wanted.Digest))
            throw new BackupException($"the table {table.Name} is not what was written to it ({sum.Rows} rows of {wanted.Rows})");
    }

    // What was imported has its entries and its words from the beginning, and is behind no mark.
    private void MakeImported()
    {
        var (after, entries) = (long.MinValue, new List<EntryRow>());
        var text = new LedgerText(isOn: false, lotMessages: 1);
        var lot = new List<LedgerRecord>();
        do
        {
            cancel.ThrowIfCancellationRequested();
            entries.Clear();
            lot.Clear();
            var select = session["SELECT id, time, stanza, owners FROM journal WHERE id > $1 AND id < 0 ORDER BY id LIMIT $2"].Bind(1, after).Bind(2, ImportedInLot);
            while (select.Read())
            {
                after = select.Int64(0);
                lot.Add(new(StoreTime.FromMicroseconds(select.Int64(1)), select.Bytes(2), JournalOwners.Decode(select.Bytes(3))) { Id = after });
                foreach (var owner in lot[^1].OwnerArray)
                    entries.Add(new(JournalOwners.HashOf(owner.Owner), after, JournalOwners.HashOf(owner.Contact), JournalOwners.FlagsOf(owner)));
            }
            entries.Sort();
            session.InsertEntries(CollectionsMarshal.AsSpan(entries));
            foreach (var record in lot) text.Import(session, record);
        }
        while (lot.Count > 0);
        session["UPDATE mark SET value = 0 WHERE name = 'text'"].Run();
    }

    private void MakeEntries()
    {
        MakeImported();
        var last = session["SELECT max(id) FROM journal"].Single() ?? 0;
        var tail = new LedgerTail();
        var writer = new LedgerWriter(tail, new LedgerText(isOn: false, lotMessages: 1), dialect.IsShared, clock);
        var lot = new List<(long Id, LedgerOwner[] Owners)>();
        for (var entered = 0L; entered < last;)
        {
            cancel.ThrowIfCancellationRequested();
            lot.Clear();
            var select = session["SELECT id, owners FROM journal WHERE id > $1 ORDER BY id LIMIT $2"].Bind(1, entered).Bind(2, RowsInLot);
            while (select.Read()) lot.Add((select.Int64(0), JournalOwners.Decode(select.Bytes(1))));
            tail.Load(entered, lot);
            writer.Loaded(lot[^1].Id);
            writer.Enter(session);
            writer.Committed();
            entered = lot[^1].Id;
            progress?.Report(new("indexing", entered, last));
        }
    }
}
