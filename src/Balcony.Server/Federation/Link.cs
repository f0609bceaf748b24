// RFC 6120 §10.4: what is on its way to another domain. A link is the remote recipient's mailbox: it keeps order, waits for a stream, and loses nothing silently.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Federation;

/// <summary>
/// Everything from one of our hosts to one domain, in order.
/// <code>
///   Idle ──stanza──► Connecting ──stream──► Up ──lost, stanzas left──► Connecting
///                        │ failed                  └──idle──► Idle
///                        ▼
///                     Waiting ──(back-off)──► Connecting, or, after a while, all goes back to the senders
/// </code>
/// Any thread may call.
/// </summary>
internal sealed partial class Link : IFlushable
{
    private readonly Lock _gate = new();
    private readonly PeerServices _services;
    private readonly SessionQueue _queue;
    private readonly Action _wake;
    private ServerStream? _stream;
    private Resumption? _resumption;
    private bool _isForgotten;

    public Link(LinkKey pair, PeerServices services)
    {
        Pair = pair;
        _services = services;
        Owner = OwnerOf(pair);
        _queue = new SessionQueue(Owner, services.Options.MaxQueuedStanzas, services.Options.MaxQueuedBytes);
        _wake = () => FlushScope.Mark(this);
        LastUsed = services.Clock.GetTimestamp();
    }

    public LinkKey Pair { get; }

    /// <summary>Whose name the store has for what belongs to a pair: no account can have this address, for the domain is not ours.</summary>
    public static BareJid OwnerOf(LinkKey pair) => BareJid.Create(pair.Host.Domain, pair.Peer.Domain);

    /// <summary>Whose ledger entries the durable stanzas are, until the peer has them.</summary>
    public BareJid Owner { get; }

    public SessionQueue Queue => _queue;

    /// <summary>What carries the stanzas; null: nothing does at the moment.</summary>
    public ServerStream? Stream => Volatile.Read(ref _stream);

    /// <summary>When a stanza was last sent, as a timestamp of the clock.</summary>
    public long LastUsed { get; private set; }

    /// <summary>Ends the link if nothing waits and nothing carries.</summary>
    public bool TryForget()
    {
        lock (_gate)
        {
            return _isForgotten = _stream is null && !_isConnecting && _retry is null && _queue.Count == 0 && _resumption is null && _undone.Count == 0
                && Volatile.Read(ref _givingBack) == 0;
        }
    }

    /// <summary>All is done that can be done now: what waits, waits for the clock or for the peer.</summary>
    /// <param name="mayConnect">An attempt under way waits for somebody else.</param>
    public bool IsAtRest(bool mayConnect)
    {
        lock (_gate)
        {
            return (mayConnect || !_isConnecting) && (_stream is null || (_stream.IsManaged ? _queue.Waiting : _queue.Count) == 0) && Volatile.Read(ref _givingBack) == 0;
        }
    }

    /// <summary>Takes a stanza for the peer, or answers it.</summary>
    /// <returns>False: the link is forgotten, and there is another one.</returns>
    public bool Send(Stanza stanza, Jid to, Receipt? receipt)
    {
        // What its sender's account keeps must arrive; so must changes of subscriptions, which nobody would repeat (design decision 3).
        bool isDurable = receipt is { IsKept: true } || stanza is Presence { Type: >= PresenceType.Subscribe and <= PresenceType.Unsubscribed };
        var own = isDurable && receipt is null ? new Receipt() : null;
        receipt ??= own;
        var item = new SessionItem { Stanza = stanza, To = stanza.To is null || !to.Equals(stanza.To) ? to : null, Gate = isDurable ? receipt : null };
        bool isTaken;
        LinkFault? why;
        lock (_gate)
        {
            if (_isForgotten)
            {
                return false;
            }
            LastUsed = _services.Clock.GetTimestamp();
            // Between two attempts who asks is answered at once, as those who were there when the last one failed.
            why = isDurable || !GoesBack(stanza) || (stanza is Presence presence && IsState(presence)) ? null : _pausesFor;
            isTaken = why is null && _queue.TryAdd(item);
            if (isTaken && isDurable)
            {
                // In the order of the queue, so that what is read after a crash is, too.
                Keep(receipt!, item.To is null ? stanza : stanza.Readdress(to, stanza.From));
            }
        }
        own?.Release();
        if (!isTaken)
        {
            GiveBack(item, why is null ? StanzaError.ResourceConstraint : why.ErrorFor(Pair.Peer));
            return true;
        }
        if (isDurable)
        {
            receipt!.OnSettled(_wake);
        }
        else
        {
            FlushScope.Mark(this);
        }
        Connect();
        return true;
    }

    /// <inheritdoc/>
    public void Flush() => Stream?.Flush();

