// `balcony reload` against a running server: what it says is what clients then meet.
using System.Net.Security;
using System.Net.Sockets;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Commands;

public sealed class ReloadTests : IAsyncLifetime
{
    private const int Failed = 1;
    private readonly BalconyProcess _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_new_certificate_is_told_and_presented_now()
    {
        var before = await PresentedAsync();
        using (var authority = new TestAuthority()) authority.WriteFor(BalconyProcess.Domain, _server.Folder);
        var reloaded = await ReloadAsync();
        reloaded.AssertSucceeded();
        Assert.Contains($"certificate of {BalconyProcess.Domain}\tnow; valid until ", reloaded.Output, StringComparison.Ordinal);
        var now = await PresentedAsync();
        Assert.NotEqual(before, now);
        Assert.Contains("Nothing has changed.", (await ReloadAsync()).Output, StringComparison.Ordinal);
        Assert.Equal(now, await PresentedAsync());
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_is_a_failure_and_the_one_before_stays()
    {
        var before = await PresentedAsync();
        await File.WriteAllTextAsync(Path.Combine(_server.Folder, "cert.pem"), "not a certificate", TestContext.Current.CancellationToken);
        var reloaded = await ReloadAsync();
        Assert.Equal(Failed, reloaded.ExitCode);
        Assert.Contains("1 certificate could not be read", reloaded.Output, StringComparison.Ordinal);
        Assert.Contains("the one before stays in use", reloaded.Output, StringComparison.Ordinal);
        Assert.Equal(before, await PresentedAsync());
    }

    [Fact]
    public async Task Another_resolver_and_other_authorities_are_in_force_at_once()
    {
        var authorities = Path.Combine(_server.Folder, "authorities.pem");
        File.Copy(_server.AuthorityFile, authorities);
        await SetAsync($"    trust: [{authorities}]\n", "trust", "resolver: { library: stub, servers: [\"127.0.0.1:9\"] }\n", "resolver:servers");
        Assert.DoesNotContain("after a restart", (await ReloadAsync()).Output, StringComparison.Ordinal);
        // What cannot be had changes nothing, and is told.
        await File.WriteAllTextAsync(authorities, "no certificate", TestContext.Current.CancellationToken);
        var reloaded = await ReloadAsync();
        Assert.NotEqual(0, reloaded.ExitCode);
        Assert.Contains("there is no certificate in", reloaded.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_host_that_moves_sends_its_sessions_and_all_newcomers_elsewhere_until_that_is_taken_back()
    {
        using var session = await RawClient.LoginAsync(_server.DirectTlsPort, "mover");
        await SetAsync("    seeOtherHost: verona.example:5222\n", "seeOtherHost\tnow");
        const string Elsewhere = "<see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>verona.example:5222</see-other-host>";
        Assert.Contains(Elsewhere, await session.AskAsync("", "</stream:stream>"), StringComparison.Ordinal);
        using (var newcomer = await RawClient.ConnectAsync(_server.StartTlsPort))
        {
            Assert.Contains(Elsewhere, await newcomer.OpenAsync("</stream:stream>"), StringComparison.Ordinal);
        }
        await SetAsync("", "seeOtherHost\tnow");
        using var back = await RawClient.ConnectAsync(_server.StartTlsPort);
        await back.OpenAsync("</stream:features>");
    }

    [Fact]
    public async Task What_needs_a_restart_is_told_until_there_was_one()
    {
        await SetAsync("    seeOtherHost: verona.example:5222\n", "seeOtherHost\tnow", "drainTimeout: 6s\n", "drainTimeout\tafter a restart");
        await SetAsync("", "seeOtherHost\tnow", "drainTimeout: 6s\n", "drainTimeout\tafter a restart (changed before)");
    }

    // Writes the file anew with these lines of the host and of the whole server, reloads, and expects these lines in the report.
    private async Task SetAsync(string ofHost, string hostRow, string ofServer = "", string serverRow = "")
    {
        var key = $"    key: {_server.Folder}/key.pem\n";
        var text = await File.ReadAllTextAsync(_server.ConfigurationFile, TestContext.Current.CancellationToken);
        var (head, tail) = (text[..(text.IndexOf(key, StringComparison.Ordinal) + key.Length)], text[text.IndexOf("listeners:", StringComparison.Ordinal)..]);
        head = head[head.IndexOf("data:", StringComparison.Ordinal)..];
        await File.WriteAllTextAsync(_server.ConfigurationFile, ofServer + head + ofHost + tail, TestContext.Current.CancellationToken);
        var reloaded = await ReloadAsync();
        reloaded.AssertSucceeded();
        Assert.Contains(hostRow, reloaded.Output, StringComparison.Ordinal);
        Assert.Contains(serverRow, reloaded.Output, StringComparison.Ordinal);
    }

    private Task<ClientProgram> ReloadAsync() => ClientProgram.RunAsync(Checkout.Command, ["reload", "--config", _server.ConfigurationFile]);

    private async Task<string> PresentedAsync()
    {
        var presented = "";
        using var socket = new TcpClient("127.0.0.1", _server.DirectTlsPort);
#pragma warning disable CA5359 // Which one it is, is all that is asked here.
        await using var tls = new SslStream(socket.GetStream(), leaveInnerStreamOpen: false, (_, certificate, _, _) =>
        {
            presented = certificate?.GetCertHashString();
            return true;
        });
#pragma warning restore CA5359 // As above.
        await tls.AuthenticateAsClientAsync(BalconyProcess.Domain);
        return presented ?? "";
    }
}
