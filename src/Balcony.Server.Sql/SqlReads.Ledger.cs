// Reading the ledger: the entries in the table, then the tail that has none yet; the journal has the last word on both.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Sql;

internal sealed partial class SqlReads
{
    private const string Row = "SELECT id, time, stanza, owners FROM journal WHERE id = $1";

    public ValueTask<IReadOnlyList<LedgerEntry>> PageAsync(BareJid owner, LedgerQuery query, CancellationToken cancel)
    {
        // Before the state of the database is fixed: what leaves the tail meanwhile is then in the table.
        var behind = tail.Select(owner, query);
        return readers.ReadAsync<IReadOnlyList<LedgerEntry>>(session => Page(session, owner, query, behind), cancel);
    }

    public ValueTask<int> CountAsync(BareJid owner, LedgerQuery query, CancellationToken cancel)
    {
        var behind = tail.Select(owner, query);
        return readers.ReadAsync(
            session =>
            {
                var (after, before) = Bounds(session, owner, query);
                var entered = behind.Count == 0 ? 0 : Entered(session);
                var select = session[LedgerSql.Count(query)].Bind(1, JournalOwners.HashOf(owner)).Bind(2, after).Bind(3, before);
                if (query.Contact is not null) select.Bind(4, JournalOwners.HashOf(query.Contact));
                return (int)(select.Single() ?? 0) + behind.Count(id => id > entered && id > after && id < before);
            },
            cancel);
    }

    public ValueTask<LedgerEntry?> GetAsync(BareJid owner, long id, CancellationToken cancel) => readers.ReadAsync(
        session =>
        {
            var select = session[Row].Bind(1, id);
            var entry = select.Read() ? ReadEntry(select, owner, LedgerQuery.All) : null;
            select.Reset();
            return entry;
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

    private static long Entered(SqlSession session) => session["SELECT value FROM mark WHERE name = 'entered'"].Single() ?? 0;

    // Excluded borders.
    private static (long After, long Before) Bounds(SqlSession session, BareJid owner, LedgerQuery query)
    {
        var after = query.After ?? long.MinValue;
        var before = query.Before ?? long.MaxValue;
        if (query.From is { } from) after = Math.Max(after, LedgerSql.FirstSince(session, JournalOwners.HashOf(owner), from) - 1);
        if (query.To is { } to) before = Math.Min(before, LedgerSql.FirstSince(session, JournalOwners.HashOf(owner), to));
        return (after, before);
    }

    private static List<LedgerEntry> Page(SqlSession session, BareJid owner, LedgerQuery query, List<long> behind)
    {
        var page = new List<LedgerEntry>();
        if (query.Limit <= 0) return page;
        var (after, before) = Bounds(session, owner, query);
        if (behind.Count > 0)
        {
            var entered = Entered(session);
            behind.RemoveAll(id => id <= entered || id <= after || id >= before);
        }
        if (query.IsBackwards)
        {
            behind.Reverse();
            AddBehind(session, owner, query, behind, page);
            AddEntered(session, owner, query, (after, before), page);
            page.Reverse();
        }
        else
        {
            AddEntered(session, owner, query, (after, before), page);
            AddBehind(session, owner, query, behind, page);
        }
        return page;
    }

    private static void AddBehind(SqlSession session, BareJid owner, LedgerQuery query, List<long> ids, List<LedgerEntry> page)
    {
        foreach (var id in ids)
        {
            if (page.Count == query.Limit) return;
            var select = session[Row].Bind(1, id);
            if (select.Read() && ReadEntry(select, owner, query) is { } entry) page.Add(entry);
            select.Reset();
        }
    }

    private static void AddEntered(SqlSession session, BareJid owner, LedgerQuery query, (long After, long Before) bounds, List<LedgerEntry> page)
    {
        var (after, before) = bounds;
        while (page.Count < query.Limit)
        {
            var asked = query.Limit - page.Count;
            var select = session[LedgerSql.Page(query)].Bind(1, JournalOwners.HashOf(owner)).Bind(2, after).Bind(3, before).Bind(4, asked);
            if (query.Contact is not null) select.Bind(5, JournalOwners.HashOf(query.Contact));
            var read = 0;
            while (select.Read())
            {
                read++;
                if (query.IsBackwards) before = select.Int64(0);
                else after = select.Int64(0);
                // Another address with the same hash: not this owner's.
                if (ReadEntry(select, owner, query) is { } entry) page.Add(entry);
            }
            if (read < asked) return;
        }
    }

    private static LedgerEntry? ReadEntry(SqlStatement row, BareJid owner, LedgerQuery query)
    {
        var owners = JournalOwners.Decode(row.Bytes(3));
        return LedgerTail.Matches(owners, owner, query)
            ? new(row.Int64(0), StoreTime.FromMicroseconds(row.Int64(1)), row.Bytes(2), Array.Find(owners, one => one.Owner.Equals(owner)))
            : null;
    }
}
