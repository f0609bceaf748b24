// The store shapes in memory: the model that the databases are checked against, and the store of the tests.

namespace Balcony.Server.Storage;

/// <summary>Keeps everything until the process ends; commits at once unless a gate says otherwise. Any thread may call.</summary>
public sealed class MemoryStorage : StorageEngine
{
    private readonly Lock _gate = new();
    private readonly ICommitGate? _commitGate;
    private readonly MemoryReads _reads;
    private readonly MemoryStores _stores = new();
    private readonly MemoryLedger _ledger;
    private StorageHealth _health = StorageHealth.Well;
    private long _lastId;
    private long _nextImported = FirstImported;
    private DateTimeOffset _lastTime = DateTimeOffset.MinValue;
    private int _waiting;

    public MemoryStorage(ICommitGate? commitGate = null, TimeProvider? clock = null, bool hasTextIndex = true)
    {
        _commitGate = commitGate;
        HasTextIndex = hasTextIndex;
        _ledger = new MemoryLedger(clock ?? TimeProvider.System);
        _reads = new MemoryReads(_gate, _stores, _ledger);
    }

    public override StorageHealth Health => _health;

    public override ReadOnlyMemory<byte> Secret { get; } = System.Security.Cryptography.RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>All that it has is in memory: looking at it is the index.</summary>
    public override bool HasTextIndex { get; }

    public override int Waiting => Volatile.Read(ref _waiting);

    private protected override IStoreReads Reads => _reads;

    public override CommitTicket Commit(UnitOfWork unit)
    {
        lock (_gate)
        {
            unit.Seal(ref _lastId, ref _lastTime);
            if (_commitGate is null)
            {
                Apply(unit);
                return CommitTicket.Completed;
            }
            _waiting++;
        }
        var commit = new PendingCommit(this, unit);
        _commitGate.Arrive(commit);
        return commit.Ticket;
    }

    public override long ReserveImported(int count) => Interlocked.Add(ref _nextImported, count) - count;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal void Finish(PendingCommit commit, StorageException? error)
    {
        lock (_gate)
        {
            _waiting--;
            if (error is null) Apply(commit.Unit);
            else commit.Ticket.SetError(error);
            _health = error is null ? _health with { IsHealthy = true } : new(false, error);
        }
        // A fault of a callback is a fault of the test that gave it.
        commit.Ticket.Complete(static fault => throw new InvalidOperationException("a commit's callback failed", fault));
    }

    private protected override void Register(StoreDefinition definition)
    {
    }

    private void Apply(UnitOfWork unit)
    {
        foreach (ref readonly var operation in unit.Operations)
        {
            if (operation.Kind == StoreOperationKind.EraseOwner) _stores.Erase(operation.Owner!);
            if (operation.Store is not null) _stores.Apply(operation);
            else _ledger.Apply(operation);
        }
    }
}
