// A TCP connection that we accepted, with or without TLS.
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Tls;

namespace Balcony.Server.Net;

/// <summary>
/// Straight on the socket, without pipes between: a pipe pair costs 3 kB a connection and a copy each way (docs/adr/002).
/// Idle, it holds no buffer: neither of ours, nor the runtime's, nor OpenSSL's.
/// </summary>
internal sealed class SocketTransport(Socket socket, IPEndPoint? remote, Listener listener) : Transport
{
    // What the certificate selection needs, and what it chose; null outside a handshake.
    private sealed record Handshake(Listener Listener, string? Host)
    {
        public HostCertificate? Certificate { get; set; }
    }

    private static readonly ServerOptionsSelectionCallback SelectOptions = (_, hello, state, _) =>
    {
        var handshake = (Handshake)state!;
        var name = hello.ServerName.Length > 0 ? hello.ServerName : handshake.Host;
        handshake.Certificate = handshake.Listener.Certificates.Find(name)
            ?? throw new AuthenticationException("No certificate is configured.");
        return new(handshake.Certificate.OptionsFor(handshake.Listener.Profile));
    };

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

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel) => _stream.ReadAsync(buffer, cancel);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => _stream.WriteAsync(bytes, cancel);

    public override async ValueTask StartTlsAsync(string? host, CancellationToken cancel)
    {
        if (_tls is not null) throw new InvalidOperationException("The connection is TLS already.");
        var ssl = new SslStream(_stream, leaveInnerStreamOpen: false);
        _stream = ssl;
        try
        {
            await TlsSupport.TestAsync(); // the process's first connection waits for it, some milliseconds
            var handshake = new Handshake(listener, host);
            await AuthenticateAsync(ssl, handshake, cancel);
            _tls = Describe(ssl, handshake.Certificate!);
            TlsMemory.ReleaseBuffersWhenIdle(ssl);
            listener.HandshakeCompleted();
        }
        catch (Exception e) when (e is AuthenticationException or IOException or InvalidOperationException or OperationCanceledException)
        {
            if (cancel.IsCancellationRequested) throw;
            listener.HandshakeFailed(remote, e);
            throw new IOException("The TLS handshake failed.", e);
        }
    }

    private async ValueTask AuthenticateAsync(SslStream ssl, Handshake handshake, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(listener.Limits.HandshakeWithin, listener.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        await ssl.AuthenticateAsServerAsync(SelectOptions, handshake, either.Token);
    }

    private static TlsInfo Describe(SslStream ssl, HostCertificate certificate)
    {
        var protocol = ssl.NegotiatedApplicationProtocol;
        return new TlsInfo
        {
            Protocol = ssl.SslProtocol,
            Cipher = ssl.NegotiatedCipherSuite,
            ServerName = ssl.TargetHostName is { Length: > 0 } name ? name : null,
            ApplicationProtocol = protocol.Protocol.IsEmpty ? null : protocol.ToString(),
            PeerCertificate = ssl.RemoteCertificate as X509Certificate2,
            OwnCertificate = certificate.Leaf,
            ChannelBindings = ChannelBindings.ForServer(ssl, certificate.Leaf),
        };
    }

    public override async ValueTask CloseAsync()
    {
        if (Volatile.Read(ref _aborted) != 0) return;
        // Neither close_notify nor the peer's own end may take longer, whether it reads nothing or sends without end.
        using var timer = listener.Clock.CreateTimer(
            static transport => ((SocketTransport)transport!).Abort(), this, listener.Limits.CloseWithin, Timeout.InfiniteTimeSpan);
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
