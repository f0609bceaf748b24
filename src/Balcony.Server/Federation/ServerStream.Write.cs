// What a server stream writes: a link's stanzas, in order.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Federation;

internal abstract partial class ServerStream
{
    private Link? _link;

    /// <summary>The link that it carries; null: none.</summary>
    public Link? Link => _link;

    /// <summary>Called by the link that attached itself.</summary>
    internal void Carries(Link link, bool isResumed)
    {
        _link = link;
        if (!isResumed && _management == Management.On)
        {
            // The stream's count began before this queue's.
            _countedFrom = unchecked(link.Queue.Sent - _sentBefore);
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
        if (_link is not { } link)
        {
            return IsClosing && !SayLast(writer);
        }
        int stanzas = 0;
        var state = QueueState.Empty;
        while (writer.Written.Length < WriteBytes && (state = link.Queue.TryTake(this, out var item, out _)) == QueueState.Item)
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
        if (stanzas > 0)
        {
            Volatile.Write(ref _lastStanza, Clock.GetTimestamp());
        }
        if (AwaitsAcknowledgement(link))
        {
            _acknowledgements.AskAfter(writer, stanzas, Pace);
        }
        return state is QueueState.Gated or QueueState.NotLoaded || (state == QueueState.Item && link.Queue.Waiting > 0) || (IsClosing && !SayLast(writer));
    }

    // Without XEP-0198 nobody will ever say more than that the system took it.
    protected override void OnWritten()
    {
        if (_link is { } link && _management == Management.Off)
        {
            Acknowledged(link, link.Queue.Sent);
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
