// XEP-0045 §11.1, §18.1.2: occupants that are not there any more, though nobody said so.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms;

internal sealed partial class Room
{
    private static readonly Change Lost = new() { Statuses = [MucStatus.Unreachable] };

    /// <summary>What is due from time to time: who is silent is asked, what is not answered is given up, a mailbox that nobody needs is dropped.</summary>
    public ValueTask TendAsync()
    {
        if (_audience.Length == 0)
        {
            RetireIfIdle();
            return default;
        }
        long now = _services.Clock.GetTimestamp();
        ExpireRequests(now);
        foreach (var session in _audience)
        {
            if (session.Local is { IsClosed: true })
            {
                // Its account has sent unavailable presence; where that was lost, nothing else says so.
                Leave(session, Lost);
            }
            else if (session is { Local: null, IsPinged: false } && _services.Options.PingAfter is { Ticks: > 0 } after
                && _services.Clock.GetElapsedTime(session.LastHeard, now) >= after)
            {
                _ = PingAsync(session);
            }
        }
        return default;
    }

    // Its answer comes on another thread: what follows is done in the mailbox.
    private async Task PingAsync(OccupantSession session)
    {
        session.IsPinged = true;
        var answer = await _services.Iqs.AskAsync(IqType.Get, Address, session.Address, new Ping(), _services.Options.AnswerWithin).ConfigureAwait(false);
        Run(room =>
        {
            session.IsPinged = false;
            // Too many pings are under way in the whole server: nothing was learnt.
            if (answer.Error is null || (!IsGone(answer.Error) && answer.Error.Condition != StanzaError.ResourceConstraint.Condition))
            {
                session.LastHeard = room._services.Clock.GetTimestamp();
            }
            else if (IsGone(answer.Error))
            {
                room.Leave(session, Lost);
            }
            return default;
        });
    }

    // An error that says that nobody is there any more; others say that one stanza was not wanted.
    private void RemoveIfGone(OccupantSession session, Stanza error)
    {
        if (error.Error is { } fault && IsGone(fault))
        {
            // §11.1: 307, which is for those whom somebody put out, is not advisable.
            Leave(session, Lost);
        }
    }

    // §18.1.2, and what servers in use say besides.
    private static bool IsGone(StanzaError error) => error.Condition is "gone" or "item-not-found" or "recipient-unavailable" or "redirect"
        or "remote-server-not-found" or "remote-server-timeout" or "service-unavailable" or "jid-malformed" or "internal-server-error";
}
