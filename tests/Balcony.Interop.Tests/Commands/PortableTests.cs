// XEP-0227 against other servers: what they export is imported and can be used; what we export, ejabberd imports.
using System.Text;
using System.Text.Json;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Commands;

public sealed class PortableTests
{
    private const int Failed = 1, NotFound = 3, Refused = 4;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_Prosody_exports_can_be_used_here()
    {
        using var prosody = await ProsodyStores.CreateAsync();
        await prosody.AddUserAsync("juliet", BalconyProcess.Password);
        await prosody.AddUserAsync("romeo", "secret");
        prosody.Write("roster", "juliet.dat", $$"""
            return {
                [false] = { ["version"] = 3, ["pending"] = { ["mercutio@montague.example"] = true } };
                ["romeo@{{BalconyProcess.Domain}}"] = { ["subscription"] = "both", ["groups"] = { ["Friends"] = true }, ["name"] = "Romeo" };
            };
            """);
        prosody.Write("vcard", "juliet.dat", """
            return { ["name"] = "vCard", ["attr"] = { ["xmlns"] = "vcard-temp" }, { ["name"] = "FN", ["attr"] = {}, "Juliet Capulet" } };
            """);
        prosody.Write("private", "juliet.dat", """
            return { ["exodus:exodus:prefs"] = { ["name"] = "exodus", ["attr"] = { ["xmlns"] = "exodus:prefs" }, { ["name"] = "nick", ["attr"] = {}, "J" } } };
            """);
        prosody.Write("archive", "juliet.list", $$"""
            item({ ["name"] = "message", ["attr"] = { ["type"] = "chat", ["id"] = "m1", ["from"] = "romeo@{{BalconyProcess.Domain}}/x", ["to"] = "juliet@{{BalconyProcess.Domain}}", ["stamp"] = "2026-01-01T12:00:00Z" },
              { ["name"] = "body", ["attr"] = {}, "Neither, fair saint" }, ["key"] = "k1", ["with"] = "romeo@{{BalconyProcess.Domain}}", ["when"] = 1767268800 });
            """);
        await prosody.ExportAsync();
        await using var server = await StoppedAsync();
        var report = await ImportAsync(server, prosody.Exported);
        Assert.Equal(("2", "2", "1", "1", "1", "1", "1"), (
            report["accounts"], report["new accounts"], report["contacts"], report["requests"], report["vcards"], report["private elements"], report["archived messages"]));
        Assert.Equal("0", (await ImportAsync(server, prosody.Exported))["archived messages"]);
        var file = await ExportAsync(server, "ours.xml");
        Assert.Contains("stamp='2026-01-01T12:00:00Z'", file, StringComparison.Ordinal);
        Assert.Contains("Neither, fair saint", file, StringComparison.Ordinal);
        await server.StartAsync();
        using var juliet = await AssertLogsInAsync(server, "juliet");
        var page = await juliet.AskAsync("<iq type='set' id='m'><query xmlns='urn:xmpp:mam:2'/></iq>", "</iq>");
        Assert.Contains("Neither, fair saint", page, StringComparison.Ordinal);
        Assert.Contains("2026-01-01T12:00:00Z", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ejabberd_exports_can_be_used_here_and_ours_there()
    {
        await using var ejabberd = await EjabberdNode.StartAsync();
        const string Domain = BalconyProcess.Domain;
        await ejabberd.RunAsync("register", "juliet", Domain, BalconyProcess.Password);
        await ejabberd.RunAsync("register", "romeo", Domain, "secret");
        await ejabberd.RunAsync("add_rosteritem", "juliet", Domain, "romeo", Domain, "Romeo", "Friends", "both");
        await ejabberd.RunAsync("set_vcard", "juliet", Domain, "FN", "Juliet Capulet");
        await ejabberd.RunAsync("private_set", "juliet", Domain, "<exodus xmlns='exodus:prefs'><nick>J</nick></exodus>");
        await ejabberd.RunAsync(
            "send_stanza", $"romeo@{Domain}/x", $"juliet@{Domain}",
            $"<message type='chat' id='m1' from='romeo@{Domain}/x' to='juliet@{Domain}'><body>Neither, fair saint</body></message>");
        await ejabberd.RunAsync(
            "send_stanza", "mercutio@montague.example", $"juliet@{Domain}", $"<presence type='subscribe' from='mercutio@montague.example' to='juliet@{Domain}'/>");
        await ejabberd.RunAsync("export_piefxis", ejabberd.Exported);
        await using var server = await StoppedAsync();
        var report = await ImportAsync(server, ejabberd.Exported);
        Assert.Equal(("2", "2", "1", "1", "1", "1", "1"), (
            report["accounts"], report["new accounts"], report["contacts"], report["requests"], report["vcards"], report["private elements"], report["offline messages"]));
        Assert.Equal(("0", "0"), await AgainAsync(server, ejabberd.Exported));
        Assert.Contains("Neither, fair saint", await ExportAsync(server, "ours.xml"), StringComparison.Ordinal);

        // And back, under other names: ejabberd refuses a file with keys of an account that it has, its own files too.
        var ours = Path.Combine(server.Folder, "renamed.xml");
        var text = await File.ReadAllTextAsync(Path.Combine(server.Folder, "ours.xml"), Cancel);
        await File.WriteAllTextAsync(ours, text.Replace("<user name='juliet'", "<user name='giulietta'", StringComparison.Ordinal).Replace("<user name='romeo'", "<user name='romolo'", StringComparison.Ordinal), Cancel);
        await ejabberd.RunAsync("import_piefxis", ours);
        Assert.Contains("giulietta", await ejabberd.RunAsync("registered_users", Domain), StringComparison.Ordinal);
        Assert.Contains("romeo@" + Domain, await ejabberd.RunAsync("get_roster", "giulietta", Domain), StringComparison.Ordinal);
        Assert.Contains("Juliet Capulet", await ejabberd.RunAsync("get_vcard", "giulietta", Domain, "FN"), StringComparison.Ordinal);

        await server.StartAsync();
        using var juliet = await AssertLogsInAsync(server, "juliet");
        await juliet.AskAsync("<presence/>", "Neither, fair saint");
    }

    [Fact]
    public async Task Wrong_files_and_running_servers_are_told_apart()
    {
        await using var server = await StoppedAsync();
        var file = Path.Combine(server.Folder, "broken.xml");
        await File.WriteAllTextAsync(file, "<server-data xmlns='urn:xmpp:pie:0'>\n<host jid='x'>", Cancel);
        var broken = await RunAsync(server, "import", file);
        Assert.Equal(Failed, broken.ExitCode);
        Assert.Contains("broken.xml:2: the file ends before </host>", broken.Output, StringComparison.Ordinal);
        Assert.Equal(NotFound, (await RunAsync(server, "import", file + ".none")).ExitCode);
        Assert.Equal(Refused, (await RunAsync(server, "export", file)).ExitCode);
        Assert.Equal(NotFound, (await RunAsync(server, "export", file + ".new", "--user", "nobody@" + BalconyProcess.Domain)).ExitCode);
        await server.StartAsync();
        Assert.Equal(Refused, (await RunAsync(server, "import", file)).ExitCode);
        (await RunAsync(server, "export", Path.Combine(server.Folder, "running.xml"))).AssertSucceeded();
    }

    // With the password of before, by PLAIN: both servers have keys for SCRAM-SHA-1 only.
    private static async Task<RawClient> AssertLogsInAsync(BalconyProcess server, string name)
    {
        var client = await RawClient.ConnectTlsAsync(server.DirectTlsPort);
        await client.OpenAsync("</stream:features>");
        var plain = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{name}\0{BalconyProcess.Password}"));
        await client.AskAsync($"<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{plain}</auth>", "<success");
        await client.OpenAsync("</stream:features>");
        await client.AskAsync("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>", "</iq>");
        Assert.Contains("Friends", await client.AskAsync("<iq type='get' id='r'><query xmlns='jabber:iq:roster'/></iq>", "</iq>"), StringComparison.Ordinal);
        Assert.Contains("Juliet Capulet", await client.AskAsync("<iq type='get' id='v'><vCard xmlns='vcard-temp'/></iq>", "</iq>"), StringComparison.Ordinal);
        Assert.Contains(
            "<nick>J</nick>", await client.AskAsync("<iq type='get' id='p'><query xmlns='jabber:iq:private'><exodus xmlns='exodus:prefs'/></query></iq>", "</iq>"),
            StringComparison.Ordinal);
        return client;
    }

    private static async Task<BalconyProcess> StoppedAsync()
    {
        var server = new BalconyProcess();
        await server.InitializeAsync();
        await server.StopAsync();
        return server;
    }

    private static async Task<string> ExportAsync(BalconyProcess server, string name)
    {
        var file = Path.Combine(server.Folder, name);
        (await RunAsync(server, "export", file)).AssertSucceeded();
        return await File.ReadAllTextAsync(file, Cancel);
    }

    private static async Task<(string Contacts, string Offline)> AgainAsync(BalconyProcess server, string path)
    {
        var report = await ImportAsync(server, path);
        return (report["contacts"], report["offline messages"]);
    }

    private static async Task<Dictionary<string, string>> ImportAsync(BalconyProcess server, string path)
    {
        var run = await RunAsync(server, "import", path, "--output", "json");
        run.AssertSucceeded();
        using var json = JsonDocument.Parse(run.Output);
        return json.RootElement.GetProperty("fields").EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetString()!);
    }

    private static Task<ClientProgram> RunAsync(BalconyProcess server, params string[] command) =>
        ClientProgram.RunAsync(Checkout.Command, [.. command, "--config", server.ConfigurationFile]);
}
