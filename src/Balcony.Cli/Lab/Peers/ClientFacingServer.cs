// A server that faces clients: right or wrong in its TLS and certificate, and otherwise as a client expects it.
using System.Net.Sockets;

namespace Balcony.Cli.Lab.Peers;

/// <summary>Anybody may log in with <see cref="Password"/>. Dispose ends its streams.</summary>
internal sealed class ClientFacingServer : IAsyncDisposable
{
    /// <summary>Of every account.</summary>
    public const string Password = "lab";

    private readonly PeerConnections _connections;
    private int _logins;

    public ClientFacingServer(string domain, PeerScript script, IPeerTls tls, TimeProvider clock) =>
        _connections = new PeerConnections(async (bytes, isDirect, cancel) =>
        {
            await using var stream = new PeerStream(bytes, script, new PeerTrace(clock), clock, "jabber:client");
            var session = new ClientFacingStream(stream, domain, tls, isDirect) { LoggedIn = () => Interlocked.Increment(ref _logins) };
            await session.RunAsync(cancel).ConfigureAwait(false);
        });

    /// <summary>How many clients have logged in: who should not have and did is known by it.</summary>
    public int Logins => Volatile.Read(ref _logins);

    /// <summary>Takes connections from here on. The socket belongs to the caller.</summary>
    public void Listen(Socket listener, bool isDirect) => _connections.Listen(listener, isDirect);

    public ValueTask DisposeAsync() => _connections.DisposeAsync();
}
