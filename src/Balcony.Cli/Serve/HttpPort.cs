// The HTTP listeners of the options: metrics and health.
using Balcony.Server.Checks;
using Balcony.Server.Hosting;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Web;
using Microsoft.Extensions.Logging;

namespace Balcony.Cli.Serve;

internal sealed class HttpPort : IAsyncDisposable
{
    private readonly OpenMetrics _metrics;
    private readonly List<WebServer> _servers = [];

    /// <exception cref="System.Net.Sockets.SocketException">An address cannot be bound.</exception>
    public HttpPort(ServerOptions options, ServerMetrics metrics, CheckEngine checks, StorageCheck storage, ILoggerFactory loggers)
    {
        _metrics = new OpenMetrics(metrics);
        foreach (var listener in options.Listeners.Where(listener => listener.Kind == ListenerKind.Http))
        {
            var web = new WebOptions { EndPoint = listener.EndPoint };
            var server = new WebServer(web, new HealthPages(web, _metrics, checks, storage.RunAsync).Pages, loggers);
            Addresses.Add(server.Start());
            _servers.Add(server);
        }
    }

    /// <summary>What was bound.</summary>
    public List<System.Net.IPEndPoint> Addresses { get; } = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync();
        _metrics.Dispose();
    }
}
