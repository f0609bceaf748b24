// A whole server in memory, made anew for each script: no socket, no disk, a clock that stands still.
using Balcony.Server.Hosting;
using Balcony.Server.Storage;
using Balcony.Testing.Scenarios;
using Balcony.Xmpp.Addressing;

namespace Balcony.Testing;

/// <summary>Runs scripts against a <see cref="BalconyServer"/> in this process.</summary>
public sealed class MemoryTarget : ScenarioTarget
{
    // A guard, not a wait: a server in memory that is not idle by then hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly LoggedErrors _errors = new();
    private readonly TestClock _clock = new();
    private readonly List<(MemoryTransport Transport, Task Serving)> _connections = [];
    private readonly MemoryStorage _storage = new();
    private BalconyServer? _server;

    public override bool KnowsIdle => true;

    public override IReadOnlyList<string> LoggedErrors => _errors.All;

    public override string? ReasonToSkip(ScenarioScript script) => script.Tags.GetValueOrDefault("memory");

    public override async Task PrepareAsync(ScenarioScript script, CancellationToken cancel)
    {
        var hosts = script.Participants.Select(p => BareJid.Parse(p.Host)).Append(BareJid.Parse("example.org")).Distinct().ToList();
        var accounts = new TestAccounts();
        foreach (var account in script.Participants.Where(p => p.Localpart.Length > 0 && p["account"] is not "none").DistinctBy(p => p.BareJid))
            await accounts.CreateAsync(BareJid.Parse(account.BareJid), account.Password, cancel);
        _server = new BalconyServer(new ServerSettings { Hosts = hosts }, _storage, accounts, _clock, _errors, new ServerMetrics());
    }

    public override ValueTask<Wire> ConnectAsync(Participant client, CancellationToken cancel)
    {
        var (transport, wire) = MemoryTransport.Connect();
        _connections.Add((transport, ServeAsync(transport, isTlsRequired: client["plaintext"] is null)));
        return new ValueTask<Wire>(wire);
    }

    public override void Advance(TimeSpan by) => _clock.Advance(by);

    public override async Task SettleAsync(CancellationToken cancel)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (_connections.Exists(c => !c.Transport.IsIdle && !c.Serving.IsCompleted))
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience) throw new TimeoutException("the server does not come to rest");
            cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        foreach (var (transport, serving) in _connections)
        {
            transport.Abort();
            await serving.WaitAsync(Patience);
        }
        await _storage.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task ServeAsync(MemoryTransport transport, bool isTlsRequired)
    {
        await _server!.ServeAsync(transport, isTlsRequired);
        await transport.CloseAsync();
        await transport.DisposeAsync();
    }
}
