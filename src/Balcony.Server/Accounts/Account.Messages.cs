// RFC 6121 §8.5: which sessions get a message.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Accounts;

public sealed partial class Account
{
    private ValueTask ReceiveMessageAsync(Message message, Jid to, Receipt? receipt)
    {
        if (to is FullJid full)
        {
            // §8.5.3.1: a resource that matches gets it, whatever its presence.
            if (Find(full) is { } session && session.Deliver(message, to))
            {
                return default;
            }
            switch (message.Type)
            {
                // §8.5.3.2.1: a chat message that missed its resource goes on as one to the account; the others are answered or dropped.
                case MessageType.Chat:
                    break;
                case MessageType.Normal or MessageType.Groupchat:
                    _services.Router.Bounce(message, StanzaError.ServiceUnavailable, to);
                    return default;
                default:
                    return default;
            }
        }
        switch (message.Type)
        {
            // §8.5.2.1.1: groupchat makes no sense for an account; errors are never for it.
            case MessageType.Groupchat:
                _services.Router.Bounce(message, StanzaError.ServiceUnavailable, to);
                return default;
            case MessageType.Error:
                return default;
            default:
                break;
        }
        bool isDelivered = false;
        foreach (var session in _sessions)
        {
            // §8.5.2.1.1: all sessions of non-negative priority; never one of negative priority.
            if (session.IsAvailable && session.Priority >= 0)
            {
                isDelivered |= session.Deliver(message, to);
            }
        }
        return isDelivered || message.Type == MessageType.Headline ? default : UndeliveredAsync(message, to, receipt);
    }

    // §8.5.2.2.1: nobody is there; a module may keep the message, else the sender is told.
    private async ValueTask UndeliveredAsync(Message message, Jid to, Receipt? receipt)
    {
        var left = await FilterAsync(_services.Registrations.UndeliveredFilters, message, null, receipt, to).ConfigureAwait(false);
        if (left is not null)
        {
            _services.Router.Bounce(left, StanzaError.ServiceUnavailable, to);
        }
    }

    /// <summary>What a lost session never got is handled as if it had not been there (RFC 6121 §8.5).</summary>
    internal void Reroute(Session session) => Run(async account =>
    {
        foreach (var item in session.Queue.TakeAll())
        {
            switch (item.Stanza)
            {
                case Message { IsError: false } message:
                    await account.ReceiveMessageAsync(message, Address, null).ConfigureAwait(false);
                    break;
                case Iq { IsRequest: true } iq:
                    account._services.Router.Bounce(iq, StanzaError.ServiceUnavailable, item.To);
                    break;
                default:
                    break;
            }
        }
    });
}
