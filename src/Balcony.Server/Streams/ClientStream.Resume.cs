// XEP-0198 on a client stream: acknowledgements, and going on with a session that lost its connection. The module has the rules of the elements.
using System.Buffers.Text;
using Balcony.Server.Modules;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Streams;

internal sealed partial class ClientStream
{
    private int _writtenSinceRequest;
    private long _requested;

    // What the client is told with the next write; below zero: nothing.
    private long _acknowledgement = -1;

    // The last count that was written; the writer's.
    private long _told = -1;

    // What a session before this one had acknowledged that could not be resumed.
    private long? _missedSince;

    /// <summary>Goes on with another connection's session, and says so first; otherwise a resource may still be bound.</summary>
    internal async Task<ResumeFault?> ResumeAsync(string id, uint count, Action<XmlWriter, uint> answer)
    {
        var resumed = await ResumeAsync(id, count).ConfigureAwait(false);
        if (resumed.Session is { } session)
        {
            WriteControl(writer => answer(writer, resumed.Received));
            Carry(session);
        }
        return resumed.Fault;
    }

    /// <summary>Finds the session and makes this the stream that carries it; it writes nothing of it before <see cref="Carry"/>.</summary>
    internal async Task<Resumption> ResumeAsync(string id, uint count)
    {
        var resumed = await _services.Router.Get(_account!).ResumeAsync(id, count, this).ConfigureAwait(false);
        _missedSince = resumed.Fault?.Delivered;
        return resumed;
    }

    // The client was told: what is in the session's queue is written from now on.
    private void Carry(Session session)
    {
        _session = session;
        _phase = Phase.Bound;
        if (IsClosing)
        {
            // The connection went meanwhile.
            Detach(session);
        }
        Flush();
    }

    /// <inheritdoc/>
    public void Acknowledge(uint count)
    {
        // Several threads may come with theirs at a time: the latest counts.
        long owed = Volatile.Read(ref _acknowledgement);
        while (owed < 0 || unchecked((int)(count - (uint)owed)) > 0)
        {
            long found = Interlocked.CompareExchange(ref _acknowledgement, count, owed);
            if (found == owed)
            {
                if (owed < 0)
                {
                    _services.Late.Add(this);
                }
                return;
            }
            owed = found;
        }
    }

    /// <summary>Writes the acknowledgement that is owed, unless it went with something else.</summary>
    internal void FlushAcknowledgement()
    {
        if (Volatile.Read(ref _acknowledgement) >= 0)
        {
            Flush();
        }
    }

    private void WriteAcknowledgement(XmlWriter writer)
    {
        if (Volatile.Read(ref _acknowledgement) < 0)
        {
            return;
        }
        long count = Interlocked.Exchange(ref _acknowledgement, -1);
        // One that was overtaken must not take back what the client was told.
        _told = count = _told >= 0 && unchecked((int)((uint)count - (uint)_told)) < 0 ? _told : count;
        Span<byte> digits = stackalloc byte[10];
        if (count >= 0 && Utf8Formatter.TryFormat((uint)count, digits, out int length))
        {
            writer.Raw("<a xmlns='urn:xmpp:sm:3' h='"u8).Raw(digits[..length]).Raw("'/>"u8);
        }
    }

    /// <summary>The client has the first <paramref name="count"/> stanzas.</summary>
    internal void Acknowledged(uint count)
    {
        var session = _session!;
        var taken = new List<long>();
        if (!session.Queue.Acknowledge(count, taken, this))
        {
            throw Accounts.Account.TooHigh(count, session.Queue.Sent);
        }
        Volatile.Write(ref _requested, 0);
        if (taken.Count > 0)
        {
            session.Account.Taken(session, taken);
        }
    }

    // §4: asked often enough that little has to be sent again, and seldom enough to cost little.
    private void RequestAcknowledgement(XmlWriter writer, Session session, int written)
    {
        if (session.Management is not { } management || session.Queue.Unacknowledged == 0)
        {
            return;
        }
        _writtenSinceRequest += written;
        if (_writtenSinceRequest >= management.Pace.Stanzas && Volatile.Read(ref _requested) == 0)
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

    // About once a second. False: the client does not answer.
    private bool CheckAcknowledgements(Session session, long now)
    {
        if (session.Management is not { } management || session.Queue.Unacknowledged == 0)
        {
            return true;
        }
        long requested = Volatile.Read(ref _requested);
        if (requested == 0)
        {
            WriteControl(Request);
            return true;
        }
        return Clock.GetElapsedTime(requested, now) <= management.Pace.AnswerWithin;
    }

    // A session ends with its stream, unless the stream was lost and the session can wait for another.
    private void Detach(Session session) => session.Account.Detach(session, this, _endsSession);
}
