// The log: lines on standard error, written by one task, so that no stream ever waits for whoever reads them.
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Balcony.Server.Hosting.Options;
using Microsoft.Extensions.Logging;

namespace Balcony.Cli.Serve;

/// <summary>A full queue drops lines and says how many: a log that nobody reads must not stop the server.</summary>
internal sealed class StandardErrorLog : ILoggerProvider, IAsyncDisposable
{
    private const int MaxQueuedLines = 8_192;

    private readonly Channel<string> _lines = Channel.CreateBounded<string>(new BoundedChannelOptions(MaxQueuedLines) { SingleReader = true });
    private readonly TimeProvider _clock;
    private readonly Task _writing;
    private LogOptions _options;
    private int _generation;
    private int _dropped;

    public StandardErrorLog(LogOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Levels may change while the server runs.</summary>
    public void Change(LogOptions options)
    {
        _options = options;
        Interlocked.Increment(ref _generation);
    }

    public ILogger CreateLogger(string categoryName) => new CategoryLogger(this, categoryName);

    public void Dispose() => _lines.Writer.TryComplete();

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _writing;
    }

    private async Task WriteAsync()
    {
        await using var output = new StreamWriter(Terminal.OpenError(), new UTF8Encoding(false));
        try
        {
            while (await _lines.Reader.WaitToReadAsync())
            {
                while (_lines.Reader.TryRead(out var line)) await output.WriteLineAsync(line);
                var dropped = Interlocked.Exchange(ref _dropped, 0);
                if (dropped > 0) await output.WriteLineAsync($"{dropped} lines of the log were lost, because nobody read it");
                await output.FlushAsync();
            }
        }
        catch (IOException)
        {
            // Nobody is there to read any more. Lines are dropped from now on.
        }
    }

    private LogLevel LevelOf(string category)
    {
        var options = _options;
        var longest = options.Categories.Keys.Where(part => category.StartsWith(part, StringComparison.Ordinal)).MaxBy(part => part.Length);
        return longest is null ? options.Level : options.Categories[longest];
    }

    private void Add(string line)
    {
        if (!_lines.Writer.TryWrite(line)) Interlocked.Increment(ref _dropped);
    }

    private sealed class CategoryLogger(StandardErrorLog log, string category) : ILogger
    {
        private LogLevel _level = log.LevelOf(category);
        private int _generation = log._generation;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel)
        {
            var generation = Volatile.Read(ref log._generation);
            if (generation != _generation)
            {
                _level = log.LevelOf(category);
                _generation = generation;
            }
            return logLevel >= _level && logLevel != LogLevel.None;
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            var now = log._clock.GetUtcNow();
            var message = formatter(state, exception);
            log.Add(log._options.Format == LogFormat.Json
                ? Json(now, logLevel, eventId, message, state as IEnumerable<KeyValuePair<string, object?>>, exception)
                : Text(now, logLevel, message, exception));
        }

        private string Text(DateTimeOffset now, LogLevel level, string message, Exception? exception)
        {
            var line = $"{now.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)} {Name(level)} {category}: {OneLine(message)}";
            // Only an exception of ours has more lines, indented so that no message can pass for a line of its own.
            return exception is null ? line : $"{line}\n    {exception.ToString().Replace("\n", "\n    ", StringComparison.Ordinal)}";
        }

        private string Json(
            DateTimeOffset now, LogLevel level, EventId id, string message, IEnumerable<KeyValuePair<string, object?>>? values, Exception? exception)
        {
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer))
            {
                json.WriteStartObject();
                json.WriteString("time", now);
                json.WriteString("level", Name(level).TrimEnd());
                json.WriteString("category", category);
                json.WriteNumber("event", id.Id);
                json.WriteString("message", message);
                foreach (var (name, value) in values ?? [])
                {
                    if (name != "{OriginalFormat}") json.WriteString(JsonNamingPolicy.CamelCase.ConvertName(name), Convert.ToString(value, CultureInfo.InvariantCulture));
                }
                if (exception is not null) json.WriteString("exception", exception.ToString());
                json.WriteEndObject();
            }
            return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        }

        // What a peer sent may be in a message: it must not begin a line.
        private static string OneLine(string message) => message.AsSpan().ContainsAny('\n', '\r') ? message.ReplaceLineEndings(" ") : message;

        private static string Name(LogLevel level) => level switch
        {
            LogLevel.Trace => "trace",
            LogLevel.Debug => "debug",
            LogLevel.Information => "info ",
            LogLevel.Warning => "warn ",
            LogLevel.Error => "error",
            _ => "fatal",
        };
    }
}
