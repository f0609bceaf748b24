// The diary: for every peer, what happened lately, in both directions.
using System.Collections.Concurrent;

namespace Balcony.Server.Federation.Diary;

/// <summary>Bounded for each pair and in all. Any thread may call.</summary>
/// <param name="clock">The time.</param>
/// <param name="maxPairs">Pairs that are remembered; of more, those that were quiet longest are forgotten.</param>
/// <param name="maxAttempts">Attempts that are remembered of each, in either direction.</param>
public sealed class PeerDiary(TimeProvider clock, int maxPairs = 10_000, int maxAttempts = 20) : IPeerDiary
{
    private readonly ConcurrentDictionary<LinkKey, Page> _pages = new();

    public IReadOnlyCollection<LinkKey> Pairs => [.. _pages.Keys];

    public PeerAttempt Begin(LinkKey pair, bool isOutgoing)
    {
        var attempt = new PeerAttempt(pair, isOutgoing, clock);
        if (_pages.Count >= maxPairs && !_pages.ContainsKey(pair))
        {
            ForgetOldest();
        }
        _pages.GetOrAdd(pair, static _ => new Page()).Add(attempt, maxAttempts);
        return attempt;
    }

    public void Keep(PeerAttempt attempt)
    {
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PeerAttempt> Of(LinkKey pair) => _pages.TryGetValue(pair, out var page) ? page.All : [];

    private void ForgetOldest()
    {
        var oldest = _pages.MinBy(entry => entry.Value.Last);
        _pages.TryRemove(oldest);
    }

    private sealed class Page
    {
        private readonly Lock _gate = new();
        private readonly LinkedList<PeerAttempt> _attempts = [];

        public DateTimeOffset Last { get; private set; }

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
