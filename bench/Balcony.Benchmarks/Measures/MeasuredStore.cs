// A database that measures fill, close and open again: SQLite, or a PostgreSQL cluster of its own that syncs its disk.
using System.Globalization;
using System.Text;
using Balcony.Server.Sql;
using Balcony.Server.Storage;
using Balcony.Testing;

namespace Balcony.Benchmarks.Measures;

/// <summary>In a folder of its own under the temporary folder; deleted at the end.</summary>
internal sealed class MeasuredStore : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "balcony-measure-" + Guid.NewGuid().ToString("N")[..8]);
    private PostgresCluster? _cluster;
    private string _connection = "";

    private MeasuredStore(string kind) => Kind = kind;

    /// <summary>sqlite or postgresql.</summary>
    public string Kind { get; }

    private string Killed => Path.Combine(_folder, "killed");

    private string File => Path.Combine(_folder, "balcony.db");

    public static async Task<MeasuredStore> CreateAsync(string kind)
    {
        var store = new MeasuredStore(kind);
        if (kind == "sqlite")
        {
            Directory.CreateDirectory(store._folder);
            return store;
        }
        store._cluster = new PostgresCluster(isDurable: true);
        await store._cluster.CreateAsync();
        store._connection = await store._cluster.CreateDatabaseAsync();
        return store;
    }

    public SqlStorage Open(StorageOptions? options = null) =>
        _cluster is null ? SqlStorage.OpenSqlite(File, options) : SqlStorage.OpenPostgreSql(_connection, options);

    /// <summary>What a process that was killed now would leave: the files as they are.</summary>
    /// <returns>Null where the database is another process.</returns>
    public SqlStorage? OpenAsIfKilled()
    {
        if (_cluster is not null) return null;
        var copy = Path.Combine(Killed, "balcony.db");
        Directory.CreateDirectory(Killed);
        foreach (var end in (string[])["", "-wal"]) System.IO.File.Copy(File + end, copy + end);
        return SqlStorage.OpenSqlite(copy);
    }

    /// <summary>Once it is closed.</summary>
    public void ForgetKilled() => Directory.Delete(Killed, recursive: true);

    /// <summary>Of a store that is closed: bytes by table, the largest first. Indexes count to their table.</summary>
    public async Task<IReadOnlyList<(string Table, long Bytes)>> SizesAsync()
    {
        var printed = _cluster is null
            ? await ProgramOutput.OfAsync("sqlite3", File, "SELECT name || '|' || sum(pgsize) FROM dbstat GROUP BY name")
            : await ProgramOutput.OfAsync(
                "psql", "-At", "-d", Uri(), "-c", "SELECT relname, pg_table_size(oid) FROM pg_class WHERE relkind IN ('r', 'i') AND relnamespace = 'public'::regnamespace");
        return
        [
            .. from line in printed.Split('\n', StringSplitOptions.RemoveEmptyEntries)
               let parts = line.Split('|')
               let bytes = long.Parse(parts[1], CultureInfo.InvariantCulture)
               orderby bytes descending
               select (parts[0], bytes),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null) await _cluster.DisposeAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    // Host=...;Username=...;Database=... as psql wants it.
    private string Uri()
    {
        var text = new StringBuilder();
        foreach (var part in _connection.Split(';'))
        {
            var (key, value) = (part.Split('=')[0], part.Split('=')[1]);
            text.Append(key switch { "Username" => "user", "Database" => "dbname", _ => "host" }).Append('=').Append(value).Append(' ');
        }
        return text.ToString();
    }
}
