// A running lab: addresses, authority, DNS, web and the peers' listeners. The scripted servers stand on it.
using System.Net;
using System.Net.Sockets;

namespace Balcony.Cli.Lab.Ground;

internal sealed class LabNetwork : IAsyncDisposable
{
    // Where the fallback without SRV records goes (RFC 6120 §3.2.2).
    private const int ServerPort = 5269;
    private const int ClientPort = 5222;

    private readonly LabAddresses _addresses;
    private readonly LabWeb _web;
    private readonly LabDnsServer _dns;

    private LabNetwork(LabOptions options, LabAddresses addresses, LabWeb web, LabDnsServer dns, LabAuthority authority, LabFolder files, IReadOnlyList<LabPeer> peers)
    {
        (Options, _addresses, _web, _dns, Authority, Files, Peers) = (options, addresses, web, dns, authority, files, peers);
    }

    public LabOptions Options { get; }

    public LabAuthority Authority { get; }

    /// <summary>What was written for programs.</summary>
    public LabFolder Files { get; }

    /// <summary>In the order of their table.</summary>
    public IReadOnlyList<LabPeer> Peers { get; }

    /// <summary>Where the DNS server is, UDP and TCP.</summary>
    public IPEndPoint Dns => _dns.EndPoint;

    /// <summary>How many questions the DNS server was asked.</summary>
    public long DnsQuestions => _dns.Questions;

    public IPEndPoint Web => _web.EndPoint;

    /// <summary>Claims addresses, makes certificates, and starts what all peers need.</summary>
    /// <exception cref="IOException">Something cannot be had on this machine; the message says what.</exception>
    public static async Task<LabNetwork> StartAsync(LabOptions options, IReadOnlyList<LabPeerSpec> specs, TimeProvider clock, CancellationToken cancel)
    {
        var addresses = LabAddresses.Claim();
        LabWeb? web = null;
        try
        {
            web = await LabWeb.StartAsync(addresses.Next(), cancel);
            var refusing = addresses.Refusing(addresses.Next());
            var authority = new LabAuthority(new LabUrls(web.EndPoint, refusing), clock);
            var peers = specs.Select(spec => Place(spec, addresses, authority, web.HasHttps)).ToList();
            web.Publish(new LabPages(authority, peers, web.EndPoint.Port, clock), authority, peers);
            var dns = options.Dns ?? new IPEndPoint(addresses.Next(), 0);
            var data = LabZones.Build(peers, options.Subjects, new LabPlaces(dns.Address, web.EndPoint.Address, refusing, authority.FormerKey), clock);
            var files = LabFolder.Write(options, authority, data, peers);
            return new LabNetwork(options, addresses, web, StartDns(dns, data, clock), authority, files, peers);
        }
        catch
        {
            if (web is not null) await web.DisposeAsync();
            addresses.Dispose();
            throw;
        }
    }

    public LabPeer? Find(string name) => Peers.FirstOrDefault(peer => peer.Spec.Name == name);

    public async ValueTask DisposeAsync()
    {
        await _dns.DisposeAsync();
        await _web.DisposeAsync();
        _addresses.Dispose();
    }

    private static LabDnsServer StartDns(IPEndPoint at, LabDnsData data, TimeProvider clock)
    {
        try
        {
            return LabDnsServer.Start(at, data, clock);
        }
        catch (SocketException e)
        {
            throw new IOException($"The lab's DNS server cannot have {at}: {e.Message}", e);
        }
    }

    private static LabPeer Place(LabPeerSpec spec, LabAddresses addresses, LabAuthority authority, bool hasHttps)
    {
        var address = spec.Dns == LabDns.Ipv6Only ? IPAddress.IPv6Loopback : addresses.Next();
        string? whyNot = spec.Posh != LabPosh.None && !hasHttps ? "POSH needs port 443, which cannot be had" : null;
        var listeners = new List<LabListener>();
        foreach (var isDirect in Offered(spec))
        {
            var port = spec.Dns is LabDns.NoSrv or LabDns.SrvForClientsOnly ? spec.Service == LabService.Server ? ServerPort : ClientPort : 0;
            if (Listen(spec, addresses, address, port) is { } socket) listeners.Add(new LabListener(socket, isDirect));
            else whyNot ??= $"{new IPEndPoint(address, port)} cannot be listened on";
        }
        return new LabPeer(spec, address, listeners, authority.Issue(spec.Certificate, spec.Domain, spec.Service)) { WhyNot = whyNot };
    }

    private static Socket? Listen(LabPeerSpec spec, LabAddresses addresses, IPAddress address, int port)
    {
        var socket = addresses.Listen(address, port);
        // SRV has one port for both addresses.
        return spec.Dns != LabDns.DeadIpv6 || socket is null || addresses.Deaf(new IPEndPoint(IPAddress.IPv6Loopback, ((IPEndPoint)socket.LocalEndPoint!).Port)) ? socket : null;
    }

    // Whether each listener of a peer is one of direct TLS.
    private static bool[] Offered(LabPeerSpec spec) => spec switch
    {
        { Tls: LabTlsOffer.DirectOnly } => [true],
        { Tls: LabTlsOffer.StartTlsOnly or LabTlsOffer.None } or { Dns: LabDns.NoSrv or LabDns.SrvForClientsOnly } => [false],
        _ => [false, true],
    };
}
