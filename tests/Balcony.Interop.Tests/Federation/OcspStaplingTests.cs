// OCSP stapling: `./balcony serve` with a certificate of OpenSSL's authority, whose responder is OpenSSL's, looked at by OpenSSL's client and by ours.
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Balcony.Interop.Tests.Rig;
using Balcony.Xmpp.Tls;
using Xunit;

namespace Balcony.Interop.Tests.Federation;

public sealed class OcspStaplingTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("ca", true)]
    [InlineData("delegate", true)]
    [InlineData("ca", false)]
    public async Task The_answer_of_the_responder_is_presented_to_clients_and_servers(string signer, bool isWanted)
    {
        await using var authority = await OpenSslAuthority.CreateAsync();
        using var leaf = await authority.IssueAsync("leaf", "asks");
        using var delegated = await authority.IssueAsync("delegate", "responder");
        await authority.StartResponderAsync(signer);
        var serverPort = BalconyProcess.FreePort();
        await using var server = new BalconyProcess
        {
            Files = folder => authority.CopyTo(folder, "leaf"),
            MoreForHost = isWanted ? "" : "    ocspStapling: false",
            MoreListeners = $"  - {{ kind: server, address: 127.0.0.1, port: {serverPort} }}\n",
        };
        await server.InitializeAsync();
        if (isWanted)
        {
            Assert.Contains("Cert Status: good", await LookAsync(server.DirectTlsPort, authority, [], "Cert Status"), StringComparison.Ordinal);
            Assert.Contains("Cert Status: good", await LookAsync(serverPort, authority, ["-starttls", "xmpp-server", "-xmpphost", BalconyProcess.Domain], "Cert Status"), StringComparison.Ordinal);
            Assert.False((await ConnectAsync(server.DirectTlsPort)).IsEmpty);
        }
        else
        {
            Assert.Contains("no response sent", await LookAsync(server.DirectTlsPort, authority, [], "no response sent"), StringComparison.Ordinal);
            Assert.True((await ConnectAsync(server.DirectTlsPort)).IsEmpty);
        }
    }

    [Fact]
    public async Task Where_nobody_answers_clients_connect_all_the_same()
    {
        await using var authority = await OpenSslAuthority.CreateAsync();
        using var leaf = await authority.IssueAsync("leaf", "asks");
        // It accepts, and says nothing.
        using var silent = new TcpListener(System.Net.IPAddress.Loopback, authority.ResponderPort);
        silent.Start();
        await using var server = new BalconyProcess { Files = folder => authority.CopyTo(folder, "leaf") };
        await server.InitializeAsync();
        for (var i = 0; i < 5; i++) Assert.True((await ConnectAsync(server.DirectTlsPort)).IsEmpty);
    }

    // The first peers may come before the first answer.
    private static async Task<string> LookAsync(int port, OpenSslAuthority authority, string[] more, string wanted)
    {
        var deadline = DateTime.UtcNow + Soon;
        while (true)
        {
            var seen = await ClientProgram.RunAsync(
                "/usr/bin/openssl",
                ["s_client", "-connect", $"127.0.0.1:{port}", "-servername", BalconyProcess.Domain, "-status", "-CAfile", authority.AuthorityFile, "-verify_return_error", .. more]);
            if (seen.Output.Contains(wanted, StringComparison.Ordinal) || DateTime.UtcNow > deadline) return seen.Output;
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ConnectAsync(int port)
    {
        await TlsSupport.TestAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", port);
        await using var tls = new SslStream(socket.GetStream(), false);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = BalconyProcess.Domain,
            EnabledSslProtocols = SslProtocols.Tls13,
#pragma warning disable CA5359 // what was stapled is looked at, not whom it is about
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore CA5359
        }).WaitAsync(Soon);
        return OcspStaple.Of(tls);
    }
}
