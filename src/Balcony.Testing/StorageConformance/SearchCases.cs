// The ledger as an archive: what a client may ask of it, and the words of its messages.
using System.Globalization;
using System.Text;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Testing.StorageConformance;

internal static class SearchCases
{
    private static readonly BareJid Juliet = BareJid.Parse("juliet@capulet.lit");
    private static readonly BareJid Romeo = BareJid.Parse("romeo@montague.lit");
    private static readonly BareJid Nurse = BareJid.Parse("nurse@capulet.lit");
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Small lots, so that every case sees words in the index, entries that are not in it, and those that have no entries yet.
    private static readonly StorageOptions SmallLots = new() { LotMessages = 4, TextLotMessages = 5 };

    public static async Task Only_what_is_archived_is_in_an_archive(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        var records = new List<LedgerRecord>();
        foreach (var flags in (LedgerFlags[])[LedgerFlags.None, LedgerFlags.UntilDelivered, LedgerFlags.ArchiveOnly, LedgerFlags.UntilDelivered, LedgerFlags.None, LedgerFlags.None])
        {
            records.Add(await AppendAsync(storage, "a word", flags).ConfigureAwait(false));
        }
        long[] archived = [records[0].Id, records[2].Id, records[4].Id, records[5].Id];
        var page = await storage.Ledger.ArchiveAsync(Juliet, LedgerQuery.All, []).ConfigureAwait(false);
        Expect.Same(archived, page.Entries.Select(entry => entry.Id), "all");
        Expect.Equal(true, page.IsComplete, "all of it");
        page = await storage.Ledger.ArchiveAsync(Juliet, new LedgerQuery { Text = TextQuery.Parse("word") }, []).ConfigureAwait(false);
        Expect.Same(archived, page.Entries.Select(entry => entry.Id), "found");
        Expect.Equal(4, await storage.Ledger.CountAsync(Juliet, new LedgerQuery { IsArchived = true }).ConfigureAwait(false), "counted");
        Expect.Equal(3, await storage.Ledger.CountAsync(Juliet, new LedgerQuery { IsArchived = true }, 3).ConfigureAwait(false), "counted up to three");
    }

    public static async Task A_page_of_an_archive_says_whether_there_is_more(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        var records = await FillAsync(storage, 9).ConfigureAwait(false);
        foreach (var limit in (int[])[0, 1, 8, 9, 10])
        {
            var first = await storage.Ledger.ArchiveAsync(Juliet, new LedgerQuery { Limit = limit }, []).ConfigureAwait(false);
            Expect.Same(records.Take(limit).Select(record => record.Id), first.Entries.Select(entry => entry.Id), $"first {limit}");
            Expect.Equal(limit >= 9, first.IsComplete, $"first {limit} complete");
            var last = await storage.Ledger.ArchiveAsync(Juliet, new LedgerQuery { Limit = limit, IsBackwards = true }, []).ConfigureAwait(false);
            Expect.Same(records.TakeLast(limit).Select(record => record.Id), last.Entries.Select(entry => entry.Id), $"last {limit}");
            Expect.Equal(limit >= 9, last.IsComplete, $"last {limit} complete");
        }
        var behind = await storage.Ledger.ArchiveAsync(Juliet, new LedgerQuery { After = records[6].Id, Limit = 2 }, [records[6].Id]).ConfigureAwait(false);
        Expect.Equal(true, behind.IsComplete && behind.HasKnown && behind.Entries.Count == 2, "the last two");
    }

    public static async Task An_archive_knows_whether_it_has_what_is_asked_for(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        var records = await FillAsync(storage, 10).ConfigureAwait(false);
        var waiting = await AppendAsync(storage, "soon gone", LedgerFlags.UntilDelivered).ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().RemoveEntry(Juliet, records[1].Id).RemoveEntry(Juliet, records[9].Id)).AsTask().ConfigureAwait(false);
        async Task<bool> HasAsync(BareJid owner, params long[] ids) =>
            (await storage.Ledger.ArchiveAsync(owner, LedgerQuery.All, ids).ConfigureAwait(false)).HasKnown;

