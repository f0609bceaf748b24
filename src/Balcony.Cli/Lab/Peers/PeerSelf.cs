// What all streams of one scripted server share.
using System.Net;

namespace Balcony.Cli.Lab.Peers;

/// <summary>Who the peer is, how it behaves and whom it talks with.</summary>
internal sealed record PeerSelf
{
    public required string Domain { get; init; }

    /// <summary>Another domain that it serves; null: none.</summary>
    public string? SecondDomain { get; init; }

    public required PeerScript Script { get; init; }

    public required IPeerTls Tls { get; init; }

    public required TestedServer Target { get; init; }

    /// <summary>Where its own connections come from; null: anywhere.</summary>
    public IPAddress? Address { get; init; }

    public DialbackKey Keys { get; init; } = new(DialbackKey.Forged());

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long one stream may take for one step.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Makes the id of a stream (RFC 6120 §4.7.3).</summary>
    public static string NewId() => DialbackKey.Forged()[..24];
}
