// XEP-0114: a component as the router sees it: a domain whose stanzas go to whatever connections the component has.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;

namespace Balcony.Server.Components;

/// <summary>
/// One configured component. What is for it goes to the queue of one of its connections, chosen by the sender, whose order it keeps; without a connection it
/// is answered with an error, or waits:
/// <code>
///                   ┌─ connection's queue ─► written ─► forgotten
///   Receive ─ store ┤         │ lost
///                   └─ waiting ◄┘ ─ too long ─► answered: remote-server-timeout
/// </code>
/// A message that its sender waits for is in the store from its acknowledgement until it is written.
/// </summary>
internal sealed class Component : IDomainService
{
    // After a restart a component needs a moment to come back, whether it keeps messages or not.
    private static readonly TimeSpan LeastKept = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly ComponentServices _services;
    private readonly ComponentQueue _waiting;
    private volatile ComponentStream[] _streams = [];

    public Component(BareJid domain, ComponentOptions options, ComponentServices services)
    {
        (Domain, Options, _services) = (domain, options, services);
        _waiting = new ComponentQueue(options.Limits);
        Loaded = LoadAsync();
    }

    public BareJid Domain { get; }

    public ComponentOptions Options { get; }

    /// <summary>Its connections, the oldest first.</summary>
    public IReadOnlyList<ComponentStream> Streams => _streams;

    public bool IsConnected => _streams.Length > 0;

    /// <summary>Stanzas that it has not read.</summary>
    public int Queued => _waiting.Count + _streams.Sum(stream => stream.Queue.Count);

    /// <summary>Completes when what the last run of the server left for it is here again. Never fails.</summary>
    public Task Loaded { get; }

    /// <summary>Whether an address is the component's to speak for.</summary>
    public bool Owns(BareJid host) => host.Equals(Domain) || (Options.Subdomains && IsBelow(host, Domain));

    public static bool IsBelow(BareJid host, BareJid parent) =>
        host.Domain.Length > parent.Domain.Length + 1 && host.Domain.EndsWith(parent.Domain, StringComparison.Ordinal) && host.Domain[^(parent.Domain.Length + 1)] == '.';

    public void Receive(Stanza stanza, Jid to, Receipt? receipt, Session? origin)
    {
        ComponentStream? stream;
        StanzaError? fault = null;
        lock (_lock)
        {
            stream = Choose(stanza);
            if (stream is null && !MayWait(stanza))
            {
                // RFC 6120 §8.3.3.17: it may come back.
                fault = StanzaError.RemoteServerTimeout;
            }
            else if (!TryAdd(stream?.Queue ?? _waiting, stanza, to, receipt))
            {
                fault = StanzaError.ResourceConstraint;
            }
        }
        if (fault is null)
        {
            if (stream is not null)
            {
                FlushScope.Mark(stream);
            }
        }
        else if (stream is not null && !IsAnswerable(stanza))
        {
            // Nobody can be told, and the component must not go on without it.
            stream.Close(StreamCondition.PolicyViolation, "what is sent is not read");
        }
        else
        {
            _services.Router.Bounce(stanza, fault, to, origin);
        }
    }

    /// <summary>Another connection has proved the secret.</summary>
    /// <param name="stream">The connection.</param>
    /// <param name="accepted">Called before anybody else can give it something to write.</param>
    /// <exception cref="StreamException"><c>conflict</c>: it has all it may have.</exception>
    public void Join(ComponentStream stream, Action accepted)
    {
        ComponentStream? replaced = null;
        lock (_lock)
        {
            if (_streams.Length >= Options.MaxConnections)
            {
                if (Options.Conflict == ComponentConflict.Refuse)
                {
                    throw new StreamException(StreamCondition.Conflict, "the component is connected already");
                }
                replaced = _streams[0];
                _streams = _streams[1..];
            }
            accepted();
            _streams = [.. _streams, stream];
            stream.Queue.PutBack([.. _waiting.TakeAll().Select(Late)]);
        }
        replaced?.Close(StreamCondition.Conflict, "replaced by a new connection");
        ComponentLog.Connected(_services.Logger, Domain.ToString(), stream.RemoteAddress);
    }

    /// <summary>Nothing new goes to this connection.</summary>
    public void Leave(ComponentStream stream)
    {
        lock (_lock)
        {
            _streams = [.. _streams.Where(other => other != stream)];
        }
    }

