// A whole server in memory, made anew for each script: no socket, no disk, a clock that stands still.
using Balcony.Testing.Scenarios;

namespace Balcony.Testing;

/// <summary>Runs scripts against a server in this process over <see cref="MemoryTransport"/>.</summary>
public sealed class MemoryTarget : BalconyTarget
{
    private readonly List<(MemoryTransport Transport, Task Serving)> _connections = [];

    public override bool KnowsIdle => true;

    public override string? ReasonToSkip(ScenarioScript script) => script.Tags.GetValueOrDefault("memory");

    public override ValueTask<Wire> ConnectAsync(Participant client, CancellationToken cancel)
    {
        var (transport, wire) = MemoryTransport.Connect();
        _connections.Add((transport, client.Kind == ParticipantKind.Component ? ServeComponentAsync(transport) : ServeAsync(transport, isTlsRequired: client["plaintext"] is null)));
        return new ValueTask<Wire>(wire);
    }

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
        await base.DisposeAsync();
        foreach (var (transport, serving) in _connections)
        {
            transport.Abort();
            await serving.WaitAsync(Patience);
        }
    }

    private async Task ServeComponentAsync(MemoryTransport transport)
    {
        await Server.ServeComponentAsync(transport);
        await transport.DisposeAsync();
    }

    private async Task ServeAsync(MemoryTransport transport, bool isTlsRequired)
    {
        await Server.ServeAsync(transport, isTlsRequired);
        await transport.DisposeAsync();
    }
}
