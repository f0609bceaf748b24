// XEP-0045 §17.4, XEP-0410: requests that go through a room to its occupants, and the answers, without either side's real address.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Rooms;

internal sealed partial class Room
{
    private const string PubSubNs = "http://jabber.org/protocol/pubsub";

    private RelayedRequests? _relayed;

    private ValueTask ReceiveForOccupantAsync(Iq iq, FullJid to, RoomItem item)
    {
        var session = FindSession(iq.From!);
        if (session is not null)
        {
            session.LastHeard = _services.Clock.GetTimestamp();
        }
        if (!iq.IsRequest)
        {
            PassAnswer(iq, session);
            return default;
        }
        if (session is null)
        {
            // XEP-0410 §3.2: this is how a client learns that it is not in the room; also where there is no such room.
            throw new StanzaException(StanzaError.NotAcceptable with { Type = StanzaErrorType.Cancel, Text = "You are not in the room." });
        }
        if (!_occupants.TryGetValue(to.Resource!, out var occupant))
        {
            throw new StanzaException(StanzaError.ItemNotFound);
        }
        if (occupant == session.Occupant && iq.Type == IqType.Get && iq.Payload!.Is(Ping.ElementName, Ping.ElementNs))
        {
            // XEP-0410 §3.3: the room itself knows.
            var answer = iq.Result();
            if (item.Origin is null || !item.Origin.Deliver(answer))
            {
                _services.Router.Route(answer);
            }
            return default;
        }
        Pass(iq, session, occupant);
        return default;
    }

    private void Pass(Iq iq, OccupantSession asker, Occupant asked)
    {
        var requests = _relayed ??= new RelayedRequests(_services.Options.MaxRequestsUnderWay);
        if (asker.Asking >= _services.Options.MaxRequestsPerSession)
        {
            throw new StanzaException(StanzaError.ResourceConstraint.With("too many requests wait for their answers"));
        }
        // What the account's server answers for it is asked of the account (XEP-0054, PEP); the rest of the client.
        Jid to = iq.Type == IqType.Get && (iq.Payload!.Is(VCard.ElementName, VCard.ElementNs) || iq.Payload!.Is("pubsub", PubSubNs))
            ? asked.Account : ClientOf(asked).Address;
        if (requests.Add(new RelayedRequest(asker, asked, iq.To!, to, iq.Id!, _services.Clock.GetTimestamp())) is not { } id)
        {
            throw new StanzaException(StanzaError.ResourceConstraint.With("too many requests wait for their answers in this room"));
        }
        asker.Asking++;
        Send(to, new Iq(iq.Type, to, asker.Occupant.Address, id, new RelayedPayload(iq.Payload!)));
    }

    // The session that was there last, and is.
    private static OccupantSession ClientOf(Occupant occupant) =>
        occupant.Sessions.FindLast(session => session.Local is not { IsHibernating: true }) ?? occupant.Sessions[^1];

    private void PassAnswer(Iq iq, OccupantSession? session)
    {
        if (_relayed?.Take(iq.Id!, iq.From!) is { } request)
        {
            Answer(request, iq.IsError ? iq.Error ?? StanzaError.UndefinedCondition : null, iq.Payload);
        }
        // §18.1.2: that a client cannot do what was asked of it does not mean that it is gone.
        if (session is not null && iq.IsError && iq.Error is { Condition: "gone" or "recipient-unavailable" or "remote-server-not-found" or "remote-server-timeout" })
        {
            RemoveIfGone(session, iq);
        }
    }

    private void Answer(RelayedRequest request, StanzaError? error, XmlElement? payload)
    {
        request.Asker.Asking--;
        if (FindSession(request.Asker.Address) != request.Asker)
        {
            return;
        }
        var asked = new Iq(IqType.Result, request.As, request.Asker.Address, request.Id);
        // Who reports an error may be known by it.
        Deliver(request.Asker, error is not null ? asked.ErrorReply(error with { By = null }) : asked.Result(payload is null ? null : new RelayedPayload(payload)));
    }

    // Nobody answers for who is not here any more.
    private void AnswerForGone(OccupantSession[] sessions)
    {
        if (_relayed is not { Count: > 0 } requests)
        {
            return;
        }
        var occupant = sessions[0].Occupant;
        foreach (var request in requests.TakeAll(request => request.Asked == occupant))
        {
            Answer(request, StanzaError.ItemNotFound, null);
        }
    }

    private void ExpireRequests(long now)
    {
        if (_relayed is not { Count: > 0 } requests)
        {
            return;
        }
        foreach (var request in requests.TakeAll(request => _services.Clock.GetElapsedTime(request.Since, now) >= _services.Options.AnswerWithin))
        {
            Answer(request, StanzaError.RemoteServerTimeout, null);
        }
    }

    private sealed class RelayedPayload(XmlElement element) : IPayload
    {
        public void Write(XmlWriter writer) => writer.Element(element);
    }
}
