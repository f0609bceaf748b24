// `balcony serve` on PostgreSQL, with slixmpp as the client: the database is one line of the configuration, and nothing else differs.
using Balcony.Interop.Tests.Rig;
using Balcony.Testing;
using Xunit;

namespace Balcony.Interop.Tests.Clients;

public sealed class PostgreSqlTests : IAsyncLifetime
{
    private readonly PostgresCluster _cluster = new();
    private BalconyProcess _server = null!;

    public async ValueTask InitializeAsync()
    {
        await _cluster.CreateAsync();
        _server = new BalconyProcess { PostgreSql = await _cluster.CreateDatabaseAsync() };
        await _server.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task Slixmpp_sees_what_it_expects()
    {
        foreach (var check in new[] { "chat", "offline", "roster_and_presence", "vcard", "blocking" }) await SlixmppTests.CheckAsync(_server, check);
    }

    [Fact]
    public async Task What_was_kept_is_there_after_a_restart()
    {
        await using (var romeo = await SlixmppPeer.LoginAsync(_server, "romeo"))
        {
            await romeo.DoAsync("register juliet");
            await romeo.DoAsync($"send juliet@{BalconyProcess.Domain} It is the east");
            await romeo.DoAsync("logout");
        }
        await _server.StopAsync();
        await _server.StartAsync();
        await using var juliet = await SlixmppPeer.LoginAsync(_server, "juliet", until: $"got romeo@{BalconyProcess.Domain} It is the east");
    }

    [Fact]
    public async Task A_database_that_goes_away_and_comes_back_does_not_end_the_server()
    {
        await using var romeo = await SlixmppPeer.LoginAsync(_server, "romeo");
        await using (var juliet = await SlixmppPeer.LoginAsync(_server, "juliet"))
        {
            await romeo.DoAsync($"send juliet@{BalconyProcess.Domain} before");
            await juliet.SaysAsync($"got romeo@{BalconyProcess.Domain} before");
        }
        await _cluster.CrashAsync();
        await _cluster.StartAsync();
        // Until the server has found the database again, for writing, too, it says no, and who tries again gets through.
        await using var back = await LoginWhenPossibleAsync("juliet");
        var heard = back.SaysAsync($"got romeo@{BalconyProcess.Domain} afterwards");
        while (!heard.IsCompleted)
        {
            await romeo.DoAsync($"send juliet@{BalconyProcess.Domain} afterwards");
            await Task.WhenAny(heard, Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken));
        }
        await heard;
    }

    private async Task<SlixmppPeer> LoginWhenPossibleAsync(string local)
    {
        for (var attempt = 1; ; attempt++)
        {
            var found = await ClientProgram.RunAsync(Checkout.Command, ["user", "show", $"{local}@{BalconyProcess.Domain}", "--config", _server.ConfigurationFile]);
            if (found.ExitCode == 0) return await SlixmppPeer.LoginAsync(_server, local);
            Assert.True(attempt < 100, $"the database is not found again:\n{found.Output}\n{_server.Log}");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        }
    }
}
