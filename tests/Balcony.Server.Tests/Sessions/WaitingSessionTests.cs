// What is shown of sessions that wait for their clients (XEP-0198 §5), before and after a restart of the server.
using Balcony.Server.Accounts;
using Balcony.Server.Hosting;
using Balcony.Server.Metering;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Server.Tests.Streams;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Balcony.Server.Tests.Sessions;

public sealed class WaitingSessionTests : IAsyncLifetime
{
    private static readonly BareJid Host = BareJid.Parse("example.org");

    private readonly TestClock _clock = new();
    private readonly MemoryStorage _storage = new();
    private readonly ServerMetrics _metrics = new();
    private AccountDirectory? _accounts;

    public async ValueTask InitializeAsync()
    {
        _accounts = await AccountDirectory.OpenAsync(_storage, [Host], new PasswordOptions { Iterations = 4_096 }, _clock);
        await _accounts.CreateAsync(BareJid.Parse("romeo@example.org"), "secret", TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _accounts!.Dispose();
        await _storage.DisposeAsync();
        _metrics.Dispose();
    }

    [Fact]
    public async Task A_session_without_a_connection_shows_what_protected_it_also_over_a_restart()
    {
        SessionSummary connected;
        await using (var server = Start())
        {
            await using var transport = new WordsTransport();
            var serving = await LogInAsync(server, transport);
            connected = Assert.Single(server.Sessions.List(null));
            Assert.StartsWith("Tls13", connected.Security, StringComparison.Ordinal);
            Assert.Equal("192.0.2.7:40000", connected.RemoteAddress);
            transport.Leave();
            await serving;
            await UntilAsync(() => server.Sessions.All.Single().IsHibernating);
            Assert.Equal(connected, Assert.Single(server.Sessions.List(null)));
            await server.StopAsync();
        }
        await using var restarted = Start();
        await UntilAsync(() => restarted.Sessions.All.Any());
        Assert.Equal(connected, Assert.Single(restarted.Sessions.List(null)));
    }

    private static async Task<Task> LogInAsync(BalconyServer server, WordsTransport transport)
    {
        var serving = server.ServeAsync(transport);
        await transport.LogInAsync("romeo", "secret");
        await transport.AskAsync("<enable xmlns='urn:xmpp:sm:3' resume='true'/>", "<enabled");
        return serving;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private BalconyServer Start() => new(new ServerSettings { Hosts = [Host] }, _storage, _accounts!, _clock, NullLoggerFactory.Instance, _metrics);
}
