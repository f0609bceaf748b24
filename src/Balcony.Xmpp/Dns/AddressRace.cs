// One race of RFC 8305 §5. All of its state is touched by one loop only.
using System.Net;
using System.Net.Sockets;

namespace Balcony.Xmpp.Dns;

internal sealed class AddressRace<T>(Func<IPAddress, CancellationToken, ValueTask<T>> connect, TimeProvider clock, HappyEyeballsOptions options)
    where T : class
{
    private readonly Queue<IPAddress> _six = new();
    private readonly Queue<IPAddress> _four = new();
    private readonly List<Task<DnsAnswer>> _questions = [];
    private readonly List<DnsAnswer> _answers = [];
    private readonly List<Runner> _started = [];
    private readonly List<Runner> _running = [];
    private readonly long _began = clock.GetTimestamp();
    private AddressFamily _last = AddressFamily.Unspecified;
    private bool _mayStart;
    private Task? _delay;

    public async Task<HappyConnection<T>> RunAsync(string host, IDnsResolver resolver, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // §3: AAAA first, both at once.
        _questions.Add(resolver.AskAsync(host, DnsType.Aaaa, stop.Token).AsTask());
        _questions.Add(resolver.AskAsync(host, DnsType.A, stop.Token).AsTask());
        var winner = await RaceAsync(stop, cancel).ConfigureAwait(false);
        return Finish(winner, AddressLookup.Combine(host, _answers));
    }

    public async Task<HappyConnection<T>> RunAsync(AddressLookupResult addresses, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        foreach (var address in addresses.Addresses) Enqueue(address);
        _answers.AddRange(addresses.Answers);
        _mayStart = true;
        var winner = await RaceAsync(stop, cancel).ConfigureAwait(false);
        return Finish(winner, addresses);
    }

    private async Task<Runner?> RaceAsync(CancellationTokenSource stop, CancellationToken cancel)
    {
        Runner? winner = null;
        try
        {
            while (true)
            {
                if (_mayStart && Next() is { } address) Start(address, stop.Token);
                if (_running.Count + _questions.Count + _six.Count + _four.Count == 0) return null;

                await Task.WhenAny([.. _questions, .. _running.Select(runner => runner.Task), .. _delay is null ? [] : new[] { _delay }]).ConfigureAwait(false);
                cancel.ThrowIfCancellationRequested();
                winner = Settle();
                if (winner is not null) return winner;
                await LearnAsync(stop.Token).ConfigureAwait(false);
                if (_delay is { IsCompleted: true }) (_mayStart, _delay) = (true, null);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            // §5: the others are called off. Ends when they have ended, and never faults.
            foreach (var runner in _running.Where(runner => runner != winner)) _ = DiscardAsync(runner.Task);
        }
    }

    private void Start(IPAddress address, CancellationToken stop)
    {
        var runner = new Runner(address, clock.GetElapsedTime(_began), TryAsync(address, stop));
        _started.Add(runner);
        _running.Add(runner);
        _last = address.AddressFamily;
        (_mayStart, _delay) = (false, DelayAsync(options.AttemptDelay, stop));
    }

    // A winner, or null after those that failed were taken out. §5: a failure lets the next begin at once.
    private Runner? Settle()
    {
        foreach (var runner in _running.Where(runner => runner.Task.IsCompleted).ToList())
        {
            if (runner.Outcome is { Connection: not null }) return runner;
            _running.Remove(runner);
            _mayStart = true;
        }
        return null;
    }

    private async ValueTask LearnAsync(CancellationToken stop)
    {
        foreach (var question in _questions.Where(question => question.IsCompleted).ToList())
        {
            _questions.Remove(question);
            var answer = await question.ConfigureAwait(false);
            _answers.Add(answer);
            foreach (var address in AddressLookup.Usable(answer)) Enqueue(address);
            if (_started.Count > 0) continue;
            // §3: what AAAA says is known; or IPv4 waits a little for it, and not longer.
            if (answer.Type == DnsType.Aaaa || _questions.Count == 0) _mayStart = true;
            else if (_four.Count > 0) _delay = DelayAsync(options.ResolutionDelay, stop);
        }
    }

    private void Enqueue(IPAddress address) => (address.AddressFamily == AddressFamily.InterNetworkV6 ? _six : _four).Enqueue(address);

    // §4: by turns, IPv6 first, whenever they became known.
    private IPAddress? Next()
    {
        var (first, second) = _last == AddressFamily.InterNetworkV6 ? (_four, _six) : (_six, _four);
        return first.TryDequeue(out var address) || second.TryDequeue(out address) ? address : null;
    }

    private async Task<Outcome> TryAsync(IPAddress address, CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        using var timeout = new CancellationTokenSource(options.AttemptTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        try
        {
            var connection = await connect(address, either.Token).ConfigureAwait(false);
            return new Outcome(connection, clock.GetElapsedTime(began), null);
        }
#pragma warning disable CA1031 // whatever an attempt ends with, the others go on
        catch (Exception fault)
#pragma warning restore CA1031
        {
            var isLate = timeout.IsCancellationRequested && !stop.IsCancellationRequested;
            return new Outcome(null, clock.GetElapsedTime(began), isLate ? new TimeoutException("There was no connection in time.", fault) : fault);
        }
    }

    private Task DelayAsync(TimeSpan delay, CancellationToken stop) => Task.Delay(delay, clock, stop);

    private HappyConnection<T> Finish(Runner? winner, AddressLookupResult lookup) => new()
    {
        Connection = winner?.Outcome?.Connection,
        Address = winner?.Address,
        Lookup = lookup,
        IsAddressSecure = winner is not null
            && lookup.Answers.FirstOrDefault(answer => answer.Addresses.Contains(winner.Address)) is { IsSecure: true },
        Attempts = [.. _started.Select(Attempt)],
    };

    private AddressAttempt Attempt(Runner runner) => runner.Outcome is { Fault: not OperationCanceledException } outcome
        ? new(runner.Address, runner.Began, outcome.Took, outcome.Fault)
        : new(runner.Address, runner.Began, clock.GetElapsedTime(_began) - runner.Began, null);

    private static async Task DiscardAsync(Task<Outcome> loser)
    {
        var (connection, _, _) = await loser.ConfigureAwait(false);
        try
        {
            if (connection is IAsyncDisposable later) await later.DisposeAsync().ConfigureAwait(false);
            else (connection as IDisposable)?.Dispose();
        }
#pragma warning disable CA1031 // nobody is there to hear of it
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private readonly record struct Outcome(T? Connection, TimeSpan Took, Exception? Fault);

    private sealed record Runner(IPAddress Address, TimeSpan Began, Task<Outcome> Task)
    {
        // Null while it runs.
        public Outcome? Outcome => Task.IsCompletedSuccessfully ? Task.GetAwaiter().GetResult() : null;
    }
}
