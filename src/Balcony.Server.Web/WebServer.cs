// The HTTP port: health and metrics today; WebSocket, upload and the console join it.
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Balcony.Server.Web;

/// <summary>
/// Listens at once, but starts Kestrel with the first connection: a server that nobody asks by HTTP saves its memory and its start-up time.
/// </summary>
public sealed partial class WebServer(WebOptions options, IReadOnlyDictionary<string, RequestDelegate> pages, ILoggerFactory loggers) : IAsyncDisposable
{
    private readonly ILogger _logger = loggers.CreateLogger<WebServer>();
    private readonly CancellationTokenSource _stopping = new();
    private Socket? _socket;
    private Task _serving = Task.CompletedTask;

    /// <summary>Binds the port.</summary>
    /// <returns>The address and port that were bound.</returns>
    /// <exception cref="SocketException">The address cannot be bound.</exception>
    public IPEndPoint Start()
    {
        _socket = new Socket(options.EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (options.EndPoint.Address.Equals(IPAddress.IPv6Any)) _socket.DualMode = true;
            _socket.Bind(options.EndPoint);
            _socket.Listen(512);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
        _serving = ServeAsync(_socket);
        return (IPEndPoint)_socket.LocalEndPoint!;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _socket?.Dispose();
        await _serving;
        _stopping.Dispose();
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            var first = await socket.AcceptAsync(_stopping.Token);
            await RunKestrelAsync(socket, first);
        }
        catch (Exception e) when (_stopping.IsCancellationRequested && e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Stopped before anyone came.
        }
#pragma warning disable CA1031 // chat goes on without HTTP; the log says why there is none
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailed(e);
        }
    }

    private async Task RunKestrelAsync(Socket socket, Socket first)
    {
        await using var services = new ServiceCollection().AddSingleton(loggers).BuildServiceProvider();
        var transport = new SocketConnectionContextFactory(new SocketConnectionFactoryOptions(), _logger);
        await using var listener = new FirstConnection(socket, first, transport);
        using var kestrel = new KestrelServer(Options.Create(KestrelOptions(services)), listener, loggers);
        await kestrel.StartAsync(new Application(pages), _stopping.Token);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var grace = new CancellationTokenSource(TimeSpan.FromSeconds(2), TimeProvider.System);
        await kestrel.StopAsync(grace.Token);
    }

    private KestrelServerOptions KestrelOptions(IServiceProvider services)
    {
        var kestrel = new KestrelServerOptions { ApplicationServices = services, AddServerHeader = false };
        kestrel.Limits.MaxConcurrentConnections = options.MaxConnections;
        kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Listen(options.EndPoint, listen => listen.Protocols = HttpProtocols.Http1);
        return kestrel;
    }

    [LoggerMessage(1801, LogLevel.Error, "The HTTP port does not work")]
    private partial void LogFailed(Exception fault);

    private sealed class Application(IReadOnlyDictionary<string, RequestDelegate> pages) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context)
        {
            if (!pages.TryGetValue(context.Request.Path.Value ?? "", out var page))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
            if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) return page(context);
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return Task.CompletedTask;
        }

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }
    }
}
