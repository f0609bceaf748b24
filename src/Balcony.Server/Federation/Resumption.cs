// XEP-0198 §5 between servers: what is kept of a stream that was lost, by its two ends.
using Balcony.Server.Sessions;

namespace Balcony.Server.Federation;

/// <summary>
/// What is remembered of a stream that was lost, until the next one goes on with it. The link of the stream's own pair waits for that, and decides; what else
/// the stream carried waits for it.
/// </summary>
/// <param name="Id">By which the stream is resumed.</param>
/// <param name="Pair">Of the stream's header: only a stream of the same pair goes on with it.</param>
/// <param name="Sent">What it carried, as far as the peer did not acknowledge it.</param>
/// <param name="IsOurs">We made the stream, and resume it; otherwise the peer does.</param>
/// <param name="Inbound">What the peer sent on it.</param>
internal sealed record Resumption(string Id, LinkKey Pair, SentRuns<Link> Sent, bool IsOurs, StreamManagement Inbound)
{
    private readonly Lock _gate = new();
    private readonly List<Link> _guests = [];
    private bool _isDecided;

    /// <summary>Links of other pairs that wait.</summary>
    public IReadOnlyList<Link> Guests
    {
        get
        {
            lock (_gate)
            {
                return [.. _guests];
            }
        }
    }

    /// <returns>False: what it would wait for has happened already.</returns>
    public bool TryWait(Link guest)
    {
        lock (_gate)
        {
            if (!_isDecided)
            {
                _guests.Add(guest);
            }
            return !_isDecided;
        }
    }

    /// <summary>It was resumed, or never will be. Nobody waits from now on.</summary>
    public IReadOnlyList<Link> Decide()
    {
        lock (_gate)
        {
            _isDecided = true;
            return _guests;
        }
    }
}

/// <summary>Counts of a stream that a peer made and may resume.</summary>
internal sealed class InboundCount(LinkKey pair, StreamManagement management)
{
    public LinkKey Pair => pair;

    public StreamManagement Management => management;

    /// <summary>What carries it; null: it waits for the peer.</summary>
    public IncomingStream? Stream { get; set; }

    /// <summary>Since when, as a timestamp of the clock.</summary>
    public long LostAt { get; set; }
}
