// XEP-0045 §4.1: the rooms of one host, at a domain of their own.
using System.Collections.Concurrent;
using Balcony.Server.Modules;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms;

/// <summary>Takes what is sent to a service and to its rooms. A room is in memory while somebody is in it, or since it was last used.</summary>
/// <param name="address">The service.</param>
/// <param name="host">The host that it belongs to.</param>
/// <param name="services">What rooms work with.</param>
internal sealed class RoomService(BareJid address, BareJid host, RoomServices services) : IDomainService
{
    private readonly ConcurrentDictionary<BareJid, Room> _rooms = new();

    public BareJid Address => address;

    public BareJid Host => host;

    /// <summary>The rooms in memory.</summary>
    public ICollection<Room> Rooms => _rooms.Values;

    public int Count => _rooms.Count;

    /// <summary>The public rooms.</summary>
    public RoomListing Listing { get; } = new(address, services);

    public void Receive(Stanza stanza, Jid to, Receipt? receipt, Session? origin)
    {
        if (to.Bare.IsDomain)
        {
            ReceiveHere(stanza, to, origin);
        }
        else if (Get(to.Bare) is not { } room)
        {
            services.Router.Bounce(stanza, StanzaError.ResourceConstraint, to, origin);
        }
        else
        {
            room.Submit(stanza, to, receipt, origin);
        }
    }

    /// <summary>The room's mailbox, made if it is not in memory, whether there is such a room or not; null when there are too many.</summary>
    public Room? Get(BareJid room) =>
        _rooms.TryGetValue(room, out var found) ? found
        : _rooms.Count >= services.Options.MaxRoomsInMemory ? null
        : _rooms.GetOrAdd(room, static (key, self) => new Room(key, self.Service, self.Services), (Service: this, Services: services));

    /// <summary>Null: not in memory.</summary>
    public Room? Find(BareJid room) => _rooms.GetValueOrDefault(room);

    public void Forget(Room room) => _rooms.TryRemove(new KeyValuePair<BareJid, Room>(room.Address, room));

    private void ReceiveHere(Stanza stanza, Jid to, Session? origin)
    {
        switch (stanza)
        {
            case Iq { IsRequest: true } iq when to.Resource is null:
                var context = new IqContext(iq, IqTarget.RoomService, null, origin, address, services.Dispatcher.Stopping) { Service = this };
                _ = services.Dispatcher.AnswerAsync(context).AsTask();
                break;
            case Iq { IsRequest: false } answer when to.Resource is null:
                services.Router.Answer(answer);
                break;
            default:
                // Nobody reads what is written to the service itself.
                if (stanza is not Presence)
                {
                    services.Router.Bounce(stanza, StanzaError.ServiceUnavailable, to, origin);
                }
                break;
        }
    }
}
