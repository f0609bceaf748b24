// Handshakes over real sockets: versions, ALPN, SNI, STARTTLS.
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Balcony.Server.Net;
using Balcony.Xmpp.Tls;
using Xunit;

namespace Balcony.Server.Tests.Net;

public sealed class TlsTests
{
    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_client_talks_over_TLS_1_2_and_1_3(SslProtocols version)
    {
        await using var net = new NetFixture().Listen(ListenerSecurity.DirectTls, NetFixture.EchoAsync);

        await using var tls = await net.ConnectTlsAsync(options => options.EnabledSslProtocols = version);

        Assert.Equal("hello", await NetFixture.AskAsync(tls, "hello"));
        var info = (await net.Accepted).Tls!;
        Assert.Equal(version, info.Protocol);
        Assert.Equal(tls.NegotiatedCipherSuite, info.Cipher);
        Assert.Equal("localhost", info.ServerName);
        Assert.Null(info.ApplicationProtocol);
        Assert.Null(info.Peer);
        Assert.Equal(tls.RemoteCertificate!.GetCertHashString(), info.OwnCertificate!.GetCertHashString());
    }

    [Theory]
    [InlineData(SslProtocols.Tls12, "tls-unique tls-server-end-point")]
    [InlineData(SslProtocols.Tls13, "tls-exporter tls-server-end-point")]
    public async Task Both_ends_bind_to_the_same_channel(SslProtocols version, string types)
    {
        await using var net = new NetFixture().Listen(ListenerSecurity.DirectTls, NetFixture.EchoAsync);
        await using var tls = await net.ConnectTlsAsync(options => options.EnabledSslProtocols = version);
        await NetFixture.AskAsync(tls, "hello");

        var ours = (await net.Accepted).Tls!.ChannelBindings;
        var theirs = ChannelBindings.ForClient(tls);

        Assert.Equal(types.Split(' ').Order(), ours.Types.Order());
        Assert.All(ours.Types, type => Assert.Equal(theirs.Data(type), ours.Data(type)));
    }

    [Fact]
    public async Task TLS_1_1_is_refused_and_counted()
    {
        await using var net = new NetFixture().Listen(ListenerSecurity.DirectTls, NetFixture.EchoAsync);
        await using var plain = await net.ConnectAsync();

        // By hand, because this machine's OpenSSL offers TLS 1.1 no more: a ClientHello of version 3.2 with one cipher suite and no extensions.
        byte[] hello = [0x03, 0x02, .. new byte[32], 0, 0, 2, 0xC0, 0x13, 1, 0];
        await plain.WriteAsync((byte[])[22, 3, 1, 0, (byte)(hello.Length + 4), 1, 0, 0, (byte)hello.Length, .. hello], NetFixture.Cancel);
        var alert = new byte[7];
        await plain.ReadExactlyAsync(alert, NetFixture.Cancel);

        const int Alert = 21, Fatal = 2, ProtocolVersion = 70;
        Assert.Equal((Alert, Fatal, ProtocolVersion), (alert[0], alert[5], alert[6]));
        Assert.True(await NetFixture.IsClosedAsync(plain));
    }

