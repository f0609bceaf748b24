// A link without a stream: attempts, pauses between them, and the end of patience.
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Federation;

internal sealed partial class Link
{
    private bool _isConnecting;
    private ITimer? _retry;
    private int _failures;
    private long _failingSince;
    private int _givingBack;

    // Why the last attempt failed, until the next one begins.
    private LinkFault? _pausesFor;

    /// <summary>Makes a stream if there is none and none is being made.</summary>
    private void Connect()
    {
        lock (_gate)
        {
            if (_stream is not null || _isConnecting || WaitsForOther || _retry is not null || !_services.Links.IsAwake || _services.Stopping.IsCancellationRequested)
            {
                return;
            }
            _isConnecting = true;
        }
        // Not on the sender's thread: DNS and TLS take their time, and in memory all of it would run here.
        _ = Task.Run(ConnectAsync);
    }

    private async Task ConnectAsync()
    {
        try
        {
            var stream = await PeerDialer.FindAsync(Pair, _services, _services.Stopping).ConfigureAwait(false);
            bool isOwn = Pair.Equals(stream.Pair);
            if (!Attach(stream, isOwn && stream.IsResumed))
            {
                // The peer was faster, with a stream of its own that carries both ways.
                lock (_gate)
                {
                    _isConnecting = false;
                }
                if (isOwn)
                {
                    stream.Leave();
                }
            }
        }
        catch (LinkException failed)
        {
            Failed(failed.Fault);
        }
        catch (OperationCanceledException)
        {
            lock (_gate)
            {
                _isConnecting = false;
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            FederationLog.ConnectFault(_services.Logger, Pair, fault);
            Failed(LinkFault.Unreachable("internal", "Something went wrong on our side; the log has it."));
        }
    }

    private void Worked()
    {
        _failures = 0;
        _pausesFor = null;
        _isConnecting = false;
        _retry?.Dispose();
        _retry = null;
    }

    private void Failed(LinkFault fault)
    {
        _services.Log.Failed(Pair.Host, Pair.Peer, fault.Code, fault.Explanation);
        List<SessionItem> lost = [];
        Resumption? given = null;
        lock (_gate)
        {
            _isConnecting = false;
            if (_stream is not null)
            {
                return;
            }
            long now = _services.Clock.GetTimestamp();
            _failingSince = _failures++ == 0 ? now : _failingSince;
            bool isOver = fault.IsFinal || _services.Clock.GetElapsedTime(_failingSince, now) >= _services.Options.GiveUpAfter;
            if (isOver && _resumption is not null)
            {
                // What was written may have arrived; nobody can say any more.
                (given, _resumption) = (_resumption, null);
                _queue.StartAgain();
            }
            // What the peer may have, and can be asked about, stays as it is.
            var waiting = _resumption is null ? _queue.TakeAll() : _queue.TakeWaiting();
            var last = LastPresence(waiting);
            foreach (var item in waiting)
            {
                // A message can wait, and so can the last presence of each, and an answer, of which nobody would hear otherwise; who asked cannot.
                if (item.Stanza is Presence presence && !isOver && IsState(presence) && !ReferenceEquals(last[(presence.From!, item.To ?? presence.To)], presence))
                {
                    continue;
                }
                if (isOver || !(IsKept(item) || item.Stanza is not { } stanza || !GoesBack(stanza) || (stanza is Presence state && IsState(state))) || !_queue.TryAdd(item))
                {
                    lost.Add(item);
                }
            }
            if (_queue.Count == 0 && _resumption is null)
            {
                _failures = 0;
            }
            else
            {
                _pausesFor = fault;
                _retry = WaitsForOther ? null : _services.Clock.CreateTimer(_ => TryAgain(), null, Pause(), Timeout.InfiniteTimeSpan);
            }
        }
        if (lost.Count > 0)
        {
            Interlocked.Increment(ref _givingBack);
            _ = GiveBackAsync(lost, fault.ErrorFor(Pair.Peer));
        }
        FailGuests(fault, given);
    }

    // Only the last presence of a sender tells its contact anything (RFC 6121 §4.4): who comes and goes while the peer is away must not fill the queue.
    private static Dictionary<(Jid From, Jid? To), Presence> LastPresence(List<SessionItem> items)
    {
        var last = new Dictionary<(Jid From, Jid? To), Presence>();
        foreach (var item in items)
        {
            if (item.Stanza is Presence presence && IsState(presence))
            {
                last[(presence.From!, item.To ?? presence.To)] = presence;
            }
        }
        return last;
    }

    private static bool IsState(Presence presence) => presence is { From: not null, Type: PresenceType.Available or PresenceType.Unavailable };

    private static bool IsKept(in SessionItem item) => item.LedgerId != 0 || item.Gate is { IsKept: true };

    private TimeSpan Pause()
    {
        var options = _services.Options;
        double pause = options.RetryAfter.TotalSeconds * Math.Pow(2, Math.Min(_failures - 1, 20));
        // Peers that lost us together must not come back together.
        return TimeSpan.FromSeconds(Math.Min(pause, options.RetryAtLeastEvery.TotalSeconds) * (0.75 + (Random.Shared.NextDouble() / 2)));
    }

    private void TryAgain()
    {
        lock (_gate)
        {
            _retry?.Dispose();
            _retry = null;
            _pausesFor = null;
            if (_resumption is { IsOurs: false } && _stream is null)
            {
                // The peer did not come back.
                _resumption = null;
                _queue.StartAgain();
            }
            if (_queue.Count == 0 && _resumption is null)
            {
                return;
            }
        }
        Connect();
    }

    // The senders are told first: a crash in between has them told again rather than never.
    private async Task GiveBackAsync(List<SessionItem> lost, StanzaError error)
    {
        var done = new List<long>();
        try
        {
            // Who asked does not wait for the store.
            foreach (var item in lost.Where(item => item is { Gate: null, LedgerId: 0 }))
            {
                GiveBack(item, error);
            }
            foreach (var item in lost.Where(item => item is not { Gate: null, LedgerId: 0 }))
            {
                await GiveBackKeptAsync(item, error, done).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops: what is left waits for its next start.
        }
        finally
        {
            Done(done);
            Interlocked.Decrement(ref _givingBack);
        }
    }

    private async ValueTask GiveBackKeptAsync(SessionItem item, StanzaError error, List<long> done)
    {
        if (item.Gate is { } gate)
        {
            var settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            gate.OnSettled(settled.SetResult);
            await settled.Task.ConfigureAwait(false);
            if (gate.IsFailed)
            {
                // Its sender knows.
                return;
            }
            item.LedgerId = gate.Record?.IdFor(Owner) ?? 0;
        }
        item.Stanza ??= await ReadAsync(item.LedgerId).ConfigureAwait(false);
        GiveBack(item, error);
        if (item.LedgerId != 0)
        {
            done.Add(item.LedgerId);
        }
    }
}
