// Finds the handler of a request and sends exactly one answer (RFC 6120 §8.2.3).
using Balcony.Server.Accounts;
using Balcony.Server.Modules;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Server.Streams;
using Balcony.Xmpp.Stanzas;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Routing;

internal sealed class IqDispatcher(ServerRegistrations registrations, IRouter router, ILogger logger, CancellationToken stopping)
{
    /// <summary>Answers a request: with the handler's reply, or <c>service-unavailable</c> when there is none (RFC 6120 §8.4).</summary>
    /// <param name="target">Exactly one.</param>
    /// <param name="iq">A request.</param>
    /// <param name="account">The account that is asked, in its mailbox; null for a host.</param>
    /// <param name="session">The local session that asked and gets the answer; null: the answer is routed.</param>
    public async ValueTask AnswerAsync(IqTarget target, Iq iq, Account? account, Session? session)
    {
        IqReply reply;
        var payload = iq.Payload!;
        if (registrations.FindIq(target, iq.Type, payload) is { } handler)
        {
            try
            {
                var host = account?.Host ?? iq.To!.Bare;
                reply = await handler(new IqContext(iq, target, account, session, host, stopping), payload).ConfigureAwait(false);
            }
            catch (StanzaException fault)
            {
                reply = IqReply.Error(fault.Error);
            }
            catch (Exception fault) when (fault is StorageException or StorageFullException)
            {
                RoutingLog.IqFault(logger, payload.Name, payload.Namespace, fault);
                reply = IqReply.Error(StanzaError.ResourceConstraint);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                RoutingLog.IqFault(logger, payload.Name, payload.Namespace, fault);
                reply = IqReply.Error(StanzaError.InternalServerError);
            }
        }
        else
        {
            reply = IqReply.Error(StanzaError.ServiceUnavailable);
        }
        Send(iq, reply, account, session);
    }

    /// <summary>Answers a request of a client that has not logged in.</summary>
    public async ValueTask<Stanza> AnswerBeforeLoginAsync(PreLoginIqHandler handler, StreamFeatureContext stream, Iq iq)
    {
        try
        {
            var reply = await handler(stream, iq, iq.Payload!).ConfigureAwait(false);
            if (reply.Ticket is { } ticket)
            {
                await ticket.AsTask().ConfigureAwait(false);
            }
            reply.Then?.Invoke();
            return reply.Fault is { } fault ? iq.ErrorReply(fault) : iq.Result(reply.Payload);
        }
        catch (StanzaException fault)
        {
            return iq.ErrorReply(fault.Error);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            RoutingLog.IqFault(logger, iq.Payload!.Name, iq.Payload.Namespace, fault);
            return iq.ErrorReply(fault is StorageException or StorageFullException ? StanzaError.ResourceConstraint : StanzaError.InternalServerError);
        }
    }

    private void Send(Iq iq, IqReply reply, Account? account, Session? session)
    {
        if (reply.Ticket is not { } ticket)
        {
            Send(reply.Fault is { } fault ? iq.ErrorReply(fault) : iq.Result(reply.Payload), session);
            return;
        }
        void Succeeded()
        {
            reply.Then?.Invoke();
            Send(iq.Result(reply.Payload), session);
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
