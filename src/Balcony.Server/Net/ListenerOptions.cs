// One address and port, and what is spoken there.
using System.Net;

namespace Balcony.Server.Net;

public enum ListenerSecurity
{
    /// <summary>Plain at first; the stream above requires STARTTLS (RFC 6120 §5).</summary>
    StartTls,

    /// <summary>TLS from the first byte (XEP-0368).</summary>
    DirectTls,

    /// <summary>Plain, STARTTLS offered but not required. Loopback addresses only.</summary>
    PlainOnLoopback,
}

/// <summary>Who connects there.</summary>
public enum ListenerUse
{
    Clients,
    Peers,
    Components,
}

public sealed record ListenerOptions
{
    /// <summary>What the start message, logs and metrics call it, such as <c>c2s</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where to listen. <c>[::]</c> takes IPv4 as well, and is 0.0.0.0 on a machine without IPv6; port 0 takes any free port.</summary>
    public required IPEndPoint EndPoint { get; init; }

    public ListenerUse Use { get; init; }

    public ListenerSecurity Security { get; init; }

    /// <summary>
    /// ALPN names that a direct TLS client may offer, such as <c>xmpp-client</c> (XEP-0368 §4): one that offers only others is refused, one that
    /// offers none is let in.
    /// </summary>
    public IReadOnlyList<string> ApplicationProtocols { get; init; } = [];

    /// <summary>Whether the peer is asked for a certificate. It may decline, and none is judged here.</summary>
    public bool RequestClientCertificate { get; init; }

    /// <summary>
    /// Proxies that start every connection with a PROXY protocol v2 header. A connection from elsewhere is an ordinary one, and a header in it is
    /// bytes like any other.
    /// </summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];
}
