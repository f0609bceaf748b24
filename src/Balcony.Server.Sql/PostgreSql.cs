// PostgreSQL, by Npgsql: writes of a transaction travel together, reads one by one.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Npgsql;
using NpgsqlTypes;

namespace Balcony.Server.Sql;

/// <summary>Blocking calls, on the writer's and the readers' own threads.</summary>
internal sealed class PostgreSqlDialect : SqlDialect
{
    // Any two numbers that nobody else uses in this database.
    private const long WriterLock = 0x42616C636F6E7901;
    private const long MigrationLock = 0x42616C636F6E7902;

    private readonly NpgsqlDataSource _source;

    /// <exception cref="StorageException">The text is not a connection string.</exception>
    public PostgreSqlDialect(string connectionString)
    {
        try
        {
            // Sessions live as long as their threads: a pool would only hide that one was lost, and its advisory lock with it.
            var settings = new NpgsqlConnectionStringBuilder(connectionString)
            {
                Pooling = false,
                MaxAutoPrepare = 128,
                AutoPrepareMinUsages = 2,
                ApplicationName = "balcony",
            };
            _source = NpgsqlDataSource.Create(settings.ConnectionString);
        }
        catch (ArgumentException fault)
        {
            throw new StorageException("not a PostgreSQL connection string", fault);
        }
    }

    public override string Name => "PostgreSql";

    public override bool IsShared => true;

    public override SqlSession OpenWriter()
    {
        var session = new PostgreSqlSession(_source.OpenConnection());
        try
        {
            // A server that ended a moment ago holds the lock until the database has noticed.
            session.RunScript("SET synchronous_commit = on; SET jit = off; SET lock_timeout = '5s'");
            session["SELECT pg_advisory_lock($1)::text"].Bind(1, WriterLock).Run();
            session.RunScript("SET lock_timeout = 0");
            return session;
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            session.Dispose();
            throw new StorageException("another server writes to this database", fault);
        }
        catch (Exception)
        {
            session.Dispose();
            throw;
        }
    }

    public override SqlSession OpenReader()
    {
        var session = new PostgreSqlSession(_source.OpenConnection());
        session.RunScript("SET default_transaction_read_only = on");
        // Every read of ours is a page along an index. A planner that does not know how long the page is takes it for a tenth of all, reads that and sorts it.
        session.RunScript("SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_seqscan = off; SET enable_sort = off; SET jit = off");
        return session;
    }

    public override void Migrate(SqlSession session, Action migrate)
    {
        session.BeginWrite();
        session["SELECT pg_advisory_xact_lock($1)::text"].Bind(1, MigrationLock).Run();
        migrate();
        session.Commit();
    }

    // Class 22: data; 23: constraints; 54: too large for an index: one unit's own fault.
    public override bool IsStoreFault(Exception fault) =>
        fault is NpgsqlException && fault is not PostgresException { SqlState: ['2', '2' or '3', ..] or ['5', '4', ..] };

    public override bool IsSessionLost(Exception fault) =>
        fault is NpgsqlException and not PostgresException or PostgresException { SqlState: ['5', '7', ..] or ['0', '8', ..] };

    public override void Dispose() => _source.Dispose();
}

internal sealed class PostgreSqlSession(NpgsqlConnection connection) : SqlSession
{
    private const int MaxQueued = 1_000;

    // Found by its words and by nothing else (hence + 0): along the identifiers a rare word would be looked for in every message.
    private const string Found = "FROM (SELECT t.id + 0 AS id FROM ledger_text t WHERE t.words @@ $1::tsquery AND t.id + 0 > $2 AND t.id + 0 < $3 ORDER BY t.id + 0";


    private readonly List<LedgerRecord> _journal = [];
    private readonly List<byte[]> _owners = [];
    private NpgsqlBatch? _batch;
    private bool _isInTransaction;

    public NpgsqlConnection Connection => connection;

    public override void BeginWrite()
    {
        Queue(new NpgsqlBatchCommand("BEGIN"));
        _isInTransaction = true;
    }

