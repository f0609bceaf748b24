// A transport on any Stream: a TCP connection or whatever the caller brings.
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Balcony.Xmpp.Tls;

namespace Balcony.Client;

/// <summary>Carries a client's stream over <paramref name="stream"/>, which it owns from now on.</summary>
/// <param name="stream">Connected, both ways.</param>
/// <param name="tls">Used when the transport becomes TLS.</param>
public sealed class StreamTransport(Stream stream, ClientTls tls) : ClientTransport
{
    private Stream _stream = stream;
    private ChannelBindings _bindings = ChannelBindings.None;

    public override bool IsSecure => _stream is SslStream { IsEncrypted: true };

    public override ChannelBindings Bindings => _bindings;

    /// <summary>Opens a TCP connection.</summary>
    /// <exception cref="SocketException">Nobody answers there.</exception>
    public static async ValueTask<StreamTransport> ConnectAsync(EndPoint endPoint, ClientTls tls, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancel).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
        return new StreamTransport(new NetworkStream(socket, ownsSocket: true), tls);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel) => _stream.ReadAsync(buffer, cancel);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        await _stream.WriteAsync(bytes, cancel).ConfigureAwait(false);
        await _stream.FlushAsync(cancel).ConfigureAwait(false);
    }

    public override async ValueTask StartTlsAsync(string domain, CancellationToken cancel)
    {
        await TlsSupport.TestAsync().ConfigureAwait(false);
        var secure = new SslStream(_stream, leaveInnerStreamOpen: false);
        _stream = secure;
        await secure.AuthenticateAsClientAsync(tls.For(domain), cancel).ConfigureAwait(false);
        _bindings = ChannelBindings.ForClient(secure);
        TlsMemory.ReleaseBuffersWhenIdle(secure);
    }

    public override async ValueTask CloseAsync()
    {
        try
        {
            if (_stream is SslStream secure) await secure.ShutdownAsync().ConfigureAwait(false);
        }
        catch (Exception fault) when (IsGone(fault))
        {
            // The other side was faster.
        }
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    public override void Abort() => _stream.Dispose();
}
