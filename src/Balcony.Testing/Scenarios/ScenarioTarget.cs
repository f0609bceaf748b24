// The server a script runs against, as far as the runner must know it.
namespace Balcony.Testing.Scenarios;

/// <summary>In memory or behind a port: how to reach it, give it accounts, let time pass, and learn that it is idle.</summary>
public abstract class ScenarioTarget : IAsyncDisposable
{
    /// <summary>How long a server that can't say that it is idle gets to do something it should not.</summary>
    protected internal static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(150);

    /// <summary>Why a script can't run here; null if it can.</summary>
    public virtual string? ReasonToSkip(ScenarioScript script) => null;

    /// <summary>Makes the server ready for the script: its accounts, its [Server] options.</summary>
    public abstract Task PrepareAsync(ScenarioScript script, CancellationToken cancel);

    /// <summary>Takes away what the script left. Called also after a failure.</summary>
    public virtual Task CleanUpAsync(ScenarioScript script, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>A new connection for a client of the script.</summary>
    public abstract ValueTask<Wire> ConnectAsync(Participant client, CancellationToken cancel);

    /// <summary>The next connection that a server of ours makes to this domain, which the script plays.</summary>
    public virtual ValueTask<Wire> AcceptAsync(Participant peer, CancellationToken cancel) => throw new NotSupportedException("this server's peers can't be played");

    /// <summary>Something happens between the servers: tests/scenarios/README.md lists the words.</summary>
    public virtual Task NetworkAsync(string words, CancellationToken cancel) => throw new NotSupportedException("what is between these servers is not ours");

    /// <summary>Moves the server's clock.</summary>
    public virtual void Advance(TimeSpan by) => throw new NotSupportedException("this server's clock can't be moved");

    /// <summary>Begins a graceful stop.</summary>
    public virtual void StopServer() => throw new NotSupportedException("this server is not ours to stop");

    /// <summary>Completes when the server waits for input everywhere, as far as it can tell.</summary>
    public virtual Task SettleAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Completes when the server has noticed that a session's connection is gone.</summary>
    public virtual Task SessionGoneAsync(string fullJid, CancellationToken cancel) => Task.Delay(Moment, TimeProvider.System, cancel);

    /// <summary>Whether <see cref="SettleAsync"/> covers what connections without a session caused; otherwise the runner waits a moment.</summary>
    public virtual bool KnowsIdle => false;

    /// <summary>What the server logged as an error while the script ran.</summary>
    public virtual IReadOnlyList<string> LoggedErrors => [];

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }
}