    public override void BeginRead()
    {
        // One statement is one state; only the ledger's reads need several, and those check each row against the journal anyway.
    }

    public override void EndRead()
    {
    }

    public override void Commit()
    {
        FlushJournal();
        Queue(new NpgsqlBatchCommand("COMMIT"));
        Flush();
        _isInTransaction = false;
    }

    public override void Rollback()
    {
        _journal.Clear();
        _owners.Clear();
        _batch?.Dispose();
        _batch = null;
        if (!_isInTransaction) return;
        _isInTransaction = false;
        RunNow("ROLLBACK");
    }

    public override void RunScript(string sql)
    {
        Flush();
        RunNow(sql);
    }

    public override void InsertJournal(LedgerRecord record, ReadOnlySpan<byte> owners)
    {
        _journal.Add(record);
        _owners.Add(owners.ToArray());
        if (_journal.Count == MaxQueued) FlushJournal();
    }

    public override void InsertEntries(ReadOnlySpan<EntryRow> entries)
    {
        FlushJournal();
        for (; !entries.IsEmpty; entries = entries[Math.Min(MaxQueued, entries.Length)..])
        {
            var some = entries[..Math.Min(MaxQueued, entries.Length)];
            var (owners, ids, contacts, flags) = (new long[some.Length], new long[some.Length], new long[some.Length], new short[some.Length]);
            for (var i = 0; i < some.Length; i++) (owners[i], ids[i], contacts[i], flags[i]) = (some[i].Owner, some[i].Id, some[i].Contact, some[i].Flags);
            var insert = new NpgsqlBatchCommand(
                "INSERT INTO ledger_entry (owner, id, contact, flags) SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::smallint[])");
            Add(insert, owners, NpgsqlDbType.Bigint);
            Add(insert, ids, NpgsqlDbType.Bigint);
            Add(insert, contacts, NpgsqlDbType.Bigint);
            Add(insert, flags, NpgsqlDbType.Smallint);
            Queue(insert);
        }
    }

    public override void InsertText(List<(long Id, string Words)> lines)
    {
        foreach (var some in lines.Chunk(MaxQueued))
        {
            var insert = new NpgsqlBatchCommand(
                "INSERT INTO ledger_text (id, words) SELECT id, array_to_tsvector(string_to_array(words, ' ')) FROM unnest($1::bigint[], $2::text[]) AS lot (id, words)");
            Add(insert, Array.ConvertAll(some, line => line.Id), NpgsqlDbType.Bigint);
            Add(insert, Array.ConvertAll(some, line => line.Words), NpgsqlDbType.Text);
            Queue(insert);
        }
    }

    public override void RemoveText(long id, string words) => this["DELETE FROM ledger_text WHERE id = $1"].Bind(1, id).Run();

    public override bool FindsAllFirst => true;

    public override string TextQuery(IEnumerable<string> words) => string.Join(" & ", words.Select(word => $"'{word}'"));

    public override string TextPage(bool isBackwards) => isBackwards
        ? $"SELECT {LedgerSql.Columns} {Found} DESC LIMIT $4) f JOIN journal j ON j.id = f.id ORDER BY f.id DESC"
        : $"SELECT {LedgerSql.Columns} {Found} LIMIT $4) f JOIN journal j ON j.id = f.id ORDER BY f.id";

