// XEP-0198 §5 between servers: what is kept of a stream that was lost, by its two ends.
using Balcony.Server.Sessions;

namespace Balcony.Server.Federation;

/// <summary>What a link remembers of the stream that carried it, until the next one goes on with it.</summary>
/// <param name="Id">By which the stream is resumed.</param>
/// <param name="CountedFrom">The queue's count when the stream's began.</param>
/// <param name="IsOurs">We made the stream, and resume it; otherwise the peer does.</param>
/// <param name="Inbound">What the peer sent on it.</param>
internal sealed record Resumption(string Id, uint CountedFrom, bool IsOurs, StreamManagement Inbound);

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
