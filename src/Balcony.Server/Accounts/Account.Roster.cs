// RFC 6121 §2 and §3: changes to the roster, by its owner and by subscriptions.
using Balcony.Server.Routing;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Accounts;

public sealed partial class Account
{
    private const int MaxKeptRequestBytes = 4_096;

    private Roster _roster = new();
    private PresenceBehind? _subscribing;

    public Roster Roster => _roster;

    /// <summary>Sends a roster push for an entry to all sessions that asked for the roster (RFC 6121 §2.1.6).</summary>
    internal void Push(RosterEntry entry, long version)
    {
        var item = ToItem(entry);
        foreach (var handler in _services.Registrations.RosterPushes)
        {
            handler(this, item);
        }
        var push = new RosterQuery([item]) { Version = RosterStore.Format(version) };
        foreach (var session in _sessions)
        {
            if (session.IsInterested)
            {
                session.Deliver(new Iq(IqType.Set, session.Address, null, $"push-{RosterStore.Format(version)}", push));
            }
        }
    }

    /// <summary>How clients see an entry; one that is not listed any more is a removal.</summary>
    internal static RosterItem ToItem(RosterEntry entry) => new(entry.Contact)
    {
        Name = entry.IsListed ? entry.Name : null,
        Groups = entry.IsListed ? entry.Groups : [],
        Subscription = (entry.IsListed, entry.Subscription.To, entry.Subscription.From) switch
        {
            (false, _, _) => RosterSubscription.Remove,
            (_, true, true) => RosterSubscription.Both,
            (_, true, false) => RosterSubscription.To,
            (_, false, true) => RosterSubscription.From,
            _ => RosterSubscription.None,
        },
        IsAsking = entry is { IsListed: true, Subscription.PendingOut: true },
        IsApproved = entry is { IsListed: true, Subscription.Approved: true },
    };

    /// <summary>Changes an entry in memory and in the store; the push waits for the commit.</summary>
    /// <param name="entry">The new state; an empty one is removed.</param>
    /// <param name="push">Whether clients see a difference.</param>
    /// <param name="then">What else follows once it is committed; in this mailbox.</param>
    /// <param name="failed">What follows when it was not committed.</param>
    /// <param name="first">What clients must see before the push.</param>
    internal CommitTicket Change(RosterEntry entry, bool push, Action? then = null, Action? failed = null, Action? first = null)
    {
        var unit = new UnitOfWork();
        long version = ++_roster.Version;
        _roster.Put(entry);
        _services.Rosters.Save(unit, Address, entry, version);
        var ticket = _services.Storage.Commit(unit);
        AfterCommit(
            ticket,
            () =>
            {
                first?.Invoke();
                if (push)
                {
                    Push(entry, version);
                }
                then?.Invoke();
            },
            failed);
        return ticket;
    }

    private async ValueTask LoadRosterAsync() => _roster = await _services.Rosters.LoadAsync(Address).ConfigureAwait(false);

    // §3: what a client of ours sends, by the tables of §A.2.
    private void SendSubscription(Presence presence, Receipt? receipt)
    {
        if (presence.To is null || presence.To.Bare.Equals(Address))
        {
            return;
        }
        var contact = presence.To.Bare;
        var entry = _roster.Find(contact) ?? new RosterEntry(contact, default);
        var (next, isRouted) = entry.Subscription.SendOutbound(presence.Type);
        // §3.1.2 and §3.4.2: asking or approving puts the contact into the roster.
        bool isListed = entry.IsListed || (presence.Type is PresenceType.Subscribe or PresenceType.Subscribed && next != default);
        if (isListed && !entry.IsListed && _roster.Count >= _services.Options.MaxRosterItems)
        {
            _services.Router.Bounce(presence, StanzaError.ResourceConstraint);
            return;
        }
        // §3.1.2: stamped with the bare address.
        var stamped = (Presence)presence.Readdress(contact, Address);
        if (next == entry.Subscription && isListed == entry.IsListed)
        {
            if (isRouted)
            {
                _services.Router.Route(stamped, receipt: receipt);
            }
            return;
        }
        var changed = entry with { Subscription = next, IsListed = isListed, Request = next.PendingIn ? entry.Request : null };
        bool beganToShow = !entry.Subscription.From && next.From;
        bool endedToShow = entry.Subscription.From && !next.From;
        var ticket = Change(
            changed,
            isListed && (!entry.IsListed || Visible(entry) != Visible(changed)),
            () =>
            {
                if (isRouted)
                {
                    _services.Router.Route(stamped);
                }
                ShowTo(contact, beganToShow, endedToShow);
            },
            () => _services.Router.Bounce(presence, StanzaError.ResourceConstraint));
        receipt?.Hold(ticket);
    }

