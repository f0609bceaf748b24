// XEP-0114 §3, the connect method: the server goes to components that listen, and comes back when they are gone.
using Balcony.Server.Net;

namespace Balcony.Server.Components;

/// <summary>Makes connections to components.</summary>
public interface IComponentConnector
{
    /// <summary>A connection to where the component listens; the caller disposes it.</summary>
    /// <exception cref="IOException">There is none.</exception>
    ValueTask<Transport> ConnectAsync(ComponentOptions component, CancellationToken cancel);
}

/// <summary>Keeps each component that listens connected: one connection each, again after every loss.</summary>
internal sealed class ComponentDialers : IAsyncDisposable
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);

    // A connection that held so long was a good one: the next attempt comes soon.
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(1);

    private readonly ComponentDirectory _directory;
    private readonly IComponentConnector _connector;
    private readonly CancellationTokenSource _stopping;
    private readonly Task _dialing;

    public ComponentDialers(ComponentDirectory directory, IComponentConnector connector, CancellationToken stopping)
    {
        (_directory, _connector) = (directory, connector);
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _dialing = Task.WhenAll(directory.All.Where(component => component.Options.Connect is not null).Select(KeepConnectedAsync));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _dialing.ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task KeepConnectedAsync(Component component)
    {
        var clock = _directory.Services.Clock;
        var delay = FirstDelay;
        while (!_stopping.IsCancellationRequested)
        {
            long began = clock.GetTimestamp();
            string? reason = await ConnectAsync(component).ConfigureAwait(false);
            if (_stopping.IsCancellationRequested || _directory.Services.IsStopping)
            {
                return;
            }
            if (clock.GetElapsedTime(began) > Held)
            {
                delay = FirstDelay;
            }
            if (reason is not null)
            {
                ComponentLog.NotReached(_directory.Services.Logger, component.Domain.ToString(), component.Options.Connect!, reason, delay.TotalSeconds);
            }
            try
            {
                await Task.Delay(delay, clock, _stopping.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, Math.Max(component.Options.Limits.MaxRetryDelay.Ticks, FirstDelay.Ticks)));
        }
    }

    // Why it did not come about; null when it did, for a while.
    private async Task<string?> ConnectAsync(Component component)
    {
        try
        {
            var transport = await _connector.ConnectAsync(component.Options, _stopping.Token).ConfigureAwait(false);
            await using (transport.ConfigureAwait(false))
            {
                var stream = new ComponentStream(transport, _directory, component);
                await _directory.ServeAsync(stream, _stopping.Token).ConfigureAwait(false);
                return stream.IsJoined ? null : stream.Refusal ?? "it ended the connection before the handshake was done";
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            return fault.Message;
        }
    }
}
