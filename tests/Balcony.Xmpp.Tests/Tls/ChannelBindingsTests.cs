// Both ends of real handshakes find the same bindings, and OpenSSL's own tool does too.
using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Tests.Sasl;
using Balcony.Xmpp.Tls;
using Xunit;

namespace Balcony.Xmpp.Tests.Tls;

public sealed class ChannelBindingsTests
{
    [Fact]
    public async Task The_self_test_passes_here()
    {
        await TlsSupport.TestAsync();
        Assert.Null(TlsSupport.WhyNot);
    }

    [Theory]
    [InlineData(SslProtocols.Tls13, new[] { "tls-exporter", "tls-server-end-point" }, 32)]
    [InlineData(SslProtocols.Tls12, new[] { "tls-unique", "tls-server-end-point" }, 12)]
    public async Task Both_ends_find_the_same(SslProtocols protocol, string[] types, int bytes)
    {
        await TlsSupport.TestAsync();
        using var certificate = TlsPair.Certificate();
        await using var pair = await TlsPair.ConnectAsync(protocol, certificate);
        var (server, client) = (ChannelBindings.ForServer(pair.Server, certificate), ChannelBindings.ForClient(pair.Client));

        Assert.Equal(types, server.Types);
        Assert.Equal(types, client.Types);
        Assert.Equal(bytes, server.Data(types[0])!.Length);
        foreach (var type in types) Assert.Equal(server.Data(type), client.Data(type));
        Assert.Equal(SHA256.HashData(certificate.RawData), server.Data("tls-server-end-point"));
        Assert.Null(server.Data(protocol == SslProtocols.Tls13 ? "tls-unique" : "tls-exporter"));
    }

    [Fact]
    public async Task Every_connection_has_its_own()
    {
        await TlsSupport.TestAsync();
        using var certificate = TlsPair.Certificate();
        await using var first = await TlsPair.ConnectAsync(SslProtocols.Tls13, certificate);
        await using var second = await TlsPair.ConnectAsync(SslProtocols.Tls13, certificate);
        Assert.NotEqual(
            ChannelBindings.ForServer(first.Server, certificate).Data("tls-exporter"),
            ChannelBindings.ForServer(second.Server, certificate).Data("tls-exporter"));
    }

    [Fact]
    public async Task A_certificate_of_the_client_changes_nothing()
    {
        using var certificate = TlsPair.Certificate();
        using var another = TlsPair.Certificate();
        await using var pair = await TlsPair.ConnectAsync(SslProtocols.Tls13, certificate, another);
        Assert.Equal(
            ChannelBindings.ForClient(pair.Client).Data("tls-server-end-point"),
            ChannelBindings.ForServer(pair.Server, certificate).Data("tls-server-end-point"));
    }

    [Theory]
    [InlineData(SslProtocols.Tls13)]
    [InlineData(SslProtocols.Tls12)]
    public async Task A_login_binds_to_the_channel(SslProtocols protocol)
    {
        await TlsSupport.TestAsync();
        using var certificate = TlsPair.Certificate();
        await using var pair = await TlsPair.ConnectAsync(protocol, certificate);
        var context = SaslExchange.Context(ChannelBindings.ForServer(pair.Server, certificate));
        var credentials = new SaslCredentials { Name = "user", Password = "pencil" };
        var client = SaslClient.Choose(context.Offer, credentials, ChannelBindings.ForClient(pair.Client));

        Assert.Equal("SCRAM-SHA-512-PLUS", client.Mechanism);
        var step = SaslExchange.Run(client, SaslExchange.Server(client.Mechanism, context), server => ScramKeys.Create(server.Hash!.Value, "pencil", 4096));
        Assert.Equal(SaslStepKind.Success, step.Kind);
    }

