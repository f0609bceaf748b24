// Several servers in one process, which reach each other through memory.
using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
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
    private readonly ConcurrentDictionary<BareJid, Channel<MemoryTransport>> _played = new();
    private readonly ConcurrentDictionary<BareJid, BareJid> _places = new();
    private readonly ConcurrentBag<(MemoryTransport Accepted, WireTransport Made, BareJid? Played)> _connections = [];

    /// <summary>What a server is built with.</summary>
    public FederationParts Parts => new(this, this, _ => TestCertificate.Any, this);

    /// <summary>How often somebody connected.</summary>
    public int Connections => _connections.Count;

    /// <summary>The servers have taken all that was written to them.</summary>
    public bool IsIdle => _connections.All(connection => (connection.Played is not null || connection.Accepted.IsIdle)
        && (connection.Made.IsEnded || connection.Accepted.IsClientIdle));

    /// <summary>The caller plays the server of this domain: it gets the connections that are made to it.</summary>
    public void Play(BareJid domain) => _played.TryAdd(domain, Channel.CreateBounded<MemoryTransport>(100));

    public bool IsPlayed(BareJid domain) => _played.ContainsKey(domain);

    /// <summary>DNS finds the domain where another one is.</summary>
    public void SetPlace(BareJid domain, BareJid place) => _places[domain] = place;

    /// <summary>Who connects to this domain waits for the caller, who plays it. Where the connection has ended, who made it is about to notice.</summary>
    public bool WaitsForPlayer(BareJid domain) => _connections.Any(connection => (_places.GetValueOrDefault(domain) ?? domain).Equals(connection.Played) && !connection.Made.IsEnded);

    /// <summary>The next connection to a domain that the caller plays; it disposes it.</summary>
    public ValueTask<MemoryTransport> AcceptAsync(BareJid domain, CancellationToken cancel) => _played[domain].Reader.ReadAsync(cancel);

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

    public void Trust(string domain) => _untrusted.TryRemove(domain, out _);

    /// <summary>All connections break.</summary>
    public void CutAll()
    {
        foreach (var (accepted, made, _) in _connections)
        {
            made.Abort();
            accepted.Abort();
        }
    }

    public ValueTask<PeerRoute> FindAsync(BareJid peer, CancellationToken cancel) => FindAt(_places.GetValueOrDefault(peer) ?? peer);

    private ValueTask<PeerRoute> FindAt(BareJid peer) => new(
        _servers.ContainsKey(peer) || _silent.ContainsKey(peer) || _played.ContainsKey(peer)
            ? new PeerRoute([new ServiceTarget(peer.Domain, 5269, DirectTls: false, IsSecure: false)])
            : new PeerRoute([], "There is no such domain.", IsFinal: true));

    public ValueTask<PeerConnection> ConnectAsync(ServiceTarget target, CancellationToken cancel)
    {
        var peer = BareJid.Parse(target.Host);
        _servers.TryGetValue(peer, out var server);
        var played = _played.GetValueOrDefault(peer);
        if (_silent.ContainsKey(peer) || (server is null && played is null)) throw new IOException("Connection refused.");
        var (transport, wire) = MemoryTransport.Connect(isPeer: true);
        var made = new WireTransport(wire);
        _connections.Add((transport, made, server is null ? peer : null));
        if (server is not null && (_silent.ContainsKey(peer) || _servers.GetValueOrDefault(peer) != server))
        {
            // It crashed meanwhile, and whoever cut its connections has not seen this one.
            transport.Abort();
            made.Abort();
            throw new IOException("Connection refused.");
        }
        if (server is not null) _ = ServeAsync(server, transport);
        else if (!played!.Writer.TryWrite(transport)) throw new IOException("Nobody accepts.");
        return new(new PeerConnection(made, IPAddress.Loopback));
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
