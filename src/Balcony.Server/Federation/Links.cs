// All links: the router hands them what is for no domain of ours.
using System.Collections.Concurrent;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Federation;

/// <summary>Any thread may call.</summary>
internal sealed class Links(PeerServices services) : IDomainService
{
    private const int PageSize = 500;

    private readonly ConcurrentDictionary<LinkKey, Link> _links = new();

    // Which links have ledger entries, so that a start finds them.
    private readonly IMapStore<long> _waiting = services.Storage.OpenMap("federation-links", NumberCodec.Instance);

    /// <summary>What waited over a restart is in its links: before that nothing may go out, so that nothing overtakes it.</summary>
    public bool IsAwake { get; private set; }

    public IEnumerable<Link> All => _links.Values;

    public void Receive(Stanza stanza, Jid to, Receipt? receipt, Session? origin)
    {
        if (stanza.From is not { } from || !services.Router.IsOurs(from.Bare.Host))
        {
            // Not from here: only what we send ourselves leaves on our streams (RFC 6120 §8.1.2.2).
            services.Router.Bounce(stanza, StanzaError.RemoteServerNotFound, to, origin);
            return;
        }
        var pair = new LinkKey(from.Bare.Host, to.Bare.Host);
        if (_links.TryGetValue(pair, out var link) && link.Send(stanza, to, receipt))
        {
            // A change of policy ends its streams, and the next one asks: not each stanza.
            return;
        }
        if (!services.PolicyFor(pair).IsAllowed)
        {
            services.Router.Bounce(stanza, LinkFault.Forbidden("").ErrorFor(pair.Peer), to, origin);
        }
        else if (!Send(pair, stanza, to, receipt))
        {
            services.Router.Bounce(stanza, StanzaError.ResourceConstraint, to, origin);
        }
    }

    /// <summary>By the link of the pair, made if there is none.</summary>
    /// <returns>False: there are too many.</returns>
    public bool Send(LinkKey pair, Stanza stanza, Jid to, Receipt? receipt)
    {
        while (Get(pair) is { } link)
        {
            if (link.Send(stanza, to, receipt))
            {
                return true;
            }
            // It was forgotten meanwhile.
            _links.TryRemove(new KeyValuePair<LinkKey, Link>(pair, link));
        }
        return false;
    }

    /// <summary>The link of a pair, made if there is none; null when there are too many.</summary>
    public Link? Get(LinkKey pair)
    {
        if (_links.TryGetValue(pair, out var link))
        {
            return link;
        }
        return _links.Count >= services.Options.MaxLinks ? null : _links.GetOrAdd(pair, static (key, services) => new Link(key, services), services);
    }

    public Link? Find(LinkKey pair) => _links.GetValueOrDefault(pair);

    /// <summary>The link has entries in the ledger once the unit is committed.</summary>
    public void Remember(LinkKey pair, UnitOfWork unit) => unit.Set(_waiting, pair.Host, pair.Peer.Domain, 1);

    /// <summary>What waited when the server stopped goes on waiting.</summary>
    public async Task AwakenAsync(CancellationToken cancel)
    {
        await foreach (var entry in _waiting.ScanAsync(cancel: cancel).ConfigureAwait(false))
        {
            if (!services.Router.IsOurs(entry.Owner) || !BareJid.TryParse(entry.Key, out BareJid? peer) || Get(new LinkKey(entry.Owner, peer)) is not { } link)
            {
                continue;
            }
            link.IsRemembered = true;
            long after = 0;
            var waiting = new List<long>();
            while (await services.Storage.Ledger.OfflineAsync(link.Owner, PageSize, after, cancel).ConfigureAwait(false) is { Count: > 0 } page)
            {
                after = page[^1].Id;
                waiting.AddRange(page.Select(stanza => stanza.Id));
            }
            link.Restore(waiting);
        }
        await services.Numbers.TrimAsync(cancel).ConfigureAwait(false);
        IsAwake = true;
        foreach (var link in All)
        {
            link.Awake();
        }
    }

    /// <summary>Closes what is idle and forgets links that nobody uses; called about once a minute.</summary>
    public void Sweep()
    {
        long now = services.Clock.GetTimestamp();
        services.Counts.Sweep(now);
        foreach (var (pair, link) in _links)
        {
            if (services.Clock.GetElapsedTime(link.LastUsed, now) < services.Options.IdleFor)
            {
                continue;
            }
            if (link.Stream is { } stream && link.Queue.Count == 0 && services.Clock.GetElapsedTime(stream.LastStanza, now) >= services.Options.IdleFor)
            {
                stream.Leave();
            }
            else if (link.TryForget())
            {
                if (link.IsRemembered)
                {
                    // Before there can be another link of the pair, and entries of it.
                    _ = services.Storage.Commit(new UnitOfWork().Remove(_waiting, pair.Host, pair.Peer.Domain));
                }
                _links.TryRemove(new KeyValuePair<LinkKey, Link>(pair, link));
            }
        }
    }
}