    [Fact]
    public async Task A_connection_works_with_released_buffers()
    {
        await TlsSupport.TestAsync();
        using var certificate = TlsPair.Certificate();
        await using var pair = await TlsPair.ConnectAsync(SslProtocols.Tls13, certificate);
        Assert.True(TlsMemory.ReleaseBuffersWhenIdle(pair.Server));
        Assert.True(TlsMemory.ReleaseBuffersWhenIdle(pair.Client));
        var buffer = new byte[4];
        for (var i = 0; i < 3; i++)
        {
            await pair.Client.WriteAsync("ping"u8.ToArray(), TestContext.Current.CancellationToken);
            await pair.Server.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken);
            Assert.Equal("ping"u8.ToArray(), buffer);
        }
    }

    public static TheoryData<string, HashAlgorithmName> EndPointHashes { get; } = new()
    {
        { "rsa-sha256", HashAlgorithmName.SHA256 },
        { "rsa-sha384", HashAlgorithmName.SHA384 },
        { "rsa-sha512", HashAlgorithmName.SHA512 },
        { "pss-sha256", HashAlgorithmName.SHA256 },
        { "pss-sha384", HashAlgorithmName.SHA384 },
        { "pss-sha512", HashAlgorithmName.SHA512 },
        { "ecdsa-sha256", HashAlgorithmName.SHA256 },
        { "ecdsa-sha384", HashAlgorithmName.SHA384 },
        { "ecdsa-sha512", HashAlgorithmName.SHA512 },
    };

    [Theory]
    [MemberData(nameof(EndPointHashes))]
    public void The_certificate_is_hashed_as_it_was_signed(string signature, HashAlgorithmName hash)
    {
        var parts = signature.Split('-');
        var signed = new HashAlgorithmName(parts[1].ToUpperInvariant());
        using var certificate = TlsPair.Certificate(name => parts[0] == "ecdsa"
            ? new CertificateRequest(name, ECDsa.Create(ECCurve.NamedCurves.nistP256), signed)
            : new CertificateRequest(name, RSA.Create(2048), signed, parts[0] == "pss" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1));
        Assert.Equal(CryptographicOperations.HashData(hash, certificate.RawData), ServerEndPointHash.Of(certificate));
        Assert.Same(ServerEndPointHash.OfOwn(certificate), ServerEndPointHash.OfOwn(certificate));
    }

    [Theory]
    [InlineData(Certificates.EcdsaSha1, "SHA256")]
    [InlineData(Certificates.PssDefaults, "SHA256")]
    [InlineData(Certificates.Ed25519, "SHA512")]
    public void A_weak_or_a_hidden_hash_is_replaced(string pem, string hash)
    {
        using var certificate = X509Certificate2.CreateFromPem(pem);
        Assert.Equal(CryptographicOperations.HashData(new HashAlgorithmName(hash), certificate.RawData), ServerEndPointHash.Of(certificate));
    }

    [Fact(Timeout = 60_000)]
    public async Task OpenSSL_exports_the_same()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/openssl"), "needs the program openssl");
        await TlsSupport.TestAsync();
        var cancel = TestContext.Current.CancellationToken;
        using var certificate = TlsPair.Certificate();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var openssl = Process.Start(new ProcessStartInfo("/usr/bin/openssl",
        [
            "s_client", "-connect", $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}", "-tls1_3",
            "-keymatexport", "EXPORTER-Channel-Binding", "-keymatexportlen", "32",
        ])
        { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var connection = await listener.AcceptTcpClientAsync(cancel);
        await using var server = new SslStream(connection.GetStream());
        await server.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, cancel);
        var ours = ChannelBindings.ForServer(server, certificate).Data("tls-exporter")!;

        var text = "";
        while (await openssl.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            if (line.Trim().StartsWith("Keying material: ", StringComparison.Ordinal)) text = line.Trim()["Keying material: ".Length..];
            if (text.Length > 0) break;
        }
        openssl.StandardInput.Close();
        await server.ShutdownAsync();
        connection.Close();
        await openssl.WaitForExitAsync(cancel);
        Assert.Equal(Convert.ToHexString(ours), text);
    }
}
