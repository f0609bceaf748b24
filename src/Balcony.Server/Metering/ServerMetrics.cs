// What the server counts, as instruments of the meter "Balcony".
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Balcony.Server.Checks;
using Balcony.Server.Routing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Metering;

public enum AuthenticationResult { Succeeded, Failed, Throttled }

public enum RefusalReason { Count, Rate, ProxyHeader }

public enum PushResult { Published, Refused, Deferred, Dropped }

public enum ReportResult { Kept, Dropped }

/// <summary>Hot paths raise a <see cref="StripedCounter"/>, which an instrument reads when someone asks. One for each server; any thread may call.</summary>
public sealed class ServerMetrics : IDisposable
{
    public const string MeterName = "Balcony";

    private static readonly string[] Kinds = ["message", "presence", "iq"];

    private readonly Meter _meter = new(MeterName);
    private readonly StripedCounter[] _stanzas = Counters<Flow>(times: 3);
    private readonly StripedCounter[] _authentications = Counters<AuthenticationResult>();
    private readonly StripedCounter[] _refusals = Counters<RefusalReason>();
    private readonly StripedCounter _connectionsOpened = new(), _connectionsClosed = new();
    private readonly StripedCounter _handshakes = new(), _handshakesFailed = new(), _acceptsFailed = new();
    private readonly StripedCounter _sessionsOpened = new(), _sessionsClosed = new();
    private readonly StripedCounter[] _pushes = Counters<PushResult>();
    private readonly StripedCounter _pushesDisabled = new();
    private readonly StripedCounter[] _reports = Counters<ReportResult>();
    private readonly ConcurrentDictionary<string, Func<long>> _queues = new();
    private readonly Histogram<double> _commit;

    public ServerMetrics()
    {
        _meter.CreateObservableUpDownCounter("balcony.sessions", () => Sessions, "{session}", "Bound resources.");
        _meter.CreateObservableUpDownCounter("balcony.connections", () => Connections, "{connection}", "Open client and server connections.");
        _meter.CreateObservableCounter("balcony.connections.opened", () => _connectionsOpened.Value, "{connection}", "Connections let in.");
        _meter.CreateObservableCounter(
            "balcony.connections.refused", () => Each<RefusalReason>(_refusals, "reason"), "{connection}", "Connections turned away.");
        _meter.CreateObservableCounter("balcony.accepts.failed", () => _acceptsFailed.Value, "{error}", "Times the system gave us no connection.");
        _meter.CreateObservableCounter("balcony.tls.handshakes", ReadHandshakes, "{handshake}", "TLS handshakes by result.");
        _meter.CreateObservableCounter("balcony.stanzas", ReadStanzas, "{stanza}", "Stanzas by kind and direction.");
        _meter.CreateObservableCounter(
            "balcony.authentications", () => Each<AuthenticationResult>(_authentications, "result"), "{attempt}", "SASL exchanges by result.");
        _meter.CreateObservableCounter(
            "balcony.push.publishes", () => Each<PushResult>(_pushes, "result"), "{publish}", "Publishes to push services (XEP-0357) by result.");
        _meter.CreateObservableCounter(
            "balcony.push.disabled", () => _pushesDisabled.Value, "{registration}", "Push registrations given up because their service refused too often.");
        _meter.CreateObservableCounter(
            "balcony.reports", () => Each<ReportResult>(_reports, "result"), "{report}", "Reports of contacts (XEP-0377), by whether they were kept.");
        _meter.CreateObservableGauge("balcony.queue.depth", ReadQueues, "{item}", "Items that wait, by queue.");
        _commit = _meter.CreateHistogram(
            "balcony.commit.duration", "s", "From the first write of a group until it is durable.", tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
            });
    }

    /// <summary>What an exporter listens to: several servers may run in one process, each with a meter of its own of the same name.</summary>
    public Meter Meter => _meter;

    public long Sessions => _sessionsOpened.Value - _sessionsClosed.Value;

    public long Connections => _connectionsOpened.Value - _connectionsClosed.Value;

    public void SessionOpened() => _sessionsOpened.Increment();

    public void SessionClosed() => _sessionsClosed.Increment();

    public void ConnectionOpened() => _connectionsOpened.Increment();

    public void ConnectionClosed() => _connectionsClosed.Increment();

    public void ConnectionRefused(RefusalReason reason) => _refusals[(int)reason].Increment();

    public void AcceptFailed() => _acceptsFailed.Increment();

    public void HandshakeCompleted() => _handshakes.Increment();

    public void HandshakeFailed() => _handshakesFailed.Increment();

    /// <summary>A stanza of ours came in by a stream, or went out by one.</summary>
    public void Stanza(Stanza stanza, Flow flow) =>
        _stanzas[((stanza is Message ? 0 : stanza is Presence ? 1 : 2) * 2) + (int)flow].Increment();

    public void Authentication(AuthenticationResult result) => _authentications[(int)result].Increment();

    public void Pushed(PushResult result) => _pushes[(int)result].Increment();

    public void Reported(ReportResult result) => _reports[(int)result].Increment();

    public void PushDisabled() => _pushesDisabled.Increment();

    /// <param name="started">From <see cref="Stopwatch.GetTimestamp"/>.</param>
    public void Committed(long started) => _commit.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);

    /// <summary>A queue's length, read when someone asks. A name, one of a few fixed ones, has one source: the last given.</summary>
    public void Queue(string queue, Func<long> depth) => _queues[queue] = depth;

    /// <summary>Counts the latest results of the checks by outcome, and the failed ones by severity.</summary>
    public void Observe(CheckEngine checks) => _meter.CreateObservableGauge(
        "balcony.checks", () => ReadChecks(checks.Latest), "{check}", "Results of the health checks.");

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<long>> ReadStanzas() =>
        from kind in Enumerable.Range(0, 3)
        from flow in Enum.GetValues<Flow>()
        select new Measurement<long>(_stanzas[(kind * 2) + (int)flow].Value, Tag("kind", Kinds[kind]), Tag("direction", Word(flow)));

    private IEnumerable<Measurement<long>> ReadHandshakes() =>
        [new(_handshakes.Value, Tag("result", "completed")), new(_handshakesFailed.Value, Tag("result", "failed"))];

    private IEnumerable<Measurement<long>> ReadQueues() =>
        _queues.Select(entry => new Measurement<long>(entry.Value(), Tag("queue", entry.Key)));

    private static IEnumerable<Measurement<long>> ReadChecks(IReadOnlyList<CheckResult> results) =>
        from result in results
        group result by (result.Outcome, Severity: result.Outcome == CheckOutcome.Failed ? Word(result.Severity) : "none") into kind
        select new Measurement<long>(kind.Count(), Tag("outcome", Word(kind.Key.Outcome)), Tag("severity", kind.Key.Severity));

    private static IEnumerable<Measurement<long>> Each<T>(StripedCounter[] counters, string label) where T : struct, Enum =>
        Enum.GetValues<T>().Select((value, index) => new Measurement<long>(counters[index].Value, Tag(label, Word(value))));

    private static StripedCounter[] Counters<T>(int times = 1) where T : struct, Enum =>
        [.. Enumerable.Range(0, Enum.GetValues<T>().Length * times).Select(_ => new StripedCounter())];

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
