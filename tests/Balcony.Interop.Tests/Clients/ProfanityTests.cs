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
            await LoginAsync(terminal, home, me, port, tls);

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

    [Fact]
    public async Task Two_profanities_talk_in_a_room()
    {
        const string Room = $"garden@conference.{BalconyProcess.Domain}";
        await using var juliet = await SlixmppPeer.LoginAsync(server, "room-juliet");
        await using var romeo = await SlixmppPeer.LoginAsync(server, "room-romeo");
        var (hers, his) = (Directory.CreateTempSubdirectory("balcony-profanity-").FullName, Directory.CreateTempSubdirectory("balcony-profanity-").FullName);
        try
        {
            await using var balcony = new Terminal(hers);
            await using var orchard = new Terminal(his);
            await LoginAsync(balcony, hers, $"room-juliet@{BalconyProcess.Domain}", server.StartTlsPort, "force");
            await LoginAsync(orchard, his, $"room-romeo@{BalconyProcess.Domain}", server.DirectTlsPort, "legacy");

            // It is hers, and locked until she takes it as it is (XEP-0045 §10.1.2).
            await balcony.TypeAsync($"/join {Room} nick juliet");
            await balcony.SeesAsync("role: moderator, affiliation: owner");
            await balcony.TypeAsync("/room accept");
            await balcony.SeesAsync("unlocked");
            await orchard.TypeAsync($"/join {Room} nick romeo");
            await orchard.SeesAsync("role: participant, affiliation: none");
            await balcony.SeesAsync("romeo");

            await orchard.TypeAsync("What light through yonder window breaks?");
            await balcony.SeesAsync("What light through yonder window breaks?");
            await balcony.TypeAsync("/subject set The orchard");
            await orchard.SeesAsync("The orchard");
            await balcony.TypeAsync("/kick romeo begone");
            await orchard.SeesAsync("begone");
        }
        finally
        {
            Directory.Delete(hers, recursive: true);
            Directory.Delete(his, recursive: true);
        }
    }

    private async Task LoginAsync(Terminal terminal, string home, string account, int port, string tls)
    {
        await StartAsync(terminal, home);
        await terminal.TypeAsync($"/connect {account} server 127.0.0.1 port {port.ToString(CultureInfo.InvariantCulture)} tls {tls}");
        await terminal.SeesAsync("Enter password:");
        await terminal.TypeAsync(BalconyProcess.Password);
        await terminal.SeesAsync("logged in successfully");
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
