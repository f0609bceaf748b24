// The ledger: one journal, each owner's view of it.
using System.Globalization;
using System.Text;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Testing.StorageConformance;

internal static class LedgerCases
{
    private static readonly BareJid Juliet = BareJid.Parse("juliet@capulet.lit");
    private static readonly BareJid Romeo = BareJid.Parse("romeo@montague.lit");
    private static readonly BareJid Nurse = BareJid.Parse("nurse@capulet.lit");
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Small lots, so that every case sees entries in the table, entries behind, and the border between.
    private static readonly StorageOptions SmallLots = new() { LotMessages = 4 };

    public static async Task A_stanza_is_seen_by_each_owner_his_way(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        var record = Record(1, Offline(Juliet, Romeo), new(Romeo, Juliet, LedgerDirection.Outbound));
        await storage.Commit(new UnitOfWork().Append(record)).AsTask().ConfigureAwait(false);
        var hers = (await storage.Ledger.PageAsync(Juliet, LedgerQuery.All).ConfigureAwait(false)).Single();
        var his = (await storage.Ledger.PageAsync(Romeo, LedgerQuery.All).ConfigureAwait(false)).Single();
        Expect.Equal(Offline(Juliet, Romeo), hers.Owner, "hers");
        Expect.Equal(new LedgerOwner(Romeo, Juliet, LedgerDirection.Outbound), his.Owner, "his");
        Expect.Equal(record.Id, hers.Id, "her id");
        Expect.Equal(record.Id, his.Id, "his id");
        Expect.Equal(Start.AddMinutes(1), hers.Time, "time");
        Expect.Equal("<m>1</m>", Text(hers), "stanza");
        Expect.Equal(null, await storage.Ledger.GetAsync(Nurse, record.Id).ConfigureAwait(false), "not hers");
        Expect.Equal(record.Id, (await storage.Ledger.GetAsync(Romeo, record.Id).ConfigureAwait(false))?.Id, "by id");
    }

    public static async Task Identifiers_are_known_at_once_and_grow(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        var (one, two) = (Record(1, Offline(Juliet, Romeo)), Record(2, Offline(Juliet, Romeo)));
        var tickets = new[] { storage.Commit(new UnitOfWork().Append(one)), storage.Commit(new UnitOfWork().Append(two)) };
        Expect.Equal(true, one.Id > 0 && two.Id > one.Id, "order of identifiers");
        foreach (var ticket in tickets) await ticket;
        Expect.Same([one.Id, two.Id], (await storage.Ledger.OfflineAsync(Juliet, 10).ConfigureAwait(false)).Select(entry => entry.Id), "entries");
    }

