// A log that strangers cannot fill.
using Balcony.Server.Federation;
using Balcony.Testing;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Balcony.Server.Tests.Federation;

public sealed class PeerLogTests : ILogger
{
    private readonly List<string> _lines = [];
    private readonly TestClock _clock = new();

    [Fact]
    public void After_so_many_lines_a_minute_only_their_number_is_told()
    {
        var log = new PeerLog(this, maxLines: 2, _clock);
        for (int i = 0; i < 5; i++) Refuse(log, i);
        Assert.Equal(2, _lines.Count);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Refuse(log, 5);
        Assert.Contains("3 more", _lines[2], StringComparison.Ordinal);
        Assert.Contains("h5.example", _lines[3], StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Refuse(log, 6);
        Assert.Equal(5, _lines.Count);
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Add(formatter(state, exception));

    private static void Refuse(PeerLog log, int number) => log.Refused($"h{number}.example", "192.0.2.1", "capulet.example", "no-certificate", "There is none.");
}
