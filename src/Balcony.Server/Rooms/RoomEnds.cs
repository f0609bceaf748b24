// XEP-0045 §10.9: a room is destroyed on purpose, and its name is kept from strangers for a while.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Rooms;

internal static class RoomEnds
{
    private const int MaxReason = 1_000;

    /// <summary>Destroys a room. Only in its mailbox.</summary>
    /// <param name="room">Which.</param>
    /// <param name="destroy">What occupants are told, and those who come later.</param>
    /// <param name="by">Who does it; null: an operator.</param>
    public static async ValueTask<CommitTicket> DestroyAsync(Room room, MucDestroy destroy, BareJid? by)
    {
        var (store, options) = (room.Services.Store, room.Services.Options);
        if (room.Stage != RoomStage.Open || options.KeepNameFor == TimeSpan.Zero)
        {
            return room.Destroy(destroy);
        }
        var owners = room.Members.Where(one => one.Value.Affiliation == MucAffiliation.Owner).Select(one => one.Key).Order(AddressOrder.Instance);
        var tombstone = new RoomTombstone(
            room.Services.Clock.GetUtcNow() + options.KeepNameFor, [.. (by is null ? owners : owners.Prepend(by)).Distinct().Take(RoomTombstone.MaxOwners)],
            destroy.Alternate, destroy.Reason is { Length: > MaxReason } lengthy ? lengthy[..MaxReason] : destroy.Reason);
        // One account must not fill the store by making rooms and destroying them.
        int most = options.MaxRoomsPerAccount == 0 ? int.MaxValue : options.MaxRoomsPerAccount;
        return tombstone.Owners is [var first, ..] && await store.CountTombstonesAsync(first, most).ConfigureAwait(false) >= most
            ? room.Destroy(destroy)
            : room.Destroy(destroy, store.Save(new UnitOfWork(), room.Address, tombstone));
    }

    private sealed class AddressOrder : IComparer<BareJid>
    {
        public static AddressOrder Instance { get; } = new();

        public int Compare(BareJid? x, BareJid? y) => string.CompareOrdinal(x?.ToString(), y?.ToString());
    }
}
