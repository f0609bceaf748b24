// federation: links: in the configuration.
using System.ComponentModel.DataAnnotations;

namespace Balcony.Server.Federation;

/// <summary>What streams with other servers may cost, and how long their stanzas wait.</summary>
public sealed record LinkOptions
{
    /// <summary>Pairs of a host of ours and a peer that may have stanzas on their way at once; senders to more are told to try later.</summary>
    [Range(1, 1_000_000)]
    public int MaxLinks { get; init; } = 20_000;

    /// <summary>Stanzas that wait for one peer, or for its acknowledgement; senders of more are told to try later.</summary>
    [Range(10, 1_000_000)]
    public int MaxQueuedStanzas { get; init; } = 10_000;

    /// <summary>The same in bytes.</summary>
    [Range(65_536, 1024L * 1024 * 1024)]
    public int MaxQueuedBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>How long one address may take to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan ConnectWithin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>From the connection to a stream that carries stanzas, TLS and authentication included.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan NegotiateWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a peer may take to vouch for a dialback key (XEP-0220).</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan DialbackWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The first pause after a failed attempt; each further one is twice as long.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause between two attempts.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RetryAtLeastEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long messages wait for a peer that cannot be reached before they go back to their senders.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A stream without stanzas for so long is closed.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "7.00:00:00")]
    public TimeSpan IdleFor { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a peer may take to acknowledge what it got (XEP-0198) before its stream counts as lost.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan AcknowledgeWithin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A peer is asked for its count after so many stanzas, and in any case within about a second (XEP-0198).</summary>
    [Range(1, 1_000)]
    public int AskEvery { get; init; } = 20;

    /// <summary>How long a lost stream can be resumed (XEP-0198). Zero: never.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan ResumableFor { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long stanzas for a peer that lost the stream which carried both ways wait for it to resume it, before a new stream is made.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan ResumeWithin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Streams that one peer may have open to us, for each of our hosts.</summary>
    [Range(1, 1_000)]
    public int MaxStreamsPerPeer { get; init; } = 10;

    /// <summary>Whether pairs of domains share a stream that we make, where the peer's server is the same and accepts them (dialback, XEP-0220 §2.6).</summary>
    public bool SharedStreams { get; init; } = true;

    /// <summary>Pairs of domains that one stream may carry (dialback, XEP-0220 §2.6).</summary>
    [Range(1, 10_000)]
    public int MaxPairsPerStream { get; init; } = 100;

    /// <summary>Whether one stream carries stanzas both ways, with peers that can (XEP-0288).</summary>
    public bool Bidirectional { get; init; } = true;
}
