// The tables and columns that a database really has, as it says itself.
using Balcony.Server.Storage;

namespace Balcony.Server.Sql.Backup;

internal static class Schema
{
    private const string SqliteTables =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name";

    private const string PostgreSqlTables = "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1";

    private const string SqliteColumns = "SELECT name, lower(type), pk FROM pragma_table_info($1) ORDER BY cid";

    // Generated columns are left out: they follow from the others. indkey counts from 0.
    private const string PostgreSqlColumns =
        "SELECT a.attname::text, format_type(a.atttypid, NULL), coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0) FROM pg_attribute a " +
        "LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary " +
        "WHERE a.attrelid = $1::text::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum";

    public static List<string> Tables(SqlSession session, string dialect)
    {
        var names = new List<string>();
        var select = session[dialect == "PostgreSql" ? PostgreSqlTables : SqliteTables];
        while (select.Read()) names.Add(select.Text(0));
        return names;
    }

    public static TableLayout Layout(SqlSession session, string dialect, string table)
    {
        var columns = new List<TableColumn>();
        var select = session[dialect == "PostgreSql" ? PostgreSqlColumns : SqliteColumns].Bind(1, table);
        while (select.Read()) columns.Add(new(select.Text(0), KindOf(table, select.Text(0), select.Text(1)), (int)select.Int64(2)));
        return new(table, columns);
    }

    /// <summary>The newest migration; 0 when none was ever run.</summary>
    public static int Version(SqlSession session, string dialect) =>
        Tables(session, dialect).Contains("schema_version") ? (int)(session["SELECT max(version) FROM schema_version"].Single() ?? 0) : 0;

    private static CellKind KindOf(string table, string column, string type) => type switch
    {
        "integer" or "bigint" or "smallint" => CellKind.Number,
        "text" => CellKind.Text,
        "blob" or "bytea" => CellKind.Bytes,
        _ => throw new BackupException($"the column {column} of {table} has the type {type}, which this program does not know how to copy"),
    };
}