    [Fact]
    public async Task Only_forward_secret_ciphers_are_agreed_on_under_TLS_1_2()
    {
        await using var net = new NetFixture().Listen(ListenerSecurity.DirectTls, NetFixture.EchoAsync);
        await using var tls = await net.ConnectTlsAsync(options => options.EnabledSslProtocols = SslProtocols.Tls12);

        Assert.StartsWith("TLS_ECDHE_", tls.NegotiatedCipherSuite.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_offers_the_right_ALPN_gets_it()
    {
        await using var net = new NetFixture().Listen(ListenerSecurity.DirectTls, NetFixture.EchoAsync);

        await using var tls = await net.ConnectTlsAsync(options => options.ApplicationProtocols = [new("xmpp-client")]);

        Assert.Equal("xmpp-client", tls.NegotiatedApplicationProtocol.ToString());
        Assert.Equal("xmpp-client", (await net.Accepted).Tls!.ApplicationProtocol);
    }

    [Fact]
    public async Task A_client_that_offers_another_ALPN_is_refused_even_after_STARTTLS_on_the_same_certificate()
    {
        await using var net = new NetFixture().Listen(ListenerSecurity.StartTls, NetFixture.EchoAfterStartTlsAsync);
        await using (var plain = await net.ConnectAsync())
        {
            await NetFixture.AskAsync(plain, "<proceed/>");
            await using var tls = await NetFixture.StartTlsAsync(plain);
            Assert.Equal("hello", await NetFixture.AskAsync(tls, "hello"));
        }
        net.Listen(ListenerSecurity.DirectTls, NetFixture.EchoAsync);

        Assert.True(await NetFixture.IsRefusedAsync(
            () => net.ConnectTlsAsync(options => options.ApplicationProtocols = [SslApplicationProtocol.Http11])));
    }

    [Theory]
    [InlineData("b.example", "b.example")]
    [InlineData("B.EXAMPLE", "b.example")]
    [InlineData("a.example", "a.example")]
    [InlineData("unknown.example", "a.example")]
    public async Task SNI_chooses_the_certificate(string asked, string presented)
    {
        await using var net = new NetFixture(hosts: ["a.example", "b.example"]).Listen(ListenerSecurity.DirectTls, NetFixture.EchoAsync);

        await using var tls = await net.ConnectTlsAsync(options => options.TargetHost = asked);

        Assert.Equal(presented, NetFixture.Subject(tls));
    }

    [Fact]
    public async Task Without_SNI_the_host_of_the_stream_chooses_the_certificate()
    {
        await using var net = new NetFixture(hosts: ["a.example", "b.example"])
            .Listen(ListenerSecurity.StartTls, transport => StartAsync(transport, "b.example"));
        await using var plain = await net.ConnectAsync();

        await using var tls = await NetFixture.StartTlsAsync(plain, options => options.TargetHost = "");

        Assert.Equal("b.example", NetFixture.Subject(tls));
    }

    [Fact]
    public async Task SNI_wins_over_the_host_of_the_stream()
    {
        await using var net = new NetFixture(hosts: ["a.example", "b.example"])
            .Listen(ListenerSecurity.StartTls, transport => StartAsync(transport, "b.example"));
        await using var plain = await net.ConnectAsync();

        await using var tls = await NetFixture.StartTlsAsync(plain, options => options.TargetHost = "a.example");

        Assert.Equal("a.example", NetFixture.Subject(tls));
    }

    [Fact]
    public async Task Plaintext_that_follows_starttls_is_never_read_under_TLS()
    {
        await using var net = new NetFixture().Listen(ListenerSecurity.StartTls, NetFixture.EchoAfterStartTlsAsync);
        await using var plain = await net.ConnectAsync();

        // The classic injection: the attacker's stanza travels with <starttls/>, in front of the victim's handshake.
        await plain.WriteAsync("<starttls/><message to='eve'/>"u8.ToArray(), NetFixture.Cancel);
        await plain.ReadExactlyAsync(new byte["<proceed/>".Length], NetFixture.Cancel);
        await using var tls = await NetFixture.StartTlsAsync(plain);

        Assert.Equal("hello", await NetFixture.AskAsync(tls, "hello"));
    }

    [Fact]
    public async Task Plaintext_that_comes_after_starttls_was_read_breaks_the_handshake()
    {
        var mayStart = new TaskCompletionSource();
        await using var net = new NetFixture().Listen(ListenerSecurity.StartTls, async transport =>
        {
            await transport.ReadAsync(new byte[4096], CancellationToken.None);
            await transport.WriteAsync("<proceed/>"u8.ToArray(), CancellationToken.None);
            await mayStart.Task;
            await transport.StartTlsAsync("localhost", CancellationToken.None);
            await NetFixture.EchoAsync(transport);
        });
        await using var plain = await net.ConnectAsync();
        await plain.WriteAsync("<starttls/>"u8.ToArray(), NetFixture.Cancel);
        await plain.ReadExactlyAsync(new byte["<proceed/>".Length], NetFixture.Cancel);

        await plain.WriteAsync("<message to='eve'/>"u8.ToArray(), NetFixture.Cancel);
        mayStart.SetResult();

        Assert.True(await NetFixture.IsRefusedAsync(() => NetFixture.StartTlsAsync(plain)));
    }

    [Fact]
    public async Task A_client_certificate_is_asked_for_where_the_listener_says_so_and_not_judged()
    {
        await using var net = new NetFixture().Listen(
            ListenerSecurity.DirectTls, NetFixture.EchoAsync, options => options with { RequestClientCertificate = true });
        var own = net.Certificates.Find("localhost")!.Leaf;
        using var certificate = X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);

        await using var tls = await net.ConnectTlsAsync(options => options.ClientCertificates = [certificate]);

        Assert.Equal("hello", await NetFixture.AskAsync(tls, "hello"));
        using var shown = (await net.Accepted).Tls!.Peer!.Read();
        Assert.Equal(own.Thumbprint, shown.Leaf.Thumbprint);
    }

    [Fact]
    public async Task A_client_that_has_no_certificate_is_let_in_all_the_same()
    {
        await using var net = new NetFixture().Listen(
            ListenerSecurity.DirectTls, NetFixture.EchoAsync, options => options with { RequestClientCertificate = true });

        await using var tls = await net.ConnectTlsAsync();

        Assert.Equal("hello", await NetFixture.AskAsync(tls, "hello"));
        Assert.Null((await net.Accepted).Tls!.Peer);
    }

    [Fact]
    public async Task Large_writes_arrive_whole()
    {
        var sent = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 50_000).Select(number => $"{number} ")));
        await using var net = new NetFixture().Listen(ListenerSecurity.DirectTls, async transport =>
        {
            await transport.WriteAsync(sent, CancellationToken.None);
            await transport.CloseAsync();
        });

        await using var tls = await net.ConnectTlsAsync();
        using var received = new MemoryStream();
        await tls.CopyToAsync(received, NetFixture.Cancel);

        Assert.Equal(sent, received.ToArray());
    }

    private static async Task StartAsync(Transport transport, string host)
    {
        await transport.StartTlsAsync(host, CancellationToken.None);
        await NetFixture.EchoAsync(transport);
    }
}
