// XEP-0198 on a server stream: stanzas are acknowledged both ways. What the peer did not acknowledge is its link's to send again.
using System.Buffers.Text;
using Balcony.Server.Routing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Federation;

internal abstract partial class ServerStream
{
    private readonly Lock _counting = new();
    private readonly Queue<Receipt> _open = [];
    private volatile Management _management;
    private bool _counts;
    private byte[]? _enabled;
    private uint _received;
    private uint _settled;
    private uint _askedAt;
    private bool _isAsked;
    private long _acknowledgement = -1;
    private uint _countedFrom;
    private int _writtenSinceRequest;
    private long _requested;

    protected enum Management : byte
    {
        Off,

        /// <summary>We asked for it, and count what we send from there on.</summary>
        Asked,

        On,
    }

    /// <summary>We asked for it: what we send from here on counts, if the peer agrees.</summary>
    protected void AskForManagement() => Counting(isAsked: true);

    /// <summary>The peer agreed to what we asked for: what it sends from here on counts.</summary>
    protected void ManagementBegins() => _management = Management.On;

    /// <summary>The peer asked for it, and gets this answer.</summary>
    protected void AgreeToManagement(byte[] enabled)
    {
        lock (_counting)
        {
            _counts = true;
        }
        Volatile.Write(ref _enabled, enabled);
        Flush();
    }

    private void Counting(bool isAsked)
    {
        _countedFrom = _link?.Queue.Sent ?? 0;
        _counts = true;
        _management = isAsked ? Management.Asked : Management.On;
    }

    /// <summary>The peer did not want it after all.</summary>
    protected void EndManagement()
    {
        _management = Management.Off;
        _counts = false;
        if (_link is { } link)
        {
            Acknowledged(link, link.Queue.Sent);
        }
    }

    protected abstract ValueTask ManageAsync(XmlElement element);

    /// <summary>What both directions have in common: counts and questions for them.</summary>
    /// <returns>False: it is something else.</returns>
    protected bool Manage(XmlElement element)
    {
        if (!_counts || element.Name is not ("r" or "a"))
        {
            return false;
        }
        if (element.Name == "r")
        {
            lock (_counting)
            {
                (_isAsked, _askedAt) = (true, _received);
            }
            Advance();
            return true;
        }
        try
        {
            var count = Acknowledgement.Read(element).Count;
            Volatile.Write(ref _requested, 0);
            if (_link is { } link)
            {
                Acknowledged(link, unchecked(_countedFrom + count));
            }
            else if (count != 0)
            {
                throw TooHigh(count, 0);
            }
        }
        catch (StanzaException)
        {
            throw new StreamException(StreamCondition.BadFormat, "an acknowledgement needs a count");
        }
        return true;
    }

    // A stanza came; its receipt says when it may be acknowledged (design decision 3).
    private Receipt Receive()
    {
        var receipt = new Receipt();
        if (!_counts)
        {
            return receipt;
        }
        lock (_counting)
        {
            _received = unchecked(_received + 1);
            _open.Enqueue(receipt);
        }
        receipt.OnSettled(Advance);
        return receipt;
    }

    private void Advance()
    {
        bool isOwed = false;
        lock (_counting)
        {
            while (_open.TryPeek(out var first) && first.IsSettled)
            {
                _open.Dequeue();
                _settled = unchecked(_settled + 1);
            }
            if (_isAsked && unchecked((int)(_settled - _askedAt)) >= 0)
            {
                _isAsked = false;
                _acknowledgement = _settled;
                isOwed = true;
            }
        }
        if (isOwed)
        {
            Flush();
        }
    }

    private void WriteAcknowledgement(XmlWriter writer)
    {
        if (Interlocked.Exchange(ref _acknowledgement, -1) is var count and >= 0)
        {
            Span<byte> digits = stackalloc byte[10];
            Utf8Formatter.TryFormat((uint)count, digits, out int length);
            writer.Raw("<a xmlns='urn:xmpp:sm:3' h='"u8).Raw(digits[..length]).Raw("'/>"u8);
        }
    }

    private void Acknowledged(Link link, uint count)
    {
        var taken = new List<long>();
        if (!link.Queue.Acknowledge(count, taken, this))
        {
            throw TooHigh(unchecked(count - _countedFrom), unchecked(link.Queue.Sent - _countedFrom));
        }
        if (taken.Count > 0)
        {
            link.Done(taken);
        }
    }

    private static StreamException TooHigh(uint count, uint sent) =>
        new(StreamCondition.UndefinedCondition, $"acknowledged {count} stanzas, {sent} were sent") { Detail = new HandledCountTooHigh(count, sent) };

    private void RequestAcknowledgement(XmlWriter writer, Link link, int written)
    {
        if (_management != Management.On || link.Queue.Unacknowledged == 0)
        {
            return;
        }
        _writtenSinceRequest += written;
        if (_writtenSinceRequest >= Services.Options.AskEvery && Volatile.Read(ref _requested) == 0)
        {
            Request(writer);
        }
    }

    private void Request(XmlWriter writer)
    {
        _writtenSinceRequest = 0;
        Volatile.Write(ref _requested, Clock.GetTimestamp());
        writer.Raw("<r xmlns='urn:xmpp:sm:3'/>"u8);
    }

    // About once a second. False: the peer does not answer.
    protected bool CheckAcknowledgements(long now)
    {
        if (_management != Management.On || _link is not { } link || link.Queue.Unacknowledged == 0)
        {
            return true;
        }
        long requested = Volatile.Read(ref _requested);
        if (requested == 0)
        {
            WriteControl(Request);
            return true;
        }
        return Clock.GetElapsedTime(requested, now) <= Services.Options.AcknowledgeWithin;
    }
}
