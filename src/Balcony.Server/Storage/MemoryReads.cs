// Reading what is in memory, page by page, as a database would.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Storage;

internal sealed class MemoryReads(Lock gate, MemoryStores stores, MemoryLedger ledger) : IStoreReads
{
    public ValueTask<byte[]?> GetAsync(StoreDefinition store, BareJid owner, string key, CancellationToken cancel) =>
        Read(() => stores.Items(store, owner).TryGetValue(key, out var item) ? item.Value : null, cancel);

    public ValueTask<int> CountAsync(StoreDefinition store, BareJid owner, CancellationToken cancel) =>
        Read(() => stores.Items(store, owner).Count, cancel);

    public ValueTask<IReadOnlyList<StoredRow>> ListAsync(
        StoreDefinition store, BareJid? owner, MapPosition? after, int limit, CancellationToken cancel) =>
        Read<IReadOnlyList<StoredRow>>(() => [.. Rows(store).Where(row => IsIn(row, owner, after)).Take(limit)], cancel);

    public ValueTask<IReadOnlyList<StoredRow>> FindAsync(
        StoreDefinition map, StoreDefinition index, TermRange terms, int limit, CancellationToken cancel) =>
        Read<IReadOnlyList<StoredRow>>(
            () =>
            {
                var found =
                    from owner in stores.Owners(map)
                    from item in owner.Value
                    from term in item.Value.Terms
                    where term.Index == index && IsIn(terms, term.Term)
                    let row = new StoredRow(owner.Key, item.Key, item.Value.Value, term.Term)
                    where terms.After is not { } after || Compare(row, after) > 0
                    select row;
                return [.. found.Order(Comparer<StoredRow>.Create(Compare)).Take(limit)];
            },
            cancel);

    public ValueTask<ArchiveEntry?> GetArchivedAsync(StoreDefinition archive, BareJid owner, string id, CancellationToken cancel) =>
        Read(() => stores.Entries(archive, owner).Values.FirstOrDefault(entry => entry.Id == id), cancel);

    public ValueTask<IReadOnlyList<ArchiveEntry>> PageAsync(StoreDefinition archive, BareJid owner, ArchiveQuery query, CancellationToken cancel) =>
        Read(() => Page(Select(archive, owner, query), query.Limit, query.IsBackwards), cancel);

    public ValueTask<int> CountAsync(StoreDefinition archive, BareJid owner, ArchiveQuery query, CancellationToken cancel) =>
        Read(() => Select(archive, owner, query).Count(), cancel);

    public ValueTask<IReadOnlyList<LedgerEntry>> PageAsync(BareJid owner, LedgerQuery query, CancellationToken cancel) =>
        Read(() => Page(Select(owner, query), query.Limit, query.IsBackwards), cancel);

    public ValueTask<LedgerPage> ArchiveAsync(BareJid owner, LedgerQuery query, IReadOnlyList<long> known, CancellationToken cancel) => Read(
        () =>
        {
            query = query with { IsArchived = true };
            return known.All(id => ledger.EntriesOf(owner)?.GetValueOrDefault(id) is { Owner.IsArchived: true })
                ? LedgerPage.Of(Page(Select(owner, query), query.Limit + 1, query.IsBackwards), query)
                : LedgerPage.Missing;
        },
        cancel);

    public ValueTask<int> CountAsync(BareJid owner, LedgerQuery query, int max, CancellationToken cancel) =>
        Read(() => Select(owner, query).Take(max).Count(), cancel);

    public ValueTask<LedgerEntry?> GetAsync(BareJid owner, long id, CancellationToken cancel) =>
        Read(() => ledger.EntriesOf(owner)?.GetValueOrDefault(id), cancel);

    public ValueTask<IReadOnlyList<LedgerEntry>> GetAsync(BareJid owner, IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        Read<IReadOnlyList<LedgerEntry>>(
            () => [.. ids.Distinct().Order().Select(id => ledger.EntriesOf(owner)?.GetValueOrDefault(id)).OfType<LedgerEntry>()], cancel);

    public ValueTask<StoredSession?> SessionAsync(string session, CancellationToken cancel) => Read(() => ledger.Session(session), cancel);

    public ValueTask<IReadOnlyList<string>> OldSessionsAsync(DateTimeOffset since, int limit, CancellationToken cancel) =>
        Read(() => ledger.OldSessions(since, limit), cancel);

    private static bool IsIn(StoredRow row, BareJid? owner, MapPosition? after) =>
        (owner is null || row.Owner.Equals(owner)) && (after is not { } last || Compare(row.Owner, row.Key, last.Owner, last.Key) > 0);

    private static bool IsIn(TermRange range, string term) => range.IsExact
        ? term == range.From
        : Utf8Order.Instance.Compare(term, range.From) >= 0 && (range.To is null || Utf8Order.Instance.Compare(term, range.To) < 0);

    private static int Compare(StoredRow left, StoredRow right) =>
        Utf8Order.Instance.Compare(left.Term, right.Term) is not 0 and var order ? order : Compare(left.Owner, left.Key, right.Owner, right.Key);

    private static int Compare(BareJid leftOwner, string leftKey, BareJid rightOwner, string rightKey) =>
        Utf8Order.Compare(leftOwner, rightOwner) is not 0 and var order ? order : Utf8Order.Instance.Compare(leftKey, rightKey);

    private static IReadOnlyList<T> Page<T>(IEnumerable<T> selected, int limit, bool isBackwards) =>
        isBackwards ? [.. selected.TakeLast(limit)] : [.. selected.Take(limit)];

    private IEnumerable<StoredRow> Rows(StoreDefinition store) =>
        from owner in stores.Owners(store)
        from item in owner.Value
        select new StoredRow(owner.Key, item.Key, item.Value.Value);

    private IEnumerable<ArchiveEntry> Select(StoreDefinition archive, BareJid owner, ArchiveQuery query) =>
        stores.Entries(archive, owner).Values.Where(entry =>
            !(entry.Position <= query.After) && !(entry.Position >= query.Before) && !(entry.Time < query.From) && !(entry.Time >= query.To)
            && (query.Peer is null || query.Peer.Equals(entry.Peer)));

    private IEnumerable<LedgerEntry> Select(BareJid owner, LedgerQuery query) =>
        ledger.EntriesOf(owner) is not { } entries
            ? []
            : entries.Values.Where(query.SelectsEntry);

    private ValueTask<T> Read<T>(Func<T> read, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested) return ValueTask.FromCanceled<T>(cancel);
        lock (gate) return new(read());
    }
}
