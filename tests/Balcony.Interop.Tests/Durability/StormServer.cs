// A server that is killed, restarted and killed again, as its clients meet it.
using System.Net;
using Balcony.Interop.Tests.Rig;
using Balcony.Testing.Delivery;
using Balcony.Testing.Scenarios;

namespace Balcony.Interop.Tests.Durability;

/// <summary>Its process, and what its clients may expect of it.</summary>
internal sealed class StormServer(BalconyProcess process, DeliveryLog log)
{
    public BalconyProcess Process => process;

    public ServerHistory History { get; } = new(log);

    public int Kills { get; private set; }

    public int Restarts { get; private set; }

    /// <summary>A device of a user of it.</summary>
    public Device Make(DeviceOptions options) => new(options, ConnectAsync, log, History, TimeProvider.System);

    /// <summary>`kill -9`, and a start after a while.</summary>
    public async Task KillAsync(TimeSpan pause = default)
    {
        History.KillBegins();
        await process.KillAsync();
        History.KillDone();
        Kills++;
        await Task.Delay(pause);
        await StartAsync();
    }

    /// <summary>Stopped in good order, and started.</summary>
    public async Task RestartAsync()
    {
        History.Note($"{process.Host} is asked to stop");
        await process.StopAsync();
        Restarts++;
        await StartAsync();
    }

    /// <summary>A connection by direct TLS.</summary>
    public static async ValueTask<Wire> ConnectAsync(int port, string host, CancellationToken cancel)
    {
        var wire = await SocketWire.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), null, cancel);
        await wire.StartTlsAsync(host, cancel);
        return wire;
    }

    private ValueTask<Wire> ConnectAsync(CancellationToken cancel) => ConnectAsync(process.DirectTlsPort, process.Host, cancel);

    private async Task StartAsync()
    {
        await process.StartAsync();
        History.Note($"{process.Host} is back");
    }
}
