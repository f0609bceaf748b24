// XEP-0198 on a server stream: stanzas are acknowledged both ways. What the peer did not acknowledge is its link's to send again.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Streams;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Federation;

internal abstract partial class ServerStream : ICountTeller
{
    private volatile Management _management;
    private volatile StreamManagement? _inbound;
    private byte[]? _enabled;
    private Resumption? _resumption;
    private readonly Acknowledgements _acknowledgements;

    // What we sent that counts.
    private volatile SentRuns<Link> _sent = new(0);
    private bool _waitsForLast;

    protected enum Management : byte
    {
        Off,

        /// <summary>We asked for it, and count what we send from there on.</summary>
        Asked,

        On,
    }

    /// <summary>By which the stream can be resumed; null: it cannot be.</summary>
    protected string? ResumptionId { get; set; }

    /// <summary>What counts the peer's stanzas; null: nothing does.</summary>
    protected StreamManagement? Inbound => _inbound;

    /// <summary>What the link keeps when the connection is lost; null: the stream cannot be resumed.</summary>
    public Resumption? Resumption => _resumption ??=
        ResumptionId is { } id && Pair is { } pair && _management == Management.On && _inbound is { } inbound && !_endedInOrder
            ? new Resumption(id, pair, _sent, IsOutgoing, inbound)
            : null;

    protected AcknowledgementPace Pace { get; }

    /// <summary>We asked for it: what we send from here on counts, if the peer agrees.</summary>
    protected void AskForManagement() => Counting(isAsked: true);

    /// <summary>The peer agreed to what we asked for: what it sends from here on counts.</summary>
    protected void ManagementBegins(StreamManagement inbound)
    {
        inbound.Carry(this);
        _inbound = inbound;
        _management = Management.On;
    }

    /// <summary>The peer asked for it, and gets this answer.</summary>
    protected void AgreeToManagement(StreamManagement inbound, byte[] enabled)
    {
        inbound.Carry(this);
        _inbound = inbound;
        Volatile.Write(ref _enabled, enabled);
        Flush();
    }

    /// <summary>Goes on with the counts of a stream that was lost (§5).</summary>
    protected void GoOnCounting(Resumption lost)
    {
        (ResumptionId, _sent) = (lost.Id, lost.Sent);
        ManagementBegins(lost.Inbound);
    }

    /// <summary>The same where no link of ours waited for it; one may be carried already, whose stanzas count from the answer on.</summary>
    /// <param name="id">Of the stream.</param>
    /// <param name="inbound">What the peer sent.</param>
    /// <param name="sentBefore">So much was sent to the peer, which has all of it.</param>
    /// <param name="resumed">The answer.</param>
    protected void GoOnCounting(string id, StreamManagement inbound, uint sentBefore, byte[] resumed)
    {
        (ResumptionId, _sent) = (id, new SentRuns<Link>(sentBefore));
        AgreeToManagement(inbound, resumed);
    }

    private void Counting(bool isAsked) => _management = isAsked ? Management.Asked : Management.On;

    /// <summary>The peer did not want it after all.</summary>
    protected void EndManagement()
    {
        _management = Management.Off;
        AcknowledgedByItself();
    }

    protected abstract ValueTask ManageAsync(XmlElement element);

    /// <summary>What both directions have in common: counts and questions for them.</summary>
    /// <returns>False: it is something else.</returns>
    protected bool Manage(XmlElement element)
    {
        if (_inbound is not { } inbound || element.Name is not ("r" or "a"))
        {
            return false;
        }
        if (element.Name == "r")
        {
            inbound.Ask(this);
            return true;
        }
        try
        {
            uint count = Acknowledgement.Read(element).Count;
            _acknowledgements.Answered();
            Acknowledged(count);
        }
        catch (StanzaException)
        {
            throw new StreamException(StreamCondition.BadFormat, "an acknowledgement needs a count");
        }
        return true;
    }

    void ICountTeller.Acknowledge(uint count)
    {
        _acknowledgements.Owe(count);
        Flush();
    }

    // A stanza came; its receipt says when it may be acknowledged (design decision 3). Null: it does not count, and the peer sends it again.
    private Receipt? Receive() => _inbound is { } inbound ? inbound.Receive(this) : new Receipt();

    // A later stanza that was kept before an earlier one would come again after a crash. Nearly always all is placed: a mailbox runs on this thread.
    private ValueTask WhenPlacedAsync(Receipt receipt) =>
        receipt.IsPlaced || _inbound is not { } inbound || !(inbound.CanResume || _numbered is not null) ? default : new ValueTask(inbound.WhenPlacedAsync());

    // XEP-0198 §4: before a stream is closed the last count is said, so that the peer does not send again what we have. False: something is not settled yet.
    private bool SayLast(XmlWriter writer)
    {
        if (_inbound is not { } inbound)
        {
            return true;
        }
        switch (inbound.TryEnd(this, out uint count))
        {
            case true:
                _acknowledgements.WriteLast(writer, count);
                return true;
            case false:
                if (!_waitsForLast)
                {
                    _waitsForLast = true;
                    inbound.WhenSettled((_, _) => Flush());
                }
                return false;
            default:
                return true;
        }
    }

    // By the stream's count.
    private void Acknowledged(uint count)
    {
        var newly = new List<(Link Link, uint Count)>();
        if (!_sent.TryAcknowledge(count, newly))
        {
            throw Acknowledgements.TooHigh(count, _sent.Sent);
        }
        foreach (var (link, more) in newly)
        {
            Acknowledged(link, unchecked(link.Queue.Acknowledged + more));
        }
    }

    // By the link's own.
    private void Acknowledged(Link link, uint count)
    {
        var taken = new List<long>();
        link.Queue.Acknowledge(count, taken, this);
        if (taken.Count > 0)
        {
            link.Done(taken);
        }
    }

    // The stream counts, and carried something that the peer did not acknowledge.
    private bool AwaitsAcknowledgement => _management == Management.On && _sent.AwaitsAcknowledgement;

    // About once a second. False: the peer does not answer.
    protected bool CheckAcknowledgements(long now) => !AwaitsAcknowledgement || _acknowledgements.Check(this, Pace, now);
}
