// XEP-0045 §17.4: requests to a room; those to its occupants are in Room.Relay.cs.
using Balcony.Server.Modules;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms;

internal sealed partial class Room
{
    private ValueTask ReceiveIqAsync(Iq iq, RoomItem item)
    {
        if (item.To is FullJid to)
        {
            // §6.6: who is not in the room asks nothing about who is, nor learns whether he is.
            if (iq.IsRequest && FindSession(iq.From!) is null && iq.Payload!.Namespace is DiscoInfo.Ns or DiscoItems.Ns)
            {
                throw new StanzaException(StanzaError.BadRequest.With("You are not in the room."));
            }
            return ReceiveForOccupantAsync(iq, to, item);
        }
        if (!iq.IsRequest)
        {
            _services.Router.Answer(iq);
            return default;
        }
        if (Stage == RoomStage.Missing)
        {
            throw new StanzaException(StanzaError.ItemNotFound);
        }
        // §10.1.1: only its owner sees a room that is not configured.
        if (Stage == RoomStage.Locked && AffiliationOf(iq.From!.Bare) != MucAffiliation.Owner)
        {
            throw new StanzaException(StanzaError.ItemNotFound);
        }
        var context = new IqContext(iq, IqTarget.Room, null, item.Origin, Address.Host, _services.Dispatcher.Stopping) { Room = this, Service = Service };
        return _services.Dispatcher.AnswerAsync(context, item.Receipt);
    }
}
