// Reads on threads of their own: a pool thread, or a mailbox, never waits for a disk.
using Balcony.Server.Storage;

namespace Balcony.Server.Sql;

/// <summary>A few threads, each with a session; what they cannot take at once waits in a bounded queue.</summary>
internal sealed class ReaderPool : IDisposable
{
    private readonly object _gate = new();
    private readonly Queue<Request> _queue = new();
    private readonly SqlDialect _dialect;
    private readonly int _maxWaiting;
    private readonly Thread[] _threads;
    private bool _isStopping;

    public ReaderPool(SqlDialect dialect, StorageOptions options)
    {
        (_dialect, _maxWaiting) = (dialect, options.MaxWaitingReads);
        _threads = new Thread[options.Readers];
        for (var i = 0; i < _threads.Length; i++)
        {
            _threads[i] = new Thread(Run) { IsBackground = true, Name = $"store reader {i + 1}" };
            _threads[i].Start();
        }
    }

    /// <summary>What <paramref name="read"/> reads is of one state of the database.</summary>
    /// <exception cref="StorageException">The database failed, or too many reads wait.</exception>
    public ValueTask<T> ReadAsync<T>(Func<SqlSession, T> read, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested) return ValueTask.FromCanceled<T>(cancel);
        var request = new Request<T>(read, cancel);
        lock (_gate)
        {
            if (_isStopping) return ValueTask.FromException<T>(new StorageException("the store is closed"));
            if (_queue.Count >= _maxWaiting) return ValueTask.FromException<T>(new StorageFullException());
            _queue.Enqueue(request);
            Monitor.Pulse(_gate);
        }
        return new(request.Task);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isStopping = true;
            Monitor.PulseAll(_gate);
        }
        foreach (var thread in _threads) thread.Join();
    }

    private void Run()
    {
        SqlSession? session = null;
        while (Next() is { } request) session = Answer(request, session);
        session?.Dispose();
    }

    private Request? Next()
    {
        lock (_gate)
        {
            while (_queue.Count == 0 && !_isStopping) Monitor.Wait(_gate);
            return _queue.TryDequeue(out var request) ? request : null;
        }
    }

    // A session that was lost since the last read is made again once; what fails then is the reader's to know.
    private SqlSession? Answer(Request request, SqlSession? session)
    {
        for (var isSecond = session is null; ; isSecond = true)
        {
            try
            {
                session ??= _dialect.OpenReader();
                session.BeginRead();
                request.Read(session);
                session.EndRead();
                request.Deliver();
                return session;
            }
#pragma warning disable CA1031 // Whatever a read met belongs to who asked for it; the thread goes on.
            catch (Exception fault)
#pragma warning restore CA1031 // as above
            {
                var isLost = session is null || _dialect.IsSessionLost(fault) || !TryEnd(session);
                if (isLost)
                {
                    session?.Dispose();
                    session = null;
                    if (!isSecond) continue;
                }
                request.Fail(fault is StorageException ? fault : new StorageException("the store could not be read", fault));
                return session;
            }
        }
    }

    private static bool TryEnd(SqlSession session)
    {
        try
        {
            session.ResetAll();
            session.Rollback();
            return true;
        }
#pragma warning disable CA1031 // The session is thrown away then.
        catch (Exception)
#pragma warning restore CA1031 // as above
        {
            return false;
        }
    }

    private abstract class Request
    {
        public abstract void Read(SqlSession session);

        public abstract void Deliver();

        public abstract void Fail(Exception fault);
    }

    private sealed class Request<T>(Func<SqlSession, T> read, CancellationToken cancel) : Request
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _value;

        public Task<T> Task => _answer.Task;

        public override void Read(SqlSession session) => _value = cancel.IsCancellationRequested ? default : read(session);

        public override void Deliver()
        {
            if (cancel.IsCancellationRequested) _answer.TrySetCanceled(cancel);
            else _answer.TrySetResult(_value!);
        }

        public override void Fail(Exception fault) => _answer.TrySetException(fault);
    }
}
