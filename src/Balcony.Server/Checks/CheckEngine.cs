// Runs the checks: for `serve`, `balcony check`, the console, /health and the metrics.
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Checks;

/// <summary>Holds the server's checks and their latest results. Any thread may call.</summary>
public sealed partial class CheckEngine(IReadOnlyList<ICheck> checks, TimeProvider clock, ILogger<CheckEngine> logger)
{
    private static readonly TimeSpan CheckWithin = TimeSpan.FromSeconds(20);

    private readonly ILogger _logger = logger;
    private IReadOnlyList<CheckResult> _latest = [];

    /// <summary>Of the last run; empty before the first.</summary>
    public IReadOnlyList<CheckResult> Latest => Volatile.Read(ref _latest);

    /// <summary>All results, in the order of the checks. A check that throws or takes too long is not tested.</summary>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken cancel)
    {
        var results = new List<CheckResult>();
        foreach (var check in checks) results.AddRange(await RunAsync(check, cancel));
        Volatile.Write(ref _latest, results);
        return results;
    }

    /// <summary>Runs them again and again until disposed, and logs what has changed for the worse, once.</summary>
    public IDisposable Watch(TimeSpan every)
    {
        var stop = new CancellationTokenSource();
        _ = WatchAsync(every, stop.Token); // ends with the token, and never faults
        return new Watcher(stop);
    }

    private async Task WatchAsync(TimeSpan every, CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(every, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancel.IsCancellationRequested) return;
            var known = Latest.Where(IsBad).Select(Subject).ToHashSet();
            try
            {
                foreach (var result in (await RunAsync(cancel)).Where(result => IsBad(result) && !known.Contains(Subject(result)))) LogWorse(result);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static bool IsBad(CheckResult result) => result is { Outcome: CheckOutcome.Failed, Severity: not CheckSeverity.Info };

    private static (string, string?, CheckSeverity) Subject(CheckResult result) => (result.Id, result.Subject, result.Severity);

    private async Task<IReadOnlyList<CheckResult>> RunAsync(ICheck check, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(CheckWithin, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            var results = await check.RunAsync(either.Token);
            return results.Count > 0 ? results : NotTested(check, "There was nothing to look at.");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return NotTested(check, $"It took more than {CheckWithin.TotalSeconds} seconds.");
        }
#pragma warning disable CA1031 // whatever a check throws, the others run, and this one has tested nothing
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFault(check.Id, e);
            return NotTested(check, e.Message);
        }
    }

    private static CheckResult[] NotTested(ICheck check, string why) =>
        [new CheckResult { Id = check.Id, Outcome = CheckOutcome.NotTested, Evidence = why }];

    [LoggerMessage(1901, LogLevel.Warning, "{Result}")]
    private partial void LogWorse(CheckResult result);

    [LoggerMessage(1900, LogLevel.Debug, "The check {Check} failed to run")]
    private partial void LogFault(string check, Exception fault);

    private sealed class Watcher(CancellationTokenSource stop) : IDisposable
    {
        public void Dispose()
        {
            stop.Cancel();
            stop.Dispose();
        }
    }
}
