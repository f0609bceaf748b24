// One listening socket: accepts, admits, and runs the handler of each connection.
using System.Net;
using System.Net.Sockets;
using Balcony.Server.Metering;

namespace Balcony.Server.Net;

/// <summary>
/// <code>
/// accept ─► PROXY header ─► limits ─► TLS ─► handler ─► dispose
///          (trusted only)           (direct)
/// </code>
/// </summary>
internal sealed class Listener(
    ListenerOptions options, Listeners owner, Socket socket, Func<Transport, Task> handler, CertificateStore certificates)
{
    // After an error that is not one connection's, such as no file descriptor left: time for some connections to end.
    private static readonly TimeSpan RetryAcceptAfter = TimeSpan.FromMilliseconds(250);

    private volatile bool _isStopping;

    public ListenerOptions Options => options;
    public IPEndPoint EndPoint { get; } = (IPEndPoint)socket.LocalEndPoint!;
    public TlsProfile Profile { get; } = TlsProfile.For(options);
    public CertificateStore Certificates => certificates;
    public NetLimits Limits => owner.Limits;
    public TimeProvider Clock => owner.Clock;

    public void StopAccepting()
    {
        _isStopping = true;
        socket.Dispose();
    }

    public void HandshakeCompleted()
    {
        owner.Metrics.HandshakeCompleted();
        owner.BurstTrim.Count();
    }

    public void HandshakeFailed(IPEndPoint? remote, Exception why)
    {
        owner.Metrics.HandshakeFailed();
        owner.Log.HandshakeFailed(options.Name, remote, why.GetBaseException().Message);
    }

    public async Task AcceptAsync()
    {
        while (!_isStopping)
        {
            try
            {
                var accepted = await socket.AcceptAsync();
                owner.Track(this, accepted);
            }
            catch (Exception e) when (_isStopping && e is ObjectDisposedException or SocketException)
            {
                return;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionAborted or SocketError.ConnectionReset)
            {
                // That client left before we came to it.
            }
            catch (SocketException e)
            {
                owner.Log.AcceptFailed(options.Name, e.SocketErrorCode);
                owner.Metrics.AcceptFailed();
                await Task.Delay(RetryAcceptAfter, owner.Clock);
            }
        }
    }

    public async Task RunAsync(Socket accepted)
    {
        IPEndPoint? remote = null;
        var isAdmitted = false;
        try
        {
            remote = accepted.RemoteEndPoint.Unmapped();
            if (remote is not null && IsTrustedProxy(remote.Address)) remote = await ReadProxyHeaderAsync(accepted) ?? remote;
            isAdmitted = Admit(remote);
            if (isAdmitted) await ServeAsync(accepted, remote);
        }
        catch (InvalidDataException e)
        {
            owner.Metrics.ConnectionRefused(RefusalReason.ProxyHeader);
            owner.Log.BadProxyHeader(options.Name, remote, e.Message);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The peer left, or its handshake failed and has been counted.
        }
#pragma warning disable CA1031 // the one place where a handler's bug ends its own connection and nothing else
        catch (Exception e)
#pragma warning restore CA1031
        {
            owner.Log.HandlerFailed(options.Name, remote, e);
        }
        finally
        {
            if (!isAdmitted) accepted.Close(timeout: 0);
            else
            {
                owner.Addresses.Leave(remote?.Address);
                owner.Metrics.ConnectionClosed();
            }
        }
    }

    private async Task ServeAsync(Socket accepted, IPEndPoint? remote)
    {
        await using var transport = new AcceptedTransport(accepted, remote, this);
        if (options.Security == ListenerSecurity.DirectTls) await transport.StartTlsAsync(CancellationToken.None);
        await handler(transport);
    }

    private bool Admit(IPEndPoint? remote)
    {
        var admission = owner.Addresses.Enter(remote?.Address);
        if (admission == Admission.Admitted)
        {
            owner.Metrics.ConnectionOpened();
            return true;
        }
        owner.Metrics.ConnectionRefused(admission == Admission.TooFast ? RefusalReason.Rate : RefusalReason.Count);
        owner.Log.ConnectionRefused(options.Name, remote, admission);
        return false;
    }

    private bool IsTrustedProxy(IPAddress address)
    {
        foreach (var network in options.TrustedProxies)
            if (network.Contains(address)) return true;
        return false;
    }

    private async ValueTask<IPEndPoint?> ReadProxyHeaderAsync(Socket accepted)
    {
        using var timeout = new CancellationTokenSource(owner.Limits.HandshakeWithin, owner.Clock);
        return await ProxyHeader.ReadAsync(accepted, timeout.Token);
    }
}
