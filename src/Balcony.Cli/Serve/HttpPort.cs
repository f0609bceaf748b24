// The HTTP listeners of the options: metrics and health.
using System.Net.Sockets;
using Balcony.Server.Checks;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Metering;
using Balcony.Server.Web;
using Microsoft.Extensions.Logging;

namespace Balcony.Cli.Serve;

internal sealed class HttpPort : IAsyncDisposable
{
    private readonly OpenMetrics _metrics;
    private readonly List<WebServer> _servers = [];

    // An address that cannot be bound is complained of, and the server goes on: chat does not depend on it.
    public HttpPort(ServerOptions options, ServerMetrics metrics, CheckEngine checks, StorageCheck storage, ILoggerFactory loggers)
    {
        _metrics = new OpenMetrics(metrics);
        foreach (var listener in options.Listeners.Where(listener => listener.Kind == ListenerKind.Http))
        {
            var web = new WebOptions { EndPoint = listener.EndPoint, MetricsFrom = options.Http.MetricsFrom, MaxConnections = options.Http.MaxConnections };
            var server = new WebServer(web, new HealthPages(web, _metrics, checks, storage.RunAsync).Pages, loggers);
            try
            {
                Addresses.Add(server.Start());
                _servers.Add(server);
            }
            catch (SocketException e)
            {
                Terminal.Error.WriteLine($"balcony: {listener.EndPoint} cannot be listened on: {e.Message}. There are no metrics and no health pages there.");
            }
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
