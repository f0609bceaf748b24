// The lab's web server: HTTP on any port for what certificates name, HTTPS on 443 for POSH, which has no other port (RFC 7711 §3).
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Tls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Balcony.Cli.Lab.Ground;

internal sealed class LabWeb : IAsyncDisposable
{
    private const int HttpsPort = 443;
    private const int MostConnections = 256;

    private readonly WebApplication _application;
    private readonly Dictionary<string, SslStreamCertificateContext> _certificates = [];
    private LabPages? _pages;

    private LabWeb(IPAddress address, int port, bool hasHttps)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            // A reader that stops is the reader's affair here.
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(address, port, listen => listen.Protocols = HttpProtocols.Http1);
            if (hasHttps) kestrel.Listen(address, HttpsPort, Secure);
        });
        _application = builder.Build();
        _application.Run(AnswerAsync);
        (EndPoint, HasHttps) = (new IPEndPoint(address, port), hasHttps);
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>Port 443 could be had.</summary>
    public bool HasHttps { get; }

    public static async Task<LabWeb> StartAsync(IPAddress address, CancellationToken cancel)
    {
        var web = new LabWeb(address, FreePort(address, 0), FreePort(address, HttpsPort) != 0);
        await web._application.StartAsync(cancel);
        return web;
    }

    /// <summary>Until then everything is missing.</summary>
    public void Publish(LabPages pages, LabAuthority authority, IEnumerable<LabPeer> peers)
    {
        foreach (var peer in peers.Where(peer => peer.Spec.Posh != LabPosh.None))
        {
            var identity = authority.Issue(peer.Spec.Posh == LabPosh.UntrustedWeb ? LabCertificate.UntrustedCa : LabCertificate.Good, peer.Domain, LabService.Server);
            using var leaf = X509Certificate2.CreateFromPem(identity.Certificate.ExportCertificatePem(), identity.KeyPem);
            // As with PKCS #12: a key that belongs to the certificate for as long as that lives.
            var held = X509CertificateLoader.LoadPkcs12(leaf.Export(X509ContentType.Pkcs12), null);
            _certificates[peer.Domain] = CertificateContext.Create(held, [.. identity.Presented]);
        }
        Volatile.Write(ref _pages, pages);
    }

    public async ValueTask DisposeAsync()
    {
        using var grace = new CancellationTokenSource(TimeSpan.FromSeconds(1), TimeProvider.System);
        await _application.StopAsync(grace.Token);
        await _application.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext http)
    {
        if (Volatile.Read(ref _pages) is { } pages) return pages.AnswerAsync(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private void Secure(ListenOptions listen)
    {
        listen.Protocols = HttpProtocols.Http1;
        listen.UseHttps(new TlsHandshakeCallbackOptions
        {
            OnConnection = connection => _certificates.TryGetValue(connection.ClientHelloInfo.ServerName, out var certificate)
                ? new(new SslServerAuthenticationOptions { ServerCertificateContext = certificate })
                : throw new InvalidOperationException("No such host."),
        });
    }

    // The lab's address is the lab's alone: what is free now is free in a moment.
    private static int FreePort(IPAddress address, int port)
    {
        using var probe = new System.Net.Sockets.TcpListener(address, port);
        try
        {
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return 0;
        }
    }
}
