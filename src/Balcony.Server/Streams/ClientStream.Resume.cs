// XEP-0198 on a client stream: acknowledgements, and going on with a session that lost its connection. The module has the rules of the elements.
using Balcony.Server.Modules;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Streams;

internal sealed partial class ClientStream
{
    private readonly Acknowledgements _acknowledgements;

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

    /// <summary>When it became the client's debtor of an acknowledgement; null: it is not.</summary>
    internal long? OwesSince => _acknowledgements.OwedSince;

    /// <inheritdoc/>
    public void Acknowledge(uint count)
    {
        if (_acknowledgements.Owe(count))
        {
            _services.Late.Add(this);
        }
    }

    /// <summary>The client has the first <paramref name="count"/> stanzas.</summary>
    internal void Acknowledged(uint count)
    {
        var session = _session!;
        var taken = new List<long>();
        if (!session.Queue.Acknowledge(count, taken, this))
        {
            throw Acknowledgements.TooHigh(count, session.Queue.Sent);
        }
        _acknowledgements.Answered();
        if (taken.Count > 0)
        {
            session.Account.Taken(session, taken);
        }
    }

    // A session ends with its stream, unless the stream was lost and the session can wait for another.
    private void Detach(Session session) => session.Account.Detach(session, this, _endsSession);
}
