// A whole server over a store, and clients that reach it in memory: what a client waits for, but for the network and TLS.
using Balcony.Client;
using Balcony.Server.Accounts;
using Balcony.Server.Hosting;
using Balcony.Server.Metering;
using Balcony.Server.Storage;
using Balcony.Testing;
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Balcony.Benchmarks.Measures;

/// <summary>Everything at its default but the number of SCRAM iterations.</summary>
internal sealed class MeasuredServer : IAsyncDisposable
{
    public static readonly BareJid Host = BareJid.Parse("capulet.lit");

    private const string Password = "secret password";

    private readonly ServerMetrics _metrics = new();
    private readonly List<Task> _serving = [];
    private readonly AccountDirectory _accounts;
    private readonly BalconyServer _server;

    private MeasuredServer(IStorage storage, AccountDirectory accounts)
    {
        _accounts = accounts;
        _server = new BalconyServer(new ServerSettings { Hosts = [Host] }, storage, accounts, TimeProvider.System, NullLoggerFactory.Instance, _metrics);
    }

    /// <summary>The storage stays the caller's.</summary>
    public static async Task<MeasuredServer> StartAsync(IStorage storage) =>
        new(storage, await AccountDirectory.OpenAsync(storage, [Host], new PasswordOptions { Iterations = 4_096 }, TimeProvider.System));

    public async Task CreateAsync(BareJid account) => await _accounts.CreateAsync(account, Password);

    public Task<XmppClient> LogInAsync(BareJid account)
    {
        var (transport, wire) = MemoryTransport.Connect();
        _serving.Add(_server.ServeAsync(transport, isTlsRequired: false));
        var options = new XmppClientOptions { Account = account, Password = Password, AllowsPlaintext = true, AnswerWithin = TimeSpan.FromMinutes(5) };
        return XmppClient.ConnectAsync(options, new WireClientTransport(wire));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await Task.WhenAll(_serving);
        _accounts.Dispose();
        _metrics.Dispose();
    }
}
