// The mailbox of a local account (design decision 1): everything that the account is, changed by one thread at a time.
using Balcony.Server.Modules;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Accounts;

/// <summary>A local account's mailbox. Made on first use, dropped when it is idle and has no session.</summary>
public sealed partial class Account : StoredMailbox<AccountItem>
{
    private readonly AccountServices _services;
    private Slots _slots;
    private LoadState _load;
    private bool _isRetired;

    internal Account(BareJid address, AccountServices services)
        : base(services.Options.MaxQueuedStanzasPerAccount)
    {
        Address = address;
        _services = services;
    }

    private enum LoadState : byte
    {
        NotLoaded,
        Loaded,
        Missing,
    }

    public BareJid Address { get; }

    /// <summary>The host it belongs to.</summary>
    public BareJid Host => Address.Host;

    internal AccountServices Services => _services;

    protected override ILogger Logger => _services.Logger;

    /// <summary>A module's state, as loaded or last set.</summary>
    public T Get<T>(AccountKey<T> key)
        where T : class => (T)_slots[key.Slot]!;

    /// <summary>Replaces a module's state; only in this mailbox.</summary>
    public void Set<T>(AccountKey<T> key, T value)
        where T : class => _slots.Set(key.Slot, value);

    /// <summary>Runs work in this mailbox, after what was posted before. Never refused.</summary>
    public void Run(Func<Account, ValueTask> work) => Post(new AccountItem(null, null, null, null, work), isUrgent: true);

    /// <summary>A client's stanza enters its account: <paramref name="stanza"/> has its verified <c>from</c>.</summary>
    /// <returns>False when the mailbox is full; the stanza was not taken.</returns>
    internal bool Submit(Stanza stanza, Session session, Receipt? receipt)
    {
        receipt?.Hold();
        if (Post(new AccountItem(stanza, null, session, receipt, null)))
        {
            return true;
        }
        receipt?.Release();
        return false;
    }

    /// <summary>Completes when what is queued now has been handled.</summary>
    internal Task DrainAsync()
    {
        var drained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Run(_ =>
        {
            drained.SetResult();
            return default;
        });
        return drained.Task;
    }

    /// <summary>The sender is not acknowledged before the ticket completes. If the commit fails he is told, and this account is loaded again from what
    /// is stored.</summary>
    internal void Hold(Stanza stanza, Receipt? receipt, CommitTicket ticket)
    {
        receipt?.Hold(ticket);
        AfterCommit(ticket, null, () => _services.Router.Bounce(stanza, StanzaError.ResourceConstraint));
    }

    protected override void PostWork(Action work) => Run(_ =>
    {
        work();
        return default;
    });

    protected override void OnCommitFailed(Exception? error, bool isReloaded)
    {
        RoutingLog.CommitFault(Logger, Address.ToString(), error);
        if (isReloaded)
        {
            _load = LoadState.NotLoaded;
        }
    }

    protected override async ValueTask HandleAsync(AccountItem item)
    {
        try
        {
            if (_isRetired)
            {
                // Posted while the mailbox was being dropped: a new one takes it.
                _services.Router.Repost(Address, item);
                return;
            }
            if (_load != LoadState.Loaded && !await LoadAsync(item).ConfigureAwait(false))
            {
                return;
            }
            if (item.Work is { } work)
            {
                await work(this).ConfigureAwait(false);
            }
            else if (item.Session is { } session)
            {
                await SendAsync(item.Stanza!, session, item.Receipt).ConfigureAwait(false);
            }
            else
            {
                await ReceiveAsync(item.Stanza!, item.To ?? item.Stanza!.To!, item.Receipt).ConfigureAwait(false);
            }
        }
        finally
        {
            item.Receipt?.Release();
        }
    }

    /// <summary>Drops the mailbox when nobody needs it. Posted by the router's sweep.</summary>
    internal ValueTask RetireIfIdle()
    {
        if (_sessions.Length == 0 && QueueLength == 0 && !HasCommits && !_inbox.IsDirty)
        {
            _isRetired = true;
            _services.Router.Remove(this);
        }
        return default;
    }

    // False: the item was answered, because there is no such account or it could not be read.
    private async ValueTask<bool> LoadAsync(AccountItem item)
    {
        try
        {
            bool exists = _services.Guests.Contains(Address) || await _services.Accounts.ExistsAsync(Address, CancellationToken.None).ConfigureAwait(false);
            _load = exists ? LoadState.Loaded : LoadState.Missing;
            if (_load == LoadState.Loaded)
            {
                await LoadRosterAsync().ConfigureAwait(false);
                foreach (var (slot, _, load) in _services.Registrations.AccountStates)
                {
                    _slots.Set(slot, await load(this).ConfigureAwait(false));
                }
                await AwakenSessionsAsync().ConfigureAwait(false);
                return true;
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            RoutingLog.LoadFault(Logger, Address.ToString(), fault);
            _load = LoadState.NotLoaded;
            _services.Router.Bounce(item.Stanza, StanzaError.ResourceConstraint, item.To, item.Session);
            if (item.Work is { } waiting)
            {
                // Somebody may wait for it; what needs the account finds that it is not there.
                await waiting(this).ConfigureAwait(false);
            }
            return false;
        }
        // RFC 6121 §8.5.1: no such account. Presence is ignored; a request or message is answered as if the account were not reachable.
        if (item.Stanza is Iq { IsRequest: true } request && item.To is BareJid)
        {
            // A few requests are answered as an account answers those that it keeps to itself for.
            await _services.Dispatcher.AnswerAsync(IqTarget.NoAccount, request, null, null).ConfigureAwait(false);
        }
        else if (item.Stanza is Message { Type: not MessageType.Headline } or Iq)
        {
            _services.Router.Bounce(item.Stanza, StanzaError.ServiceUnavailable, item.To);
        }
        if (item.Work is { } work && item.Stanza is null)
        {
            await work(this).ConfigureAwait(false);
        }
        await RetireIfIdle().ConfigureAwait(false);
        return false;
    }

    /// <summary>Tells the modules that listen; in this mailbox.</summary>
    internal async ValueTask RaiseAsync(object fact)
    {
        foreach (var (module, handler) in _services.Registrations.Handlers(fact.GetType()))
        {
            try
            {
                await handler(fact).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                RoutingLog.EventFault(Logger, fact.GetType().Name, module, fault);
            }
        }
    }
}
