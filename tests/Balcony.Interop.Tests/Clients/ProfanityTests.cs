// profanity (C, libstrophe) as the client, in a terminal: what its user types and sees.
using System.Globalization;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Clients;

public sealed class ProfanityTests(BalconyProcess server) : IClassFixture<BalconyProcess>
{
    [Fact]
    public Task Profanity_chats_over_starttls() => ChatAsync("juliet", server.StartTlsPort, "force");

    [Fact]
    public Task Profanity_chats_over_direct_tls() => ChatAsync("nurse", server.DirectTlsPort, "legacy");

    private async Task ChatAsync(string local, int port, string tls)
    {
        var me = $"{local}@{BalconyProcess.Domain}";
        var friend = $"{local}s-romeo@{BalconyProcess.Domain}";
        await using var romeo = await SlixmppPeer.LoginAsync(server, $"{local}s-romeo");
        await romeo.DoAsync($"register {local}");
        await romeo.DoAsync($"friend {me}");

        var home = Directory.CreateTempSubdirectory("balcony-profanity-").FullName;
        try
        {
            await using var terminal = new Terminal(home);
            await StartAsync(terminal, home);
            await terminal.TypeAsync($"/connect {me} server 127.0.0.1 port {port.ToString(CultureInfo.InvariantCulture)} tls {tls}");
            await terminal.SeesAsync("Enter password:");
            await terminal.TypeAsync(BalconyProcess.Password);
            await terminal.SeesAsync("logged in successfully");

            // The friend asked while we were away: the request waited for us (RFC 6121 §3.1.3).
            await terminal.TypeAsync($"/sub allow {friend}");
            await romeo.SaysAsync($"presence {me} available");

            await terminal.TypeAsync($"/msg {friend} It is the lark");
            await romeo.SaysAsync($"got {me} It is the lark");
            await terminal.SeesAsync("[TLS]");
            await romeo.DoAsync($"send {me} It was the nightingale");
            await terminal.SeesAsync("It was the nightingale");

            await terminal.TypeAsync("/status set away \"until dawn\"");
            await romeo.SaysAsync($"presence {me} away");
            await terminal.TypeAsync("/quit");
            await romeo.SaysAsync($"presence {me} unavailable");
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private async Task StartAsync(Terminal terminal, string home)
    {
        Assert.True(File.Exists("/usr/bin/profanity"), "profanity is missing: ./test installs what the tests need.");
        var configuration = Directory.CreateDirectory(Path.Combine(home, "config", "profanity")).FullName;
        await File.WriteAllTextAsync(Path.Combine(configuration, "profrc"), "[ui]\nsplash=false\n[notifications]\nmessage=off\n");
        await terminal.StartAsync("/usr/bin/profanity", new Dictionary<string, string>
        {
            ["HOME"] = home,
            ["XDG_CONFIG_HOME"] = Path.Combine(home, "config"),
            ["XDG_DATA_HOME"] = Path.Combine(home, "data"),
            ["SSL_CERT_FILE"] = server.AuthorityFile,
            ["LANG"] = "C.UTF-8",
            ["TERM"] = "xterm-256color",
        });
        await terminal.SeesAsync("Profanity");
    }
}