    public static async Task What_is_replaced_keeps_its_place_and_is_found_no_more(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots with { TextLotMessages = 5 });
        var records = new List<LedgerRecord>();
        for (var i = 0; i < 11; i++)
        {
            var stanza = Encoding.UTF8.GetBytes("<message><body>secret</body></message>");
            records.Add(new LedgerRecord(Start.AddMinutes(i), stanza, new(Juliet, Juliet, LedgerDirection.Inbound, LedgerFlags.ArchiveOnly), new(Romeo, Juliet, LedgerDirection.Outbound)));
            await storage.Commit(new UnitOfWork().Append(records[i])).AsTask().ConfigureAwait(false);
        }
        // One with words in the index, one that is only entered, one of the tail, one that is not his; and one in the unit that appends it.
        byte[] tombstone = Encoding.UTF8.GetBytes("<message><gone/></message>");
        var last = new LedgerRecord(Start.AddMinutes(20), Encoding.UTF8.GetBytes("<message><body>secret</body></message>"), new LedgerOwner(Juliet, Juliet, LedgerDirection.Inbound));
        await storage.Commit(new UnitOfWork().ReplaceEntry(Juliet, records[1].Id, tombstone).ReplaceEntry(Juliet, records[6].Id, tombstone)
            .ReplaceEntry(Romeo, records[10].Id, tombstone).ReplaceEntry(Nurse, records[3].Id, tombstone)
            .ReplaceEntry(Juliet, 0, tombstone).ReplaceEntry(Juliet, long.MaxValue, tombstone)).AsTask().ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().Append(last)).AsTask().ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().RemoveEntry(Romeo, records[1].Id).ReplaceEntry(Juliet, last.Id, tombstone)).AsTask().ConfigureAwait(false);
        var all = await storage.Ledger.PageAsync(Juliet, LedgerQuery.All).ConfigureAwait(false);
        Expect.Same([.. records.Select(record => record.Id), last.Id], all.Select(entry => entry.Id), "all are there");
        Expect.Equal(Start.AddMinutes(6), all[6].Time, "when it was said");
        Expect.Same(
            [records[1].Id, records[6].Id, records[10].Id, last.Id],
            all.Where(entry => entry.Stanza.Span.SequenceEqual(tombstone)).Select(entry => entry.Id), "replaced");
        var found = await storage.Ledger.PageAsync(Juliet, new LedgerQuery { IsArchived = true, Text = TextQuery.Parse("secret") }).ConfigureAwait(false);
        Expect.Same(records.Where((_, place) => place is not (1 or 6 or 10)).Select(record => record.Id), found.Select(entry => entry.Id), "found");
        Expect.Equal(true, (await storage.Ledger.GetAsync(Romeo, records[10].Id).ConfigureAwait(false))!.Stanza.Span.SequenceEqual(tombstone), "his, too");
        Expect.Equal(10, await storage.Ledger.CountAsync(Romeo, LedgerQuery.All).ConfigureAwait(false), "his");
    }

    public static async Task Times_never_go_back(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        await storage.Commit(new UnitOfWork().Append(Record(5, Offline(Juliet, Romeo))).Append(Record(3, Offline(Juliet, Romeo)))).AsTask().ConfigureAwait(false);
        var times = (await storage.Ledger.PageAsync(Juliet, LedgerQuery.All).ConfigureAwait(false)).Select(entry => entry.Time);
        Expect.Same([Start.AddMinutes(5), Start.AddMinutes(5)], times, "times");
    }

    public static async Task What_waits_is_counted_and_removed(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        var records = await FillAsync(storage, 11).ConfigureAwait(false);
        Expect.Equal(11, await storage.Ledger.CountOfflineAsync(Juliet).ConfigureAwait(false), "offline");
        Expect.Equal(0, await storage.Ledger.CountOfflineAsync(Romeo).ConfigureAwait(false), "his offline");
        var first = await storage.Ledger.OfflineAsync(Juliet, 3).ConfigureAwait(false);
        Expect.Same(records.Take(3).Select(record => record.Id), first.Select(entry => entry.Id), "first three");
        await storage.Commit(new UnitOfWork().RemoveEntry(Juliet, records[1].Id).RemoveEntry(Juliet, records[10].Id)).AsTask().ConfigureAwait(false);
        Expect.Equal(9, await storage.Ledger.CountOfflineAsync(Juliet).ConfigureAwait(false), "offline, later");
        Expect.Equal(9, await storage.Ledger.CountAsync(Juliet, LedgerQuery.All).ConfigureAwait(false), "all, later");
        Expect.Equal(5, await storage.Ledger.CountOfflineAsync(Juliet, records[4].Id).ConfigureAwait(false), "offline behind the fifth");
        Expect.Equal(null, await storage.Ledger.GetAsync(Juliet, records[1].Id).ConfigureAwait(false), "removed");
        Expect.Equal(11, await storage.Ledger.CountAsync(Romeo, LedgerQuery.All).ConfigureAwait(false), "his are his");
        var rest = await storage.Ledger.OfflineAsync(Juliet, 100, records[4].Id).ConfigureAwait(false);
        Expect.Same(records.Skip(5).Take(5).Select(record => record.Id), rest.Select(entry => entry.Id), "behind the fifth");
    }

    public static async Task Removing_what_is_not_there_changes_nothing(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        var records = await FillAsync(storage, 6).ConfigureAwait(false);
        var unit = new UnitOfWork().RemoveEntry(Nurse, records[0].Id).RemoveEntry(Nurse, records[5].Id).RemoveEntry(Juliet, 0).RemoveEntry(Juliet, long.MaxValue)
            .RemoveEntry(Juliet, records[2].Id).RemoveEntry(Juliet, records[2].Id);
        await storage.Commit(unit).AsTask().ConfigureAwait(false);
        Expect.Equal(5, await storage.Ledger.CountAsync(Juliet, LedgerQuery.All).ConfigureAwait(false), "hers");
        Expect.Equal(6, await storage.Ledger.CountAsync(Romeo, LedgerQuery.All).ConfigureAwait(false), "his");
    }

    public static async Task A_stanza_may_come_and_go_in_one_unit(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        var unit = new UnitOfWork();
        for (var i = 0; i < 6; i++) unit.Append(Record(i, Offline(Juliet, Romeo)));
        unit.TrimLedger(Juliet, new Retention(Keep: 2)).Append(Record(7, Offline(Juliet, Romeo)));
        await storage.Commit(unit).AsTask().ConfigureAwait(false);
        Expect.Same(["<m>4</m>", "<m>5</m>", "<m>7</m>"], (await storage.Ledger.OfflineAsync(Juliet, 10).ConfigureAwait(false)).Select(Text), "left");
    }

    public static async Task Pages_of_any_size_either_way_give_each_entry_once(StorageRig rig) => await WithPagesAsync(rig, LedgerQuery.All, 23, 23).ConfigureAwait(false);

    public static async Task Pages_of_one_contact_give_each_entry_once(StorageRig rig) =>
        await WithPagesAsync(rig, new LedgerQuery { Contact = Nurse }, 23, 11).ConfigureAwait(false);

    public static async Task Pages_of_a_time_give_each_entry_once(StorageRig rig) =>
        await WithPagesAsync(rig, new LedgerQuery { From = Start.AddMinutes(2), To = Start.AddMinutes(20) }, 23, 18).ConfigureAwait(false);

    public static async Task Trimming_keeps_the_newest_and_the_young(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        await FillAsync(storage, 14).ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().TrimLedger(Juliet, new Retention(From: Start.AddMinutes(3)))).AsTask().ConfigureAwait(false);
        await LeftAsync(storage, Enumerable.Range(3, 11)).ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().TrimLedger(Juliet, new Retention(Keep: 4))).AsTask().ConfigureAwait(false);
        await LeftAsync(storage, Enumerable.Range(10, 4)).ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().TrimLedger(Juliet, new Retention(From: Start.AddMinutes(100)))).AsTask().ConfigureAwait(false);
        await LeftAsync(storage, []).ConfigureAwait(false);
        Expect.Equal(14, await storage.Ledger.CountAsync(Romeo, LedgerQuery.All).ConfigureAwait(false), "his");
    }

    public static async Task Erasing_an_owner_leaves_nothing_of_his_and_all_of_others(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        var (map, archive) = (storage.OpenMap("map", TextCodec.Instance), storage.OpenArchive("archive"));
        var records = await FillAsync(storage, 9).ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().Set(map, Juliet, "k", "v").Set(map, Romeo, "k", "v").Append(archive, Juliet, Start, default)
            .SetSession(Juliet, "session", 7).SetSession(Romeo, "other", 8)).AsTask().ConfigureAwait(false);
        await storage.EraseOwnerAsync(Juliet).ConfigureAwait(false);
        Expect.Equal(0, await storage.Ledger.CountAsync(Juliet, LedgerQuery.All).ConfigureAwait(false), "her entries");
        Expect.Equal(null, await storage.Ledger.GetAsync(Juliet, records[8].Id).ConfigureAwait(false), "her last");
        Expect.Equal(0, await map.CountAsync(Juliet).ConfigureAwait(false), "her values");
        Expect.Equal(0, await archive.CountAsync(Juliet, ArchiveQuery.All).ConfigureAwait(false), "her archive");
        Expect.Equal(null, await storage.Ledger.SessionAsync("session").ConfigureAwait(false), "her session");
        Expect.Equal(9, await storage.Ledger.CountAsync(Romeo, LedgerQuery.All).ConfigureAwait(false), "his entries");
        Expect.Equal("v", await map.GetAsync(Romeo, "k").ConfigureAwait(false), "his value");
        Expect.Equal(new(Romeo, 8, 0), await storage.Ledger.SessionAsync("other").ConfigureAwait(false), "his session");
    }

    public static async Task Erasing_an_owner_who_has_much_takes_many_units(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots with { LotMessages = 100 });
        var archive = storage.OpenArchive("archive");
        var unit = new UnitOfWork();
        for (var i = 0; i < 1_250; i++) unit.Append(Record(i, Offline(Juliet, Romeo), new(Romeo, Juliet, LedgerDirection.Outbound))).Append(archive, Juliet, Start, default);
        await storage.Commit(unit).AsTask().ConfigureAwait(false);
        await storage.EraseOwnerAsync(Juliet).ConfigureAwait(false);
        Expect.Equal(0, await storage.Ledger.CountAsync(Juliet, LedgerQuery.All).ConfigureAwait(false), "her entries");
        Expect.Equal(0, await archive.CountAsync(Juliet, ArchiveQuery.All).ConfigureAwait(false), "her archive");
        Expect.Equal(1_250, await storage.Ledger.CountAsync(Romeo, LedgerQuery.All).ConfigureAwait(false), "his entries");
    }

    public static async Task A_count_that_comes_late_takes_nothing_back(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        await storage.Commit(new UnitOfWork().SetSession(Romeo, "one", 5, 1).SetSession(Romeo, "two", uint.MaxValue - 1)).AsTask().ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().SetSession(Romeo, "one", 4).SetSession(Romeo, "two", 3)).AsTask().ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().SetSession(Romeo, "two", uint.MaxValue)).AsTask().ConfigureAwait(false);
        Expect.Equal(new(Romeo, 5, 1), await storage.Ledger.SessionAsync("one").ConfigureAwait(false), "one");
        Expect.Equal(new(Romeo, 3, 0), await storage.Ledger.SessionAsync("two").ConfigureAwait(false), "behind 2^32");
        await storage.Commit(new UnitOfWork().SetSession(Romeo, "one", 7).SetSession(Romeo, "one", 6, 9)).AsTask().ConfigureAwait(false);
        Expect.Equal(new(Romeo, 7, 9), await storage.Ledger.SessionAsync("one").ConfigureAwait(false), "in one unit");
    }

    public static async Task Sessions_are_found_by_their_age_and_others_stay(StorageRig rig)
    {
        var clock = new TestClock(Start);
        await using var storage = rig.Open(SmallLots, clock);
        var unit = new UnitOfWork();
        foreach (var session in (string[])["one", "two", "three", "four"]) unit.SetSession(Romeo, session, 5, 6);
        await storage.Commit(unit).AsTask().ConfigureAwait(false);
        clock.Advance(TimeSpan.FromDays(2));
        // The clients of two are still there: one sends something.
        await storage.Commit(new UnitOfWork().SetSession(Romeo, "two", 6).TouchSession("three").TouchSession("nobody").SetSession(Juliet, "new", 1)).AsTask().ConfigureAwait(false);
        Expect.Same([], await storage.Ledger.OldSessionsAsync(Start, 10).ConfigureAwait(false), "before all");
        Expect.Equal(1, (await storage.Ledger.OldSessionsAsync(Start.AddDays(1), 1).ConfigureAwait(false)).Count, "a page");
        var old = await storage.Ledger.OldSessionsAsync(Start.AddDays(1), 10).ConfigureAwait(false);
        Expect.Same(["four", "one"], old.Order(StringComparer.Ordinal), "old ones");
        unit = new UnitOfWork();
        foreach (var session in old) unit.EndSession(session);
        await storage.Commit(unit).AsTask().ConfigureAwait(false);
        Expect.Equal(null, await storage.Ledger.SessionAsync("one").ConfigureAwait(false), "removed");
        Expect.Equal(null, await storage.Ledger.SessionAsync("nobody").ConfigureAwait(false), "touched only");
        Expect.Equal(new(Romeo, 6, 6), await storage.Ledger.SessionAsync("two").ConfigureAwait(false), "set again");
        Expect.Equal(new(Romeo, 5, 6), await storage.Ledger.SessionAsync("three").ConfigureAwait(false), "touched");
        Expect.Equal(3, (await storage.Ledger.OldSessionsAsync(Start.AddDays(3), 10).ConfigureAwait(false)).Count, "all that are left");
    }

    public static async Task A_session_is_the_last_one_committed(StorageRig rig)
    {
        await using (var storage = rig.Open(SmallLots))
        {
            Expect.Equal(null, await storage.Ledger.SessionAsync("s").ConfigureAwait(false), "unknown");
            await storage.Commit(new UnitOfWork().Append(Record(1, Offline(Juliet, Romeo))).SetSession(Romeo, "s", 1, 40).SetSession(Romeo, "s", 2)
                .SetSession(Romeo, "t", uint.MaxValue).SetSession(Romeo, "u", 1).EndSession("u")).AsTask().ConfigureAwait(false);
        }
        await using (var storage = rig.Open(SmallLots))
        {
            Expect.Equal(new(Romeo, 2, 40), await storage.Ledger.SessionAsync("s").ConfigureAwait(false), "s");
            Expect.Equal(new(Romeo, uint.MaxValue, 0), await storage.Ledger.SessionAsync("t").ConfigureAwait(false), "t");
            Expect.Equal(null, await storage.Ledger.SessionAsync("u").ConfigureAwait(false), "u");
            await storage.Commit(new UnitOfWork().SetSession(Romeo, "s", 3).SetSession(Romeo, "t", 0, long.MaxValue)).AsTask().ConfigureAwait(false);
            Expect.Equal(new(Romeo, 3, 40), await storage.Ledger.SessionAsync("s").ConfigureAwait(false), "s, later");
            Expect.Equal(new(Romeo, 0, long.MaxValue), await storage.Ledger.SessionAsync("t").ConfigureAwait(false), "t, later");
            await storage.Commit(new UnitOfWork().EndSession("s")).AsTask().ConfigureAwait(false);
            Expect.Equal(null, await storage.Ledger.SessionAsync("s").ConfigureAwait(false), "ended");
        }
    }

    public static async Task What_a_device_has_to_get_is_inbound_and_not_of_the_archive_only(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        LedgerRecord[] records =
        [
            Record(0, Offline(Juliet, Romeo)), Record(1, Offline(Juliet, Romeo, LedgerFlags.UntilDelivered)), Record(2, Offline(Juliet, Romeo, LedgerFlags.ArchiveOnly)),
            Record(3, new LedgerOwner(Juliet, Romeo, LedgerDirection.Outbound)), Record(4, new LedgerOwner(Juliet, Romeo, LedgerDirection.Outbound, LedgerFlags.ArchiveOnly)),
            Record(5, Offline(Juliet, Romeo)),
        ];
        foreach (var record in records)
        {
            await storage.Commit(new UnitOfWork().Append(record)).AsTask().ConfigureAwait(false);
        }
        Expect.Same(["<m>0</m>", "<m>1</m>", "<m>5</m>"], (await storage.Ledger.OfflineAsync(Juliet, 10).ConfigureAwait(false)).Select(Text), "offline");
        Expect.Same(["<m>1</m>"], (await storage.Ledger.OfflineAsync(Juliet, 1, records[0].Id).ConfigureAwait(false)).Select(Text), "behind the first");
        Expect.Equal(3, await storage.Ledger.CountOfflineAsync(Juliet).ConfigureAwait(false), "counted");
        Expect.Equal(1, await storage.Ledger.CountOfflineAsync(Juliet, records[1].Id).ConfigureAwait(false), "counted behind the second");
        Expect.Same(records.Select(record => record.Owners[0]), (await storage.Ledger.PageAsync(Juliet, LedgerQuery.All).ConfigureAwait(false)).Select(entry => entry.Owner), "all");
    }

    public static async Task The_secret_stays(StorageRig rig)
    {
        byte[] secret;
        await using (var storage = rig.Open()) secret = storage.Secret.ToArray();
        Expect.Equal(32, secret.Length, "length");
        await using (var storage = rig.Open()) Expect.Same(secret, storage.Secret.ToArray(), "secret");
    }

    public static async Task Opened_again_it_is_the_same_and_goes_on(StorageRig rig)
    {
        LedgerRecord[] records;
        await using (var storage = rig.Open(SmallLots))
        {
            records = await FillAsync(storage, 10).ConfigureAwait(false);
            await storage.Commit(new UnitOfWork().RemoveEntry(Juliet, records[9].Id).RemoveEntry(Juliet, records[0].Id)).AsTask().ConfigureAwait(false);
        }
        await using (var storage = rig.Open(SmallLots))
        {
            await LeftAsync(storage, Enumerable.Range(1, 8)).ConfigureAwait(false);
            Expect.Equal(8, await storage.Ledger.CountOfflineAsync(Juliet).ConfigureAwait(false), "offline");
            var next = Record(0, Offline(Juliet, Romeo));
            await storage.Commit(new UnitOfWork().Append(next)).AsTask().ConfigureAwait(false);
            Expect.Equal(true, next.Id > records[9].Id, "a new identifier");
            Expect.Equal(Start.AddMinutes(9), next.Time, "a time that is not before");
        }
    }

    private static async Task WithPagesAsync(StorageRig rig, LedgerQuery query, int count, int selected)
    {
        await using var storage = rig.Open(SmallLots);
        await FillAsync(storage, count).ConfigureAwait(false);
        // Enough to fill a page with another's before one's own.
        var all = (await storage.Ledger.PageAsync(Juliet, query with { Limit = 1000 }).ConfigureAwait(false)).Select(entry => entry.Id).ToList();
        Expect.Equal(selected, all.Count, "selected");
        Expect.Equal(selected, await storage.Ledger.CountAsync(Juliet, query).ConfigureAwait(false), "counted");
        for (var size = 1; size <= selected + 1; size++)
        {
            var forward = new List<long>();
            for (long? after = null; ;)
            {
                var page = await storage.Ledger.PageAsync(Juliet, query with { Limit = size, After = after }).ConfigureAwait(false);
                forward.AddRange(page.Select(entry => entry.Id));
                if (page.Count < size) break;
                after = page[^1].Id;
            }
            Expect.Same(all, forward, $"forward by {size}");
            var backward = new List<long>();
            for (long? before = null; ;)
            {
                var page = await storage.Ledger.PageAsync(Juliet, query with { Limit = size, Before = before, IsBackwards = true }).ConfigureAwait(false);
                backward.InsertRange(0, page.Select(entry => entry.Id));
                if (page.Count < size) break;
                before = page[0].Id;
            }
            Expect.Same(all, backward, $"backward by {size}");
        }
    }

    private static LedgerOwner Offline(BareJid owner, BareJid contact, LedgerFlags flags = LedgerFlags.None) => new(owner, contact, LedgerDirection.Inbound, flags);

    private static LedgerRecord Record(int number, params LedgerOwner[] owners) => new(
        Start.AddMinutes(number), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<m>{number}</m>")), owners);

    // From Romeo and the nurse in turn, kept by Juliet and Romeo; each in a commit of its own.
    private static async Task<LedgerRecord[]> FillAsync(IStorage storage, int count)
    {
        var records = new LedgerRecord[count];
        for (var i = 0; i < count; i++)
        {
            records[i] = Record(i, Offline(Juliet, i % 2 == 0 ? Romeo : Nurse), new(Romeo, Juliet, LedgerDirection.Outbound));
            await storage.Commit(new UnitOfWork().Append(records[i])).AsTask().ConfigureAwait(false);
        }
        return records;
    }

    private static async Task LeftAsync(IStorage storage, IEnumerable<int> numbers)
    {
        var page = await storage.Ledger.PageAsync(Juliet, LedgerQuery.All).ConfigureAwait(false);
        Expect.Same(numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"<m>{number}</m>")), page.Select(Text), "left");
    }

    private static string Text(LedgerEntry entry) => Encoding.UTF8.GetString(entry.Stanza.Span);
}
