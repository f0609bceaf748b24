// Everything that accepts connections, and every connection that it accepted.
using System.Net;
using System.Net.Sockets;
using Balcony.Server.Metering;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Net;

/// <summary>Opens listeners and owns their connections: each runs its handler once, and is gone when that returns.</summary>
public sealed class Listeners : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<(Listener Listener, Task Accepting)> _listeners = [];
    private readonly HashSet<Socket> _open = [];
    private TaskCompletionSource? _allClosed;
    private bool _isStopping;

    public Listeners(NetLimits limits, CertificateStore certificates, TimeProvider clock, ServerMetrics metrics, ILogger<Listeners> logger)
    {
        (Limits, Certificates, Clock, Metrics) = (limits, certificates, clock, metrics);
        Log = new NetLog(logger);
        Addresses = new AddressTable(limits, clock);
        BurstTrim = new BurstTrim(clock);
    }

    public NetLimits Limits { get; }
    public CertificateStore Certificates { get; }

    /// <summary>Where each listener really listens, in the order they were opened.</summary>
    public IReadOnlyList<(ListenerOptions Options, IPEndPoint EndPoint)> Bound
    {
        get { lock (_lock) return [.. _listeners.Select(entry => (entry.Listener.Options, entry.Listener.EndPoint))]; }
    }

    internal TimeProvider Clock { get; }
    internal ServerMetrics Metrics { get; }
    internal NetLog Log { get; }
    internal AddressTable Addresses { get; }
    internal BurstTrim BurstTrim { get; }

    /// <summary>
    /// Has reads and writes go on where the socket became ready, instead of on a pool thread that must be woken first: at chat rates that
    /// halves the CPU of a message. To be called before the process opens its first socket; nothing that runs on a connection may block.
    /// </summary>
    public static void UseInlineCompletions() => Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");

    /// <summary>Binds, and accepts from now on; each connection is given to <paramref name="handler"/>, and disposed when its task ends.</summary>
    /// <returns>The address and port that were bound.</returns>
    /// <exception cref="SocketException">The address cannot be bound.</exception>
    /// <exception cref="ArgumentException">A plain listener that other machines could reach.</exception>
    public IPEndPoint Listen(ListenerOptions options, Func<Transport, Task> handler)
    {
        if (options.Security == ListenerSecurity.PlainOnLoopback && !IPAddress.IsLoopback(options.EndPoint.Address))
            throw new ArgumentException($"The listener {options.Name} is plain and must be bound to a loopback address.", nameof(options));
        var listener = new Listener(options, this, ListeningSocket.Open(options.EndPoint, Limits), handler, Certificates);
        Certificates.PrepareFor(listener.Profile);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isStopping, this);
            _listeners.Add((listener, listener.AcceptAsync()));
        }
        return listener.EndPoint;
    }

    /// <summary>No new connections; those that are open go on. The first half of a graceful shutdown.</summary>
    public async ValueTask StopAcceptingAsync()
    {
        Task[] accepting;
        lock (_lock)
        {
            _isStopping = true;
            foreach (var (listener, _) in _listeners) listener.StopAccepting();
            accepting = [.. _listeners.Select(entry => entry.Accepting)];
        }
        await Task.WhenAll(accepting);
    }

    /// <summary>Cuts the connections that are still open and waits for their handlers.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAcceptingAsync();
        Task allClosed;
        Socket[] open;
        lock (_lock)
        {
            _allClosed ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_open.Count == 0) _allClosed.TrySetResult();
            allClosed = _allClosed.Task;
            open = [.. _open];
        }
        foreach (var socket in open) socket.Close(timeout: 0);
        await allClosed;
        BurstTrim.Dispose();
    }

    internal void Track(Listener listener, Socket accepted)
    {
        bool isTracked;
        lock (_lock) isTracked = !_isStopping && _open.Add(accepted);
        if (!isTracked) accepted.Close(timeout: 0);
        else _ = RunAsync(listener, accepted); // never faults; DisposeAsync waits for it by way of _open
    }

    private async Task RunAsync(Listener listener, Socket accepted)
    {
        await listener.RunAsync(accepted);
        lock (_lock)
        {
            _open.Remove(accepted);
            if (_open.Count == 0) _allClosed?.TrySetResult();
        }
        BurstTrim.Count();
    }
}
