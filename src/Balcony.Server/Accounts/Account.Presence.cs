// RFC 6121 §4: presence of this account's sessions, and presence that comes for it.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Accounts;

public sealed partial class Account
{
    private async ValueTask SendPresenceAsync(Presence presence, Session session, Receipt? receipt)
    {
        if (presence.IsSubscription)
        {
            SendSubscription(presence, receipt);
        }
        else if (presence.To is { } to)
        {
            SendDirected(presence, to, session, receipt);
        }
        else
        {
            switch (presence.Type)
            {
                case PresenceType.Available:
                    await BecomeAvailableAsync(presence, session).ConfigureAwait(false);
                    break;
                case PresenceType.Unavailable when session.IsAvailable:
                    int before = session.Priority;
                    EndPresence(session, presence);
                    await RaiseAsync(new PresenceChanged(session, presence, false, before)).ConfigureAwait(false);
                    await StopCatchingUpAsync(session).ConfigureAwait(false);
                    break;
                default:
                    break;
            }
        }
    }

    // §4.2 and §4.4
    private async ValueTask BecomeAvailableAsync(Presence presence, Session session)
    {
        bool isInitial = !session.IsAvailable;
        int? before = isInitial ? null : session.Priority;
        session.SetPresence(presence);
        Broadcast(presence);
        if (isInitial)
        {
            // §4.2.2: the new session learns of the owner's other sessions, and asks whom it may see.
            foreach (var other in _sessions)
            {
                if (other != session && other.Presence is { } known)
                {
                    session.Deliver(known, session.Address);
                }
            }
            ProbeContacts(session);
            DeliverRequests(session);
        }
        await RaiseAsync(new PresenceChanged(session, presence, isInitial, before)).ConfigureAwait(false);
        if (TakesMessages(session))
        {
            await CatchUpAsync(session, joins: isInitial).ConfigureAwait(false);
        }
        else
        {
            await StopCatchingUpAsync(session).ConfigureAwait(false);
        }
    }

    // §4.5.2: everybody who saw this session learns that it is gone.
    private void EndPresence(Session session, Presence? last = null)
    {
        bool wasAvailable = session.IsAvailable;
        session.SetPresence(null);
        if (!wasAvailable && session.Directed is null)
        {
            return;
        }
        var unavailable = last ?? new Presence(PresenceType.Unavailable, null, session.Address);
        if (wasAvailable)
        {
            Broadcast(unavailable);
            if (last is not null)
            {
                // §4.5.2: the session that said so is told as well.
                session.Deliver(unavailable, Address);
            }
        }
        // §4.6.3
        foreach (var to in session.Directed ?? [])
        {
            _services.Router.Route(unavailable, to);
        }
        session.Directed = null;
    }

    // To the contacts that may see it, and to the owner's own available sessions; the stanza is shared, only `to` differs.
    private void Broadcast(Presence presence)
    {
        foreach (var contact in _roster.Subscribers)
        {
            if (!IsHiddenFrom(contact))
            {
                _services.Router.Route(presence, contact);
            }
        }
        foreach (var session in _sessions)
        {
            if (session.IsAvailable)
            {
                session.Deliver(presence, Address);
            }
        }
    }

    private bool IsHiddenFrom(BareJid contact)
    {
        foreach (var isHidden in _services.Registrations.HidesPresence)
        {
            if (isHidden(this, contact))
            {
                return true;
            }
        }
        return false;
    }

    // §4.6
    private void SendDirected(Presence presence, Jid to, Session session, Receipt? receipt)
    {
        if (presence.Type == PresenceType.Available && !SeesBroadcast(to, session))
        {
            var directed = session.Directed ??= [];
            if (directed.Count >= _services.Options.MaxDirectedPresence && !directed.Contains(to))
            {
                _services.Router.Bounce(presence, StanzaError.ResourceConstraint, to, session);
                return;
            }
            directed.Add(to);
        }
        else if (presence.Type == PresenceType.Unavailable)
        {
            session.Directed?.Remove(to);
        }
        _services.Router.Route(presence, receipt: receipt, origin: session);
    }

    private bool SeesBroadcast(Jid to, Session session) => session.IsAvailable && (to.Bare.Equals(Address) || _roster.Find(to.Bare) is { Subscription.From: true });

    private void ReceivePresence(Presence presence, Jid to, Receipt? receipt)
    {
        switch (presence.Type)
        {
            case PresenceType.Probe:
                AnswerProbe(presence, to);
                break;
            case PresenceType.Subscribe or PresenceType.Subscribed or PresenceType.Unsubscribe or PresenceType.Unsubscribed:
                ReceiveSubscription(presence, receipt);
                break;
            default:
                if (_subscribing?.TryHold(presence, to) != true)
                {
                    DeliverPresence(presence, to);
                }
                break;
        }
    }

    // §8.5.2.1.2 and §8.5.3.1: to the resource that matches, else to all that are available.
    private void DeliverPresence(Presence presence, Jid to)
    {
        if (to is FullJid full)
        {
            Find(full)?.Deliver(presence, to);
            return;
        }
        foreach (var session in _sessions)
        {
            if (session.IsAvailable)
            {
                session.Deliver(presence, to);
            }
        }
    }

    // §4.3: the stanza is shared by all probes of one login.
    private void ProbeContacts(Session session)
    {
        Presence? probe = null;
        foreach (var contact in _roster.Subscriptions)
        {
            probe ??= new Presence(PresenceType.Probe, null, session.Address);
            _services.Router.Route(probe, contact);
        }
    }

    // §4.3.2
    private void AnswerProbe(Presence probe, Jid to)
    {
        var from = probe.From!;
        if (!from.Bare.Equals(Address) && _roster.Find(from.Bare) is not { Subscription.From: true })
        {
            _services.Router.Route(new Presence(PresenceType.Unsubscribed, from.Bare, Address));
            return;
        }
        bool isAnyAvailable = false;
        foreach (var session in _sessions)
        {
            if (session.Presence is { } presence && (to is not FullJid full || session.Address.Equals(full)))
            {
                isAnyAvailable = true;
                _services.Router.Route(presence, from);
            }
        }
        if (!isAnyAvailable)
        {
            // Rule 3: a definite answer ends an old presence that the asker may still hold. It speaks for what was asked about:
            // in the bare address's name it would deny the account's other resources too.
            _services.Router.Route(new Presence(PresenceType.Unavailable, from, to));
        }
    }

    // §3.1.3: a request that was not answered is delivered again to each session that becomes available.
    private void DeliverRequests(Session session)
    {
        foreach (var entry in _roster.Requests)
        {
            session.Deliver(Stanza.Read(XmlElement.Parse(entry.Request), Address, entry.Contact), Address);
        }
    }
}
