// A running lab: addresses, authority, DNS, web and the peers' listeners. The scripted servers stand on it.
using System.Net;

namespace Balcony.Cli.Lab.Ground;

internal sealed class LabNetwork : IAsyncDisposable
{
    // Where the fallback without SRV records goes (RFC 6120 §3.2.2).
    private const int ServerPort = 5269;
    private const int ClientPort = 5222;

    private readonly LabAddresses _addresses;

    private LabNetwork(LabOptions options, LabAddresses addresses, LabAuthority authority, IReadOnlyList<LabPeer> peers)
    {
        (Options, _addresses, Authority, Peers) = (options, addresses, authority, peers);
    }

    public LabOptions Options { get; }

    public LabAuthority Authority { get; }

    /// <summary>In the order of their table.</summary>
    public IReadOnlyList<LabPeer> Peers { get; }

    /// <summary>Claims addresses, makes certificates, and starts what all peers need.</summary>
    public static Task<LabNetwork> StartAsync(LabOptions options, IReadOnlyList<LabPeerSpec> specs, TimeProvider clock, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var addresses = LabAddresses.Claim();
        try
        {
            var web = addresses.Refusing(addresses.Next());
            var urls = new LabUrls(web, addresses.Refusing(addresses.Next()));
            var authority = new LabAuthority(urls, clock);
            var peers = specs.Select(spec => Place(spec, addresses, authority)).ToList();
            return Task.FromResult(new LabNetwork(options, addresses, authority, peers));
        }
        catch
        {
            addresses.Dispose();
            throw;
        }
    }

    public LabPeer? Find(string name) => Peers.FirstOrDefault(peer => peer.Spec.Name == name);

    public ValueTask DisposeAsync()
    {
        _addresses.Dispose();
        return ValueTask.CompletedTask;
    }

    private static LabPeer Place(LabPeerSpec spec, LabAddresses addresses, LabAuthority authority)
    {
        var address = spec.Dns == LabDns.Ipv6Only ? IPAddress.IPv6Loopback : addresses.Next();
        string? whyNot = null;
        var listeners = new List<LabListener>();
        foreach (var isDirect in Offered(spec))
        {
            var port = spec.Dns is LabDns.NoSrv or LabDns.SrvForClientsOnly ? spec.Service == LabService.Server ? ServerPort : ClientPort : 0;
            if (addresses.Listen(address, port) is { } socket) listeners.Add(new LabListener(socket, isDirect));
            else whyNot ??= $"{new IPEndPoint(address, port)} cannot be listened on";
        }
        return new LabPeer(spec, address, listeners, authority.Issue(spec.Certificate, spec.Domain, spec.Service)) { WhyNot = whyNot };
    }

    // Whether each listener of a peer is one of direct TLS.
    private static bool[] Offered(LabPeerSpec spec) => spec switch
    {
        { Tls: LabTlsOffer.DirectOnly } => [true],
        { Tls: LabTlsOffer.StartTlsOnly or LabTlsOffer.None } or { Dns: LabDns.NoSrv or LabDns.SrvForClientsOnly } => [false],
        _ => [false, true],
    };
}
