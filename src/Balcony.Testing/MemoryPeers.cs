// Several servers in one process, which reach each other through memory.
using System.Collections.Concurrent;
using System.Net;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Trust;
using Balcony.Server.Hosting;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Dns;

namespace Balcony.Testing;

/// <summary>The network between them, and who believes whom. Any thread may call.</summary>
public sealed class MemoryPeers : IPeerNetwork, IPeerVerifier, IPeerPolicies
{
    private readonly ConcurrentDictionary<BareJid, BalconyServer> _servers = new();
    private readonly ConcurrentDictionary<string, PeerPolicy> _policies = new();
    private readonly ConcurrentDictionary<string, bool> _untrusted = new();
    private readonly ConcurrentDictionary<BareJid, bool> _silent = new();
    private readonly ConcurrentBag<MemoryTransport> _connections = [];

    /// <summary>What a server is built with.</summary>
    public FederationParts Parts => new(this, this, _ => TestCertificate.Any, this);

    /// <summary>How often somebody connected.</summary>
    public int Connections => _connections.Count;

    /// <summary>The domain is found at this server; null: nowhere.</summary>
    public void Set(BareJid domain, BalconyServer? server)
    {
        if (server is null) _servers.TryRemove(domain, out _);
        else _servers[domain] = server;
    }

    /// <summary>The domain is found, and nothing answers there.</summary>
    public void SetSilent(BareJid domain, bool isSilent)
    {
        if (isSilent) _silent[domain] = true;
        else _silent.TryRemove(domain, out _);
    }

    /// <summary>What all hosts ask of this peer.</summary>
    public void SetPolicy(string peer, PeerPolicy policy) => _policies[peer] = policy;

    /// <summary>The certificate does not hold for this domain.</summary>
    public void Distrust(string domain) => _untrusted[domain] = true;

    /// <summary>All connections break.</summary>
    public void CutAll()
    {
        foreach (var connection in _connections) connection.Abort();
    }

    public ValueTask<PeerRoute> FindAsync(BareJid peer, CancellationToken cancel) => new(
        _servers.ContainsKey(peer) || _silent.ContainsKey(peer)
            ? new PeerRoute([new ServiceTarget(peer.Domain, 5269, DirectTls: false, IsSecure: false)])
            : new PeerRoute([], "There is no such domain.", IsFinal: true));

    public ValueTask<PeerConnection> ConnectAsync(ServiceTarget target, CancellationToken cancel)
    {
        var peer = BareJid.Parse(target.Host);
        if (_silent.ContainsKey(peer) || !_servers.TryGetValue(peer, out var server)) throw new IOException("Connection refused.");
        var (transport, wire) = MemoryTransport.Connect(isPeer: true);
        _connections.Add(transport);
        _ = ServeAsync(server, transport);
        return new(new PeerConnection(new WireTransport(wire), IPAddress.Loopback));
    }

    public ValueTask<TrustVerdict> VerifyAsync(PeerClaim claim, PeerPolicy policy, CancellationToken cancel)
    {
        var isTrusted = claim.Certificate is not null && !_untrusted.ContainsKey(claim.Domain);
        return new(new TrustVerdict
        {
            IsTrusted = isTrusted,
            Method = isTrusted ? TrustMethod.Pkix : TrustMethod.None,
            Fault = isTrusted ? TrustFault.None : TrustFault.UntrustedRoot,
            Explanation = isTrusted ? "The test says so." : "The test says that it does not hold.",
        });
    }

    public PeerPolicy For(BareJid host, string peer) => _policies.GetValueOrDefault(peer) ?? new PeerPolicy();

    private static async Task ServeAsync(BalconyServer server, MemoryTransport transport)
    {
        await server.ServePeerAsync(transport);
        await transport.DisposeAsync();
    }
}
