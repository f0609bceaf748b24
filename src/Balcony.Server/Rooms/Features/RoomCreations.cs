// XEP-0045 §10.1: who may make a room, and that it is locked until its owner has configured it.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class RoomCreations(RoomOptions options, RoomDirectory rooms) : RoomFeature
{
    public override async ValueTask<StanzaError?> CheckEntryAsync(Room room, Entry entry)
    {
        if (!entry.IsCreator)
        {
            return null;
        }
        var (account, host) = (entry.From.Bare, room.Service.Host);
        if (rooms.Services.IsAdmin(host, account))
        {
            return null;
        }
        bool isAllowed = options.Creation switch
        {
            RoomCreation.Anybody => true,
            RoomCreation.Local => rooms.Services.Router.IsLocal(account.Host),
            RoomCreation.SameHost => account.Host.Equals(host),
            _ => false,
        };
        if (!isAllowed)
        {
            // §7.2.13: there is no such room, and it may not be made.
            return StanzaError.NotAllowed.With("you may not make rooms here");
        }
        int most = options.MaxRoomsPerAccount;
        return most > 0 && await rooms.Services.Store.CountByCreatorAsync(account, most).ConfigureAwait(false) >= most
            ? StanzaError.ResourceConstraint.With($"you have made {most} rooms already")
            : null;
    }

    public override void AddStatuses(Room room, Entry entry, List<int> statuses)
    {
        if (entry.IsCreator)
        {
            statuses.Add(MucStatus.Created);
        }
    }
}
