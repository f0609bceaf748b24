// SQLite, on the system's library: one file, one writer, readers beside it (WAL).
using System.Runtime.InteropServices;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using SQLitePCL;

namespace Balcony.Server.Sql;

/// <summary>
/// Calls the library without ADO.NET between: binding spans costs no allocation, and the ledger binds four values for each message.
/// </summary>
internal sealed class SqliteDialect : SqlDialect
{
    private const int OwnerOnlyFile = (int)(UnixFileMode.UserRead | UnixFileMode.UserWrite);

    private static readonly Lock StartUp = new();
    private static bool _isStarted;

    private readonly string _path;
    private readonly FileStream _lock;

    /// <exception cref="StorageException">Another process has it open, or the folder cannot be used.</exception>
    public SqliteDialect(string path)
    {
        Start();
        _path = Path.GetFullPath(path);
        try
        {
            var folder = Path.GetDirectoryName(_path)!;
            if (!Directory.Exists(folder))
            {
                if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
                else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
            _lock = Create(_path + ".lock");
            // SQLite would make the file readable for others; its -wal and -shm take over what the file has.
            if (!File.Exists(_path)) Create(_path).Dispose();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"{_path} cannot be opened: another server has it open, or the folder cannot be written", fault);
        }
    }

    public override string Name => "Sqlite";

    public override bool IsShared => false;

    public override SqlSession OpenWriter()
    {
        var session = new SqliteSession(_path);
        // Order matters: auto_vacuum is fixed by the first table, journal_mode takes a lock.
        session.RunScript("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        // The WAL is copied back every 16 MB and cut to 64 MB; what is deleted is overwritten where that costs no extra I/O.
        session.RunScript("PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864; PRAGMA secure_delete = FAST");
        session.RunScript("PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY");
        return session;
    }

    public override SqlSession OpenReader()
    {
        var session = new SqliteSession(_path);
        session.RunScript("PRAGMA query_only = ON; PRAGMA cache_size = -4096");
        return session;
    }

    public override void Migrate(SqlSession session, Action migrate)
    {
        session.RunScript("BEGIN EXCLUSIVE");
        migrate();
        session.Commit();
    }

    public override bool IsStoreFault(Exception fault) => fault is SqliteFault
    {
        PrimaryCode: not (raw.SQLITE_CONSTRAINT or raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH or raw.SQLITE_RANGE)
    };

    public override bool IsSessionLost(Exception fault) => fault is SqliteFault
    {
        PrimaryCode: raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_CANTOPEN or raw.SQLITE_MISUSE
    };

    public override void Dispose() => _lock.Dispose();

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = (UnixFileMode)OwnerOnlyFile;
        return new FileStream(path, options);
    }

    private static void Start()
    {
        lock (StartUp)
        {
            if (_isStarted) return;
            _isStarted = true;
            NativeLibrary.SetDllImportResolver(
                typeof(SQLite3Provider_e_sqlite3).Assembly,
                (name, _, _) => name == "e_sqlite3" ? NativeLibrary.Load("libsqlite3.so.0") : IntPtr.Zero);
            raw.SetProvider(new SQLite3Provider_e_sqlite3());
        }
    }
}

internal sealed class SqliteFault(int code, string message) : Exception($"SQLite: {message} ({code})")
{
    public int PrimaryCode => code & 0xFF;
}

internal sealed class SqliteSession : SqlSession
{
    private const int BusyMilliseconds = 5_000;
    private const string Found = "FROM ledger_text t CROSS JOIN journal j ON j.id = t.rowid WHERE t.ledger_text MATCH $1 AND t.rowid > $2 AND t.rowid < $3";


    private readonly sqlite3 _database;

    public SqliteSession(string path)
    {
        // Each session belongs to one thread.
        var code = raw.sqlite3_open_v2(path, out _database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, null);
        Check(code);
        raw.sqlite3_extended_result_codes(_database, 1);
        raw.sqlite3_busy_timeout(_database, BusyMilliseconds);
    }

    public override bool WantsHints => true;

    public override void BeginWrite() => this["BEGIN IMMEDIATE"].Run();

    public override void BeginRead() => this["BEGIN"].Run();

    public override void EndRead() => Rollback();

    public override void Commit() => this["COMMIT"].Run();

    public override void Rollback()
    {
        if (raw.sqlite3_get_autocommit(_database) == 0) this["ROLLBACK"].Run();
    }

    public override void RunScript(string sql)
    {
        var code = raw.sqlite3_exec(_database, sql, out var message);
        if (code != raw.SQLITE_OK) throw new SqliteFault(code, message);
    }

    public override void InsertText(List<(long Id, string Words)> lines)
    {
        var insert = this["INSERT INTO ledger_text (rowid, words) VALUES ($1, $2)"];
        foreach (var (id, words) in lines) insert.Bind(1, id).Bind(2, words).Run();
    }

    public override void RemoveText(long id, string words) =>
        this["INSERT INTO ledger_text (ledger_text, rowid, words) VALUES ('delete', $1, $2)"].Bind(1, id).Bind(2, words).Run();

    public override string TextQuery(IEnumerable<string> words) => string.Join(" AND ", words.Select(word => $"\"{word}\""));

    // CROSS JOIN: the index first, whatever the planner thinks of it.
    public override string TextPage(bool isBackwards) => isBackwards
        ? $"SELECT {LedgerSql.Columns} {Found} ORDER BY t.rowid DESC LIMIT $4"
        : $"SELECT {LedgerSql.Columns} {Found} ORDER BY t.rowid LIMIT $4";

    public override void Tidy()
    {
        if (this["PRAGMA freelist_count"].Single() > 1000) RunScript("PRAGMA incremental_vacuum(1000)");
    }

    internal void Check(int code)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE) return;
        throw new SqliteFault(code, raw.sqlite3_errmsg(_database).utf8_to_string());
    }

    protected override SqlStatement Prepare(string sql)
    {
        // ?2 is the second parameter; $2 would be the one that is named so, numbered by where it stands.
        Check(raw.sqlite3_prepare_v2(_database, sql.Replace('$', '?'), out var statement));
        return new SqliteStatement(this, statement);
    }

    protected override void Close() => _database.Dispose();
}

internal sealed class SqliteStatement(SqliteSession session, sqlite3_stmt statement) : SqlStatement
{
    public override SqlStatement Bind(int index, long value)
    {
        session.Check(raw.sqlite3_bind_int64(statement, index, value));
        return this;
    }

    public override SqlStatement Bind(int index, string value)
    {
        session.Check(raw.sqlite3_bind_text(statement, index, value));
        return this;
    }

    public override SqlStatement Bind(int index, ReadOnlySpan<byte> value)
    {
        session.Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(statement, index, 0) : raw.sqlite3_bind_blob(statement, index, value));
        return this;
    }

    public override SqlStatement Bind(int index, Jid? value)
    {
        session.Check(value is null ? raw.sqlite3_bind_null(statement, index) : raw.sqlite3_bind_text(statement, index, value.Utf8));
        return this;
    }

    public override void Run()
    {
        while (Read())
        {
        }
    }

    public override bool Read()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW) return true;
        var reset = raw.sqlite3_reset(statement);
        session.Check(code == raw.SQLITE_DONE ? reset : code);
        return false;
    }

    public override void Reset() => raw.sqlite3_reset(statement);

    public override long Int64(int column) => raw.sqlite3_column_int64(statement, column);

    public override string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string() ?? "";

    public override byte[] Bytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    public override ReadOnlySpan<byte> Span(int column) => raw.sqlite3_column_blob(statement, column);

    public override bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public override void Dispose() => statement.Dispose();
}
