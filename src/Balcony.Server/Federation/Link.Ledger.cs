// What a link keeps in the ledger until the peer has it, and what happens when the store cannot be written or read for a while.
using Balcony.Server.Routing;
using Balcony.Server.Storage;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Federation;

internal sealed partial class Link
{
    private const int PageSize = 50;

    // Entries that the peer has, and whose removal failed: no more than the queue held.
    private readonly List<long> _undone = [];
    private ITimer? _removal;
    private int _isLoading;
    private volatile bool _isRemembered;

    /// <summary>The store knows that the link has entries.</summary>
    public bool IsRemembered
    {
        get => _isRemembered;
        set => _isRemembered = value;
    }

    // Called under the gate: the ledger has what the queue has, in the same order.
    private void Keep(Receipt receipt, Stanza stanza)
    {
        var mine = new LedgerOwner(Owner, Pair.Peer, LedgerDirection.Inbound, LedgerFlags.UntilDelivered);
        var owners = receipt.TakeSender() is { } sender ? [sender.Owner, mine] : new[] { mine };
        var unit = new UnitOfWork();
        bool isFirst = !IsRemembered;
        if (isFirst)
        {
            // With the entry itself, and with each until a commit succeeded: a start must find them all.
            _services.Links.Remember(Pair, unit);
        }
        var (_, ticket) = receipt.Keep(_services.Storage, _services.Clock.GetUtcNow(), stanza, unit, owners);
        ticket.OnCompleted(
            (done, _) =>
            {
                if (done.IsFailed)
                {
                    RoutingLog.CommitFault(_services.Logger, Owner.ToString(), done.Error);
                    _services.Router.Bounce(stanza, StanzaError.ResourceConstraint);
                }
                else if (isFirst)
                {
                    IsRemembered = true;
                }
            },
            null);
    }

    /// <summary>The peer has these entries: they are its own from now on.</summary>
    public void Done(IReadOnlyList<long> ids)
    {
        if (ids.Count == 0)
        {
            return;
        }
        var unit = new UnitOfWork();
        foreach (long id in ids)
        {
            unit.RemoveEntry(Owner, id);
        }
        // Nobody waits: after a crash the peer gets a stanza again rather than never.
        _services.Storage.Commit(unit).OnCompleted(
            (done, _) =>
            {
                if (done.IsFailed)
                {
                    DoneLater(ids, done.Error!);
                }
            },
            null);
    }

    // What stays in the ledger would go out once more after a restart.
    private void DoneLater(IReadOnlyList<long> ids, Exception fault)
    {
        FederationLog.RemoveFault(_services.Logger, Pair, ids.Count, fault);
        lock (_gate)
        {
            _undone.AddRange(ids);
            if (_removal is null && !_services.Stopping.IsCancellationRequested)
            {
                _removal = _services.Clock.CreateTimer(_ => DoneAgain(), null, _services.Options.RetryAfter, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void DoneAgain()
    {
        long[] ids;
        lock (_gate)
        {
            _removal?.Dispose();
            _removal = null;
            ids = [.. _undone];
            _undone.Clear();
        }
        Done(ids);
    }

    /// <summary>Reads what the queue holds by its position only.</summary>
    public void Load()
    {
        if (Interlocked.Exchange(ref _isLoading, 1) == 0)
        {
            _ = LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        try
        {
            foreach (var (place, id) in _queue.NotLoaded(PageSize))
            {
                var entry = await _services.Storage.Ledger.GetAsync(Owner, id).ConfigureAwait(false);
                _queue.Load(place, id, entry?.Read(), entry?.Time ?? default);
            }
        }
        catch (StorageException fault)
        {
            FederationLog.LoadFault(_services.Logger, Pair, fault);
            await Task.Delay(_services.Options.RetryAfter, _services.Clock).ConfigureAwait(false);
        }
        Volatile.Write(ref _isLoading, 0);
        Flush();
    }

    // What was read must be read: a message that goes back is not forgotten because the store is away for a while.
    private async ValueTask<Stanza?> ReadAsync(long id)
    {
        while (true)
        {
            try
            {
                return await _services.Storage.Ledger.GetAsync(Owner, id, _services.Stopping).ConfigureAwait(false) is { } entry ? entry.Read() : null;
            }
            catch (StorageException fault)
            {
                FederationLog.LoadFault(_services.Logger, Pair, fault);
            }
            await Task.Delay(_services.Options.RetryAfter, _services.Clock, _services.Stopping).ConfigureAwait(false);
        }
    }
}
