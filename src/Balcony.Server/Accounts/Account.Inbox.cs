// XEP-0160 and what follows from it: entries that no device has taken are delivered to the next that can take them, in order (ADR 006).
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;

namespace Balcony.Server.Accounts;

public sealed partial class Account
{
    private const int PageSize = 100;
    private const int HighWater = 300;
    private const int LowWater = 100;

    private static readonly TimeSpan StorageRetry = TimeSpan.FromSeconds(1);

    private readonly Inbox _inbox = new();
    private bool _isSaveDue;

    /// <summary>These entries were written to a session's client, or acknowledged by it.</summary>
    internal void Taken(Session session, List<long> ids) => Run(account =>
    {
        account.Took(session, ids);
        return default;
    });

    /// <summary>Messages wait for a session, or may; in this mailbox.</summary>
    internal bool HasWaiting => _inbox.HasWork;

    /// <summary>How many messages wait for a session; in this mailbox.</summary>
    internal async ValueTask<int> CountWaitingAsync()
    {
        if (_inbox.Waiting is not { } waiting)
        {
            await OpenInboxAsync().ConfigureAwait(false);
            waiting = await _services.Storage.Ledger.CountOfflineAsync(Address, _inbox.BacklogFrom).ConfigureAwait(false);
            _inbox.Waiting = waiting;
        }
        return waiting;
    }

    private async ValueTask OpenInboxAsync()
    {
        if (_inbox.Stored is null)
        {
            _inbox.Opened(await _services.Marks.GetAsync(Address).ConfigureAwait(false));
        }
    }

    /// <summary>Stores what was taken since the last time; about once a second, so that a busy account costs one small write.</summary>
    internal ValueTask SaveInbox()
    {
        _isSaveDue = false;
        if (!_inbox.IsDirty || _load != LoadState.Loaded)
        {
            return default;
        }
        var (mark, done) = _inbox.Save();
        var unit = new UnitOfWork();
        if (mark is { } taken)
        {
            unit.Set(_services.Marks, Address, taken);
        }
        foreach (long id in done)
        {
            unit.RemoveEntry(Address, id);
        }
        foreach (var session in _sessions)
        {
            if (session.Management is { CanResume: true, Delivered: > 0 } management)
            {
                management.Save(unit);
            }
        }
        AfterCommit(_services.Storage.Commit(unit), null, () => _inbox.NotSaved(done), isReloaded: false);
        return default;
    }

    private void SaveSoon()
    {
        if (!_isSaveDue && _inbox.IsDirty)
        {
            _isSaveDue = true;
            _services.Unsaved.Enqueue(this);
        }
    }

    // What waits is for the first session that takes messages (RFC 6121 §8.5.2.1.1); it gets everything before what is new.
    private ValueTask CatchUpAsync(Session session)
    {
        bool isBacklog = _inbox.HasWork && !Array.Exists(_sessions, other => other.CatchUp is { IsBacklog: true });
        if (session.CatchUp is null && (isBacklog || session.MissedSince is not null))
        {
            session.CatchUp = new CatchUp(session.MissedSince, isBacklog);
            session.MissedSince = null;
        }
        return PumpAsync(session);
    }

    private async ValueTask PumpAsync(Session session)
    {
        if (session.CatchUp is not { IsPumping: false } catchUp || session.IsClosed)
        {
            return;
        }
        catchUp.IsPumping = true;
        try
        {
            await OpenInboxAsync().ConfigureAwait(false);
            catchUp.Begin(_inbox.OfferedUpTo);
            while (session.Queue.Count < HighWater)
            {
                if (catchUp.IsBacklog && await ReturnAsync(session).ConfigureAwait(false))
                {
                    continue;
                }
                var page = await _services.Storage.Ledger.PageAsync(
                    Address, new LedgerQuery { After = catchUp.After, Limit = PageSize, IsOffline = true }).ConfigureAwait(false);
                if (page.Count == 0)
                {
                    EndCatchUp(session, catchUp);
                    return;
                }
                foreach (var entry in page)
                {
                    catchUp.After = entry.Id;
                    if (catchUp.IsBacklog)
                    {
                        bool isKnown = entry.Id > _inbox.BacklogFrom && _inbox.IsKnown(entry.Id);
                        _inbox.Advance(entry.Id);
                        if (isKnown)
                        {
                            continue;
                        }
                    }
                    if (catchUp.Returned.Contains(entry.Id))
                    {
                        continue;
                    }
                    if (!DeliverLate(session, entry))
                    {
                        return;
                    }
                }
                session.Flush();
            }
            session.Queue.WhenLow(LowWater, () => Run(account => account.PumpAsync(session)));
        }
        catch (StorageException fault)
        {
            RoutingLog.LoadFault(Logger, Address.ToString(), fault);
            _ = PumpLaterAsync(session);
        }
        finally
        {
            catchUp.IsPumping = false;
        }
    }

    // The store is gone for the moment; what it has is not lost.
    private async Task PumpLaterAsync(Session session)
    {
        await Task.Delay(StorageRetry, _services.Clock).ConfigureAwait(false);
        Run(account => account.PumpAsync(session));
    }

    private void EndCatchUp(Session session, CatchUp catchUp)
    {
        if (_lastKept is { IsSettled: false } last)
        {
            // Its commit is on the way, and it was not delivered because this session is catching up.
            last.OnSettled(() => Run(account => account.PumpAsync(session)));
            return;
        }
        session.CatchUp = null;
        if (catchUp.IsBacklog)
        {
            _inbox.EndBacklog();
        }
        SaveSoon();
    }

    // Entries that a lost session held, before those that came later.
    private async ValueTask<bool> ReturnAsync(Session session)
    {
        var ids = _inbox.Returned(PageSize);
        foreach (long id in ids)
        {
            if (await _services.Storage.Ledger.GetAsync(Address, id).ConfigureAwait(false) is not { } entry)
            {
                _inbox.Forget(id);
            }
            else if (!DeliverLate(session, entry))
            {
                return false;
            }
            else
            {
                session.CatchUp?.Returned.Add(id);
            }
        }
        return ids.Count > 0;
    }

    private bool DeliverLate(Session session, LedgerEntry entry)
    {
        bool isTransient = entry.Owner.Flags.HasFlag(LedgerFlags.UntilDelivered);
        _inbox.Hold(entry.Id, 1, isTransient);
        var item = new SessionItem { Stanza = Restore(entry), LedgerId = entry.Id, Came = entry.Time.UtcTicks };
        if (session.Deliver(item))
        {
            return true;
        }
        _inbox.Leave(entry.Id);
        return false;
    }

    // What a lost session did not take goes to who is there, else to who comes next.
    private async ValueTask HandOnAsync(Session lost)
    {
        lost.CatchUp = null;
        if (!_inbox.HasWork)
        {
            return;
        }
        var next = _sessions.Where(TakesMessages).OrderBy(session => session.IsHibernating).FirstOrDefault();
        if (next is not null)
        {
            await CatchUpAsync(next).ConfigureAwait(false);
        }
    }

    private static bool TakesMessages(Session session) => session.IsAvailable && session.Priority >= 0;
}
