// The scripted servers of a whole lab, as `balcony lab peers` runs them.
using Balcony.Cli.Lab.Ground;

namespace Balcony.Cli.Lab.Peers;

/// <summary>Dispose ends them; the network belongs to the caller.</summary>
internal sealed class LabPeerServers : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _servers = [];

    private LabPeerServers()
    {
    }

    /// <summary>Everybody listens from here on. Answers and questions about dialback keys go to the network's first server under test.</summary>
    public static LabPeerServers Start(LabNetwork network, TimeProvider clock)
    {
        var target = network.Options.Subjects is [var subject, ..]
            ? new TestedServer(subject.Domain, subject.StartTls) { DirectEndPoint = subject.DirectTls }
            : TestedServer.Nobody;
        var servers = new LabPeerServers();
        foreach (var peer in network.Peers) servers._servers.Add(Start(peer, target, clock));
        return servers;
    }

    /// <summary>One peer, listening.</summary>
    public static IAsyncDisposable Start(LabPeer peer, TestedServer target, TimeProvider clock)
    {
        if (peer.Spec.Service == LabService.Server) return StartServer(peer, target, TimeSpan.FromSeconds(30), clock);
        var facing = new ClientFacingServer(peer.Domain, PeerScripts.For(peer.Spec), new LabPeerTls(peer, namesAlpn: true), clock);
        foreach (var listener in peer.Listeners) facing.Listen(listener.Socket, listener.IsDirectTls);
        return facing;
    }

    /// <summary>One peer that faces servers, listening.</summary>
    public static ScriptedServer StartServer(LabPeer peer, TestedServer target, TimeSpan patience, TimeProvider clock)
    {
        var script = PeerScripts.For(peer.Spec);
        var server = new ScriptedServer(new PeerSelf
        {
            Domain = peer.Domain,
            SecondDomain = peer.Spec.SecondDomain,
            Script = script,
            Tls = new LabPeerTls(peer, script.NamesAlpn),
            Target = target,
            Address = peer.Address,
            Clock = clock,
            Patience = patience,
        });
        foreach (var listener in peer.Listeners) server.Listen(listener.Socket, listener.IsDirectTls);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync().ConfigureAwait(false);
    }
}
