// /metrics, /health/live and /health/ready.
using System.Net;
using System.Text.Json;
using Balcony.Server.Checks;
using Microsoft.AspNetCore.Http;

namespace Balcony.Server.Web;

/// <summary>What load balancers, orchestrators and Prometheus ask. Names of checks are told, their evidence is not: it has paths and addresses.</summary>
/// <param name="readiness">Asked for each request to <c>/health/ready</c>: storage above all. A result that fails with an error, or was not tested, means not ready.</param>
public sealed class HealthPages(
    WebOptions options, OpenMetrics metrics, CheckEngine checks, Func<CancellationToken, ValueTask<IReadOnlyList<CheckResult>>> readiness)
{
    /// <summary>By path, for <see cref="WebServer"/>.</summary>
    public IReadOnlyDictionary<string, RequestDelegate> Pages => new Dictionary<string, RequestDelegate>(StringComparer.Ordinal)
    {
        ["/health/live"] = WriteLiveAsync,
        ["/health/ready"] = Guarded(WriteReadyAsync),
        ["/metrics"] = Guarded(WriteMetricsAsync),
    };

    private RequestDelegate Guarded(RequestDelegate page) => context =>
    {
        if (IsAllowed(context.Connection.RemoteIpAddress)) return page(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    };

    private bool IsAllowed(IPAddress? address)
    {
        if (address is null) return false;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return options.MetricsFrom.Any(network => network.Contains(address));
    }

    private static Task WriteLiveAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("live\n", context.RequestAborted);
    }

    private Task WriteMetricsAsync(HttpContext context)
    {
        context.Response.ContentType = OpenMetrics.ContentType;
        return context.Response.WriteAsync(metrics.Scrape(), context.RequestAborted);
    }

    private async Task WriteReadyAsync(HttpContext context)
    {
        var now = await readiness(context.RequestAborted);
        // Of the general checks, an expired certificate or a lost port speaks against this server; what was not tested does not.
        var against = now.Where(result => result.Outcome == CheckOutcome.NotTested || IsError(result)).Concat(checks.Latest.Where(IsError)).ToList();
        context.Response.StatusCode = against.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteBoolean("ready", against.Count == 0);
        json.WriteStartArray("against");
        foreach (var id in against.Select(result => result.Id).Distinct()) json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static bool IsError(CheckResult result) => result is { Outcome: CheckOutcome.Failed, Severity: CheckSeverity.Error };
}
