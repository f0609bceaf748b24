// Where rooms are kept: themselves, and who has which affiliation with them. What was said in them is in the ledger.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Rooms;

/// <summary>The stores of rooms. Any thread may call.</summary>
internal sealed class RoomStore(IStorage storage, IReadOnlyList<RoomSetting> settings)
{
    // Stored: a term that means something else gets another name of the index.
    private static readonly StoreIndex<StoredRoom> ByKind = new("kind-1", static (key, room) => Kinds(key, room));
    private static readonly StoreIndex<StoredRoom> ByCreator = new("creator-1", static (_, room) => [room.Creator.ToString()]);
    private static readonly StoreIndex<RoomMember> ByAddress = new("address-1", static (address, _) => [address]);

    private static readonly StoreIndex<RoomTombstone> ByEnd = new("end-1", static (_, tombstone) => [EndTerm(tombstone.Until)]);
    private static readonly StoreIndex<RoomTombstone> ByOwner = new("owner-1", static (_, tombstone) => [.. tombstone.Owners.Take(1).Select(owner => owner.ToString())]);

    // Owner: the service; key: the room's localpart.
    private readonly IMapStore<StoredRoom> _rooms = storage.OpenMap("rooms", new StoredRoomCodec(settings), ByKind, ByCreator);

    // Owner: the room; key: the address.
    private readonly IMapStore<RoomMember> _members = storage.OpenMap("room-members", RoomMemberCodec.Instance, ByAddress);

    // Owner: the service; key: the localpart of the room that was.
    private readonly IMapStore<RoomTombstone> _tombstones = storage.OpenMap("room-tombstones", RoomTombstoneCodec.Instance, ByEnd, ByOwner);

    public ValueTask<StoredRoom?> FindAsync(BareJid room, CancellationToken cancel = default) => _rooms.GetAsync(room.Host, room.Local!, cancel);

    public async Task<Dictionary<BareJid, RoomMember>> MembersAsync(BareJid room, CancellationToken cancel = default)
    {
        var members = new Dictionary<BareJid, RoomMember>();
        await foreach (var (address, member) in _members.ListAsync(room, cancel).ConfigureAwait(false))
        {
            members.Add(BareJid.Parse(address), member);
        }
        return members;
    }

    public UnitOfWork Save(UnitOfWork unit, BareJid room, StoredRoom stored) => unit.Set(_rooms, room.Host, room.Local!, stored);

    public UnitOfWork Save(UnitOfWork unit, BareJid room, BareJid address, RoomMember? member) => member is null
        ? unit.Remove(_members, room, address.ToString())
        : unit.Set(_members, room, address.ToString(), member);

    /// <summary>The room is no more; what was said in it goes with <see cref="IStorage.EraseOwnerAsync"/>.</summary>
    public UnitOfWork Remove(UnitOfWork unit, BareJid room) => unit.Remove(_rooms, room.Host, room.Local!).RemoveAll(_members, room);

    public ValueTask<RoomTombstone?> FindTombstoneAsync(BareJid room, CancellationToken cancel = default) => _tombstones.GetAsync(room.Host, room.Local!, cancel);

    public UnitOfWork Save(UnitOfWork unit, BareJid room, RoomTombstone tombstone) => unit.Set(_tombstones, room.Host, room.Local!, tombstone);

    public UnitOfWork RemoveTombstone(UnitOfWork unit, BareJid room) => unit.Remove(_tombstones, room.Host, room.Local!);

    /// <summary>How many an account has left behind, up to a bound.</summary>
    public async ValueTask<int> CountTombstonesAsync(BareJid owner, int max, CancellationToken cancel = default)
    {
        int count = 0;
        await foreach (var _ in _tombstones.FindAsync(ByOwner, owner.ToString(), cancel).ConfigureAwait(false))
        {
            if (++count >= max)
            {
                break;
            }
        }
        return count;
    }

    /// <summary>Removes those whose time is over.</summary>
    public async Task TrimTombstonesAsync(DateTimeOffset now, int max, CancellationToken cancel = default)
    {
        var unit = new UnitOfWork();
        await foreach (var entry in _tombstones.RangeAsync(ByEnd, "", EndTerm(now), cancel).ConfigureAwait(false))
        {
            unit.Remove(_tombstones, entry.Owner, entry.Key);
            if (--max <= 0)
            {
                break;
            }
        }
        if (!unit.IsEmpty)
        {
            await storage.Commit(unit);
        }
    }

    /// <summary>The rooms of a service, in the order of their localparts.</summary>
    public IAsyncEnumerable<KeyValuePair<string, StoredRoom>> ListAsync(BareJid service, CancellationToken cancel = default) => _rooms.ListAsync(service, cancel);

    /// <summary>The public rooms of a service with localparts behind the one given, in their order.</summary>
    public async IAsyncEnumerable<KeyValuePair<string, StoredRoom>> PublicAsync(
        BareJid service, string? after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        // A term is the kind with the localpart behind it; U+0001 is in no localpart and sorts before all that are.
        string from = after is null ? "p" : $"p{after}\u0001";
        await foreach (var entry in _rooms.RangeAsync(ByKind, from, "q", cancel).ConfigureAwait(false))
        {
            if (entry.Owner.Equals(service))
            {
                yield return new(entry.Key, entry.Value);
            }
        }
    }

    /// <summary>Rooms that were to last only as long as somebody is in them.</summary>
    public async IAsyncEnumerable<BareJid> TemporaryAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var entry in _rooms.FindAsync(ByKind, "t", cancel).ConfigureAwait(false))
        {
            yield return BareJid.Create(entry.Key, entry.Owner.Domain);
        }
    }

    public async ValueTask<int> CountByCreatorAsync(BareJid creator, int max, CancellationToken cancel = default)
    {
        int count = 0;
        await foreach (var _ in _rooms.FindAsync(ByCreator, creator.ToString(), cancel).ConfigureAwait(false))
        {
            if (++count >= max)
            {
                break;
            }
        }
        return count;
    }

    /// <summary>The rooms that an address has an affiliation with.</summary>
    public async IAsyncEnumerable<(BareJid Room, RoomMember Member)> RoomsOfAsync(
        BareJid address, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var entry in _members.FindAsync(ByAddress, address.ToString(), cancel).ConfigureAwait(false))
        {
            yield return (entry.Owner, entry.Value);
        }
    }

    // Of one length, so that the order of the text is that of time.
    private static string EndTerm(DateTimeOffset end) => end.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Kinds(string key, StoredRoom room)
    {
        if (room.Configuration.IsPublic)
        {
            yield return $"p{key}";
        }
        if (!room.Configuration.IsPersistent)
        {
            yield return "t";
        }
    }
}
