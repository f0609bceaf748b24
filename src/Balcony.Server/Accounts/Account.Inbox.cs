// XEP-0160 and what follows from it: entries that no device has taken are delivered to the next that can take them, in order (ADR 006).
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

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

    /// <summary>These were to be written to a session's client, and the connection broke.</summary>
    internal void NotTaken(List<long> ids) => Run(async account =>
    {
        foreach (long id in ids)
        {
            account._inbox.Leave(id);
        }
        await account.OfferAsync().ConfigureAwait(false);
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

    /// <summary>A client that reads the archive itself has bound a resource (XEP-0386 §3.2): what waits up to this entry, and is archived, waits no more; in
    /// this mailbox.</summary>
    internal async ValueTask ClearWaitingAsync(long upTo)
    {
        if (Array.Exists(_sessions, other => other.CatchUp is { IsBacklog: true }))
        {
            // Another device is getting it.
            return;
        }
        _inbox.Clear(upTo);
        for (var returned = _inbox.Returned(PageSize, 0); returned.Count > 0; returned = _inbox.Returned(PageSize, returned[^1]))
        {
            foreach (var entry in await _services.Storage.Ledger.GetAsync(Address, returned).ConfigureAwait(false))
            {
                if (entry.Id <= upTo && entry.Owner.IsArchived)
                {
                    _inbox.Forget(entry.Id);
                }
            }
        }
        SaveSoon();
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
        AfterCommit(
            _services.Storage.Commit(unit), null,
            () =>
            {
                _inbox.NotSaved(done);
                SaveSoon();
            },
            isReloaded: false);
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
    private ValueTask CatchUpAsync(Session session, bool joins = false)
    {
        bool isBacklog = _inbox.HasWork && !Array.Exists(_sessions, other => other.CatchUp is { IsBacklog: true });
        if (joins && session.CatchUp is null && _lastKept is { IsSettled: false })
        {
            // What is being committed now is in no archive that the client may have asked before it came: it is for this session, too.
            session.MissedSince = Math.Min(session.MissedSince ?? _settledUpTo, _settledUpTo);
        }
        if (session.CatchUp is null && (isBacklog || session.MissedSince is not null))
        {
            session.CatchUp = new CatchUp(session.MissedSince, _inbox.Last, isBacklog) { HadBefore = session.HadBefore };
            session.MissedSince = null;
            _inbox.IsOffering = true;
        }
        session.HadBefore = null;
        return PumpAsync(session);
    }

    // Messages to the account are not for it any more: what still waits is for another. What it missed itself it gets when it is back.
    private ValueTask StopCatchingUpAsync(Session session)
    {
        if (session.CatchUp is not { } catchUp)
        {
            return default;
        }
        session.MissedSince = catchUp.MissedSince;
        return HandOnAsync(session);
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
            catchUp.Begin(_inbox.BacklogFrom);
            while (session.Queue.Count < HighWater)
            {
                if (catchUp.IsBacklog && await ReturnAsync(session, catchUp).ConfigureAwait(false))
                {
                    continue;
                }
                bool isAllCommitted = _lastKept is null or { IsSettled: true };
                var page = await _services.Storage.Ledger.PageAsync(
                    Address, new LedgerQuery { After = catchUp.After, Limit = PageSize, IsOffline = true }).ConfigureAwait(false);
                if (page.Count == 0)
                {
                    if (!isAllCommitted && _lastKept is null or { IsSettled: true })
                    {
                        // The commit was done while the page was read, which may have missed it.
                        continue;
                    }
                    EndCatchUp(session, catchUp);
                    return;
                }
                foreach (var entry in page)
                {
                    catchUp.After = entry.Id;
                    var stanza = entry.Read();
                    bool isForOthers = IsForOthers(session, catchUp, entry.Id, stanza) || IsCleared(catchUp, entry);
                    if (catchUp.IsBacklog)
                    {
                        _inbox.Advance(entry.Id);
                    }
                    if (!isForOthers && !DeliverLate(session, entry, stanza))
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

    // Whether others have it, and only they: what came before this session did, or to another's full address.
    private bool IsForOthers(Session session, CatchUp catchUp, long id, Stanza stanza)
    {
        if (catchUp.HadBefore?.Contains(id) == true)
        {
            // Its own already: it was written to it before messages to the account were.
            return true;
        }
        bool wasNeverOffered = catchUp.IsBacklog && _inbox.HasBacklog && id > _inbox.BacklogFrom && !_inbox.IsKnown(id);
        if (wasNeverOffered)
        {
            return false;
        }
        return catchUp.MissedSince is null && id <= catchUp.Joined
            ? _inbox.IsKnown(id)
            : stanza.To is FullJid other && !other.Equals(session.Address) && Find(other) is not null;
    }

    private bool IsCleared(CatchUp catchUp, LedgerEntry entry) => _inbox.IsCleared(entry.Id) && entry.Owner.IsArchived && !catchUp.Misses(entry.Id);

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
        EndOffering();
        SaveSoon();
    }

    private void EndOffering()
    {
        if (!Array.Exists(_sessions, session => session.CatchUp is not null))
        {
            _inbox.EndOffering();
        }
    }

    // Entries that a lost session held, before those that came later.
    private async ValueTask<bool> ReturnAsync(Session session, CatchUp catchUp)
    {
        var ids = _inbox.Returned(PageSize);
        // It comes by the others on its own way.
        ids.RemoveAll(id => id > catchUp.After);
        foreach (long id in ids)
        {
            if (await _services.Storage.Ledger.GetAsync(Address, id).ConfigureAwait(false) is not { } entry)
            {
                _inbox.Forget(id);
            }
            else if (!DeliverLate(session, entry, entry.Read()))
            {
                return false;
            }
        }
        return ids.Count > 0;
    }

    private bool DeliverLate(Session session, LedgerEntry entry, Stanza stanza)
    {
        bool isTransient = entry.Owner.Flags.HasFlag(LedgerFlags.UntilDelivered);
        _inbox.Hold(entry.Id, 1, isTransient);
        var item = new SessionItem { Stanza = stanza, LedgerId = entry.Id, Came = entry.Time.UtcTicks };
        if (session.Deliver(item))
        {
            return true;
        }
        _inbox.Leave(entry.Id);
        return false;
    }

    // What a lost session did not take goes to who is there, else to who comes next.
    private ValueTask HandOnAsync(Session lost)
    {
        lost.CatchUp = null;
        EndOffering();
        return OfferAsync();
    }

    private async ValueTask OfferAsync()
    {
        if (_inbox.HasWork && _sessions.Where(TakesMessages).OrderBy(session => session.IsHibernating).FirstOrDefault() is { } next)
        {
            await CatchUpAsync(next).ConfigureAwait(false);
        }
    }

    private static bool TakesMessages(Session session) => session.IsAvailable && session.Priority >= 0;
}
