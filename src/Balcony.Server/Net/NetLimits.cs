// What may connect, and for how long it may dither.
using System.ComponentModel.DataAnnotations;

namespace Balcony.Server.Net;

/// <summary>Bounds on connections before any of their bytes are understood. An IPv6 client counts by its /64, which is what one customer gets.</summary>
public sealed record NetLimits
{
    /// <summary>Most connections open at once on all listeners. The file-descriptor limit is the other bound, and a check compares them.</summary>
    [Range(1, 10_000_000)]
    public int MaxConnections { get; init; } = 100_000;

    /// <summary>Most connections open at once from one address. Carriers put many clients behind one IPv4 address.</summary>
    [Range(1, 10_000_000)]
    public int MaxConnectionsPerAddress { get; init; } = 1_000;

    /// <summary>New connections a second that one address may keep up.</summary>
    [Range(0.01, 1_000_000)]
    public double NewConnectionsPerSecondPerAddress { get; init; } = 20;

    /// <summary>New connections that one address may make at once, after a pause.</summary>
    [Range(1, 1_000_000)]
    public int NewConnectionsBurstPerAddress { get; init; } = 200;

    /// <summary>Whether the limits per address also hold for this machine's own loopback addresses.</summary>
    public bool LimitLoopback { get; init; }

    /// <summary>Addresses remembered for the limits above; a new address is refused while so many others are active.</summary>
    [Range(100, 10_000_000)]
    public int MaxTrackedAddresses { get; init; } = 100_000;

    /// <summary>How long a TLS handshake, or the PROXY protocol header before it, may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan HandshakeWithin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a closing connection may take to accept our last bytes and to end its own side.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan CloseWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a connection may be silent before TCP asks whether the peer's machine is still there. Zero never asks.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan TcpKeepAliveAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long sent bytes may stay unacknowledged before TCP gives the connection up (TCP_USER_TIMEOUT, Linux). Zero leaves it to the system.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan TcpUserTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>Connections that the system may hold until we accept them.</summary>
    [Range(1, 65_535)]
    public int Backlog { get; init; } = 4_096;
}
