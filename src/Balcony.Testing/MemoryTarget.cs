// A whole server in memory, made anew for each script: no socket, no disk, a clock that stands still.
using Balcony.Testing.Scenarios;

namespace Balcony.Testing;

/// <summary>Runs scripts against a server in this process over <see cref="MemoryTransport"/>.</summary>
public sealed class MemoryTarget : BalconyTarget
{
    private const int CalmLooks = 3;

    private readonly List<(MemoryTransport Transport, Task Serving)> _connections = [];

    public override bool KnowsIdle => true;

    public override string? ReasonToSkip(ScenarioScript script) => script.Tags.GetValueOrDefault("memory");

    public override ValueTask<Wire> ConnectAsync(Participant client, CancellationToken cancel)
    {
        var (transport, wire) = MemoryTransport.Connect(isPeer: client.Kind == ParticipantKind.Peer && client["certificate"] is not "none");
        var server = ServerOf(client);
        _connections.Add((transport, ServeAsync(transport, client.Kind switch
        {
            ParticipantKind.Component => server.ServeComponentAsync(transport),
            ParticipantKind.Peer => server.ServePeerAsync(transport),
            _ => server.ServeAsync(transport, isTlsRequired: client["plaintext"] is null),
        })));
        return new ValueTask<Wire>(wire);
    }

    public override async Task SettleAsync(CancellationToken cancel)
    {
        var began = TimeProvider.System.GetTimestamp();
        // What is under way on other threads comes to nobody's notice in between: it is looked at more than once.
        for (var calm = 0; calm < CalmLooks; calm = IsAtRest ? calm + 1 : 0)
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

    private bool IsAtRest => _connections.TrueForAll(c => c.Transport.IsIdle || c.Serving.IsCompleted) && AreLinksAtRest;

    private static async Task ServeAsync(MemoryTransport transport, Task serving)
    {
        await serving;
        await transport.DisposeAsync();
    }
}
