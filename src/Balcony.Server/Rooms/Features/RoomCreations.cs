// XEP-0045 §10.1: who may make a room, and that it is locked until its owner has configured it.
using Balcony.Server.Modules;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class RoomCreations(RoomOptions options, RoomDirectory rooms, TimeProvider clock) : RoomFeature
{
    private const int TrimmedAtOnce = 1_000;
    private static readonly TimeSpan TrimInterval = TimeSpan.FromHours(1);

    public override void Register(ModuleBuilder module) =>
        module.Every(TrimInterval, cancel => new ValueTask(rooms.Services.Store.TrimTombstonesAsync(clock.GetUtcNow(), TrimmedAtOnce, cancel)));

    public override async ValueTask<StanzaError?> CheckEntryAsync(Room room, Entry entry)
    {
        if (!entry.IsCreator)
        {
            return null;
        }
        if (await room.EraseLeftoversAsync().ConfigureAwait(false))
        {
            return StanzaError.ResourceConstraint.With("what was said in the last room of this name is being removed");
        }
        var (account, host) = (entry.From.Bare, room.Service.Host);
        if (rooms.Services.IsAdmin(host, account))
        {
            return null;
        }
        if (await rooms.Services.Store.FindTombstoneAsync(room.Address).ConfigureAwait(false) is { } tombstone
            && tombstone.Until > clock.GetUtcNow() && !tombstone.Owners.Contains(account))
        {
            // §10.9, RFC 6120 §8.3.3.5: with the address of what is in its place.
            return StanzaError.Gone with { Alternate = tombstone.Alternate is { } next ? $"xmpp:{next}" : null, Text = tombstone.Reason };
        }
        bool isAllowed = options.Creation switch
        {
            RoomCreation.Anybody => true,
            RoomCreation.Local => rooms.Services.Router.IsLocal(account.Host),
            RoomCreation.SameHost => account.Host.Equals(host),
            _ => false,
        };
        if (!isAllowed || options.ReservedNames.Contains(room.Address.Local, StringComparer.OrdinalIgnoreCase))
        {
            // §7.2.13: there is no such room, and it may not be made.
            return StanzaError.NotAllowed.With("you may not make rooms here");
        }
        if (rooms.Unconfigured.Of(account) >= options.MaxUnconfiguredRoomsPerAccount)
        {
            return StanzaError.ResourceConstraint.With("other rooms that you have made are to be configured first");
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
