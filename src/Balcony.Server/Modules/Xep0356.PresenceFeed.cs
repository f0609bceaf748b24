// XEP-0356 §7: presence that a component is sent beside those whom it is meant for.
using System.Collections.Concurrent;
using Balcony.Server.Accounts;
using Balcony.Server.Components;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>Sends components the presence of accounts and of their contacts, each once (§8, rule 2).</summary>
internal sealed class PrivilegedPresenceFeed(Router router, SessionDirectory sessions, TimeProvider clock)
{
    // While a component reads what there was before it came.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private Feed[] _feeds = [];

    public void Register(ModuleBuilder module, IReadOnlyDictionary<Component, HashSet<BareJid>> hosts)
    {
        _feeds = [.. hosts.Where(entry => entry.Key.Options.Privileges.Presence != PrivilegedPresence.None).Select(entry => new Feed(entry.Key, entry.Value))];
        if (_feeds.Length == 0)
        {
            return;
        }
        module.On<PresenceChanged>(fact => Own(fact.Session, fact.Presence, fact.IsInitial));
        module.On<SessionEnded>(fact => fact.WasAvailable ? Own(fact.Session, new Presence(PresenceType.Unavailable, null, fact.Session.Address), isInitial: false) : default);
        if (_feeds.Any(feed => feed.HasContacts))
        {
            module.Filter(Stage.Copy, Flow.Inbound, Contact);
        }
    }

    /// <summary>§8, rule 1: what it would know if it had been there first.</summary>
    public void Begin(Component component, IReadOnlyCollection<BareJid> hosts)
    {
        if (Array.Find(_feeds, feed => feed.Component == component) is { } feed)
        {
            feed.Sent.Clear();
            _ = BeginAsync(feed, hosts);
        }
    }

    private async Task BeginAsync(Feed feed, IReadOnlyCollection<BareJid> hosts)
    {
        var asked = new ConcurrentDictionary<BareJid, bool>();
        foreach (var session in sessions.All)
        {
            while (feed.Component.IsConnected && feed.Component.Queued > feed.Component.Options.Limits.MaxQueuedStanzas / 2)
            {
                await Task.Delay(Pause, clock).ConfigureAwait(false);
            }
            if (!feed.Component.IsConnected)
            {
                return;
            }
            if (session.Presence is not { } presence || !hosts.Contains(session.Account.Host))
            {
                continue;
            }
            Send(feed, presence);
            if (feed.HasContacts)
            {
                session.Account.Run(account => Probe(feed, account, asked));
            }
        }
    }

    // RFC 6121 §4.3: contacts elsewhere are asked; of those here it is told anyway.
    private ValueTask Probe(Feed feed, Account account, ConcurrentDictionary<BareJid, bool> asked)
    {
        foreach (var contact in account.Roster.Subscriptions)
        {
            if (!feed.Hosts.Contains(contact.Host) && asked.TryAdd(contact, true))
            {
                router.Route(new Presence(PresenceType.Probe, contact, account.Address));
            }
        }
        return default;
    }

    // §7.1: "Only initial <presence/> stanzas and <presence/> stanzas with a 'type' attribute with the value "unavailable" are transmitted".
    private ValueTask Own(Session session, Presence presence, bool isInitial)
    {
        if (isInitial || presence.Type == PresenceType.Unavailable)
        {
            foreach (var feed in _feeds)
            {
                if (feed.Hosts.Contains(session.Account.Host))
                {
                    Send(feed, presence);
                }
            }
        }
        return default;
    }

    // §7.4: what the account gets of those that it is subscribed to, whether somebody of it is online or not.
    private ValueTask<Verdict> Contact(StanzaFlow flow)
    {
        if (flow.Stanza is Presence { Type: PresenceType.Available or PresenceType.Unavailable, From: { } from } presence
            && flow.Account.Roster.Find(from.Bare) is { Subscription.To: true })
        {
            foreach (var feed in _feeds)
            {
                if (feed.HasContacts && feed.Hosts.Contains(flow.Account.Host))
                {
                    Send(feed, presence);
                }
            }
        }
        return new(Verdict.Continue);
    }

    private void Send(Feed feed, Presence presence)
    {
        // A component that is not there is told when it is. Its own contacts it knows.
        if (feed.Component.IsConnected && !feed.Component.Owns(presence.From!.Bare.Host) && feed.IsNew(presence))
        {
            router.Route(presence.Readdress(feed.Component.Domain, presence.From));
        }
    }

    private sealed class Feed(Component component, HashSet<BareJid> hosts)
    {
        public Component Component => component;

        public HashSet<BareJid> Hosts => hosts;

        public bool HasContacts { get; } = component.Options.Privileges.Presence == PrivilegedPresence.Roster;

        /// <summary>The last presence of each entity that is available, by what it says.</summary>
        public ConcurrentDictionary<Jid, int> Sent { get; } = new();

        // A contact of many accounts says the same to each of them.
        public bool IsNew(Presence presence)
        {
            bool isFull = Sent.Count >= component.Options.Limits.MaxTrackedPresence;
            if (presence.Type == PresenceType.Unavailable)
            {
                return Sent.TryRemove(presence.From!, out _) || isFull;
            }
            int content = ContentOf(presence);
            if (Sent.TryGetValue(presence.From!, out int last))
            {
                return last != content && Sent.TryUpdate(presence.From!, content, last);
            }
            return isFull || Sent.TryAdd(presence.From!, content);
        }

        private static int ContentOf(Presence presence)
        {
            var hash = new HashCode();
            foreach (var child in presence.Element.Children)
            {
                hash.AddBytes(child.Utf8.Span);
            }
            return hash.ToHashCode();
        }
    }
}
