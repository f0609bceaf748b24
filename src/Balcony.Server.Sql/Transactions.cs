// What the writer does in the database: one transaction at a time, and what memory knows of it afterwards.
using System.Security.Cryptography;
using Balcony.Server.Storage;

namespace Balcony.Server.Sql;

/// <summary>Opens its session when it needs one and throws it away when it is lost. The writer's thread only, after construction.</summary>
internal sealed class Transactions : IDisposable
{
    // Identifiers are reserved in the database many at a time, so that none is ever used twice, whatever was deleted.
    private const long ReservedAtATime = 65_536;

    private static readonly TimeSpan ProvenFor = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _clock;
    private readonly SqlDialect _dialect;
    private readonly LedgerTail _tail;
    private readonly LedgerWriter _ledger;
    private readonly LedgerText _text;
    private readonly StorageOptions _options;
    private SqlSession? _session;
    private long _reserved;
    private long _lastUsed;

    /// <exception cref="StorageException">The database cannot be opened, or is not ours to use.</exception>
    public Transactions(SqlDialect dialect, LedgerTail tail, StorageOptions options, TimeProvider clock, int secretBytes)
    {
        (_dialect, _tail, _options, _clock) = (dialect, tail, options, clock);
        _text = new LedgerText(options.HasTextIndex, options.TextLotMessages);
        _ledger = new LedgerWriter(tail, _text, dialect.IsShared, clock);
        _session = dialect.OpenWriter();
        try
        {
            Migrator.Migrate(dialect, _session, clock);
            Secret = LoadSecret(_session, secretBytes);
            LoadTail(_session);
        }
        catch (Exception)
        {
            _session.Dispose();
            throw;
        }
    }

    /// <summary>At the start: nothing above was given out.</summary>
    public long LastId => _reserved;

    public byte[] Secret { get; }

    /// <summary>At the start: of the newest record.</summary>
    public DateTimeOffset LastTime { get; private set; }

    public bool IsTextDue => _text.IsDue;

    public bool IsLotFull => _ledger.IsLotFull(_options.LotMessages);

    /// <summary>Not one unit's own fault. What is damaged in the database is a fault of who touches it.</summary>
    public bool IsStoreFault(Exception fault) => fault is StorageException || _dialect.IsStoreFault(fault);

    public Exception? TryCommit(ReadOnlySpan<CommitWriter.Item> items)
    {
        try
        {
            var session = Begin();
            var reserved = _reserved;
            if (_dialect.IsShared) Prefetch(session, items);
            foreach (ref readonly var item in items) reserved = Math.Max(reserved, Apply(session, item.Unit!));
            // A lot that nobody was idle for: the tail never holds more than two.
            if (_ledger.IsLotFull(2 * _options.LotMessages)) _ledger.Enter(session);
            _ledger.Finish(session);
            if (reserved > _reserved)
            {
                reserved += ReservedAtATime;
                session["UPDATE mark SET value = $1 WHERE name = 'reserved'"].Bind(1, reserved).Run();
            }
            session.Commit();
            _ledger.Committed();
            _reserved = reserved;
            return null;
        }
#pragma warning disable CA1031 // Whatever it was, the units fail with it and the writer goes on.
        catch (Exception fault)
#pragma warning restore CA1031 // as above
        {
            GiveUp(fault);
            return fault;
        }
    }

    /// <summary>Runs something in a transaction of its own; what it returns runs when that is committed.</summary>
    public Exception? TryRun(Func<SqlSession, Action> work)
    {
        try
        {
            var session = Begin();
            var committed = work(session);
            _ledger.Finish(session);
            session.Commit();
            _ledger.Committed();
            committed();
            return null;
        }
#pragma warning disable CA1031 // as above
        catch (Exception fault)
#pragma warning restore CA1031 // as above
        {
            GiveUp(fault);
            return fault;
        }
    }

    /// <summary>Writes, durably, something that changes nothing.</summary>
    public Exception? TryProbe() => TryRun(static session =>
    {
        session["UPDATE mark SET value = value WHERE name = 'reserved'"].Run();
        return static () => { };
    });

    public Exception? TryEnterLot()
    {
        var fault = TryRun(session =>
        {
            _ledger.Enter(session);
            return static () => { };
        });
        if (fault is not null) return fault;
        return TryTidy();
    }

