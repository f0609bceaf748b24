// The HTTP port over a real socket, and the text of the metrics.
using System.Diagnostics.Metrics;
using System.Net;
using Balcony.Server.Checks;
using Balcony.Server.Metering;
using Balcony.Server.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Balcony.Server.Tests.Web;

public sealed class WebServerTests : IAsyncDisposable
{
    private readonly ServerMetrics _metrics = new();
    private readonly OpenMetrics _text;
    private readonly List<CheckResult> _readiness = [];
    private readonly HttpClient _http = new();
    private WebServer? _server;

    public WebServerTests() => _text = new OpenMetrics(_metrics);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_are_served_as_OpenMetrics()
    {
        _metrics.SessionOpened();
        var answer = await Start().GetAsync("/metrics", Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal("application/openmetrics-text", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("# TYPE balcony_sessions gauge\n# HELP balcony_sessions Bound resources.\nbalcony_sessions 1\n", text, StringComparison.Ordinal);
        Assert.Contains("dotnet_gc_collections_total{", text, StringComparison.Ordinal);
        Assert.EndsWith("# EOF\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_requests_come_over_many_connections()
    {
        var http = Start();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => http.GetStringAsync("/health/live", Cancel)));

        Assert.All(answers, answer => Assert.Equal("live\n", answer));
    }

    [Fact]
    public async Task Readiness_is_what_storage_says()
    {
        var http = Start();
        Assert.Equal("{\"ready\":true,\"against\":[]}", await http.GetStringAsync("/health/ready", Cancel));

        _readiness.Add(new CheckResult { Id = "storage", Outcome = CheckOutcome.NotTested, Evidence = "/secret/path" });
        var answer = await http.GetAsync("/health/ready", Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("{\"ready\":false,\"against\":[\"storage\"]}", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Metrics_are_not_for_everyone()
    {
        var http = Start(new WebOptions { EndPoint = new(IPAddress.Loopback, 0), MetricsFrom = [IPNetwork.Parse("192.0.2.0/24")] });

        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/metrics", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Other_paths_and_methods_are_refused()
    {
        var http = Start();
        using var empty = new StringContent("");

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.PostAsync("/metrics", empty, Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_server_that_nobody_asked_stops_at_once()
    {
        Start();

        await _server!.DisposeAsync();
        _server = null;
    }

    [Fact]
    public void Counters_have_a_total_and_labels()
    {
        _metrics.Authentication(AuthenticationResult.Failed);
        _metrics.ConnectionRefused(RefusalReason.ProxyHeader);

        var text = _text.Scrape();

        Assert.Contains("# TYPE balcony_authentications counter\n", text, StringComparison.Ordinal);
        Assert.Contains("balcony_authentications_total{result=\"failed\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("balcony_connections_refused_total{reason=\"proxy_header\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("balcony_stanzas_total{direction=\"inbound\",kind=\"message\"} 0\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Histograms_have_cumulative_buckets_with_the_instruments_bounds()
    {
        var histogram = _metrics.Meter.CreateHistogram(
            "test.duration", "s", "Time.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 1] });
        foreach (var value in (double[])[0.25, 0.5, 0.75, 4]) histogram.Record(value);

        Assert.Contains(
            """
            # TYPE test_duration_seconds histogram
            # UNIT test_duration_seconds seconds
            # HELP test_duration_seconds Time.
            test_duration_seconds_bucket{le="0.5"} 2
            test_duration_seconds_bucket{le="1"} 3
            test_duration_seconds_bucket{le="+Inf"} 4
            test_duration_seconds_count 4
            test_duration_seconds_sum 5.5

            """,
            _text.Scrape(), StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_are_escaped_and_their_combinations_bounded()
    {
        var counter = _metrics.Meter.CreateCounter<long>("test.many");
        counter.Add(1, new KeyValuePair<string, object?>("of", "a\"b\\c\nd"));
        for (var number = 0; number < 1_000; number++) counter.Add(1, new KeyValuePair<string, object?>("of", number));

        var lines = _text.Scrape().Split('\n').Where(line => line.StartsWith("test_many_total", StringComparison.Ordinal)).ToList();

        Assert.Contains("test_many_total{of=\"a\\\"b\\\\c\\nd\"} 1", lines);
        Assert.Contains("test_many_total{overflow=\"true\"} 745", lines);
        Assert.Equal(OpenMetrics.MaxSeries + 1, lines.Count);
    }

    [Fact]
    public void Queues_and_checks_are_read_when_asked()
    {
        var depth = 7;
        _metrics.Queue("ledger", () => depth);

        Assert.Contains("balcony_queue_depth{queue=\"ledger\"} 7\n", _text.Scrape(), StringComparison.Ordinal);
        depth = 8;
        Assert.Contains("balcony_queue_depth{queue=\"ledger\"} 8\n", _text.Scrape(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_counter_loses_nothing_between_threads()
    {
        var counter = new StripedCounter();

        Parallel.For(0, 100_000, _ => counter.Increment());

        Assert.Equal(100_000, counter.Value);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        _text.Dispose();
        _metrics.Dispose();
    }

    private HttpClient Start(WebOptions? options = null)
    {
        options ??= new WebOptions { EndPoint = new(IPAddress.Loopback, 0) };
        var checks = new CheckEngine([], TimeProvider.System, NullLogger<CheckEngine>.Instance);
        var pages = new HealthPages(options, _text, checks, _ => new(_readiness));
        _server = new WebServer(options, pages.Pages, NullLoggerFactory.Instance);
        _http.BaseAddress = new Uri($"http://{_server.Start()}/");
        return _http;
    }
}
