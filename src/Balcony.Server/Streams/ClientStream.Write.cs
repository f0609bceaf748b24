// What a client stream writes: a session's queue, and what belongs to it.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Streams;

internal sealed partial class ClientStream
{
    private List<long>? _taken;

    /// <summary>Ends the stream with <c>see-other-host</c> (RFC 6120 §4.9.3.19).</summary>
    public void SendElsewhere(string otherHost) => Close(StreamCondition.SeeOtherHost, null, otherHost, null);

    protected override void CheckPatience(long now)
    {
        if (_phase != Phase.Bound && Clock.GetElapsedTime(Accepted, now) > _services.Limits.NegotiationTimeout)
        {
            Close(StreamCondition.ConnectionTimeout, "the login took too long");
        }
        else if (_session is { } session && ReferenceEquals(session.Shell, this) && session.Management is { } management && session.Queue.Unacknowledged > 0 &&
            !_acknowledgements.Check(this, management.Pace, now))
        {
            Close(StreamCondition.ConnectionTimeout, "no acknowledgement of what was sent");
        }
    }

    // XEP-0198 §5: after these the client may come back to its session; the others are final.
    protected override void OnClosing(StreamCondition condition) => _endsSession |=
        condition != StreamCondition.ConnectionTimeout && condition != StreamCondition.SystemShutdown && condition != StreamCondition.InternalServerError;

    protected override bool FillQueued(XmlWriter writer)
    {
        // XEP-0198 §4: at once, but not before the client was told that its stanzas are counted.
        bool isEnabled = _session is { Queue.KeepsWritten: true };
        if (isEnabled)
        {
            _acknowledgements.WriteOwed(writer);
        }
        bool isBlocked = false;
        if (_session is { } session)
        {
            int stanzas = 0;
            var state = QueueState.Item;
            while (writer.Written.Length < WriteBytes && (state = session.Queue.TryTake(this, out var item, out _)) == QueueState.Item)
            {
                Write(writer, item, session);
                stanzas += item.IsStanza ? 1 : 0;
            }
            if (state == QueueState.NotLoaded)
            {
                session.Load();
            }
            if (!isEnabled && session.Queue.KeepsWritten)
            {
                _acknowledgements.WriteOwed(writer);
            }
            isBlocked = state is QueueState.Gated or QueueState.Item && session.Queue.Waiting > 0;
            if (session.Management is { } management && session.Queue.Unacknowledged > 0)
            {
                _acknowledgements.AskAfter(writer, stanzas, management.Pace);
            }
        }
        return isBlocked;
    }

    // Without XEP-0198 a device has what was written to it.
    protected override void OnWritten()
    {
        if (_taken is { Count: > 0 } taken)
        {
            _taken = null;
            _session!.Account.Taken(_session, taken);
        }
    }

    // What was on its way is for another connection, or another session.
    protected override void OnNotWritten()
    {
        if (_taken is { Count: > 0 } lost)
        {
            _taken = null;
            _session!.Account.NotTaken(lost);
        }
    }

    private void CloseGracefully()
    {
        // The client leaves, unless it only answers our own end of the stream.
        if (!IsClosing)
        {
            _endsSession = true;
            if (_session is { } session)
            {
                Detach(session);
            }
        }
        End();
    }

    private void Write(XmlWriter writer, in SessionItem item, Session session)
    {
        if (item.Nonza is { } nonza)
        {
            writer.Raw(nonza);
            return;
        }
        var stanza = item.Stanza!;
        _services.Metrics.Stanza(stanza, Flow.Outbound);
        if (item is { IsHeldForAccount: true, AwaitsAcknowledgement: false })
        {
            (_taken ??= []).Add(item.LedgerId);
        }
        var came = item.Came == 0 ? (DateTimeOffset?)null : new DateTimeOffset(item.Came, TimeSpan.Zero);
        if (item.Form is { } form)
        {
            form.Write(writer, item.To is null ? stanza : stanza.Readdress(item.To, stanza.From), session, item.LedgerId == 0 ? null : StanzaIdOf(session, item), came);
            return;
        }
        if (item is { LedgerId: 0, Came: 0 })
        {
            stanza.WriteTo(writer, item.To);
            return;
        }
        WriteStamped(writer, stanza, item, session);
    }

    private string StanzaIdOf(Session session, in SessionItem item) => _services.StanzaIds.Of(session.Account.Address, item.LedgerId);
}
