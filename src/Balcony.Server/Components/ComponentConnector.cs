// Connections to components by TCP, with or without TLS.
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Balcony.Server.Net;
using Balcony.Server.Streams;

namespace Balcony.Server.Components;

/// <inheritdoc cref="IComponentConnector"/>
internal sealed class ComponentConnector(StreamLimits limits) : IComponentConnector
{
    public async ValueTask<Transport> ConnectAsync(ComponentOptions component, CancellationToken cancel)
    {
        ComponentOptions.TryEndPoint(component.Connect, out string? host, out int port);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(limits.NegotiationTimeout);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            await socket.ConnectAsync(host!, port, patience.Token).ConfigureAwait(false);
            if (component.ConnectTls == ComponentTls.None)
            {
                return new DialedTransport(socket, stream, null);
            }
            var ssl = new SslStream(stream, leaveInnerStreamOpen: false);
            await ssl.AuthenticateAsClientAsync(OptionsFor(host!), patience.Token).ConfigureAwait(false);
            return new DialedTransport(socket, ssl, new TlsInfo
            {
                Protocol = ssl.SslProtocol,
                Cipher = ssl.NegotiatedCipherSuite,
                ServerName = host,
            });
        }
        catch (Exception fault) when (fault is SocketException or IOException or AuthenticationException or OperationCanceledException)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            socket.Dispose();
            throw new IOException(fault is OperationCanceledException ? "nobody answers" : fault.Message, fault);
        }
    }

    private static SslClientAuthenticationOptions OptionsFor(string host) => new()
    {
        TargetHost = host,
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        CertificateChainPolicy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck },
    };

    /// <summary>A connection that we made.</summary>
    private sealed class DialedTransport(Socket socket, Stream stream, TlsInfo? tls) : Transport
    {
        private int _aborted;

        public override EndPoint? RemoteEndPoint { get; } = socket.RemoteEndPoint;

        public override bool IsLoopback => RemoteEndPoint is IPEndPoint { Address: var address } && IPAddress.IsLoopback(address);

        public override TlsInfo? Tls => tls;

        public override async ValueTask WaitForDataAsync(CancellationToken cancel) => _ = await stream.ReadAsync(Memory<byte>.Empty, cancel).ConfigureAwait(false);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel) => stream.ReadAsync(buffer, cancel);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => stream.WriteAsync(bytes, cancel);

        public override ValueTask StartTlsAsync(string? host, CancellationToken cancel) => throw new NotSupportedException("Components know no STARTTLS.");

        public override async ValueTask CloseAsync()
        {
            try
            {
                if (stream is SslStream ssl) await ssl.ShutdownAsync().ConfigureAwait(false);
                socket.Shutdown(SocketShutdown.Send);
            }
            catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                Abort();
            }
        }

        public override void Abort()
        {
            if (Interlocked.Exchange(ref _aborted, 1) == 0) socket.Close(timeout: 0);
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync().ConfigureAwait(false);
            await stream.DisposeAsync().ConfigureAwait(false);
        }
    }
}
