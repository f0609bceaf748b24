// listeners: in the configuration.
using System.ComponentModel.DataAnnotations;
using System.Net;
using Balcony.Server.Net;

namespace Balcony.Server.Hosting.Options;

public enum ListenerKind
{
    /// <summary>Clients, with STARTTLS unless tls: says otherwise.</summary>
    Client,

    /// <summary>Clients, with TLS from the first byte (XEP-0368).</summary>
    ClientTls,

    /// <summary>Other servers, with STARTTLS.</summary>
    Server,

    /// <summary>Other servers, with TLS from the first byte (XEP-0368).</summary>
    ServerTls,

    /// <summary>Metrics and health.</summary>
    Http,

    /// <summary>Components (XEP-0114), which know no TLS of their own: plain on a loopback address, or TLS from the first byte.</summary>
    Component,
}

public enum ListenerTls
{
    Starttls,
    Direct,
    None,
}

public enum Plaintext
{
    Refused,
    Allowed,
}

/// <summary>One address and port.</summary>
public sealed record ListenOptions : ICheckedOptions
{
    private const int ClientPort = 5222, ClientTlsPort = 5223, ServerPort = 5269, ServerTlsPort = 5270, HttpPort = 5280, ComponentPort = 5347;

    internal static IReadOnlyList<ListenOptions> Defaults { get; } =
    [
        new(), new() { Kind = ListenerKind.ClientTls }, new() { Kind = ListenerKind.Server }, new() { Kind = ListenerKind.ServerTls },
        new() { Kind = ListenerKind.Http, Address = IPAddress.Loopback },
    ];

    /// <summary>What is spoken there.</summary>
    public ListenerKind Kind { get; init; }

    /// <summary>Where to listen; * is all addresses, IPv4 and IPv6.</summary>
    [DefaultText("*; 127.0.0.1 for component")]
    public IPAddress? Address { get; init; }

    /// <summary>The port; 0 takes any free one.</summary>
    [Range(0, 65_535), DefaultText("5222 for client, 5223 for client-tls, 5269 for server, 5270 for server-tls, 5280 for http, 5347 for component")]
    public int? Port { get; init; }

    /// <summary>How the connection is protected. None is for loopback addresses only, and needs plaintext: allowed.</summary>
    [DefaultText("starttls for client and server, direct for client-tls and server-tls, none for http and component")]
    public ListenerTls? Tls { get; init; }

    /// <summary>Whether clients may go without TLS. Only where nobody else can listen: on a loopback address.</summary>
    public Plaintext Plaintext { get; init; }

    /// <summary>Whether proxies put a PROXY protocol v2 header before each connection, so that limits meet the client's address and not theirs.</summary>
    public bool ProxyProtocol { get; init; }

    /// <summary>The proxies that are believed. A header from anywhere else is bytes like any other.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    public IPAddress EffectiveAddress => Address ?? (Kind == ListenerKind.Component ? IPAddress.Loopback : IPAddress.IPv6Any);

    public int EffectivePort => Port ?? Kind switch
    {
        ListenerKind.Client => ClientPort,
        ListenerKind.ClientTls => ClientTlsPort,
        ListenerKind.Server => ServerPort,
        ListenerKind.ServerTls => ServerTlsPort,
        ListenerKind.Component => ComponentPort,
        _ => HttpPort,
    };

    public ListenerTls EffectiveTls => Tls ?? Kind switch
    {
        ListenerKind.Client or ListenerKind.Server => ListenerTls.Starttls,
        ListenerKind.ClientTls or ListenerKind.ServerTls => ListenerTls.Direct,
        _ => ListenerTls.None,
    };

    public IPEndPoint EndPoint => new(EffectiveAddress, EffectivePort);

    public IEnumerable<(string Property, string Message)> Check()
    {
        var isPlain = Plaintext == Plaintext.Allowed || EffectiveTls == ListenerTls.None;
        if (Kind == ListenerKind.Http && Tls is not null and not ListenerTls.None) yield return (nameof(Tls), "an http listener has no TLS of its own; put a proxy before it");
        if (Kind == ListenerKind.ClientTls && EffectiveTls != ListenerTls.Direct) yield return (nameof(Tls), "client-tls is direct TLS; use kind: client for anything else");
        if (Kind == ListenerKind.ServerTls && EffectiveTls != ListenerTls.Direct) yield return (nameof(Tls), "server-tls is direct TLS; use kind: server for anything else");
        if (Kind is ListenerKind.Server or ListenerKind.ServerTls)
        {
            if (isPlain) yield return (Plaintext == Plaintext.Allowed ? nameof(Plaintext) : nameof(Tls), "a listener for servers always offers TLS; federation: minimumTls says whether it is required");
        }
        else if (Kind == ListenerKind.Component)
        {
            if (EffectiveTls == ListenerTls.Starttls) yield return (nameof(Tls), "components know no STARTTLS; use tls: direct");
            if (EffectiveTls == ListenerTls.None && !IPAddress.IsLoopback(EffectiveAddress)) yield return (nameof(Address), $"components without TLS need a loopback address (127.0.0.1 or ::1), and {EffectiveAddress} is none; or use tls: direct");
            if (Plaintext == Plaintext.Allowed) yield return (nameof(Plaintext), "plaintext is for listeners of clients");
        }
        else if (Kind != ListenerKind.Http && isPlain && !IPAddress.IsLoopback(EffectiveAddress))
        {
            yield return (Plaintext == Plaintext.Allowed ? nameof(Plaintext) : nameof(Tls), $"plain-text clients need a loopback address (127.0.0.1 or ::1), and {EffectiveAddress} is none");
        }
        if (Kind is ListenerKind.Client or ListenerKind.ClientTls && EffectiveTls == ListenerTls.None && Plaintext != Plaintext.Allowed) yield return (nameof(Tls), "tls: none needs plaintext: allowed beside it");
        if (EffectiveTls == ListenerTls.Direct && Plaintext == Plaintext.Allowed) yield return (nameof(Plaintext), "a listener with direct TLS has no plain text to allow");
        if (ProxyProtocol && TrustedProxies.Count == 0) yield return (nameof(ProxyProtocol), "proxyProtocol needs trustedProxies: the addresses of your proxies");
        if (!ProxyProtocol && TrustedProxies.Count > 0) yield return (nameof(TrustedProxies), "trustedProxies needs proxyProtocol: true beside it");
    }

    /// <summary>What the listener is opened with; for all kinds but http.</summary>
    public ListenerOptions ToListener() => new()
    {
        Name = $"{OptionNames.ValueOf(Kind.ToString())}:{EffectivePort}",
        EndPoint = EndPoint,
        Security = Plaintext == Plaintext.Allowed || EffectiveTls == ListenerTls.None ? ListenerSecurity.PlainOnLoopback
            : EffectiveTls == ListenerTls.Direct ? ListenerSecurity.DirectTls : ListenerSecurity.StartTls,
        Use = Kind switch
        {
            ListenerKind.Component => ListenerUse.Components,
            ListenerKind.Server or ListenerKind.ServerTls => ListenerUse.Peers,
            _ => ListenerUse.Clients,
        },
        // XEP-0368 §4: what the other end names in ALPN.
        ApplicationProtocols = EffectiveTls != ListenerTls.Direct || Kind == ListenerKind.Component ? []
            : Kind == ListenerKind.ServerTls || Kind == ListenerKind.Server ? ["xmpp-server"] : ["xmpp-client"],
        RequestClientCertificate = Kind is ListenerKind.Server or ListenerKind.ServerTls,
        TrustedProxies = TrustedProxies,
    };
}
