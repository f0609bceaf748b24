// One instrument's series and their OpenMetrics lines.
using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Balcony.Server.Web;

internal sealed class MetricFamily
{
    private enum Kind { Counter, Gauge, Histogram }

    private readonly ConcurrentDictionary<string, Series> _series = new();
    private readonly Instrument _instrument;
    private readonly Kind _kind;
    private readonly string? _unit;
    private readonly bool _isAbsolute;
    private readonly double[] _bounds;

    public MetricFamily(Instrument instrument)
    {
        _instrument = instrument;
        var type = instrument.GetType().GetGenericTypeDefinition();
        _kind = type == typeof(Histogram<>) ? Kind.Histogram
            : type == typeof(Counter<>) || type == typeof(ObservableCounter<>) ? Kind.Counter : Kind.Gauge;
        // Observable instruments and gauges report what is; the others report what to add.
        _isAbsolute = instrument.IsObservable || type == typeof(Gauge<>);
        _bounds = (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries is { } bounds ? [.. bounds] : DefaultBounds;
        _unit = instrument.Unit switch { "s" => "seconds", "By" => "bytes", _ => null };
        var name = Sanitize(instrument.Name);
        Name = _unit is null || name.EndsWith("_" + _unit, StringComparison.Ordinal) ? name : $"{name}_{_unit}";
    }

    public string Name { get; }

    private static double[] DefaultBounds { get; } = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    /// <summary>What an observable instrument no longer reports is gone.</summary>
    public void BeginScrape()
    {
        if (_instrument.IsObservable) _series.Clear();
    }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = Find(tags.IsEmpty ? "" : Labels(tags));
        lock (series)
        {
            series.Value = _isAbsolute ? value : series.Value + value;
            if (_kind != Kind.Histogram) return;
            series.Buckets ??= new long[_bounds.Length + 1];
            var bucket = Array.FindIndex(_bounds, bound => value <= bound);
            series.Buckets[bucket < 0 ? _bounds.Length : bucket]++;
        }
    }

    public void Write(StringBuilder text)
    {
        if (_series.IsEmpty) return;
        Describe(text, "TYPE", _kind switch { Kind.Counter => "counter", Kind.Gauge => "gauge", _ => "histogram" });
        if (_unit is not null) Describe(text, "UNIT", _unit);
        if (_instrument.Description is { Length: > 0 } description) Describe(text, "HELP", Escape(description));
        foreach (var (labels, series) in _series.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            lock (series)
            {
                if (_kind == Kind.Histogram) WriteHistogram(text, labels, series);
                else Sample(text, _kind == Kind.Counter ? "_total" : "", labels, series.Value);
            }
        }
    }

    private void Describe(StringBuilder text, string what, string value) =>
        text.Append("# ").Append(what).Append(' ').Append(Name).Append(' ').Append(value).Append('\n');

    private void WriteHistogram(StringBuilder text, string labels, Series series)
    {
        long count = 0;
        var separator = labels.Length > 0 ? "," : "";
        for (var bucket = 0; bucket <= _bounds.Length; bucket++)
        {
            count += series.Buckets?[bucket] ?? 0;
            var bound = bucket < _bounds.Length ? Number(_bounds[bucket]) : "+Inf";
            Sample(text, "_bucket", $"{labels}{separator}le=\"{bound}\"", count);
        }
        Sample(text, "_count", labels, count);
        Sample(text, "_sum", labels, series.Value);
    }

    private void Sample(StringBuilder text, string suffix, string labels, double value)
    {
        text.Append(Name).Append(suffix);
        if (labels.Length > 0) text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private Series Find(string labels)
    {
        if (_series.TryGetValue(labels, out var known)) return known;
        return _series.GetOrAdd(_series.Count < OpenMetrics.MaxSeries ? labels : "overflow=\"true\"", static _ => new Series());
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>(tags.Length);
        foreach (var (name, value) in tags)
            labels.Add($"{Sanitize(name)}=\"{Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")}\"");
        labels.Sort(StringComparer.Ordinal);
        return string.Join(',', labels);
    }

    private static string Sanitize(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    private static string Escape(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private sealed class Series
    {
        public double Value;
        public long[]? Buckets;
    }
}
