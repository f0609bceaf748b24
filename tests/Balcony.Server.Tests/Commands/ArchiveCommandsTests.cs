// Commands about an archive: what goes, what stays, and who has a retention of his own.
using Balcony.Server.Accounts;
using Balcony.Server.Commands;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Modules;
using Balcony.Server.Storage;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

#pragma warning disable xUnit1051 // every call is short; a token in each would hide what is tested
namespace Balcony.Server.Tests.Commands;

public sealed class ArchiveCommandsTests : IAsyncLifetime
{
    private static readonly CommandCaller Operator = new("operator", IsServerAdmin: true, []);
    private static readonly BareJid Juliet = BareJid.Parse("juliet@one.example");
    private static readonly BareJid Romeo = BareJid.Parse("romeo@one.example");
    private readonly MemoryStorage _storage = new();
    private readonly TestClock _clock = new();
    private AccountDirectory _accounts = null!;
    private CommandRegistry _registry = null!;

    public async ValueTask InitializeAsync()
    {
        var options = Options.Tree.Bind<ServerOptions>("hosts:\n  one.example:").Value;
        _accounts = await AccountDirectory.OpenAsync(_storage, [.. options.AllHosts.Keys], new PasswordOptions { Iterations = 4_096 }, _clock);
        await _accounts.CreateAsync(Juliet, "secret password");
        _registry = new CommandRegistry(
            new CommandServices { Configuration = new Balcony.Server.Hosting.FixedConfiguration(new Balcony.Server.Hosting.ServerSettings { Hosts = [BareJid.Parse("one.example")] }), Accounts = _accounts, Storage = _storage, Clock = _clock }, NullLogger.Instance);
        // One a day, the last two not taken by any device.
        for (var day = 0; day < 10; day++)
        {
            var record = new LedgerRecord(_clock.GetUtcNow(), "<message><body>x</body></message>"u8.ToArray(), new LedgerOwner(Juliet, Romeo, LedgerDirection.Inbound));
            var unit = new UnitOfWork().Append(record);
            await _storage.Commit(unit);
            if (day == 7) await _storage.Commit(new UnitOfWork().Set(_storage.OpenValue("inbox-marks", NumberCodec.Instance), Juliet, record.Id));
            _clock.Advance(TimeSpan.FromDays(1));
        }
    }

    public ValueTask DisposeAsync()
    {
        _accounts.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_archive_is_shown()
    {
        var result = await RunAsync("archive show");
        Assert.Equal("The archive of juliet@one.example has 10 messages.", result.Message);
        Assert.Equal(
            ["10", "2026-01-01 12:00:00Z", "2026-01-10 12:00:00Z", "as for the host", "as for the host"], result.Fields.Select(field => field.Value));
    }

    [Theory]
    [InlineData("days", "4", 4)]
    [InlineData("messages", "3", 3)]
    // What no device has taken stays.
    [InlineData("days", "0", 2)]
    [InlineData("messages", "0", 2)]
    public async Task An_archive_is_trimmed(string name, string value, int left)
    {
        var result = await RunAsync("archive trim", (name, value));
        Assert.Equal($"{10 - left} messages were removed from the archive of juliet@one.example.", result.Message);
        Assert.Equal(left, await CountAsync());
    }

    [Fact]
    public async Task Trimming_has_to_say_what_stays() => Assert.Equal(CommandStatus.Invalid, (await RunAsync("archive trim")).Status);

    [Fact]
    public async Task Erasing_leaves_nothing()
    {
        Assert.Equal("10 messages were removed from the archive of juliet@one.example.", (await RunAsync("archive erase")).Message);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task An_account_may_have_a_retention_of_its_own()
    {
        Assert.Equal(CommandStatus.Ok, (await RunAsync("archive keep", ("days", "6"), ("messages", "5"))).Status);
        Assert.Equal(["6", "5"], (await RunAsync("archive show")).Fields.TakeLast(2).Select(field => field.Value));
        await Trimming(new MamOptions()).TrimAllAsync(default);
        Assert.Equal(5, await CountAsync());
        await RunAsync("archive keep");
        await Trimming(new MamOptions()).TrimAllAsync(default);
        Assert.Equal(5, await CountAsync());
    }

    [Fact]
    public async Task A_host_may_have_a_retention_of_its_own()
    {
        await Trimming(new MamOptions { Hosts = new Dictionary<string, ArchiveRetention> { ["one.example"] = new() { KeepFor = TimeSpan.FromDays(3) } } }).TrimAllAsync(default);
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task What_no_device_took_goes_when_it_has_waited_too_long()
    {
        var options = new MamOptions { KeepFor = TimeSpan.FromDays(1), KeepUndeliveredFor = TimeSpan.FromDays(10) };
        await Trimming(options).TrimAllAsync(default);
        Assert.Equal(2, await CountAsync());
        _clock.Advance(TimeSpan.FromDays(10));
        await Trimming(options).TrimAllAsync(default);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task The_archive_of_a_room_is_shown_and_trimmed()
    {
        var room = BareJid.Parse("garden@conference.one.example");
        for (var day = 0; day < 3; day++)
        {
            await _storage.Commit(new UnitOfWork().Append(new LedgerRecord(
                _clock.GetUtcNow(), "<message type='groupchat'><body>x</body></message>"u8.ToArray(),
                new LedgerOwner(room, room, LedgerDirection.Inbound, LedgerFlags.ArchiveOnly))));
            _clock.Advance(TimeSpan.FromDays(1));
        }
        var named = new Dictionary<string, IReadOnlyList<string>> { ["jid"] = [room.ToString()] };
        Assert.Equal("3", (await _registry.RunAsync(Operator, "archive show", named, null, default)).Fields[0].Value);
        named["messages"] = ["1"];
        Assert.Equal("2", (await _registry.RunAsync(Operator, "archive trim", named, null, default)).Fields[0].Value);
        Assert.Equal(1, await _storage.Ledger.CountAsync(room, LedgerQuery.All));
    }

    [Theory]
    [InlineData("archive show")]
    [InlineData("archive keep")]
    [InlineData("archive erase")]
    public async Task An_unknown_account_has_no_archive(string command) => Assert.Equal(
        CommandStatus.NotFound,
        (await _registry.RunAsync(Operator, command, new Dictionary<string, IReadOnlyList<string>> { ["jid"] = ["nobody@one.example"] }, null, default)).Status);

    private ArchiveTrimming Trimming(MamOptions options) =>
        new(_storage, _accounts, new Balcony.Server.Routing.Router([BareJid.Parse("one.example")]), _clock, options);

    private async Task<int> CountAsync() => await _storage.Ledger.CountAsync(Juliet, LedgerQuery.All);

    private ValueTask<CommandResult> RunAsync(string command, params (string Name, string Value)[] arguments)
    {
        var values = arguments.ToDictionary(argument => argument.Name, argument => (IReadOnlyList<string>)[argument.Value]);
        values["jid"] = [Juliet.ToString()];
        return _registry.RunAsync(Operator, command, values, null, default);
    }
}
