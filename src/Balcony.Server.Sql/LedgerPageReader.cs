// One page of an owner's ledger, from the three places where it may be: the index of words or the entries, then the tail.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Sql;

/// <summary>For one page, on a reader's thread.</summary>
/// <param name="behind">What the tail has of it, ascending; taken over.</param>
internal sealed class LedgerPageReader(SqlSession session, BareJid owner, LedgerQuery query, List<long> behind, CancellationToken cancel)
{
    /// <summary>$1 identifier.</summary>
    public const string Row = $"SELECT {LedgerSql.Columns} FROM journal j WHERE j.id = $1";

    // Rows that are read at a time when few of them may be wanted.
    private const int RowsAtATime = 256;

    private readonly List<LedgerEntry> _page = [];
    private int _limit;
    private BareJid? _contact = query.ContactOrPeer;

    public List<LedgerEntry> Read(int limit)
    {
        _limit = limit;
        if (limit <= 0 || query.Text is { IsEmpty: true }) return _page;
        var (after, before) = Bounds(session, owner, query);
        if (behind.Count > 0)
        {
            var entered = Entered(session);
            behind.RemoveAll(id => id <= entered || id <= after || id >= before);
        }
        // What the index does not have yet is looked at one by one.
        var indexed = query.Text is null ? long.MinValue : LedgerText.Indexed(session);
        if (query.IsBackwards)
        {
            behind.Reverse();
            AddBehind();
            AddEntered(Math.Max(after, indexed), before);
            AddIndexed(after, Math.Min(before, indexed + 1));
            _page.Reverse();
        }
        else
        {
            AddIndexed(after, Math.Min(before, indexed + 1));
            AddEntered(Math.Max(after, indexed), before);
            AddBehind();
        }
        return _page;
    }

    /// <summary>The journal up to here has its entries.</summary>
    public static long Entered(SqlSession session) => session["SELECT value FROM mark WHERE name = 'entered'"].Single() ?? 0;

    /// <summary>Excluded borders.</summary>
    public static (long After, long Before) Bounds(SqlSession session, BareJid owner, LedgerQuery query)
    {
        var after = query.After ?? long.MinValue;
        var before = query.Before ?? long.MaxValue;
        if (query.From is { } from) after = Math.Max(after, LedgerSql.FirstSince(session, JournalOwners.HashOf(owner), from) - 1);
        if (query.To is { } to) before = Math.Min(before, LedgerSql.FirstSince(session, JournalOwners.HashOf(owner), to));
        return (after, before);
    }

    /// <summary>Null when it is not the owner's, or the query does not select it.</summary>
    public static LedgerEntry? ReadEntry(SqlStatement row, BareJid owner, LedgerQuery query, BareJid? contact)
    {
        if (!JournalOwners.TryFind(row.Span(3), owner, contact, out var part) || !query.Selects(part)) return null;
        var entry = new LedgerEntry(row.Int64(0), StoreTime.FromMicroseconds(row.Int64(1)), row.Bytes(2), part);
        return query.SelectsStanza(entry.Owner, entry.Stanza.Span) ? entry : null;
    }

    private bool Add(SqlStatement row)
    {
        if (ReadEntry(row, owner, query, _contact) is not { } entry) return false;
        _contact = entry.Contact;
        _page.Add(entry);
        return true;
    }

    private void AddBehind()
    {
        foreach (var id in behind)
        {
            if (_page.Count == _limit) return;
            var select = session[Row].Bind(1, id);
            if (select.Read()) Add(select);
            select.Reset();
        }
    }

    private void AddEntered(long after, long before) =>
        Add(after, before, (from, to, asked) => OfOwner(LedgerSql.Page(session, query), from, to, asked));

    private SqlStatement OfOwner(string sql, long after, long before, int asked)
    {
        var select = session[sql].Bind(1, JournalOwners.HashOf(owner)).Bind(2, after).Bind(3, before).Bind(4, asked);
        return query.ContactOrPeer is { } contact ? select.Bind(5, JournalOwners.HashOf(contact)) : select;
    }

    private void AddIndexed(long after, long before)
    {
        if (query.Text is null || before <= after + 1 || _page.Count == _limit) return;
        if (!session.FindsAllFirst)
        {
            AddFound(after, before);
        }
        else if (OfOwner(LedgerSql.Border(query), after, before, 1).Single() is not { } border)
        {
            AddEntered(after, before);
        }
        else if (query.IsBackwards)
        {
            AddEntered(border - 1, before);
            AddFound(after, border);
        }
        else
        {
            AddEntered(after, border + 1);
            AddFound(border, before);
        }
    }

    private void AddFound(long after, long before)
    {
        var words = LedgerText.QueryOf(session, owner, query.ContactOrPeer, query.Text!);
        Add(after, before, (from, to, asked) => session[session.TextPage(query.IsBackwards)].Bind(1, words).Bind(2, from).Bind(3, to).Bind(4, asked));
    }

    private void Add(long after, long before, Func<long, long, int, SqlStatement> selectRows)
    {
        while (_page.Count < _limit)
        {
            cancel.ThrowIfCancellationRequested();
            var asked = query.NeedsStanza ? Math.Max(RowsAtATime, _limit - _page.Count) : _limit - _page.Count;
            var select = selectRows(after, before, asked);
            var read = 0;
            while (select.Read())
            {
                read++;
                if (query.IsBackwards) before = select.Int64(0);
                else after = select.Int64(0);
                // Another address with the same hash: not this owner's.
                if (!Add(select) || _page.Count < _limit) continue;
                select.Reset();
                return;
            }
            if (read < asked) return;
        }
    }
}
