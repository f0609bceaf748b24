// XEP-0357 §7: when one registration's service is told: how often, what is merged, and when it is tried again.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Modules;

/// <summary>What there is to tell at one moment.</summary>
/// <param name="Messages">Messages that wait for the client, all of them.</param>
/// <param name="Sender">Of the last message; null: no message came.</param>
/// <param name="Body">Of the last message; null when it has none.</param>
internal sealed record PushNews(int Messages, Jid? Sender, string? Body, PushUrgency Urgency)
{
    /// <summary>This, and then something else: the last state, as urgent as the most urgent of both.</summary>
    public PushNews Then(PushNews later) => later with
    {
        Sender = later.Sender ?? Sender,
        Body = later.Sender is null ? Body : later.Body,
        Urgency = later.Urgency > Urgency ? later.Urgency : Urgency,
    };
}

/// <summary>How a publish ended.</summary>
internal enum PushOutcome
{
    /// <summary>The service has it, or will never want it.</summary>
    Done,

    /// <summary>The service may take it later.</summary>
    TryAgain,
}

/// <summary>
/// The way of one registration's news to its service. One publish is under way at most, and one in an interval; what comes meanwhile is merged, and the last state
/// is sent when the interval ends. Any thread.
/// <code>
///          news            done
///   idle ───────► asking ──────► pausing ── interval ends ──► idle, or asking with what was merged
///                    ▲  └─ try again ─► backing off ─┐
///                    └───────────────────────────────┘
/// </code>
/// </summary>
internal sealed class PushLine(PushOptions options, TimeProvider clock, Func<PushNews, Task<PushOutcome>> publish) : IDisposable
{
    // Doubling goes on no longer: a service that is down for hours is asked every now and then.
    private const int MaxDoublings = 10;

    private readonly Lock _gate = new();
    private PushNews? _waiting;
    private ITimer? _timer;
    private bool _isAsking;
    private bool _isDisposed;
    private int _retries;
    private int _withdrawals;
    private long _pausedAt = clock.GetTimestamp();
    private TimeSpan _pause;

    /// <summary>Nothing waits, nothing is under way, and the interval is over: forgetting it changes nothing.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _waiting is null && !_isAsking && Remaining <= TimeSpan.Zero;
            }
        }
    }

    private TimeSpan Remaining => _pause - clock.GetElapsedTime(_pausedAt);

    public void Offer(PushNews news)
    {
        lock (_gate)
        {
            _waiting = _waiting is null ? news : _waiting.Then(news);
        }
        GoOn();
    }

    /// <summary>The client is there: what waits is not news any more.</summary>
    public void Withdraw()
    {
        lock (_gate)
        {
            _waiting = null;
            _retries = 0;
            _withdrawals++;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _waiting = null;
            _timer?.Dispose();
        }
    }

    private void GoOn()
    {
        PushNews news;
        int withdrawals;
        lock (_gate)
        {
            if (_isAsking || _isDisposed || _waiting is null)
            {
                return;
            }
            if (Remaining is var rest && rest > TimeSpan.Zero)
            {
                _timer ??= clock.CreateTimer(static line => ((PushLine)line!).GoOn(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _timer.Change(rest, Timeout.InfiniteTimeSpan);
                return;
            }
            (news, _waiting) = (_waiting, null);
            withdrawals = _withdrawals;
            _isAsking = true;
            Pause(options.Interval);
        }
        _ = AskAsync(news, withdrawals);
    }

    private async Task AskAsync(PushNews news, int withdrawals)
    {
        var outcome = PushOutcome.Done;
        try
        {
            outcome = await publish(news).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _isAsking = false;
                if (outcome == PushOutcome.TryAgain && withdrawals == _withdrawals && _retries < options.MaxRetries)
                {
                    Pause(options.RetryAfter * (1 << Math.Min(_retries, MaxDoublings)));
                    _retries++;
                    _waiting = _waiting is null ? news : news.Then(_waiting);
                }
                else
                {
                    _retries = 0;
                }
            }
        }
        GoOn();
    }

    private void Pause(TimeSpan length) => (_pausedAt, _pause) = (clock.GetTimestamp(), length);
}
