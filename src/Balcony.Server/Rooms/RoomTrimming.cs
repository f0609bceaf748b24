// XEP-0313 §3.2 in rooms: the oldest messages of an archive go when they are too old or too many.
using Balcony.Server.Modules;
using Balcony.Server.Rooms.Features;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Rooms;

/// <summary>Goes through all rooms, a little at a time: each step is one small commit among the others', and the next waits for it.</summary>
internal sealed class RoomTrimming(IStorage storage, RoomDirectory rooms, RoomOptions options, TimeProvider clock)
{
    private readonly ArchiveStore _archives = new(storage);

    public async ValueTask TrimAllAsync(CancellationToken cancel)
    {
        foreach (var service in rooms.All)
        {
            await foreach (var (local, stored) in rooms.Services.Store.ListAsync(service.Address, cancel).ConfigureAwait(false))
            {
                await TrimAsync(service, BareJid.Create(local, service.Address.Domain), stored.Configuration, cancel).ConfigureAwait(false);
            }
        }
    }

    // What an operator said of one room counts, then the shorter of what its owners and the service say.
    private async Task TrimAsync(RoomService service, BareJid room, RoomConfiguration configuration, CancellationToken cancel)
    {
        var own = await _archives.RetentionAsync(room, cancel).ConfigureAwait(false);
        var keepFor = own?.KeepFor ?? options.KeepFor;
        var wanted = TimeSpan.FromDays(configuration.ArchiveDays);
        if (wanted > TimeSpan.Zero && (keepFor == TimeSpan.Zero || wanted < keepFor))
        {
            keepFor = wanted;
        }
        int most = own?.MaxMessages ?? options.MaxArchivedPerRoom;
        if (keepFor > TimeSpan.Zero)
        {
            var from = clock.GetUtcNow() - keepFor;
            await _archives.TrimAsync(room, new Retention(From: from), isDelivered: false, cancel).ConfigureAwait(false);
            service.Find(room)?.Run(DiscussionHistory.ForgetTrimmedAsync);
        }
        if (most > 0)
        {
            await _archives.TrimAsync(room, new Retention(Keep: most), isDelivered: false, cancel).ConfigureAwait(false);
            service.Find(room)?.Run(DiscussionHistory.ForgetTrimmedAsync);
        }
    }
}
