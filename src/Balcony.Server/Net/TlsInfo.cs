// What a TLS handshake agreed on.
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Tls;

namespace Balcony.Server.Net;

/// <summary>The facts of one connection's TLS, fixed once the handshake is done.</summary>
public sealed record TlsInfo
{
    public required SslProtocols Protocol { get; init; }

    public required TlsCipherSuite Cipher { get; init; }

    /// <summary>The version's number on the wire (RFC 8446 §4.1.2).</summary>
    public int Version => Protocol switch
    {
        SslProtocols.Tls13 => 0x0304,
        SslProtocols.Tls12 => 0x0303,
        _ => 0,
    };

    /// <summary>The server name that the client sent (RFC 6066 §3); null if none.</summary>
    public string? ServerName { get; init; }

    /// <summary>The agreed application protocol (RFC 7301), such as <c>xmpp-client</c>; null if none.</summary>
    public string? ApplicationProtocol { get; init; }

    /// <summary>What the peer presented, not yet judged; null if nothing.</summary>
    public PeerCertificates? Peer { get; init; }

    /// <summary>The OCSP response that the peer, as server, stapled to the handshake, in DER; empty for none. Not judged either.</summary>
    public ReadOnlyMemory<byte> StapledOcsp { get; init; }

    /// <summary>What the channel can be bound to (RFC 9266, RFC 5929).</summary>
    public ChannelBindings ChannelBindings { get; init; } = ChannelBindings.None;

    /// <summary>The certificate that we presented.</summary>
    public X509Certificate2? OwnCertificate { get; init; }
}
