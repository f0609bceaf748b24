// A TCP connection that we accepted: in TLS we are the server.
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Balcony.Xmpp.Tls;

namespace Balcony.Server.Net;

internal sealed class AcceptedTransport(Socket socket, IPEndPoint? remote, Listener listener) : SocketTransport(socket, remote, listener.Limits, listener.Clock)
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

    public override async ValueTask StartTlsAsync(string? host, CancellationToken cancel)
    {
        var ssl = Wrap();
        try
        {
            await TlsSupport.TestAsync(); // the process's first connection waits for it, some milliseconds
            var handshake = new Handshake(listener, host);
            await AuthenticateAsync(ssl, handshake, cancel);
            if (listener.Profile.RequestClientCertificate) TlsMemory.TurnOffResumption(ssl);
            Secured(ssl, Describe(ssl, handshake.Certificate!));
            listener.HandshakeCompleted();
        }
        catch (Exception e) when (e is AuthenticationException or IOException or InvalidOperationException or OperationCanceledException)
        {
            if (cancel.IsCancellationRequested) throw;
            listener.HandshakeFailed((IPEndPoint?)RemoteEndPoint, e);
            throw new IOException("The TLS handshake failed.", e);
        }
    }

    private async ValueTask AuthenticateAsync(PeerSslStream ssl, Handshake handshake, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(listener.Limits.HandshakeWithin, listener.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        await ssl.AuthenticateAsServerAsync(SelectOptions, handshake, either.Token);
    }

    private static TlsInfo Describe(PeerSslStream ssl, HostCertificate certificate)
    {
        var protocol = ssl.NegotiatedApplicationProtocol;
        return new TlsInfo
        {
            Protocol = ssl.SslProtocol,
            Cipher = ssl.NegotiatedCipherSuite,
            ServerName = ssl.TargetHostName is { Length: > 0 } name ? name : null,
            ApplicationProtocol = protocol.Protocol.IsEmpty ? null : protocol.ToString(),
            Peer = ssl.TakePeer(),
            OwnCertificate = certificate.Leaf,
            ChannelBindings = ChannelBindings.ForServer(ssl, certificate.Leaf),
        };
    }
}
