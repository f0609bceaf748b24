// SQLite with a test between it and the engine.
using Balcony.Server.Sql;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Tests.Storage;

internal sealed class FaultyDialect(string path) : SqlDialect
{
    private readonly SqliteDialect _inner = new(path);
    private volatile Stop? _stop;
    private volatile TaskCompletionSource? _nextCommit;
    private int _commits;

    /// <summary>Thrown by each commit, instead of it.</summary>
    public Exception? Fault { get; set; }

    /// <summary>A text whose binding is a unit's own fault.</summary>
    public string? BadText { get; init; }

    public int Commits => Volatile.Read(ref _commits);

    public override string Name => _inner.Name;

    public override bool IsShared => false;

    /// <summary>The writer stops in its next commit until this is disposed of.</summary>
    public Stop StopNextCommit() => _stop = new Stop();

    public Task NextCommit() => (_nextCommit = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public override SqlSession OpenWriter() => new Session(this, _inner.OpenWriter());

    public override SqlSession OpenReader() => _inner.OpenReader();

    public override void Migrate(SqlSession session, Action migrate) => _inner.Migrate(((Session)session).Inner, migrate);

    public override bool IsStoreFault(Exception fault) => _inner.IsStoreFault(fault);

    public override bool IsSessionLost(Exception fault) => _inner.IsSessionLost(fault);

    public override void Dispose() => _inner.Dispose();

    public sealed class Stop : IDisposable
    {
        private readonly ManualResetEventSlim _reached = new();
        private readonly ManualResetEventSlim _released = new();

        public void WaitUntilReached() => _reached.Wait(TestTimeout);

        public void Dispose() => _released.Set();

        public void Reach()
        {
            _reached.Set();
            _released.Wait(TestTimeout);
        }

        private static readonly TimeSpan TestTimeout = TimeSpan.FromMinutes(1);
    }

    private sealed class Session(FaultyDialect dialect, SqlSession inner) : SqlSession
    {
        public SqlSession Inner => inner;

        public override void BeginWrite() => inner.BeginWrite();

        public override void BeginRead() => inner.BeginRead();

        public override void EndRead() => inner.EndRead();

        public override void Commit()
        {
            var stop = dialect._stop;
            dialect._stop = null;
            stop?.Reach();
            if (dialect.Fault is { } fault) throw fault;
            inner.Commit();
            Interlocked.Increment(ref dialect._commits);
            dialect._nextCommit?.TrySetResult();
        }

        public override void Rollback() => inner.Rollback();

        public override void RunScript(string sql) => inner.RunScript(sql);

        public override void InsertText(List<(long Id, string Words)> lines) => inner.InsertText(lines);

        public override void RemoveText(long id, string words) => inner.RemoveText(id, words);

        public override string TextQuery(IEnumerable<string> words) => inner.TextQuery(words);

        public override string TextPage(bool isBackwards) => inner.TextPage(isBackwards);

        protected override SqlStatement Prepare(string sql) => new Statement(dialect, inner[sql]);

        protected override void Close() => inner.Dispose();
    }

    private sealed class Statement(FaultyDialect dialect, SqlStatement inner) : SqlStatement
    {
        public override SqlStatement Bind(int index, long value) => Same(inner.Bind(index, value));

        public override SqlStatement Bind(int index, string value) =>
            value == dialect.BadText ? throw new ArgumentException("a planned fault") : Same(inner.Bind(index, value));

        public override SqlStatement Bind(int index, ReadOnlySpan<byte> value) => Same(inner.Bind(index, value));

        public override SqlStatement Bind(int index, Jid? value) => Same(inner.Bind(index, value));

        public override void Run() => inner.Run();

        public override bool Read() => inner.Read();

        public override void Reset() => inner.Reset();

        public override long Int64(int column) => inner.Int64(column);

        public override string Text(int column) => inner.Text(column);

        public override byte[] Bytes(int column) => inner.Bytes(column);

        public override bool IsNull(int column) => inner.IsNull(column);

        public override void Dispose()
        {
        }

        private Statement Same(SqlStatement _) => this;
    }
}
