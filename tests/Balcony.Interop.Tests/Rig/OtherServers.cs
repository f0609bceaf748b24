// Prosody and ejabberd as sources and targets of exports, from the system's packages, each in a folder of its own.
using System.Globalization;
using Xunit;

namespace Balcony.Interop.Tests.Rig;

/// <summary>Prosody's stores as its own programs write them, and its migrator.</summary>
internal sealed class ProsodyStores : IDisposable
{
    private const string Domain = BalconyProcess.Domain;

    private readonly string _folder = Directory.CreateTempSubdirectory("balcony-prosody-").FullName;

    public string Exported => Path.Combine(_folder, "out");

    private string HostFolder => Path.Combine(_folder, "data", Uri.EscapeDataString(Domain).Replace(".", "%2e", StringComparison.Ordinal));

    public static async Task<ProsodyStores> CreateAsync()
    {
        var stores = new ProsodyStores();
        Directory.CreateDirectory(stores.Exported);
        await File.WriteAllTextAsync(Path.Combine(stores._folder, "prosody.cfg.lua"), $"""
            data_path = "{stores._folder}/data"
            log = "*console"
            storage = "internal"
            authentication = "internal_hashed"
            VirtualHost "{Domain}"
            """);
        await File.WriteAllTextAsync(Path.Combine(stores._folder, "migrator.cfg.lua"), $$"""
            input { hosts = { ["{{Domain}}"] = { "accounts", "roster", "vcard", "private", "archive-archive" } }; type = "internal"; path = "{{stores._folder}}/data" }
            output { type = "xep0227"; path = "{{stores.Exported}}" }
            """);
        return stores;
    }

    public async Task AddUserAsync(string name, string password) => (await ClientProgram.RunAsync(
        "/usr/bin/prosodyctl", ["--root", "--config", Path.Combine(_folder, "prosody.cfg.lua"), "register", name, Domain, password])).AssertSucceeded();

    /// <summary>What Prosody's internal storage has for a user.</summary>
    public void Write(string store, string file, string text)
    {
        Directory.CreateDirectory(Path.Combine(HostFolder, store));
        File.WriteAllText(Path.Combine(HostFolder, store, file), text);
    }

    /// <summary>`prosody-migrator` into its storage of the type xep0227: a file for each user.</summary>
    public async Task ExportAsync()
    {
        // This storage writes to the place that is compiled into the program: the same program, with ours in it.
        var migrator = Path.Combine(_folder, "migrator.lua");
        var lines = (await File.ReadAllLinesAsync("/usr/bin/prosody-migrator"))
            .Select(line => line.StartsWith("CFG_DATADIR=", StringComparison.Ordinal) ? $"CFG_DATADIR=[[{Exported}]];" : line);
        await File.WriteAllLinesAsync(migrator, lines);
        File.SetUnixFileMode(migrator, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        // As root it becomes the user prosody.
        if (Environment.UserName == "root") (await ClientProgram.RunAsync("/bin/chown", ["-R", "prosody", _folder])).AssertSucceeded();
        (await ClientProgram.RunAsync(migrator, ["--config=" + Path.Combine(_folder, "migrator.cfg.lua"), "input", "output"])).AssertSucceeded();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

/// <summary>An ejabberd without listeners, asked by ejabberdctl.</summary>
internal sealed class EjabberdNode : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("balcony-ejabberd-").FullName;

    public string Exported => Path.Combine(_folder, "export");

    public static async Task<EjabberdNode> StartAsync()
    {
        var node = new EjabberdNode();
        foreach (var folder in new[] { "db", "log", "home", "export" }) Directory.CreateDirectory(Path.Combine(node._folder, folder));
        await File.WriteAllTextAsync(Path.Combine(node._folder, "ejabberd.yml"), $$"""
            hosts: ["{{BalconyProcess.Domain}}"]
            loglevel: warning
            auth_method: [internal]
            auth_password_format: scram
            listen: []
            acl: { local: { user_regexp: "" } }
            access_rules: { local: { allow: local } }
            api_permissions: { "console commands": { from: [ejabberd_ctl], who: all, what: "*" } }
            modules: { mod_admin_extra: {}, mod_blocking: {}, mod_offline: {}, mod_privacy: {}, mod_private: {}, mod_roster: {}, mod_vcard: { search: false } }
            """);
        await File.WriteAllTextAsync(Path.Combine(node._folder, "ejabberdctl.cfg"), $"""
            EXEC_CMD=as_current_user
            INET_DIST_INTERFACE=127.0.0.1
            ERL_DIST_PORT={BalconyProcess.FreePort().ToString(CultureInfo.InvariantCulture)}
            ERL_OPTIONS="-env ERL_CRASH_DUMP_BYTES 0"
            EJABBERD_PID_PATH={node._folder}/pid
            EJABBERD_CONFIG_PATH={node._folder}/ejabberd.yml
            """);
        File.Copy("/etc/ejabberd/inetrc", Path.Combine(node._folder, "inetrc"));
        // It leaves a server behind that would keep our pipes open.
        (await ClientProgram.RunAsync("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", .. node.Command("start")], node.Environment)).AssertSucceeded();
        await node.RunAsync("started");
        return node;
    }

    public async Task<string> RunAsync(params string[] command)
    {
        var words = Command(command);
        var run = await ClientProgram.RunAsync(words[0], words[1..], Environment);
        Assert.True(run.ExitCode == 0, $"ejabberdctl {string.Join(' ', command)}: {run.ExitCode}\n{run.Output}");
        return run.Output;
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("stop");
        await ClientProgram.RunAsync("/usr/sbin/ejabberdctl", Command("stopped")[1..], Environment);
        Directory.Delete(_folder, recursive: true);
    }

    private Dictionary<string, string> Environment => new() { ["HOME"] = Path.Combine(_folder, "home") };

    private string[] Command(params string[] command) =>
    [
        "/usr/sbin/ejabberdctl", "--config-dir", _folder, "--logs", Path.Combine(_folder, "log"), "--spool", Path.Combine(_folder, "db"),
        "--node", "balcony" + Path.GetFileName(_folder)[^6..] + "@localhost", .. command,
    ];
}