    public override void ReadOwners(IReadOnlyCollection<long> ids, Action<long, byte[]> found)
    {
        Flush();
        using var select = new NpgsqlCommand("SELECT id, owners FROM journal WHERE id = ANY($1)", connection);
        select.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. ids] });
        using var rows = select.ExecuteReader();
        while (rows.Read()) found(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1));
    }

    /// <summary>Sent with the next read or commit.</summary>
    public void Queue(NpgsqlBatchCommand command)
    {
        _batch ??= connection.CreateBatch();
        _batch.BatchCommands.Add(command);
        if (_batch.BatchCommands.Count >= MaxQueued) Send();
    }

    public void Flush()
    {
        FlushJournal();
        Send();
    }

    protected override SqlStatement Prepare(string sql) => new PostgreSqlStatement(this, sql);

    protected override void Close()
    {
        _batch?.Dispose();
        connection.Dispose();
    }

    private static void Add<T>(NpgsqlBatchCommand command, T[] values, NpgsqlDbType type) =>
        command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });

    private void FlushJournal()
    {
        if (_journal.Count == 0) return;
        var insert = new NpgsqlBatchCommand(
            "INSERT INTO journal (id, time, stanza, owners) SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bytea[], $4::bytea[])");
        Add(insert, _journal.ConvertAll(record => record.Id).ToArray(), NpgsqlDbType.Bigint);
        Add(insert, _journal.ConvertAll(record => StoreTime.ToMicroseconds(record.Time)).ToArray(), NpgsqlDbType.Bigint);
        Add(insert, _journal.ConvertAll(record => record.Stanza.ToArray()).ToArray(), NpgsqlDbType.Bytea);
        Add(insert, _owners.ToArray(), NpgsqlDbType.Bytea);
        _journal.Clear();
        _owners.Clear();
        Queue(insert);
    }

    private void Send()
    {
        if (_batch is null) return;
        using var batch = _batch;
        _batch = null;
        batch.ExecuteNonQuery();
    }

    private void RunNow(string sql)
    {
#pragma warning disable CA2100 // Texts of this program only.
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100 // as above
        command.ExecuteNonQuery();
    }
}

internal sealed class PostgreSqlStatement(PostgreSqlSession session, string sql) : SqlStatement
{
    private readonly List<NpgsqlParameter> _parameters = [];
    private NpgsqlCommand? _command;
    private NpgsqlDataReader? _rows;

    public override SqlStatement Bind(int index, long value) => Bind(index, new NpgsqlParameter<long> { TypedValue = value });

    public override SqlStatement Bind(int index, string value) => Bind(index, new NpgsqlParameter<string> { TypedValue = value });

    public override SqlStatement Bind(int index, ReadOnlySpan<byte> value) => Bind(index, new NpgsqlParameter<byte[]> { TypedValue = value.ToArray() });

    public override SqlStatement Bind(int index, Jid? value) => Bind(
        index, new NpgsqlParameter { Value = value is null ? DBNull.Value : value.ToString(), NpgsqlDbType = NpgsqlDbType.Text });

    public override void Run()
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in _parameters) command.Parameters.Add(parameter);
        _parameters.Clear();
        session.Queue(command);
    }

    public override bool Read()
    {
        if (_rows is null)
        {
            session.Flush();
#pragma warning disable CA2100 // Texts of this program only.
            _command = new NpgsqlCommand(sql, session.Connection);
#pragma warning restore CA2100 // as above
            foreach (var parameter in _parameters) _command.Parameters.Add(parameter);
            _parameters.Clear();
            _rows = _command.ExecuteReader();
        }
        if (_rows.Read()) return true;
        Reset();
        return false;
    }

    public override void Reset()
    {
        _rows?.Dispose();
        _command?.Dispose();
        (_rows, _command) = (null, null);
        _parameters.Clear();
    }

    public override long Int64(int column) => _rows!.GetFieldType(column) == typeof(int) ? _rows.GetInt32(column)
        : _rows.GetFieldType(column) == typeof(short) ? _rows.GetInt16(column) : _rows.GetInt64(column);

    public override string Text(int column) => _rows!.GetString(column);

    public override byte[] Bytes(int column) => _rows!.GetFieldValue<byte[]>(column);

    public override bool IsNull(int column) => _rows!.IsDBNull(column);

    public override void Dispose() => Reset();

    // In order, one after the other: places are never left out.
    private PostgreSqlStatement Bind(int index, NpgsqlParameter parameter)
    {
        while (_parameters.Count < index) _parameters.Add(parameter);
        _parameters[index - 1] = parameter;
        return this;
    }
}
