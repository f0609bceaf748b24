// A server on a port of the system's choice, and clients that do what a test says, byte by byte.
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Balcony.Server.Metering;
using Balcony.Server.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Balcony.Server.Tests.Net;

internal sealed class NetFixture : IAsyncDisposable
{
    private readonly TaskCompletionSource<Transport> _accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IPEndPoint? _endPoint;

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint => _endPoint!;

    public NetFixture(NetLimits? limits = null, TimeProvider? clock = null, params string[] hosts)
    {
        clock ??= TimeProvider.System;
        if (hosts.Length == 0) hosts = ["localhost"];
        Folder = Directory.CreateTempSubdirectory("balcony-net-").FullName;
        var files = hosts.Select(host => DevCertificates.Ensure(Path.Combine(Folder, host), [host], TimeProvider.System).Host with { Host = host });
        Certificates = new CertificateStore([.. files], clock, NullLogger<CertificateStore>.Instance);
        Listeners = new Listeners(limits ?? new NetLimits(), Certificates, clock, Metrics, NullLogger<Listeners>.Instance);
    }

    public string Folder { get; }
    public CertificateStore Certificates { get; }
    public ServerMetrics Metrics { get; } = new();
    public Listeners Listeners { get; }

    /// <summary>The first connection's transport, as its handler got it.</summary>
    public Task<Transport> Accepted => _accepted.Task;

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public NetFixture Listen(ListenerSecurity security, Func<Transport, Task> handler, Func<ListenerOptions, ListenerOptions>? change = null)
    {
        var options = new ListenerOptions
        {
            Name = "test",
            EndPoint = new IPEndPoint(IPAddress.Loopback, 0),
            Security = security,
            ApplicationProtocols = ["xmpp-client"],
        };
        _endPoint = Listeners.Listen(change?.Invoke(options) ?? options, async transport =>
        {
            _accepted.TrySetResult(transport);
            await handler(transport);
        });
        return this;
    }

    public static async Task EchoAsync(Transport transport)
    {
        var buffer = new byte[4096];
        while (true)
        {
            await transport.WaitForDataAsync(CancellationToken.None);
            var read = await transport.ReadAsync(buffer, CancellationToken.None);
            if (read == 0) break;
            await transport.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
        }
        await transport.CloseAsync();
    }

    /// <summary>STARTTLS as the stream does it: what is read up to here is forgotten.</summary>
    public static async Task EchoAfterStartTlsAsync(Transport transport)
    {
        await transport.WaitForDataAsync(CancellationToken.None);
        await transport.ReadAsync(new byte[4096], CancellationToken.None);
        await transport.WriteAsync("<proceed/>"u8.ToArray(), CancellationToken.None);
        await transport.StartTlsAsync("localhost", CancellationToken.None);
        await EchoAsync(transport);
    }

    public async Task<NetworkStream> ConnectAsync(IPEndPoint? to = null)
    {
        to ??= _endPoint!;
        var socket = new Socket(to.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(to, Cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public async Task<SslStream> ConnectTlsAsync(Action<SslClientAuthenticationOptions>? change = null) =>
        await StartTlsAsync(await ConnectAsync(), change);

    public static async Task<SslStream> StartTlsAsync(Stream plain, Action<SslClientAuthenticationOptions>? change = null)
    {
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
#pragma warning disable CA5359 // what is presented is what the tests look at
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore CA5359
            AllowTlsResume = false,
        };
        change?.Invoke(options);
        var tls = new SslStream(plain);
        await tls.AuthenticateAsClientAsync(options, Cancel);
        return tls;
    }

    public static async Task<string> AskAsync(Stream stream, string text)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), Cancel);
        var answer = new byte[text.Length];
        await stream.ReadExactlyAsync(answer, Cancel);
        return Encoding.UTF8.GetString(answer);
    }

    /// <summary>Whether the server ended the connection, by FIN or RST, without a byte more.</summary>
    public static async Task<bool> IsClosedAsync(Stream stream)
    {
        try
        {
            return await stream.ReadAsync(new byte[64], Cancel) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Whether a connection is accepted and at once reset, which a client may learn before it has seen that it was connected.</summary>
    public async Task<bool> IsTurnedAwayAsync()
    {
        try
        {
            await using var stream = await ConnectAsync();
            return await IsClosedAsync(stream);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            return true;
        }
    }

    public static async Task<bool> IsRefusedAsync(Func<Task<SslStream>> connect)
    {
        try
        {
            // Under TLS 1.3 a client is done before the server has judged what it sent.
            await using var tls = await connect();
            return await IsClosedAsync(tls);
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            return true;
        }
    }

    public static string Subject(SslStream tls) => ((X509Certificate2)tls.RemoteCertificate!).GetNameInfo(X509NameType.SimpleName, false);

    public async ValueTask DisposeAsync()
    {
        await Listeners.DisposeAsync();
        Certificates.Dispose();
        Metrics.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
