// A wire over TCP, with direct TLS or STARTTLS.
#pragma warning disable CA5359 // A script is about the protocol; whoever starts the server says whether its certificate is to be judged.
using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Balcony.Testing.Scenarios;

/// <summary>TCP to a server under test. The certificate is judged by what the target hands in; null accepts any.</summary>
public sealed class SocketWire : Wire
{
    private readonly Socket _socket;
    private readonly RemoteCertificateValidationCallback _accepts;
    private Stream _stream;

    private SocketWire(Socket socket, RemoteCertificateValidationCallback? accepts)
    {
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _accepts = accepts ?? ((_, _, _, _) => true);
    }

    public override bool IsSecure => _stream is SslStream;

    public static async Task<SocketWire> ConnectAsync(EndPoint server, RemoteCertificateValidationCallback? accepts, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server, cancel);
        return new SocketWire(socket, accepts);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        try
        {
            return await _stream.ReadAsync(buffer, cancel);
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException)
        {
            return 0;
        }
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => _stream.WriteAsync(bytes, cancel);

    public override async ValueTask StartTlsAsync(string host, CancellationToken cancel)
    {
        var tls = new SslStream(_stream, leaveInnerStreamOpen: false, _accepts);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = host,
            ApplicationProtocols = [new SslApplicationProtocol("xmpp-client")],
        }, cancel);
        _stream = tls;
    }

    public override async ValueTask CloseAsync()
    {
        try
        {
            if (_stream is SslStream tls) await tls.ShutdownAsync();
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The server was quicker.
        }
    }

    public override void Abort() => _stream.Dispose();
}
