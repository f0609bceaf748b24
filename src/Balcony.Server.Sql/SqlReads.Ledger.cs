// Reading the ledger: the entries in the table, then the tail that has none yet; the journal has the last word on both.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Sql;

internal sealed partial class SqlReads
{
    // Rows that are read at a time when each must be looked at.
    private const int RowsAtATime = 256;

    public ValueTask<IReadOnlyList<LedgerEntry>> PageAsync(BareJid owner, LedgerQuery query, CancellationToken cancel)
    {
        // Before the state of the database is fixed: what leaves the tail meanwhile is then in the table.
        var behind = tail.Select(owner, query);
        return readers.ReadAsync<IReadOnlyList<LedgerEntry>>(session => new LedgerPageReader(session, owner, query, behind, cancel).Read(query.Limit), cancel);
    }

    public ValueTask<LedgerPage> ArchiveAsync(BareJid owner, LedgerQuery query, IReadOnlyList<long> known, CancellationToken cancel)
    {
        query = query with { IsArchived = true };
        var behind = tail.Select(owner, query);
        List<long>? entered = null;
        foreach (var id in known)
        {
            switch (tail.IsArchived(owner, id))
            {
                case false:
                    return new(LedgerPage.Missing);
                case null:
                    (entered ??= []).Add(id);
                    break;
            }
        }
        return readers.ReadAsync(
            session => entered is not null && !entered.TrueForAll(id => IsArchived(session, owner, id))
                ? LedgerPage.Missing
                : LedgerPage.Of(new LedgerPageReader(session, owner, query, behind, cancel).Read(query.Limit + 1), query),
            cancel);
    }

    public ValueTask<int> CountAsync(BareJid owner, LedgerQuery query, int max, CancellationToken cancel)
    {
        var behind = tail.Select(owner, query);
        if (query.NeedsStanza)
        {
            query = query with { IsBackwards = false };
            return readers.ReadAsync(session => CountOneByOne(session, owner, query, (behind, max), cancel), cancel);
        }
        return readers.ReadAsync(
            session =>
            {
                var (after, before) = LedgerPageReader.Bounds(session, owner, query);
                var entered = behind.Count == 0 ? 0 : LedgerPageReader.Entered(session);
                var select = session[LedgerSql.Count(session, query)].Bind(1, JournalOwners.HashOf(owner)).Bind(2, after).Bind(3, before).Bind(4, max);
                if (query.ContactOrPeer is { } contact) select.Bind(5, JournalOwners.HashOf(contact));
                return Math.Min(max, (int)(select.Single() ?? 0) + behind.Count(id => id > entered && id > after && id < before));
            },
            cancel);
    }

    public ValueTask<LedgerEntry?> GetAsync(BareJid owner, long id, CancellationToken cancel) =>
        readers.ReadAsync(session => Get(session, owner, id), cancel);

    public ValueTask<IReadOnlyList<LedgerEntry>> GetAsync(BareJid owner, IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        readers.ReadAsync<IReadOnlyList<LedgerEntry>>(
            session =>
            {
                var found = new List<LedgerEntry>();
                foreach (var id in ids.Distinct().Order())
                {
                    if (Get(session, owner, id) is { } entry) found.Add(entry);
                }
                return found;
            },
            cancel);

    public ValueTask<StoredSession?> SessionAsync(string session, CancellationToken cancel) => readers.ReadAsync(
        database =>
        {
            var select = database["SELECT owner, inbound, delivered FROM session_state WHERE session = $1"].Bind(1, session);
            var stored = select.Read() ? new StoredSession(select.Owner(0), (uint)select.Int64(1), select.Int64(2)) : null;
            select.Reset();
            return stored;
        },
        cancel);

    // Every row is looked at: an index would be written with each count.
    public ValueTask<IReadOnlyList<string>> OldSessionsAsync(DateTimeOffset since, int limit, CancellationToken cancel) => readers.ReadAsync<IReadOnlyList<string>>(
        database =>
        {
            var names = new List<string>();
            var select = database["SELECT session FROM session_state WHERE touched < $1 LIMIT $2"].Bind(1, StoreTime.ToMicroseconds(since)).Bind(2, limit);
            while (select.Read()) names.Add(select.Text(0));
            return names;
        },
        cancel);

    private static bool IsArchived(SqlSession session, BareJid owner, long id) =>
        session["SELECT flags FROM ledger_entry WHERE owner = $1 AND id = $2"].Bind(1, JournalOwners.HashOf(owner)).Bind(2, id).Single() is { } flags
        && ((LedgerFlags)flags & LedgerFlags.UntilDelivered) == 0;

    private static LedgerEntry? Get(SqlSession session, BareJid owner, long id)
    {
        var select = session[LedgerPageReader.Row].Bind(1, id);
        var entry = select.Read() ? LedgerPageReader.ReadEntry(select, owner, LedgerQuery.All, null) : null;
        select.Reset();
        return entry;
    }

    private static int CountOneByOne(SqlSession session, BareJid owner, LedgerQuery query, (List<long> Behind, int Max) of, CancellationToken cancel)
    {
        var count = 0;
        while (true)
        {
            var page = new LedgerPageReader(session, owner, query, [.. of.Behind], cancel).Read(RowsAtATime);
            count += page.Count;
            if (page.Count < RowsAtATime || count >= of.Max) return Math.Min(count, of.Max);
            query = query with { After = page[^1].Id };
        }
    }
}
