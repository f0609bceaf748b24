// The wire between two servers: it counts connections, swallows what is sent, and is cut.
using System.Net;
using System.Net.Sockets;

namespace Balcony.Interop.Tests.Rig;

internal sealed class TcpRelay : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly IPEndPoint _target;
    private readonly Lock _gate = new();
    private readonly List<Wire> _wires = [];
    private readonly Task _running;

    public TcpRelay(IPEndPoint target)
    {
        _target = target;
        _listener = new TcpListener(target.Address, 0);
        _listener.Start();
        _running = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Connections that reached the target since the beginning.</summary>
    public int Connections { get; private set; }

    /// <summary>From now on nothing that is sent on the open connections arrives; nobody notices.</summary>
    public void Swallow() => Each(wire => wire.Swallows = true);

    /// <summary>The open connections are reset.</summary>
    public void Cut()
    {
        Each(static wire => wire.Cut());
        lock (_gate) _wires.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Cut();
        await _running;
    }

    private void Each(Action<Wire> act)
    {
        lock (_gate) _wires.ForEach(act);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var accepted = await _listener.AcceptSocketAsync();
                var onward = new Socket(_target.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                try
                {
                    await onward.ConnectAsync(_target);
                }
                catch (SocketException)
                {
                    // As if nobody listened.
                    accepted.Close(timeout: 0);
                    onward.Dispose();
                    continue;
                }
                var wire = new Wire(accepted, onward);
                lock (_gate)
                {
                    _wires.Add(wire);
                    Connections++;
                }
                wire.Start();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private sealed class Wire(Socket one, Socket other)
    {
        public volatile bool Swallows;

        public void Start()
        {
            _ = CopyAsync(one, other);
            _ = CopyAsync(other, one);
        }

        public void Cut()
        {
            one.Close(timeout: 0);
            other.Close(timeout: 0);
        }

        private async Task CopyAsync(Socket from, Socket to)
        {
            var buffer = new byte[16 * 1024];
            try
            {
                while (await from.ReceiveAsync(buffer) is > 0 and var count)
                {
                    for (var sent = 0; sent < count && !Swallows;)
                        sent += await to.SendAsync(buffer.AsMemory(sent, count - sent));
                }
                to.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                Cut();
            }
        }
    }
}
