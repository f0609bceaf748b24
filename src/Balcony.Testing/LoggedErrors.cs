// Collects what the server logs as an error: a script that causes one has failed.
using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Balcony.Testing;

/// <summary>A logger factory that keeps the first errors and drops everything else.</summary>
public sealed class LoggedErrors : ILoggerFactory, ILogger
{
    private const int MaxKept = 100;

    private readonly ConcurrentQueue<string> _errors = new();

    public IReadOnlyList<string> All => [.. _errors];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("It keeps errors for tests and hands nothing on.");

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && _errors.Count < MaxKept) _errors.Enqueue($"{formatter(state, exception)}\n{exception}");
    }

    public void Dispose() { }
}
