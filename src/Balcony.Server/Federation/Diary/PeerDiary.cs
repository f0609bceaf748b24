// The diary: for every peer, what happened lately, in both directions.
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Federation.Diary;

/// <summary>How much is remembered of peers.</summary>
public sealed record DiaryOptions
{
    /// <summary>Peers, for each host, whose attempts are kept; of more, those that were quiet longest are forgotten. Strangers that only knocked are not kept over a restart.</summary>
    [Range(10, 1_000_000)]
    public int MaxPeers { get; init; } = 10_000;

    /// <summary>Attempts that are kept of each peer, both directions together.</summary>
    [Range(1, 200)]
    public int MaxAttempts { get; init; } = 20;

    /// <summary>Refused peers and failed attempts that the log tells of in one minute; of more it says how many there were.</summary>
    [Range(1, 100_000)]
    public int MaxLogLines { get; init; } = 100;
}

/// <summary>Bounded for each pair and in all. Any thread may call.</summary>
public sealed class PeerDiary(IStorage storage, TimeProvider clock, DiaryOptions options) : IPeerDiary
{
    private const int SavedInOneGo = 50;

    private readonly IMapStore<IReadOnlyList<StoredAttempt>> _store = storage.OpenMap("federation-diary", StoredAttemptsCodec.Instance);
    private readonly ConcurrentDictionary<LinkKey, Page> _pages = new();
    private readonly ConcurrentDictionary<LinkKey, bool> _unsaved = new();

    public PeerAttempt Begin(LinkKey pair, bool isOutgoing)
    {
        var attempt = new PeerAttempt(pair, isOutgoing, clock);
        if (_pages.Count >= options.MaxPeers && !_pages.ContainsKey(pair))
        {
            ForgetOldest();
        }
        _pages.GetOrAdd(pair, static _ => new Page()).Add(attempt, options.MaxAttempts);
        return attempt;
    }

    public void Keep(PeerAttempt attempt)
    {
        // Anybody can knock in anybody's name: what comes of it fills no store.
        if (attempt.IsOutgoing || attempt.Succeeded)
        {
            _unsaved[attempt.Pair] = true;
        }
    }

    /// <summary>Of this run of the server, newest first.</summary>
    public IReadOnlyList<PeerAttempt> Of(LinkKey pair) => _pages.TryGetValue(pair, out var page) ? page.All : [];

    /// <summary>All that is remembered, newest first.</summary>
    /// <exception cref="StorageException">The store cannot be read.</exception>
    public async ValueTask<IReadOnlyList<StoredAttempt>> ReadAsync(LinkKey pair, CancellationToken cancel) =>
        Merge(Of(pair), await _store.GetAsync(pair.Host, pair.Peer.Domain, cancel).ConfigureAwait(false) ?? []);

    /// <summary>The peers of a host, in the order of their names.</summary>
    /// <exception cref="StorageException">The store cannot be read.</exception>
    public async ValueTask<IReadOnlyCollection<BareJid>> PeersAsync(BareJid host, CancellationToken cancel)
    {
        var peers = new SortedDictionary<string, BareJid>(StringComparer.Ordinal);
        foreach (var pair in _pages.Keys.Where(pair => pair.Host.Equals(host)))
        {
            peers[pair.Peer.Domain] = pair.Peer;
        }
        await foreach (var (name, _) in _store.ListAsync(host, cancel).ConfigureAwait(false))
        {
            if (BareJid.TryParse(name, out BareJid? peer)) peers[name] = peer;
        }
        return peers.Values;
    }

    /// <summary>Writes down what is new; called every few seconds.</summary>
    public async ValueTask SaveAsync(CancellationToken cancel)
    {
        foreach (var pair in _unsaved.Keys.Take(SavedInOneGo))
        {
            _unsaved.TryRemove(pair, out _);
            var unit = new UnitOfWork();
            if (await _store.GetAsync(pair.Host, pair.Peer.Domain, cancel).ConfigureAwait(false) is not { } before)
            {
                before = [];
                await MakeRoomAsync(unit, pair.Host, cancel).ConfigureAwait(false);
            }
            await storage.Commit(unit.Set(_store, pair.Host, pair.Peer.Domain, Merge(Of(pair), before)));
        }
    }

    private async ValueTask MakeRoomAsync(UnitOfWork unit, BareJid host, CancellationToken cancel)
    {
        if (await _store.CountAsync(host, cancel).ConfigureAwait(false) < options.MaxPeers)
        {
            return;
        }
        (string Name, DateTimeOffset Last)? oldest = null;
        await foreach (var (name, attempts) in _store.ListAsync(host, cancel).ConfigureAwait(false))
        {
            var last = attempts.Count > 0 ? attempts[0].Began : default;
            if (oldest is null || last < oldest.Value.Last) oldest = (name, last);
        }
        if (oldest is { } gone) unit.Remove(_store, host, gone.Name);
    }

    // An attempt that was stored while it went on is known by when it began.
    private List<StoredAttempt> Merge(IReadOnlyList<PeerAttempt> now, IReadOnlyList<StoredAttempt> before)
    {
        var all = now.Select(StoredAttempt.Of).ToList();
        var known = all.Select(attempt => (attempt.Began.ToUnixTimeMilliseconds(), attempt.IsOutgoing)).ToHashSet();
        all.AddRange(before.Where(attempt => !known.Contains((attempt.Began.ToUnixTimeMilliseconds(), attempt.IsOutgoing))));
        return [.. all.OrderByDescending(attempt => attempt.Began).Take(options.MaxAttempts)];
    }

    private void ForgetOldest()
    {
        // Those that never got anywhere first.
        var oldest = _pages.MinBy(entry => (entry.Value.HasWorked, entry.Value.Last));
        _pages.TryRemove(oldest);
    }

    private sealed class Page
    {
        private readonly Lock _gate = new();
        private readonly LinkedList<PeerAttempt> _attempts = [];

        public DateTimeOffset Last { get; private set; }

        public bool HasWorked => All.Any(attempt => attempt.Succeeded || attempt.IsOutgoing);

        public IReadOnlyList<PeerAttempt> All
        {
            get
            {
                lock (_gate)
                {
                    return [.. _attempts];
                }
            }
        }

        public void Add(PeerAttempt attempt, int max)
        {
            lock (_gate)
            {
                Last = attempt.Began;
                _attempts.AddFirst(attempt);
                if (_attempts.Count > max)
                {
                    _attempts.RemoveLast();
                }
            }
        }
    }
}
