// Archives: order, pages, replacing, trimming.
using System.Globalization;
using System.Text;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Testing.StorageConformance;

internal static class ArchiveCases
{
    private static readonly BareJid Room = BareJid.Parse("balcony@rooms.capulet.lit");
    private static readonly BareJid Other = BareJid.Parse("orchard@rooms.capulet.lit");
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task Entries_are_read_back_as_they_were(StorageRig rig)
    {
        await using var storage = rig.Open();
        var archive = storage.OpenArchive("room");
        var peer = Jid.Parse("balcony@rooms.capulet.lit/Romeo");
        await storage.Commit(new UnitOfWork().Append(archive, Room, Start, Encoding.UTF8.GetBytes("<message/>"), peer, "one").Append(archive, Room, Start, default))
            .AsTask().ConfigureAwait(false);
        var page = await archive.PageAsync(Room, ArchiveQuery.All).ConfigureAwait(false);
        Expect.Equal(2, page.Count, "entries");
        Expect.Equal("one", page[0].Id, "id");
        Expect.Equal(peer, page[0].Peer, "peer");
        Expect.Equal(Start, page[0].Time, "time");
        Expect.Equal("<message/>", Encoding.UTF8.GetString(page[0].Value.Span), "value");
        Expect.Equal(page[1].Position.ToString(CultureInfo.InvariantCulture), page[1].Id, "an id that was not given");
        Expect.Equal(null, page[1].Peer, "no peer");
        Expect.Equal(0, page[1].Value.Length, "empty value");
        Expect.Equal("one", (await archive.GetAsync(Room, "one").ConfigureAwait(false))?.Id, "by id");
        Expect.Equal(null, await archive.GetAsync(Other, "one").ConfigureAwait(false), "another owner's");
    }

    public static async Task Pages_of_any_size_either_way_give_each_entry_once(StorageRig rig)
    {
        await using var storage = rig.Open();
        var archive = storage.OpenArchive("room");
        await FillAsync(storage, archive, 23).ConfigureAwait(false);
        var all = Enumerable.Range(0, 23).Select(Name).ToList();
        for (var size = 1; size <= 24; size++)
        {
            var forward = new List<string>();
            for (long? after = null; ;)
            {
                var page = await archive.PageAsync(Room, new ArchiveQuery { Limit = size, After = after }).ConfigureAwait(false);
                forward.AddRange(page.Select(entry => entry.Id));
                if (page.Count < size) break;
                after = page[^1].Position;
            }
            Expect.Same(all, forward, $"forward by {size}");
            var backward = new List<string>();
            for (long? before = null; ;)
            {
                var page = await archive.PageAsync(Room, new ArchiveQuery { Limit = size, Before = before, IsBackwards = true }).ConfigureAwait(false);
                backward.InsertRange(0, page.Select(entry => entry.Id));
                if (page.Count < size) break;
                before = page[0].Position;
            }
            Expect.Same(all, backward, $"backward by {size}");
        }
    }

    public static async Task A_query_selects_by_peer_and_time(StorageRig rig)
    {
        await using var storage = rig.Open();
        var archive = storage.OpenArchive("room");
        await FillAsync(storage, archive, 20).ConfigureAwait(false);
        var query = new ArchiveQuery { Peer = Peer(1), From = Start.AddMinutes(3), To = Start.AddMinutes(10) };
        var page = await archive.PageAsync(Room, query).ConfigureAwait(false);
        Expect.Same([4, 7], page.Select(entry => int.Parse(entry.Id, CultureInfo.InvariantCulture)), "selected");
        Expect.Equal(2, await archive.CountAsync(Room, query).ConfigureAwait(false), "count");
        Expect.Equal(20, await archive.CountAsync(Room, ArchiveQuery.All).ConfigureAwait(false), "count of all");
    }

    public static async Task Appending_an_identifier_again_replaces_and_moves_it(StorageRig rig)
    {
        await using var storage = rig.Open();
        var archive = storage.OpenArchive("node");
        await storage.Commit(new UnitOfWork().Append(archive, Room, Start, "a"u8.ToArray(), id: "x").Append(archive, Room, Start, "b"u8.ToArray(), id: "y"))
            .AsTask().ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().Append(archive, Room, Start, "c"u8.ToArray(), id: "x")).AsTask().ConfigureAwait(false);
        var page = await archive.PageAsync(Room, ArchiveQuery.All).ConfigureAwait(false);
        Expect.Same(["y=b", "x=c"], page.Select(entry => $"{entry.Id}={Encoding.UTF8.GetString(entry.Value.Span)}"), "entries");
        await storage.Commit(new UnitOfWork().Remove(archive, Room, "y")).AsTask().ConfigureAwait(false);
        Expect.Equal(1, await archive.CountAsync(Room, ArchiveQuery.All).ConfigureAwait(false), "after remove");
    }

    public static async Task Trimming_keeps_the_newest_and_the_young(StorageRig rig)
    {
        await using var storage = rig.Open();
        var archive = storage.OpenArchive("room");
        await FillAsync(storage, archive, 10).ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().Trim(archive, Room, new Retention(From: Start.AddMinutes(2)))).AsTask().ConfigureAwait(false);
        await ExpectAsync(archive, Enumerable.Range(2, 8)).ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().Trim(archive, Room, new Retention(Keep: 3))).AsTask().ConfigureAwait(false);
        await ExpectAsync(archive, Enumerable.Range(7, 3)).ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().Trim(archive, Room, new Retention(Keep: 5))).AsTask().ConfigureAwait(false);
        await ExpectAsync(archive, Enumerable.Range(7, 3)).ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().Trim(archive, Room, new Retention(Keep: 0))).AsTask().ConfigureAwait(false);
        await ExpectAsync(archive, []).ConfigureAwait(false);
    }

    public static async Task Positions_are_never_used_twice(StorageRig rig)
    {
        long last;
        await using (var storage = rig.Open())
        {
            var archive = storage.OpenArchive("room");
            await FillAsync(storage, archive, 3).ConfigureAwait(false);
            last = (await archive.PageAsync(Room, ArchiveQuery.All).ConfigureAwait(false))[^1].Position;
            await storage.Commit(new UnitOfWork().RemoveAll(archive, Room)).AsTask().ConfigureAwait(false);
        }
        await using (var storage = rig.Open())
        {
            var archive = storage.OpenArchive("room");
            await FillAsync(storage, archive, 1).ConfigureAwait(false);
            var next = (await archive.PageAsync(Room, ArchiveQuery.All).ConfigureAwait(false))[0].Position;
            Expect.Equal(true, next > last, $"position {next} after {last}");
        }
    }

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Jid Peer(int number) => Jid.Parse(string.Create(CultureInfo.InvariantCulture, $"{Room}/guest{number % 3}"));

    private static Task FillAsync(IStorage storage, IArchive archive, int count)
    {
        var unit = new UnitOfWork();
        for (var i = 0; i < count; i++)
            unit.Append(archive, Room, Start.AddMinutes(i), Encoding.UTF8.GetBytes(Name(i)), Peer(i), Name(i)).Append(archive, Other, Start, default);
        return storage.Commit(unit).AsTask();
    }

    private static async Task ExpectAsync(IArchive archive, IEnumerable<int> left)
    {
        var page = await archive.PageAsync(Room, ArchiveQuery.All).ConfigureAwait(false);
        Expect.Same(left.Select(Name), page.Select(entry => entry.Id), "left");
    }
}
