// Units of work: order, atomicity, tickets, many at once.
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Testing.StorageConformance;

internal static class CommitCases
{
    private static readonly BareJid Juliet = BareJid.Parse("juliet@capulet.lit");
    private static readonly BareJid Romeo = BareJid.Parse("romeo@montague.lit");
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task A_unit_spans_shapes_and_owners(StorageRig rig)
    {
        await using var storage = rig.Open();
        var (value, map, archive) = Open(storage);
        var unit = new UnitOfWork().Set(value, Juliet, "v").Set(map, Romeo, "k", "m").Append(archive, Juliet, Start, default, id: "a")
            .Append(new LedgerRecord(Start, default, new LedgerOwner(Romeo, Juliet, LedgerDirection.Inbound)));
        await storage.Commit(unit).AsTask().ConfigureAwait(false);
        Expect.Equal("v", await value.GetAsync(Juliet).ConfigureAwait(false), "value");
        Expect.Equal("m", await map.GetAsync(Romeo, "k").ConfigureAwait(false), "map");
        Expect.Equal(1, await archive.CountAsync(Juliet, ArchiveQuery.All).ConfigureAwait(false), "archive");
        Expect.Equal(1, await storage.Ledger.CountAsync(Romeo, LedgerQuery.All).ConfigureAwait(false), "ledger");
    }

    public static async Task Operations_of_a_unit_happen_in_their_order(StorageRig rig)
    {
        await using var storage = rig.Open();
        var (value, map, archive) = Open(storage);
        await storage.Commit(new UnitOfWork().Set(map, Juliet, "old", "1")).AsTask().ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().RemoveAll(map, Juliet).Set(map, Juliet, "new", "1").Set(value, Juliet, "1").Remove(value, Juliet)
            .Append(archive, Juliet, Start, default, id: "gone").EraseOwner(Romeo).Remove(archive, Juliet, "gone")).AsTask().ConfigureAwait(false);
        Expect.Same(["new"], (await Expect.ListAsync(map.ListAsync(Juliet)).ConfigureAwait(false)).Select(item => item.Key), "map");
        Expect.Equal(null, await value.GetAsync(Juliet).ConfigureAwait(false), "value");
        Expect.Equal(0, await archive.CountAsync(Juliet, ArchiveQuery.All).ConfigureAwait(false), "archive");
    }

    public static async Task Units_are_applied_in_the_order_of_their_commits(StorageRig rig)
    {
        await using var storage = rig.Open();
        var (value, _, _) = Open(storage);
        var last = CommitTicket.Completed;
        for (var i = 0; i < 500; i++) last = storage.Commit(new UnitOfWork().Set(value, Juliet, i.ToString(CultureInfo.InvariantCulture)));
        await last;
        Expect.Equal("499", await value.GetAsync(Juliet).ConfigureAwait(false), "the last one's");
    }

    public static async Task Callbacks_come_in_the_order_of_the_commits(StorageRig rig)
    {
        await using var storage = rig.Open();
        var (value, _, _) = Open(storage);
        var seen = new ConcurrentQueue<int>();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var i = 0; i < 1_000; i++)
        {
            var number = i;
            storage.Commit(new UnitOfWork().Set(value, Juliet, "")).OnCompleted(
                (ticket, _) =>
                {
                    if (ticket.IsFailed) done.TrySetException(ticket.Error!);
                    seen.Enqueue(number);
                    if (number == 999) done.TrySetResult();
                },
                null);
        }
        await done.Task.ConfigureAwait(false);
        Expect.Same(Enumerable.Range(0, 1_000), seen, "order");
    }

    public static async Task A_completed_ticket_calls_back_at_once(StorageRig rig)
    {
        await using var storage = rig.Open();
        var ticket = storage.Commit(new UnitOfWork());
        await ticket;
        Expect.Equal((true, false), (ticket.IsCompleted, ticket.IsFailed), "completed");
        var isCalled = false;
        ticket.OnCompleted((_, state) => isCalled = state is "state", "state");
        Expect.Equal(true, isCalled, "called");
    }

    public static async Task A_unit_is_committed_once(StorageRig rig)
    {
        await using var storage = rig.Open();
        var unit = new UnitOfWork();
        await storage.Commit(unit).AsTask().ConfigureAwait(false);
        try
        {
            _ = storage.Commit(unit);
        }
        catch (InvalidOperationException)
        {
            return;
        }
        throw new ConformanceException("committed twice");
    }

    public static async Task Many_threads_lose_nothing_and_see_what_they_wrote(StorageRig rig)
    {
        await using var storage = rig.Open(new StorageOptions { LotMessages = 50 });
        var (_, map, _) = Open(storage);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => WriteAsync(storage, map, writer)))).ConfigureAwait(false);
        Expect.Equal(8 * 60, await map.CountAsync(Juliet).ConfigureAwait(false), "values");
        Expect.Equal(8 * 40, await storage.Ledger.CountOfflineAsync(Juliet).ConfigureAwait(false), "pending");
        var entries = await storage.Ledger.PageAsync(Juliet, LedgerQuery.All with { Limit = 1_000 }).ConfigureAwait(false);
        Expect.Equal(8 * 40, entries.Select(entry => Encoding.UTF8.GetString(entry.Stanza.Span)).Distinct().Count(), "entries");
        Expect.Same(entries.Select(entry => entry.Id).Order(), entries.Select(entry => entry.Id), "order");
    }

    private static async Task WriteAsync(IStorage storage, IMapStore<string> map, int writer)
    {
        for (var i = 0; i < 60; i++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{writer}-{i}");
            var record = new LedgerRecord(
                Start, Encoding.UTF8.GetBytes(key), new LedgerOwner(Juliet, Romeo, LedgerDirection.Inbound, LedgerFlags.None),
                new LedgerOwner(Romeo, Juliet, LedgerDirection.Outbound));
            await storage.Commit(new UnitOfWork().Set(map, Juliet, key, key).Append(record).SetSession(Romeo, $"{writer}", (uint)i)).AsTask().ConfigureAwait(false);
            Expect.Equal(key, await map.GetAsync(Juliet, key).ConfigureAwait(false), "own value");
            Expect.Equal(record.Id, (await storage.Ledger.GetAsync(Juliet, record.Id).ConfigureAwait(false))?.Id, "own entry");
            if (i % 3 == 0) await storage.Commit(new UnitOfWork().RemoveEntry(Juliet, record.Id)).AsTask().ConfigureAwait(false);
            var pending = await storage.Ledger.OfflineAsync(Juliet, 1_000).ConfigureAwait(false);
            Expect.Equal(pending.Count, pending.Select(entry => entry.Id).Distinct().Count(), "no entry twice");
            Expect.Equal(i % 3 != 0, pending.Any(entry => entry.Id == record.Id), "own entry among the pending");
        }
    }

    private static (IValueStore<string> Value, IMapStore<string> Map, IArchive Archive) Open(IStorage storage) =>
        (storage.OpenValue("value", TextCodec.Instance), storage.OpenMap("map", TextCodec.Instance), storage.OpenArchive("archive"));
}
