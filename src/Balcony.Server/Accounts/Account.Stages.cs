// The way of a stanza through an account: the stages, and what comes after them (design §2, RFC 6121 §8).
using Balcony.Server.Modules;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Accounts;

public sealed partial class Account
{
    /// <summary>Sends a message or a request as if a client of the account had (XEP-0356 §5.3, §6.3): through the same stages, but without a session.</summary>
    /// <param name="stanza">From the account's bare address.</param>
    /// <param name="receipt">What its acknowledgement waits for; null when nobody waits.</param>
    /// <param name="refused">Called instead, in no particular place, when there is no such account or its mailbox is full.</param>
    internal void SendInName(Stanza stanza, Receipt? receipt, Action<StanzaError> refused)
    {
        receipt?.Hold();
        async ValueTask SendAsync(Account account)
        {
            if (account._load == LoadState.Loaded)
            {
                await account.SendAsync(stanza, null, receipt).ConfigureAwait(false);
            }
            else
            {
                refused(account._load == LoadState.Missing ? StanzaError.ItemNotFound : StanzaError.ResourceConstraint);
            }
        }

        // The mailbox releases the receipt when it is done.
        if (!Post(new AccountItem(null, null, null, receipt, SendAsync)))
        {
            receipt?.Release();
            refused(StanzaError.ResourceConstraint);
        }
    }

    // A client of this account, or somebody in its name, sent a stanza.
    private async ValueTask SendAsync(Stanza stanza, Session? session, Receipt? receipt)
    {
        if (session is { IsClosed: true })
        {
            return;
        }
        var filters = _services.Registrations.Outbound;
        _keep = null;
        if (filters.BeforeKeeping.Length > 0)
        {
            var passed = await FilterAsync(filters.BeforeKeeping, stanza, session, receipt, null).ConfigureAwait(false);
            if (passed is null)
            {
                return;
            }
            stanza = passed;
        }
        if (receipt is not null)
        {
            KeepOutbound(stanza, receipt);
        }
        if (filters.AfterKeeping.Length > 0)
        {
            var passed = await FilterAsync(filters.AfterKeeping, stanza, session, receipt, null).ConfigureAwait(false);
            if (passed is null)
            {
                return;
            }
            stanza = passed;
        }
        switch (stanza)
        {
            case Message:
                _services.Router.Route(stanza, receipt: receipt);
                break;
            case Presence presence:
                await SendPresenceAsync(presence, session!, receipt).ConfigureAwait(false);
                break;
            case Iq iq when iq.To is null || iq.To.Equals(Address):
                // RFC 6120 §10.3.3: without a 'to' the server answers for the account.
                await AnswerAsync(IqTarget.OwnAccount, iq, session, receipt).ConfigureAwait(false);
                break;
            default:
                _services.Router.Route(stanza, receipt: receipt, origin: session);
                break;
        }
    }

    // A stanza came for this account. A message that nobody waits for has a receipt all the same: what it causes waits for its commit.
    private async ValueTask ReceiveAsync(Stanza stanza, Jid to, Receipt? receipt)
    {
        if (receipt is not null || stanza is not Message)
        {
            await ReceiveWithAsync(stanza, to, receipt).ConfigureAwait(false);
            return;
        }
        var own = new Receipt();
        try
        {
            await ReceiveWithAsync(stanza, to, own).ConfigureAwait(false);
        }
        finally
        {
            own.Release();
        }
    }

    private async ValueTask ReceiveWithAsync(Stanza stanza, Jid to, Receipt? receipt)
    {
        var filters = _services.Registrations.Inbound;
        _keep = null;
        if (filters.BeforeKeeping.Length > 0)
        {
            var passed = await FilterAsync(filters.BeforeKeeping, stanza, null, receipt, to).ConfigureAwait(false);
            if (passed is null)
            {
                return;
            }
            stanza = passed;
        }
        var kept = stanza is Message ? _keep : null;
        if (kept is { } flags)
        {
            KeepInbound(stanza, to, receipt!, flags);
        }
        if (filters.AfterKeeping.Length > 0)
        {
            var passed = await FilterAsync(filters.AfterKeeping, stanza, null, receipt, to).ConfigureAwait(false);
            if (passed is null)
            {
                return;
            }
            stanza = passed;
        }
        switch (stanza)
        {
            case Message message:
                await ReceiveMessageAsync(message, to, receipt!, kept).ConfigureAwait(false);
                break;
            case Presence presence:
                ReceivePresence(presence, to, receipt);
                break;
            case Iq iq when to is FullJid full:
                // RFC 6121 §8.5.3: to the resource, or the sender is told that it is not there.
                if (Find(full) is not { } session || !session.Deliver(iq, to))
                {
                    _services.Router.Bounce(iq, StanzaError.ServiceUnavailable, to);
                }
                break;
            case Iq iq:
                await AnswerAsync(IqTarget.Account, iq, null, null).ConfigureAwait(false);
                break;
            default:
                break;
        }
    }

    private ValueTask AnswerAsync(IqTarget target, Iq iq, Session? session, Receipt? receipt)
    {
        if (iq.IsRequest)
        {
            return _services.Dispatcher.AnswerAsync(target, iq, this, session, receipt);
        }
        // RFC 6120 §8.2.3: only requests are answered; a result for nobody is dropped.
        _services.Router.Answer(iq);
        return default;
    }

    // The stanza to go on with; null when it ended in a filter, which was answered where an answer is due.
    private async ValueTask<Stanza?> FilterAsync(RegisteredFilter[] filters, Stanza stanza, Session? session, Receipt? receipt, Jid? to)
    {
        foreach (var filter in filters)
        {
            Verdict verdict;
            try
            {
                verdict = await filter.Filter(new StanzaFlow(stanza, this, session, receipt)).ConfigureAwait(false);
            }
            catch (StanzaException fault)
            {
                verdict = Verdict.Refuse(fault.Error);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // Design: the failure policy is the stage's. Only copies may fail silently; whatever guards or keeps fails closed.
                if (filter.Stage == Stage.Copy)
                {
                    RoutingLog.CopyFault(Logger, filter.Stage, filter.Module, fault);
                    continue;
                }
                RoutingLog.StageFault(Logger, filter.Stage, filter.Module, fault);
                verdict = Verdict.Refuse(
                    fault is Storage.StorageException ? StanzaError.ResourceConstraint : StanzaError.InternalServerError);
            }
            if (verdict.IsContinue)
            {
                continue;
            }
            if (verdict.Replacement is { } replacement)
            {
                stanza = replacement;
                continue;
            }
            if (verdict.Error is { } error)
            {
                _services.Router.Bounce(stanza, error, to, session);
            }
            return null;
        }
        return stanza;
    }
}
