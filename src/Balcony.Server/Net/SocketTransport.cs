// A TCP connection, with or without TLS, whoever made it.
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Balcony.Xmpp.Tls;

namespace Balcony.Server.Net;

/// <summary>
/// Straight on the socket, without pipes between: a pipe pair costs 3 kB a connection and a copy each way (docs/adr/002).
/// Idle, it holds no buffer: neither of ours, nor the runtime's, nor OpenSSL's.
/// </summary>
internal abstract class SocketTransport(Socket socket, IPEndPoint? remote, NetLimits limits, TimeProvider clock) : Transport
{
    private Stream _stream = new NetworkStream(socket, ownsSocket: true);
    private TlsInfo? _tls;
    private int _aborted;

    public override EndPoint? RemoteEndPoint => remote;

    public override bool IsLoopback => remote is not null && IPAddress.IsLoopback(remote.Address);

    public override TlsInfo? Tls => _tls;

    public override ValueTask WaitForDataAsync(CancellationToken cancel)
    {
        var read = _stream.ReadAsync(Memory<byte>.Empty, cancel);
        if (!read.IsCompletedSuccessfully) return AwaitAsync(read);
        _ = read.GetAwaiter().GetResult(); // it is complete; its source must be told that we saw it
        return default;

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
        static async ValueTask AwaitAsync(ValueTask<int> read) => await read;
    }

    /// <summary>Puts TLS between; after the handshake its outcome is told by <see cref="Secured"/>.</summary>
    protected PeerSslStream Wrap()
    {
        if (_tls is not null) throw new InvalidOperationException("The connection is TLS already.");
        var ssl = new PeerSslStream(_stream);
        _stream = ssl;
        return ssl;
    }

    protected void Secured(PeerSslStream ssl, TlsInfo tls)
    {
        _tls = tls;
        TlsMemory.ReleaseBuffersWhenIdle(ssl);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel) => _stream.ReadAsync(buffer, cancel);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => _stream.WriteAsync(bytes, cancel);

    public override async ValueTask CloseAsync()
    {
        if (Volatile.Read(ref _aborted) != 0) return;
        // Neither close_notify nor the peer's own end may take longer, whether it reads nothing or sends without end.
        using var timer = clock.CreateTimer(
            static transport => ((SocketTransport)transport!).Abort(), this, limits.CloseWithin, Timeout.InfiniteTimeSpan);
        try
        {
            if (_tls is not null) await ((SslStream)_stream).ShutdownAsync();
            socket.Shutdown(SocketShutdown.Send);
            await DrainAsync();
            // Not as Abort does: what the peer has not acknowledged yet goes on being sent.
            if (Interlocked.Exchange(ref _aborted, 1) == 0) socket.Dispose();
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The peer is gone, or a write that never ended is in the way: there is no good order left to keep.
            Abort();
        }
    }

    // A socket that is closed with unread bytes sends RST, and the peer's system then throws away what it has of our last ones (RFC 1122 §4.2.2.13).
    private async ValueTask DrainAsync()
    {
        var discarded = new byte[512];
        while (await socket.ReceiveAsync(discarded) > 0)
        {
        }
    }

    public override void Abort()
    {
        if (Interlocked.Exchange(ref _aborted, 1) != 0) return;
        try
        {
            // Pending reads and writes fail. The SslStream is disposed when the handler has returned, and nobody is inside it.
            socket.Close(timeout: 0);
        }
        catch (SocketException)
        {
            // Closed it is, whatever the system says about it.
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _stream.DisposeAsync();
    }
}
