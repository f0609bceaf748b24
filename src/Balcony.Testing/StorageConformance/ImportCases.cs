// What was imported into the ledger: older than all that it took itself, and in front of it.
using System.Globalization;
using System.Text;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Testing.StorageConformance;

internal static class ImportCases
{
    private static readonly BareJid Juliet = BareJid.Parse("juliet@capulet.lit");
    private static readonly BareJid Romeo = BareJid.Parse("romeo@montague.lit");
    private static readonly BareJid Nurse = BareJid.Parse("nurse@capulet.lit");
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly StorageOptions SmallLots = new() { LotMessages = 4 };

    public static async Task It_stands_in_front_with_its_own_times(StorageRig rig)
    {
        await using (var storage = rig.Open(SmallLots))
        {
            await FillAsync(storage).ConfigureAwait(false);
            Expect.Same(Enumerable.Range(-6, 6).Concat(Enumerable.Range(0, 6)), await NumbersAsync(storage, Juliet, LedgerQuery.All).ConfigureAwait(false), "all");
        }
        await using (var storage = rig.Open(SmallLots))
        {
            Expect.Same(Enumerable.Range(-6, 12), await NumbersAsync(storage, Juliet, LedgerQuery.All).ConfigureAwait(false), "all, opened again");
            Expect.Same([-6, -5], await NumbersAsync(storage, Juliet, new() { Limit = 2 }).ConfigureAwait(false), "the first page");
            Expect.Same([4, 5], await NumbersAsync(storage, Juliet, new() { Limit = 2, IsBackwards = true }).ConfigureAwait(false), "the last page");
            var entry = (await storage.Ledger.PageAsync(Juliet, new() { Limit = 1 }).ConfigureAwait(false))[0];
            Expect.Equal(Start.AddMinutes(-6), entry.Time, "its time");
            Expect.Equal(entry.Id, (await storage.Ledger.GetAsync(Juliet, entry.Id).ConfigureAwait(false))?.Id, "by its identifier");
            Expect.Same(Enumerable.Range(-5, 11), await NumbersAsync(storage, Juliet, new() { After = entry.Id }).ConfigureAwait(false), "behind the first");
            Expect.Same([], await NumbersAsync(storage, Nurse, LedgerQuery.All).ConfigureAwait(false), "somebody else's");
            var record = Record(100, Juliet);
            await storage.Commit(new UnitOfWork().Append(record)).AsTask().ConfigureAwait(false);
            Expect.Equal(true, record.Id > 0, "the ledger goes on above zero");
        }
    }

    public static async Task Any_span_of_time_is_found(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        await FillAsync(storage).ConfigureAwait(false);
        for (var from = -8; from <= 8; from++)
        {
            for (var to = from; to <= 8; to++)
            {
                var query = new LedgerQuery { From = Start.AddMinutes(from), To = Start.AddMinutes(to) };
                var wanted = Enumerable.Range(-6, 12).Where(number => number >= from && number < to).ToList();
                Expect.Same(wanted, await NumbersAsync(storage, Juliet, query).ConfigureAwait(false), $"from {from} to {to}");
                Expect.Equal(wanted.Count, await storage.Ledger.CountAsync(Juliet, query).ConfigureAwait(false), $"counted from {from} to {to}");
            }
        }
    }

    public static async Task It_is_trimmed_first_and_goes_with_its_owner(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        await FillAsync(storage).ConfigureAwait(false);
        await storage.Commit(new UnitOfWork().TrimLedger(Juliet, new Retention(From: Start.AddMinutes(-4)))).AsTask().ConfigureAwait(false);
        Expect.Same(Enumerable.Range(-4, 10), await NumbersAsync(storage, Juliet, LedgerQuery.All).ConfigureAwait(false), "by time");
        await storage.Commit(new UnitOfWork().TrimLedger(Juliet, new Retention(Keep: 8))).AsTask().ConfigureAwait(false);
        Expect.Same(Enumerable.Range(-2, 8), await NumbersAsync(storage, Juliet, LedgerQuery.All).ConfigureAwait(false), "by number");
        var first = (await storage.Ledger.PageAsync(Juliet, new() { Limit = 1 }).ConfigureAwait(false))[0];
        await storage.Commit(new UnitOfWork().RemoveEntry(Juliet, first.Id)).AsTask().ConfigureAwait(false);
        Expect.Same(Enumerable.Range(-1, 7), await NumbersAsync(storage, Juliet, LedgerQuery.All).ConfigureAwait(false), "removed");
        Expect.Same(Enumerable.Range(-6, 12), await NumbersAsync(storage, Romeo, LedgerQuery.All).ConfigureAwait(false), "his");
        await storage.EraseOwnerAsync(Juliet).ConfigureAwait(false);
        Expect.Same([], await NumbersAsync(storage, Juliet, LedgerQuery.All).ConfigureAwait(false), "erased");
        Expect.Same(Enumerable.Range(-6, 12), await NumbersAsync(storage, Romeo, LedgerQuery.All).ConfigureAwait(false), "his, later");
    }

    public static async Task It_never_waits_for_a_device(StorageRig rig)
    {
        await using var storage = rig.Open(SmallLots);
        await FillAsync(storage).ConfigureAwait(false);
        Expect.Equal(6, await storage.Ledger.CountOfflineAsync(Juliet).ConfigureAwait(false), "what waits");
    }

    public static async Task Identifiers_are_reserved_once(StorageRig rig)
    {
        long first, second;
        await using (var storage = rig.Open(SmallLots))
        {
            (first, second) = (storage.ReserveImported(10), storage.ReserveImported(1));
        }
        await using (var storage = rig.Open(SmallLots))
        {
            Expect.Equal(first + 10, second, "the second");
            Expect.Equal(second + 1, storage.ReserveImported(5), "opened again");
            Expect.Equal(true, second < 0, "below zero");
        }
    }

    // Twelve messages to Juliet and from Romeo, the first half of them imported when the others are there.
    private static async Task FillAsync(IStorage storage)
    {
        for (var i = 0; i < 6; i++) await storage.Commit(new UnitOfWork().Append(Record(i, Juliet, Romeo))).AsTask().ConfigureAwait(false);
        var first = storage.ReserveImported(12);
        var unit = new UnitOfWork();
        for (var i = 0; i < 6; i++) unit.Import(Record(i - 6, Romeo), first + i);
        await storage.Commit(unit).AsTask().ConfigureAwait(false);
        for (var i = 0; i < 6; i++)
            await storage.Commit(new UnitOfWork().Import(Record(i - 6, Juliet, flags: LedgerFlags.ArchiveOnly), first + 6 + i)).AsTask().ConfigureAwait(false);
    }

    private static LedgerRecord Record(int number, BareJid owner, BareJid? second = null, LedgerFlags flags = LedgerFlags.None)
    {
        var stanza = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<m>{number}</m>"));
        var one = new LedgerOwner(owner, Nurse, LedgerDirection.Inbound, flags);
        return second is null ? new(Start.AddMinutes(number), stanza, one)
            : new(Start.AddMinutes(number), stanza, one, new LedgerOwner(second, owner, LedgerDirection.Outbound));
    }

    private static async Task<List<int>> NumbersAsync(IStorage storage, BareJid owner, LedgerQuery query) =>
        [.. (await storage.Ledger.PageAsync(owner, query).ConfigureAwait(false))
            .Select(entry => int.Parse(Encoding.UTF8.GetString(entry.Stanza.Span)[3..^4], CultureInfo.InvariantCulture))];
}
