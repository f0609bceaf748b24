// What a server stream writes: a link's stanzas, in order.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Federation;

internal abstract partial class ServerStream
{
    private readonly Lock _carrying = new();
    private volatile Link? _link;
    private volatile Link[] _guests = [];
    private int _turn;

    /// <summary>The link of the stream's own pair, if it carries that; null: it does not.</summary>
    public Link? Link => _link;

    /// <summary>Links of other pairs that it carries, too (XEP-0220 §2.6).</summary>
    public IReadOnlyList<Link> Guests => _guests;

    /// <summary>Called by the link that attached itself.</summary>
    internal void Carries(Link link)
    {
        if (link.Pair.Equals(Pair))
        {
            _link = link;
            return;
        }
        lock (_carrying)
        {
            _guests = [.. _guests, link];
        }
    }

    protected override bool FillQueued(XmlWriter writer)
    {
        if (Interlocked.Exchange(ref _enabled, null) is { } enabled)
        {
            // The only writer is here: what stands before it does not count, what follows does (XEP-0198 §4).
            Counting(isAsked: false);
            writer.Raw(enabled);
        }
        _acknowledgements.WriteOwed(writer);
        int stanzas = 0;
        bool isBlocked = FillFromLinks(writer, ref stanzas);
        if (stanzas > 0)
        {
            Volatile.Write(ref _lastStanza, Clock.GetTimestamp());
        }
        if (AwaitsAcknowledgement)
        {
            _acknowledgements.AskAfter(writer, stanzas, Pace);
        }
        return isBlocked || (IsClosing && !SayLast(writer));
    }

    private bool FillFromLinks(XmlWriter writer, ref int stanzas)
    {
        var guests = _guests;
        if (guests.Length == 0)
        {
            return _link is { } only && FillFrom(only, writer, ref stanzas);
        }
        // Each begins once: a busy pair must not be in the way of the others.
        bool isBlocked = false;
        int turn = _turn = (_turn + 1) % (guests.Length + 1);
        for (int i = 0; i <= guests.Length; i++)
        {
            int at = (turn + i) % (guests.Length + 1);
            if ((at == guests.Length ? _link : guests[at]) is { Queue.Waiting: > 0 } link)
            {
                isBlocked |= FillFrom(link, writer, ref stanzas);
            }
        }
        return isBlocked;
    }

    // True: it has more that must wait.
    private bool FillFrom(Link link, XmlWriter writer, ref int stanzas)
    {
        var state = QueueState.Empty;
        while (writer.Written.Length < WriteBytes && (state = Take(link, out var item)) == QueueState.Item)
        {
            stanzas++;
            if (_management == Management.On)
            {
                WriteNumber(writer, item);
            }
            Write(writer, item);
        }
        if (state == QueueState.NotLoaded)
        {
            link.Load();
        }
        return state is QueueState.Gated or QueueState.NotLoaded || (writer.Written.Length >= WriteBytes && link.Queue.Waiting > 0);
    }

    private QueueState Take(Link link, out SessionItem item)
    {
        bool counts = _management == Management.On;
        if (counts)
        {
            _sent.Add(link);
        }
        var state = link.Queue.TryTake(this, out item, out _);
        if (counts && state != QueueState.Item)
        {
            _sent.TakeBack();
        }
        return state;
    }

    // Without XEP-0198 nobody will ever say more than that the system took it.
    protected override void OnWritten()
    {
        if (_management == Management.Off)
        {
            AcknowledgedByItself();
        }
    }

    private void AcknowledgedByItself()
    {
        if (_link is { } link)
        {
            Acknowledged(link, link.Queue.Sent);
        }
        foreach (var guest in _guests)
        {
            Acknowledged(guest, guest.Queue.Sent);
        }
    }

    protected override void OnNotWritten()
    {
        // The link keeps what was not acknowledged, for the next stream.
    }

    private void Write(XmlWriter writer, in SessionItem item)
    {
        var stanza = item.Stanza!;
        Services.Metrics.Stanza(stanza, Flow.Outbound);
        if (item.Came != 0)
        {
            // XEP-0203 §4: what waited over a restart says since when.
            stanza = stanza.With(new Delay(new DateTimeOffset(item.Came, TimeSpan.Zero), stanza.From!.Bare.Host));
        }
        stanza.WriteTo(writer, item.To);
    }
}
