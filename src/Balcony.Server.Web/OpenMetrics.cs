// The server's instruments as OpenMetrics text, for /metrics.
using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using Balcony.Server.Metering;

namespace Balcony.Server.Web;

/// <summary>
/// Listens to one server's meter from the start, because histograms cannot be asked later, and to the runtime's own from the first scrape on.
/// Bounded: an instrument has at most <see cref="MaxSeries"/> combinations of labels.
/// </summary>
public sealed class OpenMetrics : IDisposable
{
    public const string ContentType = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    /// <summary>What comes beyond it is added up under the label <c>overflow="true"</c>.</summary>
    public const int MaxSeries = 256;

    private readonly Lock _lock = new();
    private readonly ConcurrentBag<MetricFamily> _families = [];
    private readonly MeterListener _server;
    private MeterListener? _runtime;

    public OpenMetrics(ServerMetrics metrics) => _server = Listen(instrument => ReferenceEquals(instrument.Meter, metrics.Meter));

    /// <summary>All that is known now. Any thread may call; scrapes at the same time take turns.</summary>
    public string Scrape()
    {
        lock (_lock)
        {
            _runtime ??= Listen(static instrument => instrument.Meter.Name == "System.Runtime");
            foreach (var family in _families) family.BeginScrape();
            _server.RecordObservableInstruments();
            _runtime.RecordObservableInstruments();
            var text = new StringBuilder(8_192);
            foreach (var family in _families.OrderBy(family => family.Name, StringComparer.Ordinal)) family.Write(text);
            return text.Append("# EOF\n").ToString();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _server.Dispose();
            _runtime?.Dispose();
        }
    }

    private MeterListener Listen(Func<Instrument, bool> isWanted)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (!isWanted(instrument)) return;
                var family = new MetricFamily(instrument);
                _families.Add(family);
                listener.EnableMeasurementEvents(instrument, family);
            },
        };
        listener.SetMeasurementEventCallback<long>(static (_, value, tags, state) => ((MetricFamily)state!).Record(value, tags));
        listener.SetMeasurementEventCallback<int>(static (_, value, tags, state) => ((MetricFamily)state!).Record(value, tags));
        listener.SetMeasurementEventCallback<double>(static (_, value, tags, state) => ((MetricFamily)state!).Record(value, tags));
        listener.Start();
        return listener;
    }
}
