// `balcony backup` and `balcony restore` as an operator runs them, and what a script can tell by.
using System.Globalization;
using System.Text.Json;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Commands;

public sealed class BackupTests(BalconyProcess server) : IClassFixture<BalconyProcess>
{
    private const int Failed = 1, NotFound = 3, Refused = 4;

    [Fact]
    public async Task A_backup_of_the_running_server_serves_elsewhere()
    {
        await using (var romeo = await SlixmppPeer.LoginAsync(server, "romeo"))
        {
        }
        var file = Path.Combine(server.Folder, "running.backup");
        var written = await RunAsync("backup", file, "--output", "json");
        written.AssertSucceeded();
        using (var json = JsonDocument.Parse(written.Output))
        {
            Assert.Equal(file, json.RootElement.GetProperty("fields").GetProperty("file").GetString());
            Assert.Equal(new FileInfo(file).Length.ToString(CultureInfo.InvariantCulture), json.RootElement.GetProperty("fields").GetProperty("bytes").GetString());
        }
        await using var other = new BalconyProcess();
        await other.InitializeAsync();
        // Started once, and nobody has an account there.
        await other.StopAsync();
        (await RunAsync(other, "restore", file)).AssertSucceeded();
        await other.StartAsync();
        await using var again = await SlixmppPeer.LoginAsync(other, "romeo");
    }

    [Fact]
    public async Task Nothing_is_overwritten_but_by_force()
    {
        await using var stopped = new BalconyProcess();
        await stopped.InitializeAsync();
        await AddAsync(stopped, 3);
        var file = Path.Combine(stopped.Folder, "backup");
        Assert.Equal(Refused, (await RunAsync(stopped, "restore", file)).ExitCode);
        (await RunAsync(stopped, "backup", file)).AssertSucceeded();
        await stopped.StopAsync();
        Assert.Equal(Refused, (await RunAsync(stopped, "backup", file)).ExitCode);
        await AddAsync(stopped, 5);
        var refused = await RunAsync(stopped, "restore", file);
        Assert.Equal(Refused, refused.ExitCode);
        Assert.Contains("--force", refused.Output, StringComparison.Ordinal);
        Assert.Equal(5, await CountAsync(stopped));
        (await RunAsync(stopped, "restore", file, "--force", "--yes")).AssertSucceeded();
        Assert.Equal(3, await CountAsync(stopped));
    }

    [Fact]
    public async Task A_damaged_file_and_a_missing_one_change_nothing()
    {
        await using var stopped = new BalconyProcess();
        await stopped.InitializeAsync();
        await stopped.StopAsync();
        var file = Path.Combine(stopped.Folder, "backup");
        (await RunAsync(stopped, "backup", file)).AssertSucceeded();
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);
        var before = await File.ReadAllBytesAsync(Database(stopped), TestContext.Current.CancellationToken);
        var damaged = await RunAsync(stopped, "restore", file);
        Assert.Equal(Failed, damaged.ExitCode);
        Assert.Contains("damaged", damaged.Output, StringComparison.Ordinal);
        Assert.Equal(NotFound, (await RunAsync(stopped, "restore", file + ".missing")).ExitCode);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database(stopped), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_full_disk_leaves_no_half_file()
    {
        await using var stopped = new BalconyProcess();
        await stopped.InitializeAsync();
        await AddAsync(stopped, 400);
        await stopped.StopAsync();
        var folder = Directory.CreateDirectory(Path.Combine(stopped.Folder, "small")).FullName;
        var file = Path.Combine(folder, "backup");
        // A limit on the size of files fails writes as a full disk does. The runtime's own shared memory must not need it.
        var full = await ClientProgram.RunAsync(
            "/bin/bash", ["-c", "trap '' XFSZ; ulimit -f 40; export DOTNET_EnableWriteXorExecute=0; exec \"$@\"", "bash", Checkout.Command, "backup", file, "--config", stopped.ConfigurationFile]);
        Assert.Equal(Failed, full.ExitCode);
        Assert.Contains("cannot be written", full.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
        (await RunAsync(stopped, "backup", file)).AssertSucceeded();
        Assert.True(new FileInfo(file).Length > 40 * 1024, "the file is larger than the limit was");
    }

    private static string Database(BalconyProcess server) => Path.Combine(server.Folder, "data", "balcony.db");

    private static async Task AddAsync(BalconyProcess server, int count)
    {
        var file = Path.Combine(server.Folder, "accounts");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"user{i}@{BalconyProcess.Domain} secret {i}")));
        await RunAsync(server, "user", "add", "--file", file);
    }

    private static async Task<int> CountAsync(BalconyProcess server) =>
        (await RunAsync(server, "user", "list")).Output.Split('\n').Count(line => line.Contains('@', StringComparison.Ordinal));

    private Task<ClientProgram> RunAsync(params string[] command) => RunAsync(server, command);

    private static Task<ClientProgram> RunAsync(BalconyProcess server, params string[] command) =>
        ClientProgram.RunAsync(Checkout.Command, [.. command, "--config", server.ConfigurationFile]);
}
