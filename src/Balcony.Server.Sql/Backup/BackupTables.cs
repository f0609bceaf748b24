// What a backup does with each table. A test compares this with both databases: a migration that adds a table adds a line here.
using System.Globalization;
using Balcony.Server.Storage;

namespace Balcony.Server.Sql.Backup;

internal enum TableTreatment
{
    /// <summary>Its rows are in the backup.</summary>
    Copied,

    /// <summary>Made again from the others by a restore.</summary>
    Derived,

    /// <summary>The database's own: how it was made.</summary>
    Own,
}

/// <param name="Filter">The rows that count; null for all.</param>
internal sealed record TableRule(string Name, TableTreatment Treatment, string? Filter = null);

internal static class BackupTables
{
    public static IReadOnlyList<TableRule> All { get; } =
    [
        new("schema_version", TableTreatment.Own),
        new("store", TableTreatment.Copied),
        new("item", TableTreatment.Copied),
        new("item_term", TableTreatment.Copied),
        new("archive", TableTreatment.Copied),
        // Its name until version 2.
        new("session_inbound", TableTreatment.Copied),
        new("session_state", TableTreatment.Copied),
        new("secret", TableTreatment.Copied),
        // How far the entries and the words are: a restore makes the entries, and the server that opens it the words, when it has time.
        new("mark", TableTreatment.Copied, Filter: "name NOT IN ('entered', 'text')"),
        new("journal", TableTreatment.Copied),
        new("ledger_entry", TableTreatment.Derived),
        new("ledger_text", TableTreatment.Derived),
        // What SQLite makes of it.
        new("ledger_text_config", TableTreatment.Derived),
        new("ledger_text_data", TableTreatment.Derived),
        new("ledger_text_idx", TableTreatment.Derived),
    ];

    public static TableRule? Find(string name) => All.FirstOrDefault(rule => rule.Name == name);

    /// <summary>The tables that are copied, in their order, as this database has them.</summary>
    /// <exception cref="BackupException">There is a table that this program does not know: what is in it would be lost.</exception>
    public static IReadOnlyList<TableLayout> Copied(SqlSession session, string dialect)
    {
        var names = Schema.Tables(session, dialect);
        if (names.FirstOrDefault(name => Find(name) is null) is { } stranger)
            throw new BackupException($"the database has a table {stranger}, which this program does not know how to copy");
        return
        [
            .. All.Where(rule => rule.Treatment == TableTreatment.Copied && names.Contains(rule.Name))
                .Select(rule => Schema.Layout(session, dialect, rule.Name)),
        ];
    }

    /// <summary>All rows that count, in the order of the key: the same on all databases.</summary>
    public static string Select(TableLayout table, string dialect)
    {
        var order = table.Columns.Where(column => column.Key > 0).OrderBy(column => column.Key).ToList();
        if (order.Count == 0) order = [.. table.Columns];
        var columns = string.Join(", ", table.Columns.Select(column => Quote(column.Name)));
        var keys = string.Join(", ", order.Select(column => Quote(column.Name) + (IsCollated(column, dialect) ? " COLLATE \"C\"" : "")));
        return $"SELECT {columns} FROM {Quote(table.Name)}{Where(table)} ORDER BY {keys}";
    }

    public static string DeleteAll(TableLayout table) => $"DELETE FROM {Quote(table.Name)}{Where(table)}";

    public static string Count(TableLayout table) => $"SELECT count(*) FROM {Quote(table.Name)}{Where(table)}";

    /// <param name="nulls">The columns that are null, as bits: a parameter would need its type.</param>
    public static string Insert(TableLayout table, ulong nulls)
    {
        var parameter = 0;
        var values = table.Columns.Select((_, i) => (nulls >> i & 1) != 0 ? "NULL" : string.Create(CultureInfo.InvariantCulture, $"${++parameter}"));
        return $"INSERT INTO {Quote(table.Name)} ({string.Join(", ", table.Columns.Select(column => Quote(column.Name)))}) VALUES ({string.Join(", ", values)})";
    }

    private static string Where(TableLayout table) => Find(table.Name)?.Filter is { } filter ? " WHERE " + filter : "";

    private static bool IsCollated(TableColumn column, string dialect) => column.Kind == CellKind.Text && dialect == "PostgreSql";

    private static string Quote(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
