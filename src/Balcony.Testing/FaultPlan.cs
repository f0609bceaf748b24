// Faults of a store, planned by a test: commits that fail, commits that take until the test says, a process that dies.
using Balcony.Server.Storage;

namespace Balcony.Testing;

/// <summary>Given to a <see cref="MemoryStorage"/>. Any thread may call; callbacks run on the thread that lets a commit go.</summary>
public sealed class FaultPlan : ICommitGate
{
    private readonly Lock _gate = new();
    private readonly Queue<PendingCommit> _held = [];
    private readonly SortedSet<long> _failing = [];
    private long _arrived;
    private bool _isHolding;
    private bool _isFailing;

    /// <summary>Commits that wait to be released.</summary>
    public int Held
    {
        get
        {
            lock (_gate) return _held.Count;
        }
    }

    /// <summary>The commit that arrives as the <paramref name="number"/>th from now fails; 1 is the next.</summary>
    public void FailNext(int number = 1)
    {
        lock (_gate) _failing.Add(_arrived + number);
    }

    /// <summary>Every commit fails, as on a full disk, until <see cref="Recover"/>.</summary>
    public void FailAll()
    {
        lock (_gate) _isFailing = true;
    }

    public void Recover()
    {
        lock (_gate) _isFailing = false;
    }

    /// <summary>From now on commits wait for <see cref="Release"/>.</summary>
    public void Hold()
    {
        lock (_gate) _isHolding = true;
    }

    /// <summary>Lets the oldest that wait become durable, in order; all of them, and those to come, when no number is given.</summary>
    public void Release(int? count = null)
    {
        if (count is null)
        {
            lock (_gate) _isHolding = false;
        }
        for (var left = count ?? int.MaxValue; left > 0; left--)
        {
            PendingCommit? next;
            lock (_gate)
            {
                if (!_held.TryDequeue(out next)) return;
            }
            next.Apply();
        }
    }

    /// <summary>The process dies: what waits is lost, and nobody is told. What the storage holds is what a new process finds.</summary>
    public void Crash()
    {
        lock (_gate)
        {
            _held.Clear();
            _isHolding = false;
        }
    }

    void ICommitGate.Arrive(PendingCommit commit)
    {
        bool fails;
        lock (_gate)
        {
            _arrived++;
            fails = _failing.Remove(_arrived) || _isFailing;
            if (!fails && (_isHolding || _held.Count > 0))
            {
                _held.Enqueue(commit);
                return;
            }
        }
        if (fails) commit.Fail(new StorageException("a planned fault"));
        else commit.Apply();
    }
}