    /// <summary>The connection is gone; these were not written to it.</summary>
    public void Ended(ComponentStream stream, IReadOnlyList<ComponentItem> left)
    {
        ComponentLog.Lost(_services.Logger, Domain.ToString(), stream.RemoteAddress);
        List<ComponentItem> homeless = [];
        ComponentStream[] others;
        lock (_lock)
        {
            others = _streams = [.. _streams.Where(other => other != stream)];
            foreach (var group in left.Where(item => item.Stanza is not null).GroupBy(item => Choose(item.Stanza!)))
            {
                // In front: whatever the same senders have sent since comes behind it.
                if (group.Key is { } other)
                {
                    other.Queue.PutBack([.. group]);
                }
                else
                {
                    _waiting.PutBack([.. group.Where(item => MayWait(item.Stanza!))]);
                    homeless.AddRange(group.Where(item => !MayWait(item.Stanza!)));
                }
            }
        }
        // What the server's next run finds in the store is not lost.
        GiveUp(_services.IsStopping ? [.. homeless.Where(item => item.Key == 0)] : homeless);
        foreach (var other in others)
        {
            other.Flush();
        }
    }

    /// <summary>These have been written.</summary>
    public void Written(List<ComponentItem> items)
    {
        List<long>? keys = null;
        foreach (var item in items)
        {
            if (item.Key != 0)
            {
                (keys ??= []).Add(item.Key);
            }
        }
        if (keys is not null)
        {
            _services.Kept.Remove(Domain, keys);
        }
    }

    /// <summary>Answers what has waited too long; called about once a second.</summary>
    public void CheckWaiting()
    {
        if (IsConnected || _waiting.Count == 0)
        {
            return;
        }
        var patience = Options.KeepFor > LeastKept ? Options.KeepFor : LeastKept;
        var now = _services.Clock.GetUtcNow();
        List<ComponentItem> over = [];
        lock (_lock)
        {
            while (_waiting.TryPeek(out var item) && now - KeptMessages.TimeOf(item.Key) > patience)
            {
                _waiting.Take();
                over.Add(item);
            }
        }
        GiveUp(over);
    }

    // Of one sender all goes one way, so that it arrives in its order.
    private ComponentStream? Choose(Stanza stanza)
    {
        var streams = _streams;
        return streams.Length switch
        {
            0 => null,
            1 => streams[0],
            _ => streams[(int)((uint)(stanza.From?.Bare.GetHashCode() ?? 0) % (uint)streams.Length)],
        };
    }

    private bool MayWait(Stanza stanza) => Options.KeepFor > TimeSpan.Zero && IsKeepable(stanza);

    private static bool IsKeepable(Stanza stanza) => stanza is Message { Type: not (MessageType.Error or MessageType.Headline) };

    private static bool IsAnswerable(Stanza stanza) => stanza is Message { IsError: false } or Iq { IsRequest: true };

    private bool TryAdd(ComponentQueue queue, Stanza stanza, Jid to, Receipt? receipt)
    {
        if (!IsKeepable(stanza) || (receipt is null && Options.KeepFor == TimeSpan.Zero))
        {
            return queue.TryAdd(new ComponentItem(stanza, to, receipt is { IsKept: true } ? receipt : null));
        }
        if (!queue.HasRoomFor(stanza.Bytes))
        {
            return false;
        }
        var ticket = _services.Kept.Add(Domain, stanza, to, out long key);
        ticket.OnCompleted(
            (done, _) =>
            {
                if (done.IsFailed)
                {
                    ComponentLog.StoreFault(_services.Logger, Domain.ToString(), done.Error!);
                    _services.Router.Bounce(stanza, StanzaError.ResourceConstraint, to);
                }
            },
            null);
        var gate = receipt ?? new Receipt();
        gate.Hold(ticket);
        if (receipt is null)
        {
            gate.Release();
        }
        queue.PutLast(new ComponentItem(stanza, to, gate, key));
        return true;
    }

    // XEP-0203: what waited says how long.
    private ComponentItem Late(ComponentItem item) =>
        item.Key == 0 ? item : item with { Stanza = item.Stanza!.With(new Delay(KeptMessages.TimeOf(item.Key), Domain)) };

    private void GiveUp(List<ComponentItem> items)
    {
        foreach (var item in items)
        {
            if (item.Gate is not { IsFailed: true })
            {
                _services.Router.Bounce(item.Stanza, StanzaError.RemoteServerTimeout, item.To);
            }
        }
        Written(items);
    }

    private async Task LoadAsync()
    {
        try
        {
            List<ComponentItem> left = [];
            await foreach (var item in _services.Kept.ListAsync(Domain, CancellationToken.None).ConfigureAwait(false))
            {
                left.Add(item);
            }
            lock (_lock)
            {
                _waiting.PutBack(left);
            }
        }
        catch (StorageException fault)
        {
            ComponentLog.StoreFault(_services.Logger, Domain.ToString(), fault);
        }
    }
}
