// The one writer of a database: a thread that commits, in one transaction, all that arrived while the last was on its way.
using System.Diagnostics;
using System.Runtime.InteropServices;
using Balcony.Server.Storage;

namespace Balcony.Server.Sql;

/// <summary>
/// A unit alone is committed at once; the more arrive during a commit, the more share the next. The thread lives until the store is closed: what a commit
/// met fails its units, and the next ones are tried again.
/// </summary>
internal sealed class CommitWriter : IDisposable
{
    private readonly object _gate = new();
    private readonly Transactions _transactions;
    private readonly CommitCallbacks _callbacks;
    private readonly StorageOptions _options;
    private readonly Recovery _recovery;
    private readonly StorageLog _log;
    private readonly Thread _thread;

    // Under the lock.
    private List<Item> _queue = [];
    private long _lastId;
    private DateTimeOffset _lastTime;
    private int _waitingUnits;
    private long _waitingBytes;
    private bool _isStopping;
    private bool _isProbeDue;

    // The thread's.
    private List<Item> _batch = [];
    private readonly List<CommitTicket> _finished = [];
    private StorageHealth _health = StorageHealth.Well;

    public CommitWriter(Transactions transactions, StorageOptions options, TimeProvider clock, StorageLog log)
    {
        (_transactions, _options, _log) = (transactions, options, log);
        (_lastId, _lastTime) = (transactions.LastId, transactions.LastTime);
        _callbacks = new CommitCallbacks(Left, log.CallbackFailed);
        _recovery = new Recovery(clock, Wake);
        _thread = new Thread(Run) { IsBackground = true, Name = "store writer" };
        _thread.Start();
    }

    public StorageHealth Health => Volatile.Read(ref _health);

    public int Waiting => Volatile.Read(ref _waitingUnits);

    public CommitTicket Commit(UnitOfWork unit)
    {
        lock (_gate)
        {
            if (_isStopping) return CommitTicket.Failed(new StorageException("the store is closed"));
            if (_waitingUnits >= _options.MaxWaitingUnits || (_waitingUnits > 0 && _waitingBytes + unit.Bytes > _options.MaxWaitingBytes))
                return CommitTicket.Failed(new StorageFullException());
            unit.Seal(ref _lastId, ref _lastTime);
            var ticket = new CommitTicket();
            _queue.Add(new(unit, ticket, null));
            Interlocked.Increment(ref _waitingUnits);
            _waitingBytes += unit.Bytes;
            if (_queue.Count == 1) Monitor.Pulse(_gate);
            return ticket;
        }
    }

    /// <summary>Runs something in a transaction of its own and waits for it.</summary>
    public void Invoke(Func<SqlSession, Action> work)
    {
        var call = new Call(work);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isStopping, this);
            _queue.Add(new(null, null, call));
            if (_queue.Count == 1) Monitor.Pulse(_gate);
        }
        call.Done.Wait();
        call.Done.Dispose();
        if (call.Error is not null) throw call.Error;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_isStopping) return;
            _isStopping = true;
            Monitor.Pulse(_gate);
        }
        _thread.Join();
        _recovery.Dispose();
    }

    private void Run()
    {
        // What the last process left undone.
        while (_queue.Count == 0 && Idle()) { }
        while (Take())
        {
            var at = 0;
            while (at < _batch.Count) at = Next(at);
            _batch.Clear();
            while (_queue.Count == 0 && Idle()) { }
        }
        _transactions.Dispose();
    }

    private bool Take()
    {
        lock (_gate)
        {
            while (_queue.Count == 0 && !_isStopping && !_isProbeDue) Monitor.Wait(_gate);
            (_queue, _batch) = (_batch, _queue);
            return _batch.Count > 0 || !_isStopping;
        }
    }

    // What is left of the batch, up to a call or to the bound of a transaction, in one.
    private int Next(int at)
    {
        if (_batch[at].Call is { } call)
        {
            call.Run(_transactions, Note);
            return at + 1;
        }
        var end = at;
        while (end < _batch.Count && end - at < _options.MaxBatchUnits && _batch[end].Call is null) end++;
        Commit(CollectionsMarshal.AsSpan(_batch)[at..end]);
        return end;
    }

    private void Commit(ReadOnlySpan<Item> items)
    {
        var started = Stopwatch.GetTimestamp();
        var closed = _recovery.IsClosed(Health);
        var fault = closed ?? _transactions.TryCommit(items);
        if (fault is not null && items.Length > 1 && !_transactions.IsStoreFault(fault))
        {
            // One unit asked for what cannot be: the others must not suffer for it. By halves, or who provokes it would slow down everybody.
            Commit(items[..(items.Length / 2)]);
            Commit(items[(items.Length / 2)..]);
            return;
        }
        if (fault is null) _options.Committed?.Invoke(started);
        if (closed is null) Note(fault);
        var error = fault is null or StorageException ? fault : new StorageException("the store could not commit", fault);
        foreach (ref readonly var item in items)
        {
            if (error is not null) item.Ticket!.SetError(error);
            _finished.Add(item.Ticket!);
        }
        _callbacks.Add(CollectionsMarshal.AsSpan(_finished));
        _finished.Clear();
        lock (_gate)
        {
            foreach (ref readonly var item in items) _waitingBytes -= item.Unit!.Bytes;
        }
    }

    // One thing at a time; whether there is more.
    private bool Idle()
    {
        lock (_gate)
        {
            _isProbeDue = false;
            if (_isStopping) return false;
        }
        if (!Health.IsHealthy)
        {
            if (_recovery.IsClosed(Health) is null) Note(_transactions.TryProbe());
            return false;
        }
        Exception? fault;
        if (_transactions.IsLotFull) fault = _transactions.TryEnterLot();
        else if (_transactions.IsTextDue) fault = _transactions.TryEnterText();
        else return false;
        Note(fault);
        return fault is null;
    }

    private void Note(Exception? fault)
    {
        if (fault is null)
        {
            if (Health.IsHealthy) return;
            Volatile.Write(ref _health, Health with { IsHealthy = true });
            _recovery.Succeeded();
            _log.Recovered();
        }
        else if (_transactions.IsStoreFault(fault))
        {
            if (Health.IsHealthy) _log.CommitFailed(fault);
            Volatile.Write(ref _health, new(false, fault));
            _recovery.Failed();
        }
        else if (fault is not StorageException)
        {
            _log.UnitFailed(fault);
        }
    }

    private void Left(int count) => Interlocked.Add(ref _waitingUnits, -count);

    private void Wake()
    {
        lock (_gate)
        {
            _isProbeDue = true;
            Monitor.Pulse(_gate);
        }
    }

    internal readonly record struct Item(UnitOfWork? Unit, CommitTicket? Ticket, Call? Call);

    internal sealed class Call(Func<SqlSession, Action> work)
    {
        public ManualResetEventSlim Done { get; } = new();

        public Exception? Error { get; private set; }

        public void Run(Transactions transactions, Action<Exception?> note)
        {
            Error = transactions.TryRun(work);
            note(Error);
            Done.Set();
        }
    }
}