        Expect.Equal(true, await HasAsync(Juliet).ConfigureAwait(false), "nothing");
        Expect.Equal(true, await HasAsync(Juliet, records[0].Id, records[8].Id, records[0].Id).ConfigureAwait(false), "the first and the ninth");
        Expect.Equal(false, await HasAsync(Juliet, records[0].Id, records[1].Id).ConfigureAwait(false), "a removed one");
        Expect.Equal(false, await HasAsync(Juliet, records[9].Id).ConfigureAwait(false), "a removed one that had no entry yet");
        Expect.Equal(true, await HasAsync(Romeo, records[1].Id, records[9].Id).ConfigureAwait(false), "his");
        Expect.Equal(false, await HasAsync(Nurse, records[0].Id).ConfigureAwait(false), "not hers");
        Expect.Equal(false, await HasAsync(Juliet, waiting.Id).ConfigureAwait(false), "one that only waits");
        Expect.Equal(false, await HasAsync(Juliet, long.MaxValue).ConfigureAwait(false), "one that never was");
    }

    public static async Task Several_entries_are_read_at_once(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        var records = await FillAsync(storage, 7).ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().RemoveEntry(Juliet, records[2].Id)).AsTask().ConfigureAwait(false);
        long[] asked = [records[6].Id, records[2].Id, records[0].Id, records[6].Id, 0, long.MaxValue];
        Expect.Same([records[0].Id, records[6].Id], (await storage.Ledger.GetAsync(Juliet, asked).ConfigureAwait(false)).Select(entry => entry.Id), "hers");
        Expect.Equal(0, (await storage.Ledger.GetAsync(Nurse, asked).ConfigureAwait(false)).Count, "the nurse's");
    }

    public static async Task An_exact_address_is_the_sender_or_the_recipient(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        for (var i = 0; i < 12; i++)
        {
            var (phone, isOutbound) = (i % 2 == 0, i % 3 == 0);
            var address = Romeo + (phone ? "/phone" : "/desk");
            var stanza = isOutbound ? $"<message from='{Juliet}/x' to='{address}'/>" : $"<message from='{address}' to='{Juliet}/phone'/>";
            await storage.Commit(new UnitOfWork().Append(new LedgerRecord(
                Start, Encoding.UTF8.GetBytes(stanza), new LedgerOwner(Juliet, Romeo, isOutbound ? LedgerDirection.Outbound : LedgerDirection.Inbound))))
                .AsTask().ConfigureAwait(false);
        }
        foreach (var (resource, count) in ((string, int)[])[("phone", 6), ("desk", 6), ("x", 0)])
        {
            var query = new LedgerQuery { Peer = Romeo.WithResource(resource) };
            Expect.Equal(count, (await storage.Ledger.PageAsync(Juliet, query).ConfigureAwait(false)).Count, resource);
            Expect.Equal(count, await storage.Ledger.CountAsync(Juliet, query).ConfigureAwait(false), resource + " counted");
        }
        Expect.Equal(0, (await storage.Ledger.PageAsync(Juliet, new LedgerQuery { Peer = Nurse.WithResource("phone") }).ConfigureAwait(false)).Count, "nurse");
    }

    public static async Task Words_are_found_whatever_their_case_and_accents(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        string[] texts =
        [
            "Wherefore art thou, ROMEO?", "Où est Roméo &lt;caché&gt;?", "Ромео, где ты? Ёлка", "東京でロミオを見た", "rom eo", "numbers 12 and 345", "naïve_words-joined:here",
            "\U0001D411omeo in bold", "A line\nand another", "ｆｕｌｌ ｗｉｄｔｈ",
        ];
        foreach (var text in texts) await AppendAsync(storage, text).ConfigureAwait(false);
        await FoundAsync("romeo", 0, 1, 7).ConfigureAwait(false);
        await FoundAsync("THOU wherefore", 0).ConfigureAwait(false);
        await FoundAsync("ou cache", 1).ConfigureAwait(false);
        await FoundAsync("елка ромео", 2).ConfigureAwait(false);
        await FoundAsync("東京", 3).ConfigureAwait(false);
        await FoundAsync("京東").ConfigureAwait(false);
        await FoundAsync("ロミオ", 3).ConfigureAwait(false);
        await FoundAsync("345", 5).ConfigureAwait(false);
        await FoundAsync("34").ConfigureAwait(false);
        await FoundAsync("words naive", 6).ConfigureAwait(false);
        await FoundAsync("another line", 8).ConfigureAwait(false);
        await FoundAsync("full", 9).ConfigureAwait(false);
        await FoundAsync("\"romeo\" OR thou*", []).ConfigureAwait(false);
        await FoundAsync("?!").ConfigureAwait(false);
        await FoundAsync("_").ConfigureAwait(false);

        async Task FoundAsync(string text, params int[] places)
        {
            var found = await storage.Ledger.PageAsync(Juliet, new LedgerQuery { Text = TextQuery.Parse(text), IsArchived = true }).ConfigureAwait(false);
            Expect.Same(places, found.Select(entry => (int)(entry.Time - Start).TotalMinutes), text);
        }
    }

    public static async Task Only_bodies_are_searched(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        string[] stanzas =
        [
            "<message from='word@a'><subject>word</subject></message>", "<message><body xml:lang='en'>first</body><body xml:lang='la'>verbum word</body></message>",
            "<message><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'><body>word</body></message></forwarded></message>",
            "<message><body/></message>", "<message><html xmlns='http://jabber.org/protocol/xhtml-im'><body xmlns='http://www.w3.org/1999/xhtml'>word</body></html></message>",
        ];
        foreach (var stanza in stanzas)
        {
            await storage.Commit(new UnitOfWork().Append(new LedgerRecord(
                Start, Encoding.UTF8.GetBytes(stanza), new LedgerOwner(Juliet, Romeo, LedgerDirection.Inbound)))).AsTask().ConfigureAwait(false);
        }
        // Enough behind them for their words to be in the index.
        await FillAsync(storage, 12).ConfigureAwait(false);
        var found = await storage.Ledger.PageAsync(Juliet, new LedgerQuery { Text = TextQuery.Parse("word") }).ConfigureAwait(false);
        Expect.Same([stanzas[1]], found.Select(entry => Encoding.UTF8.GetString(entry.Stanza.Span)), "found");
    }

    public static async Task Found_pages_of_any_size_either_way_give_each_entry_once(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        var records = await FillAsync(storage, 40).ConfigureAwait(false);
        foreach (var query in (LedgerQuery[])[new() { Text = TextQuery.Parse("third") }, new() { Text = TextQuery.Parse("third"), Contact = Romeo }])
        {
            var expected = records.Where((_, number) => number % 3 == 0 && (query.Contact is null || number % 2 == 0)).Select(record => record.Id).ToList();
            Expect.Equal(expected.Count, await storage.Ledger.CountAsync(Juliet, query).ConfigureAwait(false), "counted");
            for (var size = 1; size <= expected.Count + 1; size++)
            {
                var forward = new List<long>();
                for (long? after = null; ;)
                {
                    var page = await storage.Ledger.ArchiveAsync(Juliet, query with { Limit = size, After = after }, []).ConfigureAwait(false);
                    forward.AddRange(page.Entries.Select(entry => entry.Id));
                    if (page.IsComplete) break;
                    after = forward[^1];
                }
                Expect.Same(expected, forward, $"forward by {size}");
                var backward = new List<long>();
                for (long? before = null; ;)
                {
                    var page = await storage.Ledger.ArchiveAsync(Juliet, query with { Limit = size, Before = before, IsBackwards = true }, []).ConfigureAwait(false);
                    backward.InsertRange(0, page.Entries.Select(entry => entry.Id));
                    if (page.IsComplete) break;
                    before = backward[0];
                }
                Expect.Same(expected, backward, $"backward by {size}");
            }
        }
    }

    // A store may look at some thousands of entries before it asks its index: words are found before that border, across it and behind it.
    public static async Task Common_and_rare_words_are_found_in_a_long_archive(StorageRig rig)
    {
        const int Count = 5_000;
        await using var storage = rig.Open(new StorageOptions { LotMessages = 500, TextLotMessages = 500 });
        var records = new LedgerRecord[Count];
        CommitTicket? last = null;
        for (var i = 0; i < Count; i++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"<message><body>common{(i % 1_000 == 17 ? " rare" : "")}{(i == Count - 1 ? " newest" : "")}</body></message>");
            records[i] = new LedgerRecord(Start.AddMinutes(i), Encoding.UTF8.GetBytes(text), new LedgerOwner(Juliet, i % 2 == 0 ? Romeo : Nurse, LedgerDirection.Inbound));
            last = storage.Commit(new UnitOfWork().Append(records[i]));
        }
        await last!.AsTask().ConfigureAwait(false);
        var rare = records.Where((_, i) => i % 1_000 == 17).Select(record => record.Id).ToList();
        foreach (var isBackwards in (bool[])[false, true])
        {
            await FoundAsync("rare", 10, isBackwards, rare).ConfigureAwait(false);
            await FoundAsync("rare", 2, isBackwards, isBackwards ? rare.TakeLast(2) : rare.Take(2)).ConfigureAwait(false);
            await FoundAsync("rare common", 10, isBackwards, rare).ConfigureAwait(false);
            await FoundAsync("newest", 10, isBackwards, [records[^1].Id]).ConfigureAwait(false);
            await FoundAsync("absent", 10, isBackwards, []).ConfigureAwait(false);
            await FoundAsync("common", 10, isBackwards, (isBackwards ? records.TakeLast(10) : records.Take(10)).Select(record => record.Id)).ConfigureAwait(false);
        }

        async Task FoundAsync(string text, int limit, bool isBackwards, IEnumerable<long> expected)
        {
            var query = new LedgerQuery { Text = TextQuery.Parse(text), Limit = limit, IsBackwards = isBackwards, IsArchived = true };
            var found = await storage.Ledger.PageAsync(Juliet, query).ConfigureAwait(false);
            Expect.Same(expected, found.Select(entry => entry.Id), $"{text} {limit} {isBackwards}");
        }
    }

    public static async Task What_is_removed_is_not_found_any_more(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        var records = await FillAsync(storage, 24).ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().RemoveEntry(Juliet, records[0].Id).RemoveEntry(Juliet, records[21].Id)).AsTask().ConfigureAwait(false);
        Expect.Equal(6, await ThirdsAsync(Juliet).ConfigureAwait(false), "hers");
        Expect.Equal(8, await ThirdsAsync(Romeo).ConfigureAwait(false), "his");
        await storage.Commit(new UnitOfWork().TrimLedger(Juliet, new Retention(Keep: 10))).AsTask().ConfigureAwait(false);
        Expect.Equal(2, await ThirdsAsync(Juliet).ConfigureAwait(false), "hers, trimmed");
        await storage.EraseOwnerAsync(Romeo).ConfigureAwait(false);
        Expect.Equal(0, await ThirdsAsync(Romeo).ConfigureAwait(false), "his, erased");
        Expect.Equal(2, await ThirdsAsync(Juliet).ConfigureAwait(false), "hers are hers");

        async Task<int> ThirdsAsync(BareJid owner) =>
            (await storage.Ledger.PageAsync(owner, new LedgerQuery { Text = TextQuery.Parse("third") }).ConfigureAwait(false)).Count;
    }

    public static async Task Trimming_has_a_limit_and_leaves_what_is_younger(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        var records = await FillAsync(storage, 12).ConfigureAwait(false);
        var all = new Retention(From: Start.AddDays(1));
        await TrimAsync(all, long.MaxValue, 2, left: 10).ConfigureAwait(false);
        await TrimAsync(all, records[4].Id, 100, left: 7).ConfigureAwait(false);
        await TrimAsync(new Retention(Keep: 3), records[6].Id, 100, left: 5).ConfigureAwait(false);
        await TrimAsync(new Retention(Keep: 3), long.MaxValue, 1, left: 4).ConfigureAwait(false);
        await TrimAsync(new Retention(From: Start.AddMinutes(9), Keep: 3), long.MaxValue, 100, left: 3).ConfigureAwait(false);
        await TrimAsync(new Retention(From: Start.AddMinutes(10), Keep: 1), long.MaxValue, 1, left: 2).ConfigureAwait(false);
        await TrimAsync(all, long.MaxValue, 0, left: 2).ConfigureAwait(false);

        async Task TrimAsync(Retention retention, long upTo, int limit, int left)
        {
            await storage.Commit(new UnitOfWork().TrimLedger(Juliet, retention, upTo, limit)).AsTask().ConfigureAwait(false);
            Expect.Same(
                records.TakeLast(left).Select(record => record.Id),
                (await storage.Ledger.PageAsync(Juliet, LedgerQuery.All).ConfigureAwait(false)).Select(entry => entry.Id), $"left {left}");
        }
    }

    public static async Task An_index_that_was_off_takes_in_what_it_missed(StorageRig rig)
    {
        await using (var storage = rig.Open(SmallLots)) await FillAsync(storage, 9).ConfigureAwait(false);
        await using (var storage = rig.Open(SmallLots with { HasTextIndex = false }))
        {
            var records = await FillAsync(storage, 16).ConfigureAwait(false);
            await storage.Commit(new UnitOfWork().RemoveEntry(Juliet, records[0].Id)).AsTask().ConfigureAwait(false);
            await FoundAsync(storage, 8).ConfigureAwait(false);
        }
        await using (var storage = rig.Open(SmallLots))
        {
            await FillAsync(storage, 1).ConfigureAwait(false);
            await FoundAsync(storage, 9).ConfigureAwait(false);
        }

        static async Task FoundAsync(IStorage storage, int count) => Expect.Equal(
            count, (await storage.Ledger.PageAsync(Juliet, new LedgerQuery { Text = TextQuery.Parse("third") }).ConfigureAwait(false)).Count, "found");
    }

    private static async Task<LedgerRecord> AppendAsync(IStorage storage, string text, LedgerFlags flags = LedgerFlags.None)
    {
        var number = await storage.Ledger.CountAsync(Juliet, LedgerQuery.All).ConfigureAwait(false);
        var record = new LedgerRecord(
            Start.AddMinutes(number), Encoding.UTF8.GetBytes($"<message><body>{text}</body></message>"), new LedgerOwner(Juliet, Romeo, LedgerDirection.Inbound, flags));
        await storage.Commit(new UnitOfWork().Append(record)).AsTask().ConfigureAwait(false);
        return record;
    }

    // From Romeo and the nurse in turn, kept by Juliet and Romeo; each in a commit of its own. Every third has that word.
    private static async Task<LedgerRecord[]> FillAsync(IStorage storage, int count)
    {
        var records = new LedgerRecord[count];
        for (var i = 0; i < count; i++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"<message><body>number {i}{(i % 3 == 0 ? " Third" : "")}</body></message>");
            records[i] = new LedgerRecord(
                Start.AddMinutes(i), Encoding.UTF8.GetBytes(text),
                new LedgerOwner(Juliet, i % 2 == 0 ? Romeo : Nurse, LedgerDirection.Inbound), new LedgerOwner(Romeo, Juliet, LedgerDirection.Outbound));
            await storage.Commit(new UnitOfWork().Append(records[i])).AsTask().ConfigureAwait(false);
        }
        return records;
    }
}
