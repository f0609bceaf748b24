// The registry: who may run what on which host, and what results say.
using Balcony.Server.Accounts;
using Balcony.Server.Commands;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

#pragma warning disable xUnit1051 // every call is short; a token in each would hide what is tested
namespace Balcony.Server.Tests.Commands;

public sealed class CommandRegistryTests : IAsyncLifetime
{
    private static readonly CommandCaller Operator = new("operator", IsServerAdmin: true, []);
    private static readonly CommandCaller AdminOfOne = new("admin", IsServerAdmin: false, [BareJid.Parse("one.example")]);
    private static readonly CommandCaller Stranger = new("stranger", IsServerAdmin: false, []);
    private readonly FakeSessions _sessions = new();
    private AccountDirectory _accounts = null!;
    private CommandRegistry _registry = null!;

    public async ValueTask InitializeAsync()
    {
        var options = Options.Tree.Bind<ServerOptions>("hosts:\n  one.example:\n  two.example:").Value;
        _accounts = await AccountDirectory.OpenAsync(new MemoryStorage(), [.. options.AllHosts.Keys], options.Passwords, new TestClock());
        _registry = new CommandRegistry(
            new CommandServices { Configuration = new FixedConfiguration(options), Accounts = _accounts, Sessions = _sessions }, NullLogger.Instance);
    }

    public ValueTask DisposeAsync()
    {
        _accounts.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_account_is_added_once()
    {
        Assert.Equal("a@one.example was added.", (await RunAsync(Operator, "user add", ("jid", "a@one.example"), ("password", "x"))).Message);
        var again = await RunAsync(Operator, "user add", ("jid", "a@one.example"), ("password", "x"));
        Assert.Equal((CommandStatus.Conflict, "a@one.example: there is such an account already."), (again.Status, again.Message));
    }

    [Fact]
    public async Task A_file_of_accounts_tells_which_lines_were_wrong()
    {
        var arguments = new Dictionary<string, IReadOnlyList<string>>
        {
            ["file"] = ["# people", "a@one.example pass word", "b@one.example", "@", "c@nowhere.example x", "a@one.example y", ""],
        };
        var result = await _registry.RunAsync(Operator, "user add", arguments, null, TestContext.Current.CancellationToken);
        Assert.Equal("1 account was added, 4 not.", result.Message);
        Assert.Equal(["3", "4", "5", "6"], result.Rows.Select(row => row[0]));
        Assert.True((await _accounts.GetKeysAsync(BareJid.Parse("a@one.example"), null)).Keys.Verify("pass word"));
    }

    [Theory]
    [InlineData("user add", "jid", "a@two.example")]
    [InlineData("user list", "host", "two.example")]
    [InlineData("session kick", "jid", "a@two.example/phone")]
    public async Task An_admin_of_a_host_is_refused_on_another(string command, string argument, string value)
    {
        var arguments = new List<(string, string)> { (argument, value) };
        if (command == "user add") arguments.Add(("password", "x"));
        Assert.Equal(CommandStatus.Refused, (await RunAsync(AdminOfOne, command, [.. arguments])).Status);
    }

    [Fact]
    public async Task An_admin_of_a_host_who_names_none_gets_his_own()
    {
        await RunAsync(Operator, "user add", ("jid", "a@one.example"), ("password", "x"));
        await RunAsync(Operator, "user add", ("jid", "a@two.example"), ("password", "x"));
        Assert.Equal(["a@one.example"], (await RunAsync(AdminOfOne, "user list")).Rows.Select(row => row[0]));
        Assert.Equal(2, (await RunAsync(Operator, "user list")).Rows.Count);
        await RunAsync(AdminOfOne, "announce", ("text", "hello"));
        Assert.Equal("one.example", _sessions.AnnouncedTo?.ToString());
    }

    [Theory]
    [InlineData("reload")]
    [InlineData("config show")]
    public async Task Commands_about_the_whole_server_are_the_servers_admins(string command)
    {
        Assert.Equal(CommandStatus.Refused, (await RunAsync(AdminOfOne, command)).Status);
        Assert.DoesNotContain(CommandRegistry.For(AdminOfOne), one => one.Name == command);
    }

    [Fact]
    public async Task A_stranger_runs_nothing_and_learns_nothing()
    {
        Assert.Empty(CommandRegistry.For(Stranger));
        Assert.Equal(CommandStatus.Refused, (await RunAsync(Stranger, "user add", ("nonsense", "x"))).Status);
    }

    [Theory]
    [InlineData("user ad", "There is no command 'user ad'; did you mean 'user add'?")]
    [InlineData("user remove", "user remove needs jid: The account's address.")]
    [InlineData("user add", "user add needs an address, or a file of them.")]
    public async Task What_is_missing_is_named(string command, string message)
    {
        var result = await RunAsync(Operator, command);
        Assert.Equal((CommandStatus.Invalid, message), (result.Status, result.Message));
    }

    [Theory]
    [InlineData("jid", "one.example", "jid: 'one.example' is not the address of an account (name@host).")]
    [InlineData("jdi", "a@one.example", "user disable has no argument 'jdi'; did you mean 'jid'?")]
    public async Task A_wrong_argument_is_told(string name, string value, string message) =>
        Assert.Equal(message, (await RunAsync(Operator, "user disable", (name, value))).Message);

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        Assert.Equal(CommandStatus.NotFound, (await RunAsync(Operator, "user remove", ("jid", "a@one.example"))).Status);
        Assert.Equal(CommandStatus.NotFound, (await RunAsync(Operator, "session kick", ("jid", "a@one.example"))).Status);
        Assert.Equal(CommandStatus.NotFound, (await RunAsync(Operator, "user list", ("host", "three.example"))).Status);
    }

    [Fact]
    public async Task Secrets_are_not_shown()
    {
        var result = await RunAsync(Operator, "config show", ("section", "storage.connection"));
        Assert.Equal("(not shown)", Assert.Single(result.Fields).Value);
    }

    [Fact]
    public void Names_and_nodes_are_unique_and_arguments_can_be_told_apart()
    {
        Assert.Distinct(CommandRegistry.All.Select(command => command.Name));
        Assert.Distinct(CommandRegistry.All.Select(command => command.Node));
        foreach (var command in CommandRegistry.All) Assert.Distinct(command.Arguments.Select(argument => argument.Name));
    }

    private ValueTask<CommandResult> RunAsync(CommandCaller caller, string command, params (string Name, string Value)[] arguments) => _registry.RunAsync(
        caller, command, arguments.ToDictionary(one => one.Name, one => (IReadOnlyList<string>)[one.Value]), null, TestContext.Current.CancellationToken);

    private sealed class FixedConfiguration(ServerOptions options) : IServerConfiguration
    {
        public ServerOptions Options => options;

        public string? File => null;

        public BoundOptions<ServerOptions> Read() => new(options, []);

        public Task<ReloadResult> ReloadAsync(CancellationToken cancel) => Task.FromResult(new ReloadResult([], [], []));
    }

    private sealed class FakeSessions : ISessionDirectory
    {
        public BareJid? AnnouncedTo { get; private set; }

        public IReadOnlyList<SessionSummary> List(BareJid? host) => [];

        public int Kick(Jid address, string? reason) => 0;

        public int Announce(BareJid? host, string? subject, string text)
        {
            AnnouncedTo = host;
            return 1;
        }
    }
}