    // §3: what comes from a contact, by the tables of §A.3.
    private void ReceiveSubscription(Presence presence, Receipt? receipt)
    {
        var contact = presence.From!.Bare;
        if (contact.Equals(Address))
        {
            return;
        }
        var entry = _roster.Find(contact) ?? new RosterEntry(contact, default);
        var (next, isDelivered, answer) = entry.Subscription.ReceiveInbound(presence.Type);
        if (entry.IsEmpty && next.PendingIn && _roster.Count >= _services.Options.MaxRosterItems)
        {
            return;
        }
        bool endedToShow = entry.Subscription.From && !next.From;
        bool beganToShow = !entry.Subscription.From && next.From;
        // §3.1.6, §3.2.3, §3.3.3: the stanza before the push, so that a client knows why the roster changes.
        void Deliver()
        {
            if (isDelivered)
            {
                DeliverSubscription(presence);
            }
        }

        void Effects()
        {
            if (answer is { } type)
            {
                _services.Router.Route(new Presence(type, contact, Address));
            }
            ShowTo(contact, beganToShow, endedToShow);
        }

        if (next == entry.Subscription)
        {
            Deliver();
            Effects();
            return;
        }
        var changed = entry with
        {
            Subscription = next,
            Request = next.PendingIn ? entry.Request ?? Keepable(presence, contact) : null,
        };
        bool isPushed = entry.IsListed && Visible(entry) != Visible(changed);
        (_subscribing ??= new PresenceBehind()).Begin(contact);
        var ticket = Change(
            changed,
            isPushed,
            () =>
            {
                Effects();
                EndSubscribing(contact);
            },
            () =>
            {
                _services.Router.Bounce(presence, StanzaError.ResourceConstraint);
                EndSubscribing(contact);
            },
            Deliver);
        receipt?.Hold(ticket);
    }

    private void EndSubscribing(BareJid contact)
    {
        foreach (var (presence, to) in _subscribing!.End(contact))
        {
            DeliverPresence(presence, to);
        }
    }

    // §3.1.3: the request is kept whole, with its status and extensions, unless a stranger could fill the store with it.
    private byte[] Keepable(Presence request, BareJid contact) =>
        (request.Bytes <= MaxKeptRequestBytes ? request.Readdress(Address, contact) : new Presence(PresenceType.Subscribe, Address, contact)).ToUtf8();

    // A request that waits is not visible in the roster, everything else is.
    private static Subscription Visible(RosterEntry entry) => entry.Subscription with { PendingIn = false };

    private void DeliverSubscription(Presence presence)
    {
        foreach (var session in _sessions)
        {
            // §3.1.3: requests go to available resources; §3.1.6, §3.2.3, §3.3.3: the rest to those that asked for the roster.
            if (presence.Type == PresenceType.Subscribe ? session.IsAvailable : session.IsInterested)
            {
                session.Deliver(presence, Address);
            }
        }
    }

    // §3.1.5, §3.2.2, §3.3.3: who may see us now gets our presence, who may no longer sees us go.
    internal void ShowTo(BareJid contact, bool begin, bool end)
    {
        if ((begin || end) && !IsHiddenFrom(contact))
        {
            Show(contact, begin);
        }
    }

    /// <summary>Sends a contact the presence of all available sessions, or that they are gone.</summary>
    internal void Show(BareJid contact, bool isAvailable)
    {
        foreach (var session in _sessions)
        {
            if (session.Presence is { } presence)
            {
                _services.Router.Route(isAvailable ? presence : new Presence(PresenceType.Unavailable, null, session.Address), contact);
            }
        }
    }
}
