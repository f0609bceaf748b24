// go-sendxmpp (Go, go-xmpp) as the client: the one-line sender that scripts use.
using System.Globalization;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Clients;

public sealed class GoSendxmppTests(BalconyProcess server) : IClassFixture<BalconyProcess>
{
    private const string Program = "/usr/bin/go-sendxmpp";

    [Fact]
    public Task A_message_arrives_over_starttls() => SendAsync("script", server.StartTlsPort, []);

    [Fact]
    public Task A_message_arrives_over_direct_tls() => SendAsync("cron", server.DirectTlsPort, ["--tls"]);

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        await using var operatorOnCall = await SlixmppPeer.LoginAsync(server, "on-call");
        var run = await RunAsync("on-call", "not the password", server.StartTlsPort, [], $"on-call@{BalconyProcess.Domain}", "never");
        Assert.NotEqual(0, run.ExitCode);
    }

    [Fact]
    public async Task A_certificate_from_elsewhere_is_refused_by_the_client()
    {
        await using var receiver = await SlixmppPeer.LoginAsync(server, "careful");
        var elsewhere = Directory.CreateTempSubdirectory("balcony-elsewhere-").FullName;
        try
        {
            using (var authority = new TestAuthority())
                authority.WriteFor(BalconyProcess.Domain, elsewhere);
            var run = await RunAsync("careful", BalconyProcess.Password, server.StartTlsPort, [], $"careful@{BalconyProcess.Domain}", "never",
                trust: Path.Combine(elsewhere, "ca.pem"));
            Assert.NotEqual(0, run.ExitCode);
        }
        finally
        {
            Directory.Delete(elsewhere, recursive: true);
        }
    }

    private async Task SendAsync(string local, int port, string[] options)
    {
        await using var receiver = await SlixmppPeer.LoginAsync(server, $"{local}-reader");
        await receiver.DoAsync($"register {local}");
        var run = await RunAsync(
            local, BalconyProcess.Password, port, options, $"{local}-reader@{BalconyProcess.Domain}", "The backup is done & it <works>.\n");
        run.AssertSucceeded();
        await receiver.SaysAsync($"got {local}@{BalconyProcess.Domain} The backup is done & it <works>.");
    }

    private Task<ClientProgram> RunAsync(
        string local, string password, int port, string[] options, string to, string body, string? trust = null) =>
        ClientProgram.RunAsync(
            Program,
            [
                "--username", $"{local}@{BalconyProcess.Domain}", "--password", password,
                "--jserver", $"127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}", .. options, to,
            ],
            new Dictionary<string, string> { ["SSL_CERT_FILE"] = trust ?? server.AuthorityFile, ["SSL_CERT_DIR"] = "/nonexistent" },
            body);
}
