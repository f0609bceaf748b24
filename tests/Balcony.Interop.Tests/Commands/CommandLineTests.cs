// The command line against a running server, and against its stores when none runs: what an operator types and a script tells by.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Balcony.Interop.Tests.Rig;
using Balcony.Server.Commands;
using Xunit;

namespace Balcony.Interop.Tests.Commands;

public sealed class CommandLineTests(BalconyProcess server) : IClassFixture<BalconyProcess>
{
    private const int Usage = 2, NotFound = 3, NoServer = 5;

    [Fact]
    public async Task An_account_added_to_the_running_server_can_log_in()
    {
        var added = await RunAsync(["user", "add", Address("added")], BalconyProcess.Password + "\n");
        added.AssertSucceeded();
        await using var peer = await SlixmppPeer.LoginAsync(server, "added");
        (await RunAsync(["session", "list"])).AssertSucceeded();
        Assert.Contains(Address("added"), (await RunAsync(["session", "list"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kicked_session_ends()
    {
        await using var peer = await SlixmppPeer.LoginAsync(server, "kicked");
        (await RunAsync(["session", "kick", Address("kicked")])).AssertSucceeded();
        await WaitUntilAsync(async () => !(await RunAsync(["session", "list"])).Output.Contains(Address("kicked"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_password_ends_the_sessions_and_holds()
    {
        await using var peer = await SlixmppPeer.LoginAsync(server, "changed");
        (await RunAsync(["user", "password", Address("changed")], "another one\n")).AssertSucceeded();
        await WaitUntilAsync(async () => !(await RunAsync(["session", "list"])).Output.Contains(Address("changed"), StringComparison.Ordinal));
        var refused = await ClientProgram.RunAsync("/usr/bin/python3",
            ["-B", Checkout.ClientScript("slixmpp_peer.py"), "changed", .. SlixmppPeer.ConnectionArguments(server)], input: "");
        Assert.Contains("not-authorized", refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_are_listed_as_json()
    {
        (await RunAsync(["user", "add", Address("listed")], "password\n")).AssertSucceeded();
        var listed = await RunAsync(["user", "list", "--output", "json"]);
        listed.AssertSucceeded();
        using var json = JsonDocument.Parse(listed.Output);
        Assert.Equal("ok", json.RootElement.GetProperty("status").GetString());
        Assert.Contains(Address("listed"), listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_account_is_gone()
    {
        (await RunAsync(["user", "add", Address("removed")], "password\n")).AssertSucceeded();
        (await RunAsync(["user", "remove", Address("removed"), "--yes"])).AssertSucceeded();
        Assert.DoesNotContain(Address("removed"), (await RunAsync(["user", "list"])).Output, StringComparison.Ordinal);
        Assert.Equal(NotFound, (await RunAsync(["user", "remove", Address("removed"), "--yes"])).ExitCode);
    }

    [Fact]
    public async Task A_thousand_accounts_are_added_in_seconds()
    {
        var file = Path.Combine(server.Folder, "many");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, 1_000).Select(number => $"{Address(Many(number))} secret {number}"),
            TestContext.Current.CancellationToken);
        var taken = Stopwatch.StartNew();
        (await RunAsync(["user", "add", "--file", file])).AssertSucceeded();
        // Two derivations of 10,000 rounds each are a few milliseconds; minutes would mean one commit for each account.
        Assert.True(taken.Elapsed < TimeSpan.FromSeconds(60), $"{taken.Elapsed}");
        Assert.Contains(Address(Many(999)), (await RunAsync(["user", "list"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_running_configuration_is_shown_and_reloaded()
    {
        (await RunAsync(["config", "check"])).AssertSucceeded();
        Assert.Contains(server.Folder, (await RunAsync(["config", "show"])).Output, StringComparison.Ordinal);
        (await RunAsync(["reload"])).AssertSucceeded();
        (await RunAsync(["version"])).AssertSucceeded();
    }

    [Fact]
    public async Task The_overview_has_every_command()
    {
        var overview = await ClientProgram.RunAsync(Checkout.Command, ["--help"]);
        overview.AssertSucceeded();
        Assert.All(CommandRegistry.All, command => Assert.Contains($"\n  {command.Name} ", overview.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_does_not_start()
    {
        var second = await ClientProgram.RunAsync(Checkout.Command, ["serve", "--config", server.ConfigurationFile]);
        Assert.Equal(NoServer, second.ExitCode);
    }

    [Fact]
    public async Task An_unknown_key_stops_the_start_with_its_place_and_what_was_meant()
    {
        var file = Path.Combine(server.Folder, "wrong.yml");
        await File.WriteAllTextAsync(file, $"domain: {BalconyProcess.Domain}\nregistrashun: open\n", TestContext.Current.CancellationToken);
        var run = await ClientProgram.RunAsync(Checkout.Command, ["serve", "--config", file]);
        Assert.Equal(Usage, run.ExitCode);
        Assert.Contains("wrong.yml", run.Output, StringComparison.Ordinal);
        Assert.Contains("2", run.Output, StringComparison.Ordinal);
        Assert.Contains("did you mean 'registration'?", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_are_added_offline_and_a_missing_server_is_said()
    {
        await using var stopped = new BalconyProcess();
        await stopped.InitializeAsync();
        await stopped.StopAsync();
        var added = await ClientProgram.RunAsync(
            Checkout.Command, ["user", "add", Address("offline"), "--config", stopped.ConfigurationFile], input: BalconyProcess.Password + "\n");
        added.AssertSucceeded();
        var sessions = await ClientProgram.RunAsync(Checkout.Command, ["session", "list", "--config", stopped.ConfigurationFile]);
        Assert.Equal(NoServer, sessions.ExitCode);
        await stopped.StartAsync();
        await using var peer = await SlixmppPeer.LoginAsync(stopped, "offline");
    }

    private static string Address(string local) => $"{local}@{BalconyProcess.Domain}";

    private static string Many(int number) => string.Create(CultureInfo.InvariantCulture, $"many{number}");

    private Task<ClientProgram> RunAsync(string[] command, string? input = null) =>
        ClientProgram.RunAsync(Checkout.Command, [.. command, "--config", server.ConfigurationFile], input: input);

    private static async Task WaitUntilAsync(Func<Task<bool>> isSo)
    {
        var waited = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), "nothing changed within 20 s");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }
    }
}
