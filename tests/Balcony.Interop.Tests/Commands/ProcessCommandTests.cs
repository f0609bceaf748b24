// Commands that end a running server, or let it begin anew, and the messages that outlive it.
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Commands;

public sealed class ProcessCommandTests : IAsyncLifetime
{
    private readonly BalconyProcess _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_restart_is_the_same_process_with_the_configuration_as_it_is_now()
    {
        using var client = await RawClient.LoginAsync(_server.DirectTlsPort, "stays");
        (await RunAsync("motd", "set", "The night is long.")).AssertSucceeded();
        await client.AskAsync("", "The night is long.");
        var text = await File.ReadAllTextAsync(_server.ConfigurationFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            _server.ConfigurationFile, text.Replace("registration: open", "registration: closed", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (await RunAsync("restart")).AssertSucceeded();
        await client.AskAsync("", "<system-shutdown");
        await _server.ListensAsync();
        Assert.Contains("registration", (await RunAsync("config", "show", "registration")).Output, StringComparison.Ordinal);
        using var stranger = await RawClient.ConnectTlsAsync(_server.DirectTlsPort);
        Assert.DoesNotContain("iq-register", await stranger.OpenAsync("</stream:features>"), StringComparison.Ordinal);
        Assert.Contains("The night is long.", (await RunAsync("motd", "show")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_configuration_does_not_end_the_server()
    {
        await File.AppendAllTextAsync(_server.ConfigurationFile, "registrashun: open\n", TestContext.Current.CancellationToken);
        var refused = await RunAsync("restart");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("registrashun", refused.Output, StringComparison.Ordinal);
        using var client = await RawClient.ConnectAsync(_server.StartTlsPort);
    }

    [Fact]
    public async Task A_stop_ends_the_process_in_good_order()
    {
        (await RunAsync("stop")).AssertSucceeded();
        Assert.Equal(0, await _server.EndsAsync());
    }

    // Clients are served by then, and their sessions wait over a restart only if the server is asked to stop and not ended.
    [Fact]
    public async Task A_signal_to_a_server_that_has_just_begun_to_listen_ends_it_in_good_order()
    {
        for (var i = 0; i < 3; i++)
        {
            await _server.StopAsync();
            await _server.StartAsync();
            _server.Terminate();
            Assert.Equal(0, await _server.EndsAsync());
        }
    }

    private Task<ClientProgram> RunAsync(params string[] command) =>
        ClientProgram.RunAsync(Checkout.Command, [.. command, "--config", _server.ConfigurationFile]);
}