    public Exception? TryEnterText() => TryRun(session =>
    {
        _ledger.EnterText(session);
        return static () => { };
    });

    public void Dispose()
    {
        _session?.Dispose();
        _session = null;
    }

    private Exception? TryTidy()
    {
        try
        {
            _session?.Tidy();
            return null;
        }
#pragma warning disable CA1031 // as above
        catch (Exception fault)
#pragma warning restore CA1031 // as above
        {
            GiveUp(fault);
            return fault;
        }
    }

    private SqlSession Begin()
    {
        long now = _clock.GetTimestamp();
        if (_session is not null && _dialect.IsShared && _clock.GetElapsedTime(_lastUsed, now) > ProvenFor && !Answers(_session)) Dispose();
        _session ??= _dialect.OpenWriter();
        _session.BeginWrite();
        _lastUsed = now;
        return _session;
    }

    // A database that was restarted meanwhile has forgotten the connection: no unit should be the one to find out.
    private static bool Answers(SqlSession session)
    {
        try
        {
            session["SELECT 1"].Single();
            return true;
        }
#pragma warning disable CA1031 // Whatever it was: a new connection says it again, if it is still so.
        catch (Exception)
#pragma warning restore CA1031 // as above
        {
            return false;
        }
    }

    private void Prefetch(SqlSession session, ReadOnlySpan<CommitWriter.Item> items)
    {
        var ids = new HashSet<long>();
        foreach (ref readonly var item in items) _ledger.Prefetch(item.Unit!.Operations, ids);
        _ledger.Read(session, ids);
    }

    // The largest identifier that the unit has.
    private long Apply(SqlSession session, UnitOfWork unit)
    {
        var last = 0L;
        foreach (ref readonly var operation in unit.Operations)
        {
            if (operation.Details is LedgerRecord record) last = Math.Max(last, record.Id);
            else if (operation.Details is ArchiveAppend append) last = append.Position;
            if (operation.Kind == StoreOperationKind.EraseOwner) StoreWriter.Erase(session, operation.Owner!);
            if (operation.Store is null) _ledger.Apply(session, operation);
            else StoreWriter.Apply(session, operation);
        }
        return last;
    }

    private void GiveUp(Exception fault)
    {
        _ledger.Discard();
        if (_session is null) return;
        try
        {
            _session.ResetAll();
            _session.Rollback();
            if (!_dialect.IsSessionLost(fault)) return;
        }
#pragma warning disable CA1031 // The session is thrown away, and with it the transaction.
        catch (Exception)
#pragma warning restore CA1031 // as above
        {
        }
        Dispose();
    }

    private static byte[] LoadSecret(SqlSession session, int bytes)
    {
        var select = session["SELECT value FROM secret"];
        var secret = select.Read() ? select.Bytes(0) : null;
        select.Reset();
        if (secret is not null) return secret;
        secret = RandomNumberGenerator.GetBytes(bytes);
        session.BeginWrite();
        session["INSERT INTO secret (value) VALUES ($1)"].Bind(1, secret).Run();
        session.Commit();
        return secret;
    }

    private void LoadTail(SqlSession session)
    {
        _reserved = session["SELECT value FROM mark WHERE name = 'reserved'"].Single() ?? 0;
        var entered = session["SELECT value FROM mark WHERE name = 'entered'"].Single() ?? 0;
        var last = session["SELECT max(id) FROM journal"].Single() ?? 0;
        if (last > 0)
            LastTime = StoreTime.FromMicroseconds(session["SELECT time FROM journal WHERE id = $1"].Bind(1, last).Single() ?? 0);
        var rows = new List<(long, LedgerOwner[])>();
        if (!_dialect.IsShared)
        {
            var select = session["SELECT id, owners FROM journal WHERE id > $1 ORDER BY id"].Bind(1, entered);
            while (select.Read()) rows.Add((select.Int64(0), JournalOwners.Decode(select.Bytes(1))));
        }
        _tail.Load(_dialect.IsShared ? _reserved : entered, rows);
        _ledger.Loaded(Math.Max(last, _tail.Entered));
        _text.Load(session);
    }
}
