// RFC 6121 §8.5: which sessions get a message.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Accounts;

public sealed partial class Account
{
    /// <param name="kept">How the account keeps the message; null: not at all, so far.</param>
    private ValueTask ReceiveMessageAsync(Message message, Jid to, Receipt receipt, LedgerFlags? kept)
    {
        // §8.5.3.1: a resource that matches gets it, whatever its presence; a groupchat or error message goes nowhere else.
        var one = to is FullJid full ? Find(full) : null;
        if (one is null)
        {
            if (to is FullJid && message.Type is not (MessageType.Chat or MessageType.Normal))
            {
                // §8.5.3.2.1: a chat message that missed its resource goes on as one to the account; so does what the ledger has; the others are answered or dropped.
                return message.Type == MessageType.Groupchat ? Refuse(message, to) : default;
            }
            if (message.Type == MessageType.Normal && to is FullJid && kept is null)
            {
                return Refuse(message, to);
            }
            // §8.5.2.1.1: groupchat makes no sense for an account; errors are never for it.
            if (message.Type is MessageType.Groupchat or MessageType.Error)
            {
                return message.Type == MessageType.Groupchat ? Refuse(message, to) : default;
            }
        }
        return kept is null && AwaitsTakers(one) ? KeepForLaterAsync(message, to, receipt, one) : Deliver(message, to, receipt, kept, one);
    }

    // Those that would take it are away, or get older messages first: without the ledger a crash would lose it, or it would overtake them.
    private bool AwaitsTakers(Session? one)
    {
        if (one is not null)
        {
            return one.IsHibernating || one.CatchUp is not null;
        }
        bool isAny = false;
        foreach (var session in _sessions)
        {
            if (TakesMessages(session))
            {
                if (!session.IsHibernating && session.CatchUp is null)
                {
                    return false;
                }
                isAny = true;
            }
        }
        return isAny;
    }

    private async ValueTask KeepForLaterAsync(Message message, Jid to, Receipt receipt, Session? one)
    {
        _keep = null;
        // What the filters say besides is for messages that nobody takes: this one is taken.
        await FilterAsync(_services.Registrations.UndeliveredFilters, message, null, receipt, to).ConfigureAwait(false);
        var kept = _keep;
        if (kept is { } flags)
        {
            KeepInbound(message, to, receipt, flags);
        }
        await Deliver(message, to, receipt, kept, one).ConfigureAwait(false);
    }

    private ValueTask Deliver(Message message, Jid to, Receipt receipt, LedgerFlags? kept, Session? one)
    {
        // What is in the ledger and may be delivered late; a session that is catching up finds it there, in its place.
        bool isOffline = kept is { } flags && (flags & LedgerFlags.ArchiveOnly) == 0;
        int holding = -1;
        if (one is not null)
        {
            holding = DeliverTo(one, message, to, receipt, isOffline, null);
            if (holding > 0 && isOffline && !TakesMessages(one) && receipt.Record is { } record)
            {
                // What was settled when it becomes available is not offered to it in any case.
                (one.HadBefore ??= []).RemoveAll(id => id <= _settledUpTo);
                one.HadBefore.Add(record.Id);
            }
        }
        else
        {
            var fork = kept is null ? ForkFor(message) : null;
            foreach (var session in _sessions)
            {
                // §8.5.2.1.1: all sessions of non-negative priority; never one of negative priority.
                if (!TakesMessages(session))
                {
                    continue;
                }
                if (DeliverTo(session, message, to, receipt, isOffline, fork) is var more and >= 0)
                {
                    holding = Math.Max(holding, 0) + more;
                }
                else
                {
                    fork?.Leave();
                }
            }
        }
        Keep(receipt, kept, isOffline, Math.Max(holding, 0));
        return holding >= 0 || kept is not null || message.Type == MessageType.Headline ? default : UndeliveredAsync(message, to, receipt);
    }