    /// <summary>The stream can carry stanzas now. One that came first keeps them.</summary>
    /// <param name="stream">Ready.</param>
    /// <param name="isResumed">It goes on with the one that was lost.</param>
    /// <returns>False when another one carries them, or is waited for.</returns>
    public bool Attach(ServerStream stream, bool isResumed = false)
    {
        lock (_gate)
        {
            if (_stream is not null || !_services.Links.IsAwake || (_resumption is not null && !isResumed))
            {
                return false;
            }
            _resumption = null;
            _stream = stream;
            stream.Carries(this);
            _queue.SetCarrier(stream);
            // Kept until the peer acknowledged it, or, without XEP-0198, until it is written.
            _queue.BeginManagement();
            Worked();
        }
        Interlocked.MemoryBarrier();
        if (stream.IsLost)
        {
            // It ended before it knew what it carries.
            Detach(stream);
        }
        else
        {
            stream.Flush();
        }
        return true;
    }

    /// <summary>The stream is gone. What the peer did not acknowledge waits for the next one.</summary>
    public void Detach(ServerStream stream)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_stream, stream))
            {
                return;
            }
            _stream = null;
            _queue.SetCarrier(null);
            // Where the peer may be asked what it has, what it did not acknowledge waits for the answer.
            _resumption = stream.Resumption is { } lost && WaitsFor(lost, stream) ? lost : null;
            if (_resumption is null)
            {
                _queue.StartAgain();
            }
            else if (!_resumption.IsOurs)
            {
                _retry = _services.Clock.CreateTimer(_ => TryAgain(), null, _services.Options.ResumeWithin, Timeout.InfiniteTimeSpan);
            }
        }
        if (_queue.Count > 0 || _resumption is not null)
        {
            Connect();
        }
    }

    /// <summary>What the next stream may go on with; null: nothing.</summary>
    public Resumption? Resumption
    {
        get
        {
            lock (_gate)
            {
                return _resumption;
            }
        }
    }

    /// <summary>The peer still knows the stream that was lost: it has so many of its stanzas, and gets the others again.</summary>
    /// <returns>False: it counts wrong.</returns>
    public bool Resume(Resumption lost, uint count)
    {
        var newly = new List<(Link Link, uint Count)>();
        if (!ReferenceEquals(Resumption, lost) || !lost.Sent.TryAcknowledge(count, newly))
        {
            return false;
        }
        lost.Sent.Rewind();
        var taken = new List<long>();
        lock (_gate)
        {
            if (!ReferenceEquals(_resumption, lost))
            {
                return false;
            }
            _queue.Acknowledge(unchecked(_queue.Acknowledged + CountOf(this, newly)), taken);
            _queue.Rewind();
        }
        Done(taken);
        ReleaseGuests(lost, newly);
        return true;
    }

    /// <summary>Nobody knows that stream any more.</summary>
    /// <param name="lost">Of the stream.</param>
    /// <param name="count">How many of its stanzas the peer has, if it can say.</param>
    public void ForgetResumption(Resumption lost, uint? count)
    {
        if (!ReferenceEquals(Resumption, lost))
        {
            return;
        }
        var newly = new List<(Link Link, uint Count)>();
        if (count is { } had)
        {
            // A count of less than was acknowledged before says nothing new.
            lost.Sent.TryAcknowledge(had, newly);
        }
        Forget(lost, CountOf(this, newly));
        ReleaseGuests(lost, newly);
    }

    /// <summary>What waited over a restart goes on waiting, in front of what has come since.</summary>
    public void Restore(IReadOnlyList<long> ids)
    {
        lock (_gate)
        {
            var since = _queue.TakeAll();
            var known = since.Select(IdOf).ToHashSet();
            foreach (long id in ids.Where(id => !known.Contains(id)))
            {
                _queue.TryAdd(new SessionItem { LedgerId = id });
            }
            foreach (var item in since)
            {
                _queue.TryAdd(item);
            }
        }
    }

    /// <summary>All that waited over a restart is there.</summary>
    public void Awake()
    {
        if (_queue.Count > 0)
        {
            Connect();
        }
    }

    private long IdOf(SessionItem item) => item.LedgerId != 0 ? item.LedgerId : item.Gate?.Record?.IdFor(Owner) ?? 0;

    // RFC 6120 §8.3.1: requests, messages and what somebody waits for in presence; never what is itself an answer.
    private static bool GoesBack(Stanza stanza) => stanza is { IsError: false, From: not null }
        and not (Iq { IsRequest: false } or Presence { Type: not (PresenceType.Available or PresenceType.Subscribe) });

    private void GiveBack(in SessionItem item, StanzaError error)
    {
        if (item.Stanza is not { } stanza || !GoesBack(stanza))
        {
            return;
        }
        _services.Router.Route((item.To is null ? stanza : stanza.Readdress(item.To, stanza.From)).ErrorReply(error));
    }
}
