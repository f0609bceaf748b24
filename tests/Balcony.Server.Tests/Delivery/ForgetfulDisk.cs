// Stands between the server and its storage: commits wait, fail, or are lost with the machine.
using Balcony.Server.Storage;

namespace Balcony.Server.Tests.Delivery;

/// <summary>Applies units in their order. Any thread may call.</summary>
internal sealed class ForgetfulDisk : ICommitGate
{
    private readonly Lock _lock = new();
    private readonly Queue<PendingCommit> _waiting = new();
    private bool _isHolding;
    private bool _isApplying;

    public int Waiting
    {
        get { lock (_lock) return _waiting.Count; }
    }

    public void Arrive(PendingCommit commit)
    {
        lock (_lock) _waiting.Enqueue(commit);
        Work(int.MaxValue);
    }

    public void Hold()
    {
        lock (_lock) _isHolding = true;
    }

    public void Release()
    {
        lock (_lock) _isHolding = false;
        Work(int.MaxValue);
    }

    /// <summary>The oldest of those that wait become durable, although it holds.</summary>
    public void Apply(int count)
    {
        lock (_lock) _isHolding = false;
        Work(count);
        lock (_lock) _isHolding = _waiting.Count > 0;
    }

    /// <summary>All that wait are refused.</summary>
    public void Fail()
    {
        while (true)
        {
            PendingCommit? commit;
            lock (_lock)
            {
                if (!_waiting.TryDequeue(out commit)) return;
            }
            commit.Fail(new StorageException("the disk is full"));
        }
    }

    /// <summary>The machine is gone, and with it what was not durable.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _waiting.Clear();
            _isHolding = false;
        }
    }

    // One at a time: what a commit causes may commit in its turn.
    private void Work(int count)
    {
        while (true)
        {
            PendingCommit? commit;
            lock (_lock)
            {
                if (_isHolding || _isApplying || count-- <= 0 || !_waiting.TryDequeue(out commit)) return;
                _isApplying = true;
            }
            try
            {
                commit.Apply();
            }
            finally
            {
                lock (_lock) _isApplying = false;
            }
        }
    }
}
