// What commands set for peers, and who may.
using Balcony.Server.Commands;
using Balcony.Server.Federation;
using Balcony.Server.Hosting;
using Balcony.Server.Storage;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class FederationPolicyCommandsTests : IAsyncDisposable
{
    private const string Key = "3f0e8d4c1b2a59687786a5b4c3d2e1f00123456789abcdeffedcba9876543210";
    private static readonly CommandCaller Operator = new("operator", IsServerAdmin: true, []);
    private static readonly BareJid One = BareJid.Parse("one.example"), Two = BareJid.Parse("two.example");

    private readonly MemoryStorage _storage = new();
    private readonly TestClock _clock = new();
    private readonly PeerPolicies _policies;
    private readonly CommandRegistry _registry;

    public FederationPolicyCommandsTests()
    {
        _policies = new PeerPolicies(new FederationSettings(), _storage);
        _registry = new CommandRegistry(
            new CommandServices { Configuration = new FixedConfiguration(new ServerSettings { Hosts = [One, Two] }), Storage = _storage, Policies = _policies, Clock = _clock }, NullLogger.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _policies.Dispose();
        await _storage.DisposeAsync();
    }

    [Fact]
    public async Task A_denied_peer_is_denied_on_all_hosts_until_that_is_forgotten()
    {
        await OkAsync("federation deny", ("peer", "*.capulet.example"), ("note", "the feud"));
        Assert.False(_policies.For(One, "a.capulet.example").IsAllowed);
        Assert.False(_policies.For(Two, "a.capulet.example").IsAllowed);
        await OkAsync("federation allow", ("peer", "a.capulet.example"), ("host", "one.example"));
        Assert.True(_policies.For(One, "a.capulet.example").IsAllowed);
        Assert.False(_policies.For(Two, "a.capulet.example").IsAllowed);
        var list = await OkAsync("federation policies");
        Assert.Equal(
            ["one.example *.capulet.example denied the feud", "one.example a.capulet.example allowed ", "two.example *.capulet.example denied the feud"],
            list.Rows.Select(row => $"{row[0]} {row[1]} {row[2]} {row[5]}"));
        await OkAsync("federation forget", ("peer", "*.capulet.example"));
        Assert.True(_policies.For(Two, "a.capulet.example").IsAllowed);
        Assert.Equal(CommandStatus.NotFound, (await RunAsync(Operator, "federation forget", ("peer", "*.capulet.example"))).Status);
    }

    [Fact]
    public async Task What_makes_a_peer_believed_is_set_and_shown()
    {
        await OkAsync("federation trust", ("peer", "capulet.example"), ("trust", "dialback"), ("tls", "none"), ("revocation", "hard-fail"), ("host", "one.example"));
        var policy = _policies.For(One, "capulet.example");
        Assert.Equal((PeerTrust.Dialback, MinimumTls.None, RevocationMode.HardFail), (policy.Trust, policy.MinimumTls, policy.Revocation));
        var shown = await OkAsync("federation policy", ("peer", "capulet.example"), ("host", "one.example"));
        Assert.Equal(["one.example", "yes", "dialback", "none", "hard-fail", ""], Assert.Single(shown.Rows));
    }

    [Fact]
    public async Task A_key_is_pinned_until_a_day_and_taken_back()
    {
        await OkAsync("federation pin", ("peer", "capulet.example"), ("sha256", Key), ("until", "2099-01-01"));
        Assert.Equal(Key, Assert.Single(_policies.For(Two, "capulet.example").Pins).Text);
        Assert.Contains("(until 2099-01-01)", (await OkAsync("federation policies")).Rows[0][4], StringComparison.Ordinal);
        await OkAsync("federation unpin", ("peer", "capulet.example"), ("sha256", Key));
        Assert.Empty(_policies.For(Two, "capulet.example").Pins);
    }

    [Theory]
    [InlineData("federation deny", "peer=capulet.*")]
    [InlineData("federation pin", "peer=*.capulet.example;sha256=" + Key)]
    [InlineData("federation pin", "peer=capulet.example;sha256=12")]
    [InlineData("federation pin", "peer=capulet.example;until=2001-01-01;sha256=" + Key)]
    [InlineData("federation trust", "peer=capulet.example;trust=blindly")]
    public async Task What_makes_no_sense_is_refused(string command, string arguments) => Assert.Equal(
        CommandStatus.Invalid, (await RunAsync(Operator, command, [.. arguments.Split(';').Select(argument => (argument.Split('=')[0], argument.Split('=')[1]))])).Status);

    [Fact]
    public async Task An_admin_of_a_host_decides_for_that_host_only()
    {
        var admin = new CommandCaller("admin@one.example", IsServerAdmin: false, [One]);
        Assert.Equal(CommandStatus.Ok, (await RunAsync(admin, "federation deny", ("peer", "capulet.example"))).Status);
        Assert.False(_policies.For(One, "capulet.example").IsAllowed);
        Assert.True(_policies.For(Two, "capulet.example").IsAllowed);
        Assert.Equal(CommandStatus.Refused, (await RunAsync(admin, "federation deny", ("peer", "capulet.example"), ("host", "two.example"))).Status);
        Assert.Equal(CommandStatus.NotFound, (await RunAsync(Operator, "federation deny", ("peer", "capulet.example"), ("host", "three.example"))).Status);
    }

    private async Task<CommandResult> OkAsync(string command, params (string Name, string Value)[] arguments)
    {
        var result = await RunAsync(Operator, command, arguments);
        Assert.True(result.Status == CommandStatus.Ok, result.Message);
        return result;
    }

    private async Task<CommandResult> RunAsync(CommandCaller caller, string command, params (string Name, string Value)[] arguments) => await _registry.RunAsync(
        caller, command, arguments.ToDictionary(argument => argument.Name, argument => (IReadOnlyList<string>)[argument.Value]), null, TestContext.Current.CancellationToken);
}
