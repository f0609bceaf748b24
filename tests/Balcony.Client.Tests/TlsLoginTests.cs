// Real sockets and real TLS: channel binding, STARTTLS and direct TLS, and certificates that are not believed.
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Tls;
using Xunit;

namespace Balcony.Client.Tests;

public sealed class TlsLoginTests
{
    [Theory]
    [InlineData(true, SslProtocols.Tls13)]
    [InlineData(false, SslProtocols.Tls13)]
    [InlineData(false, SslProtocols.Tls12)]
    public async Task A_login_is_bound_to_the_channel(bool isDirect, SslProtocols protocol)
    {
        using var certificate = Certificate("example.org");
        using var listener = Listen(out var endPoint);
        var serving = ServeAsync(listener, certificate, isDirect, protocol);
        await using (var client = await XmppClient.ConnectAsync(Options(endPoint, isDirect, certificate), TestContext.Current.CancellationToken))
            Assert.Equal("user@example.org/r", client.Address.ToString());
        Assert.Equal("SCRAM-SHA-512-PLUS", await serving);
    }

    [Fact]
    public async Task Another_hosts_certificate_is_not_believed()
    {
        using var certificate = Certificate("example.com");
        using var listener = Listen(out var endPoint);
        var serving = ServeAsync(listener, certificate, isDirect: true, SslProtocols.Tls13);
        await Assert.ThrowsAsync<AuthenticationException>(
            () => XmppClient.ConnectAsync(Options(endPoint, isDirect: true, certificate), TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<Exception>(() => serving);
    }

    [Fact]
    public async Task A_common_name_is_no_name()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = SelfSigned(new CertificateRequest("CN=example.org", key, HashAlgorithmName.SHA256), null);
        await RefuseAsync(certificate);
    }

    [Fact]
    public async Task A_short_key_is_not_believed()
    {
        using var key = RSA.Create(1024);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("example.org");
        using var certificate = SelfSigned(new CertificateRequest("CN=example.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), names);
        await RefuseAsync(certificate);
    }

    [Fact]
    public async Task An_unknown_authority_is_not_believed_unless_the_caller_does()
    {
        using var certificate = Certificate("example.org");
        using var listener = Listen(out var endPoint);
        var serving = ServeAsync(listener, certificate, isDirect: true, SslProtocols.Tls13);
        var options = Options(endPoint, isDirect: true, certificate);
        await Assert.ThrowsAsync<AuthenticationException>(() => XmppClient.ConnectAsync(
            options with { Tls = options.Tls with { Roots = null } }, TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<Exception>(() => serving);

        serving = ServeAsync(listener, certificate, isDirect: true, SslProtocols.Tls13);
        options = options with { Tls = options.Tls with { Roots = null, Check = (shown, _) => shown!.Thumbprint == certificate.Thumbprint } };
        await using (await XmppClient.ConnectAsync(options, TestContext.Current.CancellationToken)) { }
        await serving;
    }

    private static XmppClientOptions Options(EndPoint endPoint, bool isDirect, X509Certificate2 root) => new()
    {
        Account = BareJid.Parse("user@example.org"),
        Password = "pencil",
        EndPoint = endPoint,
        Tls = new ClientTls { IsDirect = isDirect, Roots = [root] },
    };

    private static TcpListener Listen(out EndPoint endPoint)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        endPoint = listener.LocalEndpoint;
        return listener;
    }

    private static X509Certificate2 Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        return SelfSigned(new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256), names);
    }

    private static X509Certificate2 SelfSigned(CertificateRequest request, SubjectAlternativeNameBuilder? names)
    {
        if (names is not null) request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private static async Task RefuseAsync(X509Certificate2 certificate)
    {
        using var listener = Listen(out var endPoint);
        var serving = ServeAsync(listener, certificate, isDirect: true, SslProtocols.Tls12);
        await Assert.ThrowsAsync<AuthenticationException>(
            () => XmppClient.ConnectAsync(Options(endPoint, isDirect: true, certificate), TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<Exception>(() => serving);
    }

    // One client's whole stay; gives the mechanism that it used.
    private static async Task<string?> ServeAsync(TcpListener listener, X509Certificate2 certificate, bool isDirect, SslProtocols protocol)
    {
        var cancel = TestContext.Current.CancellationToken;
        await TlsSupport.TestAsync();
        using var connection = await listener.AcceptTcpClientAsync(cancel);
        await using var secure = new SslStream(connection.GetStream());
        Stream stream = isDirect ? secure : connection.GetStream();
        var server = new ScriptedServer(buffer => stream.ReadAsync(buffer, cancel), bytes => stream.WriteAsync(bytes, cancel), StartTlsAsync);
        if (isDirect) await StartTlsAsync();
        else await server.SecureAsync();
        await server.LogInAsync(ChannelBindings.ForServer(secure, certificate), [.. Balcony.Xmpp.Sasl.SaslMechanism.Scram]);
        await server.ReadEndAsync();
        await server.WriteAsync("</stream:stream>");
        return server.Mechanism;

        async ValueTask StartTlsAsync()
        {
            stream = secure;
            await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificate = certificate,
                EnabledSslProtocols = protocol,
                ApplicationProtocols = [new SslApplicationProtocol("xmpp-client")],
            }, cancel);
            if (isDirect) Assert.Equal("xmpp-client", secure.NegotiatedApplicationProtocol.ToString());
        }
    }
}
