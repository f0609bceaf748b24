// XEP-0198 §5: the streams of peers that may be resumed.
using System.Collections.Concurrent;

namespace Balcony.Server.Federation;

/// <summary>What waits in vain is forgotten; its count stays in the store, and a peer that comes back late is told it. Any thread may call.</summary>
/// <param name="maxPerPair">Streams of a pair that wait; of more, the one that has waited longest is forgotten.</param>
/// <param name="clock">The time.</param>
internal sealed class InboundCounts(int maxPerPair, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, InboundCount> _counts = new();

    public void Add(InboundCount count) => _counts[count.Management.Id] = count;

    /// <summary>A stream of this pair; null: nobody remembers it.</summary>
    public InboundCount? Find(string id, LinkKey pair) => _counts.TryGetValue(id, out var count) && count.Pair.Equals(pair) ? count : null;

    public void Forget(InboundCount count) => _counts.TryRemove(count.Management.Id, out _);

    /// <summary>The connection is gone; the peer may come back.</summary>
    public void Wait(InboundCount count)
    {
        count.LostAt = clock.GetTimestamp();
        count.Stream = null;
        var waiting = _counts.Values.Where(other => other.Stream is null && other.Pair.Equals(count.Pair)).ToList();
        if (waiting.Count > maxPerPair)
        {
            Forget(waiting.MinBy(other => other.LostAt)!);
        }
    }

    public void Sweep(long now)
    {
        foreach (var (_, count) in _counts)
        {
            if (count.Stream is null && clock.GetElapsedTime(count.LostAt, now) > count.Management.Resumable)
            {
                Forget(count);
            }
        }
    }
}
