// A TCP connection that we opened, to another server: in TLS we are the client.
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Balcony.Xmpp.Tls;

namespace Balcony.Server.Net;

/// <summary>What a handshake as client needs.</summary>
public sealed record ClientHandshake
{
    /// <summary>The name for SNI: the peer's domain, not its machine (RFC 6120 §13.7.1.2).</summary>
    public required string ServerName { get; init; }

    /// <summary>What we present when we are asked; null: nothing.</summary>
    public HostCertificate? Own { get; init; }

    /// <summary>For direct TLS (XEP-0368 §3); null: none.</summary>
    public string? ApplicationProtocol { get; init; }

    public SslProtocols Protocols { get; init; } = SslProtocols.Tls12 | SslProtocols.Tls13;
}

internal sealed class ConnectedTransport(Socket socket, IPEndPoint remote, NetLimits limits, TimeProvider clock, BurstTrim trim) : SocketTransport(socket, remote, limits, clock)
{
    private readonly NetLimits _limits = limits;
    private readonly TimeProvider _clock = clock;

    public override ValueTask StartTlsAsync(string? host, CancellationToken cancel) => throw new InvalidOperationException("We are the client here.");

    public override async ValueTask StartClientTlsAsync(ClientHandshake handshake, CancellationToken cancel)
    {
        var ssl = Wrap();
        using var timeout = new CancellationTokenSource(_limits.HandshakeWithin, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            await TlsSupport.TestAsync();
            await ssl.AuthenticateAsClientAsync(OptionsFor(handshake), either.Token);
        }
        catch (Exception e) when (e is AuthenticationException or IOException or InvalidOperationException or OperationCanceledException)
        {
            if (cancel.IsCancellationRequested) throw;
            throw new IOException(timeout.IsCancellationRequested ? "The TLS handshake took too long." : $"The TLS handshake failed: {e.GetBaseException().Message}", e);
        }
        TlsMemory.TurnOffResumption(ssl);
        trim.Count();
        Secured(ssl, new TlsInfo
        {
            Protocol = ssl.SslProtocol,
            Cipher = ssl.NegotiatedCipherSuite,
            ServerName = handshake.ServerName,
            ApplicationProtocol = ssl.NegotiatedApplicationProtocol.Protocol.IsEmpty ? null : ssl.NegotiatedApplicationProtocol.ToString(),
            Peer = ssl.TakePeer(),
            StapledOcsp = OcspStaple.Of(ssl),
            OwnCertificate = handshake.Own?.Leaf,
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        trim.Count();
    }

    private static SslClientAuthenticationOptions OptionsFor(ClientHandshake handshake) => new()
    {
        TargetHost = handshake.ServerName,
        EnabledSslProtocols = handshake.Protocols,
        ClientCertificateContext = handshake.Own?.AsClient,
        RemoteCertificateValidationCallback = PeerSslStream.Remember,
        CertificateChainPolicy = PeerSslStream.NoFetching(),
        AllowRenegotiation = false,
        // Each stream between servers shows its certificate anew: what is allowed here is turned off at the first handshake, and the context is shared (TlsMemory).
        AllowTlsResume = TlsSupport.IsTested,
        ApplicationProtocols = handshake.ApplicationProtocol is { } name ? [new SslApplicationProtocol(name)] : null,
    };
}
