// A password asked for in a terminal: what is seen, what is not, and how it ends.
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Commands;

public sealed class PasswordPromptTests(BalconyProcess server) : IClassFixture<BalconyProcess>, IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("balcony-prompt-").FullName;
    private Terminal? _terminal;

    public async ValueTask DisposeAsync()
    {
        if (_terminal is not null) await _terminal.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_password_is_asked_for_twice_and_never_shown()
    {
        var terminal = await AddAsync("asked");
        await terminal.SeesAsync("Its password: ");
        await terminal.TypeByKeysAsync(BalconyProcess.Password);
        await terminal.SeesAsync("The same again: ");
        await terminal.TypeAsync(BalconyProcess.Password);
        await terminal.SeesAsync("was added.");
        await terminal.SeesAsync("It ended with 0.");
        var screen = await terminal.ScreenAsync();
        // Nothing follows the questions, not even stars.
        Assert.Contains("Its password:\nThe same again:\n", string.Join('\n', screen.Split('\n').Select(line => line.TrimEnd())), StringComparison.Ordinal);
        Assert.DoesNotContain("Tr0", screen, StringComparison.Ordinal);
        await using var peer = await SlixmppPeer.LoginAsync(server, "asked");
    }

    [Fact]
    public async Task Two_that_are_not_the_same_are_asked_for_again()
    {
        var terminal = await AddAsync("mistyped");
        await terminal.SeesAsync("Its password: ");
        await terminal.TypeAsync("one");
        await terminal.SeesAsync("The same again: ");
        await terminal.TypeAsync("another");
        await terminal.SeesAsync("These two are not the same.");
        await terminal.TypeAsync("one");
        await terminal.TypeAsync("one");
        await terminal.SeesAsync("It ended with 0.");
    }

    [Theory]
    [InlineData("C-d")]
    [InlineData("Enter")]
    public async Task Whoever_gives_none_has_changed_nothing(string key)
    {
        var terminal = await AddAsync("nobody");
        await terminal.SeesAsync("Its password: ");
        await terminal.PressAsync(key);
        await terminal.SeesAsync("no password was given");
        await terminal.SeesAsync("It ended with 2.");
        // The terminal is as it was: what is typed is seen.
        await terminal.TypeAsync("echo still here");
        await terminal.SeesAsync("echo still here");
        var listed = await ClientProgram.RunAsync(Checkout.Command, ["user", "list", "--config", server.ConfigurationFile]);
        Assert.DoesNotContain("nobody@", listed.Output, StringComparison.Ordinal);
    }

    private async Task<Terminal> AddAsync(string local)
    {
        _terminal = new Terminal(_folder);
        await _terminal.StartAsync("/bin/sh", new Dictionary<string, string> { ["PS1"] = "> " });
        await _terminal.TypeAsync($"{Checkout.Command} user add {local}@{BalconyProcess.Domain} --config {server.ConfigurationFile}; echo It ended with $?.");
        return _terminal;
    }
}
