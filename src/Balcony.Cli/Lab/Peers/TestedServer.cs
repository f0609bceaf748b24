// The server under test: its domain and where it takes connections from servers.
using System.Net;
using System.Net.Sockets;

namespace Balcony.Cli.Lab.Peers;

/// <param name="Domain">Prepared, as it stands in addresses.</param>
/// <param name="EndPoint">Where it takes streams from servers that begin without TLS.</param>
internal sealed record TestedServer(string Domain, EndPoint EndPoint)
{
    /// <summary>When no server is under test: nobody answers there.</summary>
    public static TestedServer Nobody { get; } = new("nobody.invalid", new IPEndPoint(IPAddress.Loopback, 9));

    /// <summary>Where it takes TLS from the first byte; null: nowhere that is known.</summary>
    public EndPoint? DirectEndPoint { get; init; }

    /// <exception cref="SocketException">Nobody answers.</exception>
    public async Task<Stream> ConnectAsync(bool isDirect, IPAddress? from, CancellationToken cancel)
    {
        var endPoint = isDirect ? DirectEndPoint ?? EndPoint : EndPoint;
        // Limits per address must not make one test the next one's neighbour.
        var isOwn = from is { AddressFamily: AddressFamily.InterNetwork }
            && endPoint is IPEndPoint { AddressFamily: AddressFamily.InterNetwork } address && IPAddress.IsLoopback(address.Address);
        var socket = isOwn
            ? new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (isOwn) socket.Bind(new IPEndPoint(from!, 0));
            await socket.ConnectAsync(endPoint, cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