    private ValueTask Refuse(Message message, Jid to)
    {
        _services.Router.Bounce(message, StanzaError.ServiceUnavailable, to);
        return default;
    }

    // How many sessions hold it now: 1; 0 when the session finds it in the ledger; -1 when it does not take it.
    private static int DeliverTo(Session session, Message message, Jid to, Receipt receipt, bool isOffline, Fork? fork)
    {
        if (isOffline && session.CatchUp is not null)
        {
            return 0;
        }
        return session.Deliver(new SessionItem { Stanza = message, To = to, Gate = receipt.IsKept ? receipt : null, Fork = fork }) ? 1 : -1;
    }

    // Null when only one gets it: what that gives back goes on to whoever there is.
    private Fork? ForkFor(Message message)
    {
        int takers = 0;
        foreach (var session in _sessions)
        {
            takers += TakesMessages(session) ? 1 : 0;
        }
        return takers > 1 && message.Type != MessageType.Headline ? new Fork(takers) : null;
    }

    private void Keep(Receipt receipt, LedgerFlags? kept, bool isOffline, int holders)
    {
        if (!isOffline || receipt.Record is not { } record)
        {
            return;
        }
        _inbox.Add(record.Id, holders, kept == LedgerFlags.UntilDelivered);
        if (holders == 0 && Array.Find(_sessions, session => session.CatchUp is not null) is { CatchUp: { } catchUp })
        {
            // It comes to the one that is catching up, as the first that takes it.
            catchUp.IsBacklog = true;
        }
    }

    // §8.5.2.2.1: nobody is there; a module may keep the message, else the sender is told.
    private async ValueTask UndeliveredAsync(Message message, Jid to, Receipt receipt)
    {
        _keep = null;
        var left = await FilterAsync(_services.Registrations.UndeliveredFilters, message, null, receipt, to).ConfigureAwait(false);
        if (_keep is { } flags)
        {
            KeepInbound(message, to, receipt, flags);
            Keep(receipt, flags, isOffline: true, holders: 0);
        }
        else if (left is not null)
        {
            _services.Router.Bounce(left, StanzaError.ServiceUnavailable, to);
        }
    }

    /// <summary>What a lost session never got is handled as if it had not been there (RFC 6121 §8.5).</summary>
    internal void Reroute(Session session) => Run(account => account.RerouteAsync(session));

    private async ValueTask RerouteAsync(Session session)
    {
        foreach (var item in session.Queue.TakeAll())
        {
            if (item.Gate is { IsSettled: false } gate)
            {
                // Whether the ledger has it is not known before its commit.
                gate.OnSettled(() => Run(account => account.RerouteAsync(item)));
            }
            else
            {
                await RerouteAsync(item).ConfigureAwait(false);
            }
        }
        await HandOnAsync(session).ConfigureAwait(false);
    }

    private async ValueTask RerouteAsync(SessionItem item)
    {
        if (item.Gate is { IsFailed: true })
        {
            return;
        }
        long id = item.LedgerId != 0 ? item.LedgerId : item.Gate?.Record?.IdFor(Address) ?? 0;
        if (id != 0)
        {
            // Who has only a copy does not hold the message for the account.
            if (item.Form is null)
            {
                _inbox.Leave(id);
            }
            return;
        }
        switch (item.Stanza)
        {
            case Message { IsError: false } message when item.Form is null && item.Fork?.Leave() != false:
                // A room has to learn which of its occupants is gone.
                var to = message.Type == MessageType.Groupchat ? item.To ?? message.To ?? Address : Address;
                var late = item.Came == 0 ? message : (Message)message.With(new Delay(new DateTimeOffset(item.Came, TimeSpan.Zero), Host));
                var receipt = new Receipt();
                await ReceiveMessageAsync(late, to, receipt, null).ConfigureAwait(false);
                receipt.Release();
                break;
            case Iq { IsRequest: true } iq:
                _services.Router.Bounce(iq, StanzaError.ServiceUnavailable, item.To);
                break;
            default:
                break;
        }
    }
}
