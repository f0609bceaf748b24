// Lets Kestrel start with the first connection instead of with the server.
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Balcony.Server.Web;

/// <summary>Kestrel's transport over a socket that listens already, and of which one connection has been accepted.</summary>
internal sealed class FirstConnection(Socket listening, Socket first, SocketConnectionContextFactory contexts)
    : IConnectionListenerFactory, IConnectionListener
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(100);

    private Socket? _first = first;

    public EndPoint EndPoint => listening.LocalEndPoint!;

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) => new(this);

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _first, null) is { } socket) return contexts.Create(socket);
        while (true)
        {
            try
            {
                return contexts.Create(await listening.AcceptAsync(cancellationToken));
            }
            catch (Exception e) when (e is ObjectDisposedException or OperationCanceledException
                or SocketException { SocketErrorCode: SocketError.OperationAborted })
            {
                return null;
            }
            catch (SocketException)
            {
                // That client left before we came to it; or no file descriptor is left, which the server's own listeners report.
                await Task.Delay(RetryAfter, TimeProvider.System, CancellationToken.None);
            }
        }
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        listening.Dispose();
        return default;
    }

    public ValueTask DisposeAsync()
    {
        listening.Dispose();
        _first?.Dispose();
        contexts.Dispose();
        return default;
    }
}
