// Finds the handler of a request and sends exactly one answer (RFC 6120 §8.2.3).
using Balcony.Server.Accounts;
using Balcony.Server.Modules;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Server.Streams;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Routing;

internal sealed class IqDispatcher(ServerRegistrations registrations, IRouter router, ILogger logger, CancellationToken stopping)
{
    /// <summary>Signalled when the server stops.</summary>
    public CancellationToken Stopping => stopping;

    /// <summary>Answers a request: with the handler's reply, or <c>service-unavailable</c> when there is none (RFC 6120 §8.4).</summary>
    /// <param name="target">Exactly one.</param>
    /// <param name="iq">A request.</param>
    /// <param name="account">The account that is asked, in its mailbox; null for a host.</param>
    /// <param name="session">The local session that asked and gets the answer; null: the answer is routed.</param>
    /// <param name="receipt">What the sender's count waits for; null when nobody counts.</param>
    public ValueTask AnswerAsync(IqTarget target, Iq iq, Account? account, Session? session, Receipt? receipt = null) =>
        AnswerAsync(new IqContext(iq, target, account, session, account?.Host ?? iq.To!.Bare.Host, stopping), receipt);

    /// <inheritdoc cref="AnswerAsync(IqTarget, Iq, Account, Session, Receipt)"/>
    public async ValueTask AnswerAsync(IqContext context, Receipt? receipt = null)
    {
        var (iq, account, session) = (context.Iq, context.Account, context.Session);
        var payload = iq.Payload!;
        // Nothing is delegated of an account that is not there.
        var intercept = context.Target == IqTarget.NoAccount ? null : registrations.FindIntercept(context, payload);
        if ((intercept ?? registrations.FindIq(context.Target, iq.Type, payload)) is not { } handler)
        {
            Send(iq, IqReply.Error(StanzaError.ServiceUnavailable), account, session);
            return;
        }
        var reply = await GuardAsync(payload, () => handler(context, payload)).ConfigureAwait(false);
        if (reply.Ticket is { } ticket)
        {
            receipt?.Hold(ticket);
        }
        if (reply.Pending is { } pending)
        {
            _ = SendLaterAsync(iq, payload, pending, account, session);
            return;
        }
        Send(iq, reply, account, session);
    }

    private async Task SendLaterAsync(Iq iq, XmlElement payload, Task<IqReply> pending, Account? account, Session? session) =>
        Send(iq, await GuardAsync(payload, () => new ValueTask<IqReply>(pending)).ConfigureAwait(false), account, session);

    // The one place where what a handler throws becomes a stanza error.
    private async ValueTask<IqReply> GuardAsync(XmlElement payload, Func<ValueTask<IqReply>> answer)
    {
        try
        {
            return await answer().ConfigureAwait(false);
        }
        catch (StanzaException fault)
        {
            return IqReply.Error(fault.Error);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            RoutingLog.IqFault(logger, payload.Name, payload.Namespace, fault);
            return IqReply.Error(fault is StorageException ? StanzaError.ResourceConstraint : StanzaError.InternalServerError);
        }
    }

    /// <summary>Answers a request of a client that has not logged in.</summary>
    public async ValueTask<Stanza> AnswerBeforeLoginAsync(PreLoginIqHandler handler, StreamFeatureContext stream, Iq iq)
    {
        var payload = iq.Payload!;
        var reply = await GuardAsync(payload, () => handler(stream, iq, payload)).ConfigureAwait(false);
        if (reply.Ticket is { } ticket)
        {
            reply = await GuardAsync(payload, async () =>
            {
                await ticket.AsTask().ConfigureAwait(false);
                reply.Then?.Invoke();
                return reply;
            }).ConfigureAwait(false);
        }
        return reply.Answer(iq);
    }

    private void Send(Iq iq, IqReply reply, Account? account, Session? session)
    {
        if (reply.Ticket is not { } ticket)
        {
            Send(reply.Answer(iq), session);
            reply.Afterwards?.Invoke();
            return;
        }
        void Succeeded()
        {
            reply.Then?.Invoke();
            Send(iq.Result(reply.Payload), session);
            reply.Afterwards?.Invoke();
        }

        void Failed() => Send(iq.ErrorReply(StanzaError.ResourceConstraint), session);

        if (account is not null)
        {
            account.AfterCommit(ticket, Succeeded, Failed);
        }
        else
        {
            ticket.OnCompleted(
                (done, _) =>
                {
                    if (done.IsFailed)
                    {
                        Failed();
                    }
                    else
                    {
                        Succeeded();
                    }
                },
                null);
        }
    }

    private void Send(Stanza answer, Session? session)
    {
        if (session is not null)
        {
            session.Deliver(answer);
        }
        else
        {
            router.Route(answer);
        }
    }
}
