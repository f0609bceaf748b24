// How what a room says reaches its occupants.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms;

internal sealed partial class Room
{
    // All sessions of all occupants; replaced whole.
    private volatile OccupantSession[] _audience = [];
    private readonly RoomWriter _writer;
    private readonly Action _write;

    /// <summary>All sessions of all occupants; a snapshot.</summary>
    public IReadOnlyList<OccupantSession> Audience => _audience;

    /// <summary>Sends a stanza of the room to a session: into its queue when it is one of ours (design decision 1), else by its address.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="stanza">Its bytes are shared by all who get it.</param>
    /// <param name="gate">Nothing is seen before it is settled; null: at once.</param>
    public void Deliver(OccupantSession session, Stanza stanza, Receipt? gate = null)
    {
        if (session.Local is { IsClosed: false } local)
        {
            if (_services.Registrations.RefusesFrom(local.Account, stanza.From!))
            {
                // XEP-0191: nothing from a blocked contact is delivered. Told of it, the room would believe that he is gone.
                return;
            }
            var item = new SessionItem { Stanza = stanza, To = session.Address, Gate = gate is { IsKept: true } ? gate : null };
            if (local.Deliver(item, session.IsInside ? _writer : null))
            {
                return;
            }
        }
        // Of another server; or another session of ours has the resource by now, or none: then the answer says so.
        // Links keep a record for each recipient, which one receipt cannot hold.
        var apart = gate?.Apart();
        _services.Router.Route(stanza, session.Address, apart);
        apart?.Release();
    }

    // Who left by his own presence is known to have left.
    private static void PutOutside(OccupantSession session, Change change)
    {
        session.IsInside = false;
        if (change.Last is null)
        {
            TellPlace(session, isInside: false);
        }
    }

    // Modules that follow where a session is see nothing of this presence otherwise (XEP-0352).
    private static void TellPlace(OccupantSession session, bool isInside)
    {
        if (session.Local is { IsClosed: false } local)
        {
            foreach (var places in local.Account.Services.Registrations.RoomPlaces)
            {
                places.Placed(local, session.Occupant.Address, isInside);
            }
        }
    }

    /// <summary>Answers what was sent with an error, where one may be sent (RFC 6120 §8.3.1).</summary>
    public void Refuse(in RoomItem item, StanzaError error)
    {
        item.Failed?.Invoke();
        if (item.Stanza is not Presence { Type: PresenceType.Available } presence)
        {
            _services.Router.Bounce(item.Stanza, error with { By = Address }, item.To, item.Origin);
            return;
        }
        // §7.2: who does not get in is told so, and by whom, wherever he is.
        var reply = presence.Readdress(item.To, presence.From).ErrorReply(error with { By = Address }).With(new MucEnter());
        if (item.Origin is null || !item.Origin.Deliver(reply))
        {
            _services.Router.Route(reply);
        }
    }

    /// <summary>Sends a stanza of the room to somebody who need not be in it.</summary>
    public void Send(Jid to, Stanza stanza) => _services.Router.Route(stanza, to);
}
