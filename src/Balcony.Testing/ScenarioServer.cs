// One of our servers in a script; it can be stopped and made again over what it has stored.
using Balcony.Server.Accounts;
using Balcony.Server.Federation;
using Balcony.Server.Hosting;
using Balcony.Server.Metering;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging;

namespace Balcony.Testing;

/// <summary>One caller at a time.</summary>
internal sealed class ScenarioServer(
    ServerSettings settings, MemoryStorage storage, AccountDirectory accounts, TimeProvider clock, ILoggerFactory loggers, FederationParts? federation) : IAsyncDisposable
{
    private Task _stopping = Task.CompletedTask;

    public IReadOnlyList<BareJid> Hosts => settings.Hosts;

    public BalconyServer Server { get; private set; } = null!;

    /// <summary>What it counts, since it was made last.</summary>
    public ServerMetrics Metrics { get; private set; } = new();

    public AccountDirectory Accounts => accounts;

    public Task Stopping => _stopping;

    public bool IsStopping => !_stopping.IsCompleted;

    public async Task StartAsync()
    {
        Server = new BalconyServer(settings, storage, accounts, clock, loggers, Metrics, federation);
        accounts.Departing = Server.DepartAsync;
        await Server.BeginFederationAsync();
    }

    /// <summary>Gracefully; it ends when the clients have gone or the clock has run.</summary>
    public void BeginStop() => _stopping = Server.StopAsync();

    /// <summary>Another server object, with the same accounts and storage.</summary>
    public async Task RestartAsync()
    {
        await Server.DisposeAsync();
        Metrics.Dispose();
        Metrics = new ServerMetrics();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        accounts.Dispose();
        await storage.DisposeAsync();
        Metrics.Dispose();
    }
}
