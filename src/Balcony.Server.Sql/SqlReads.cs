// Reading the stores, page by page.
using System.Globalization;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Sql;

internal sealed partial class SqlReads(ReaderPool readers, LedgerTail tail) : IStoreReads
{
    private const string Item = "SELECT value FROM item WHERE store = $1 AND owner = $2 AND key = $3";
    private const string Archived = "SELECT position, id, time, peer, value FROM archive WHERE store = $1 AND owner = $2";

    // Found by number: SELECT t.term, t.owner, t.key, i.value joined to the item, the borders as rows of (term, owner, key).
    private const string Found = "SELECT t.term, t.owner, t.key, i.value FROM item_term t JOIN item i ON i.store = $1 AND i.owner = t.owner AND i.key = t.key " +
        "WHERE t.store = $2 AND (t.term, t.owner, t.key) > ($3, $4, $5)";

    private const string FoundOrder = " ORDER BY t.term, t.owner, t.key LIMIT $6";

    public ValueTask<byte[]?> GetAsync(StoreDefinition store, BareJid owner, string key, CancellationToken cancel) => readers.ReadAsync(
        session =>
        {
            var select = session[Item].Bind(1, store.Id).Bind(2, owner).Bind(3, key);
            byte[]? value = select.Read() ? select.Bytes(0) : null;
            select.Reset();
            return value;
        },
        cancel);

    public ValueTask<int> CountAsync(StoreDefinition store, BareJid owner, CancellationToken cancel) => readers.ReadAsync(
        session => (int)(session["SELECT count(*) FROM item WHERE store = $1 AND owner = $2"].Bind(1, store.Id).Bind(2, owner).Single() ?? 0), cancel);

    public ValueTask<IReadOnlyList<StoredRow>> ListAsync(
        StoreDefinition store, BareJid? owner, MapPosition? after, int limit, CancellationToken cancel) => readers.ReadAsync<IReadOnlyList<StoredRow>>(
        session =>
        {
            var rows = new List<StoredRow>();
            SqlStatement select;
            if (owner is null)
            {
                select = session["SELECT owner, key, value FROM item WHERE store = $1 AND (owner, key) > ($2, $3) ORDER BY owner, key LIMIT $4"].Bind(1, store.Id);
                if (after is { } last) select.Bind(2, last.Owner).Bind(3, last.Key);
                else select.Bind(2, "").Bind(3, "");
            }
            else if (after is { } last)
            {
                select = session["SELECT owner, key, value FROM item WHERE store = $1 AND owner = $2 AND key > $3 ORDER BY key LIMIT $4"]
                    .Bind(1, store.Id).Bind(2, owner).Bind(3, last.Key);
            }
            else
            {
                // The empty key is a key too.
                select = session["SELECT owner, key, value FROM item WHERE store = $1 AND owner = $2 AND key >= $3 ORDER BY key LIMIT $4"]
                    .Bind(1, store.Id).Bind(2, owner).Bind(3, "");
            }
            select.Bind(4, limit);
            while (select.Read()) rows.Add(new(select.Owner(0), select.Text(1), select.Bytes(2)));
            return rows;
        },
        cancel);

    public ValueTask<IReadOnlyList<StoredRow>> FindAsync(
        StoreDefinition map, StoreDefinition index, TermRange terms, int limit, CancellationToken cancel) => readers.ReadAsync<IReadOnlyList<StoredRow>>(
        session =>
        {
            var sql = terms.IsExact ? Found + " AND t.term = $7" + FoundOrder : terms.To is not null ? Found + " AND t.term < $7" + FoundOrder : Found + FoundOrder;
            var select = session[sql].Bind(1, map.Id).Bind(2, index.Id).Bind(6, limit);
            if (terms.After is { } last) select.Bind(3, last.Term).Bind(4, last.Owner).Bind(5, last.Key);
            else select.Bind(3, terms.From).Bind(4, "").Bind(5, "");
            if (terms.IsExact) select.Bind(7, terms.From);
            else if (terms.To is not null) select.Bind(7, terms.To);
            var rows = new List<StoredRow>();
            while (select.Read()) rows.Add(new(select.Owner(1), select.Text(2), select.Bytes(3), select.Text(0)));
            return rows;
        },
        cancel);

    public ValueTask<ArchiveEntry?> GetArchivedAsync(StoreDefinition archive, BareJid owner, string id, CancellationToken cancel) => readers.ReadAsync(
        session =>
        {
            var select = session[Archived + " AND id = $3"].Bind(1, archive.Id).Bind(2, owner).Bind(3, id);
            var entry = select.Read() ? ReadArchived(select) : null;
            select.Reset();
            return entry;
        },
        cancel);

    public ValueTask<IReadOnlyList<ArchiveEntry>> PageAsync(StoreDefinition archive, BareJid owner, ArchiveQuery query, CancellationToken cancel) =>
        readers.ReadAsync<IReadOnlyList<ArchiveEntry>>(
            session =>
            {
                var entries = new List<ArchiveEntry>();
                var select = Select(session, Archived, archive, owner, query, query.IsBackwards ? " ORDER BY position DESC" : " ORDER BY position");
                while (select.Read()) entries.Add(ReadArchived(select));
                if (query.IsBackwards) entries.Reverse();
                return entries;
            },
            cancel);

    public ValueTask<int> CountAsync(StoreDefinition archive, BareJid owner, ArchiveQuery query, CancellationToken cancel) => readers.ReadAsync(
        session => (int)(Select(session, "SELECT count(*) FROM archive WHERE store = $1 AND owner = $2", archive, owner, query, null).Single() ?? 0), cancel);

    private static SqlStatement Select(SqlSession session, string sql, StoreDefinition archive, BareJid owner, ArchiveQuery query, string? order)
    {
        sql += " AND position > $3 AND position < $4";
        var next = 5;
        if (query.From is not null || query.To is not null)
        {
            sql += " AND time >= $5 AND time < $6";
            next = 7;
        }
        if (query.Peer is not null) sql += string.Create(CultureInfo.InvariantCulture, $" AND peer = ${next++}");
        if (order is not null) sql += string.Create(CultureInfo.InvariantCulture, $"{order} LIMIT ${next}");
        var select = session[sql].Bind(1, archive.Id).Bind(2, owner).Bind(3, query.After ?? 0).Bind(4, query.Before ?? long.MaxValue);
        if (query.From is not null || query.To is not null)
        {
            select.Bind(5, query.From is { } from ? StoreTime.ToMicroseconds(from) : long.MinValue);
            select.Bind(6, query.To is { } to ? StoreTime.ToMicroseconds(to) : long.MaxValue);
        }
        if (query.Peer is not null) select.Bind(next - 1, query.Peer);
        if (order is not null) select.Bind(next, query.Limit);
        return select;
    }

    private static ArchiveEntry ReadArchived(SqlStatement row) => new(
        row.Int64(0), row.Text(1), StoreTime.FromMicroseconds(row.Int64(2)),
        row.IsNull(3) ? null : Jid.TryParse(row.Text(3), out var peer) ? peer : throw new InvalidDataException("a stored address cannot be read"),
        row.Bytes(4));
}
