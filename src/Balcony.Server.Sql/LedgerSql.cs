// The ledger's queries.
using Balcony.Server.Storage;

namespace Balcony.Server.Sql;

internal static class LedgerSql
{
    /// <summary>$1 owner, $2 after, $3 before, $4 limit.</summary>
    public const string OwnIds = "SELECT id FROM ledger_entry WHERE owner = $1 AND id > $2 AND id < $3 ORDER BY id LIMIT $4";

    // Of the two that begin with the owner SQLite takes the primary key, and goes through the whole archive for one contact.
    private const string ContactHint = "INDEXED BY ledger_entry_contact";

    /// <summary>So many entries are looked at for words before the index is asked, where it gives all that have a word before the first (<see cref="SqlSession.FindsAllFirst"/>):
    /// a common word is met soon, and one that is not met there has few enough messages.</summary>
    public const int LookedThrough = 4_096;

    /// <summary>The columns of a page.</summary>
    public const string Columns = "j.id, j.time, j.stanza, j.owners";

    private const string JournalFrom = "SELECT id, time FROM journal WHERE id >= $1 ORDER BY id LIMIT 1";
    private const string ImportedFrom =
        "SELECT e.id, j.time FROM ledger_entry e JOIN journal j ON j.id = e.id WHERE e.owner = $2 AND e.id >= $1 AND e.id < 0 ORDER BY e.id LIMIT 1";

    private static readonly string[] Pages = Make($"SELECT {Columns} FROM ledger_entry e JOIN journal j ON j.id = e.id", "");
    private static readonly string[] Counts = Make("SELECT count(*) FROM (SELECT 1 FROM ledger_entry e", ") AS counted");

    private static readonly string[] Borders = Make("SELECT e.id FROM ledger_entry e", $" OFFSET {LookedThrough - 1}");

    // The same where the planner has to be told.
    private static readonly string[] HintedPages = Make($"SELECT {Columns} FROM ledger_entry e {ContactHint} JOIN journal j ON j.id = e.id", "");
    private static readonly string[] HintedCounts = Make($"SELECT count(*) FROM (SELECT 1 FROM ledger_entry e {ContactHint}", ") AS counted");

    /// <summary>$1 owner, $2 after, $3 before, $4 limit, $5 contact if asked for.</summary>
    public static string Page(SqlSession session, LedgerQuery query) => (IsHinted(session, query) ? HintedPages : Pages)[Index(query)];

    /// <summary>The last of the entries that are looked through; none when there are fewer. $1 owner, $2 after, $3 before, $4 one, $5 contact if asked for.</summary>
    public static string Border(LedgerQuery query) => Borders[Index(query)];

    /// <summary>$1 owner, $2 after, $3 before, $4 the most that is counted, $5 contact if asked for.</summary>
    public static string Count(SqlSession session, LedgerQuery query) =>
        (IsHinted(session, query) ? HintedCounts : Counts)[Index(query with { IsBackwards = false })];

    /// <summary>The identifier from which on nothing that the owner has is older than the time.</summary>
    /// <param name="owner">As the entries have it.</param>
    public static long FirstSince(SqlSession session, long owner, DateTimeOffset time)
    {
        var wanted = StoreTime.ToMicroseconds(time);
        // What was imported stands in front, below zero, and each owner's in the order of its times; nearly nobody has any.
        var last = session["SELECT j.time FROM ledger_entry e JOIN journal j ON j.id = e.id WHERE e.owner = $1 AND e.id < 0 ORDER BY e.id DESC LIMIT 1"]
            .Bind(1, owner).Single();
        if (last >= wanted)
        {
            var first = session["SELECT min(id) FROM ledger_entry WHERE owner = $1"].Bind(1, owner).Single() ?? 0;
            return Search(first, 0, wanted, id => session[ImportedFrom].Bind(1, id).Bind(2, owner));
        }
        // Times of what the journal took itself never go back, so no index is needed.
        var low = session["SELECT min(id) FROM journal WHERE id > 0"].Single() ?? 0;
        var high = Math.Max(0, session["SELECT max(id) FROM journal"].Single() ?? 0) + 1;
        return Search(low, high, wanted, id => session[JournalFrom].Bind(1, id));
    }

    // By halves. There are gaps: what is looked at is the first from the middle on.
    private static long Search(long low, long high, long wanted, Func<long, SqlStatement> firstFrom)
    {
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var select = firstFrom(middle);
            if (!select.Read())
            {
                high = middle;
                continue;
            }
            var (id, at) = (select.Int64(0), select.Int64(1));
            select.Reset();
            if (at >= wanted) high = middle;
            else low = id + 1;
        }
        return low;
    }

    private static bool IsHinted(SqlSession session, LedgerQuery query) => session.WantsHints && query.ContactOrPeer is not null;

    private static int Index(LedgerQuery query) => (query.ContactOrPeer is null ? 0 : 1) | (query.IsOffline ? 2 : 0) | (query.IsArchived ? 4 : 0)
        | (query.IsBackwards ? 8 : 0);

    private static string[] Make(string select, string end)
    {
        var made = new string[16];
        for (var i = 0; i < made.Length; i++)
        {
            made[i] = select + " WHERE e.owner = $1 AND e.id > $2 AND e.id < $3"
                + ((i & 1) != 0 ? " AND e.contact = $5" : "")
                + ((i & 2) != 0 ? " AND (e.flags & 6) = 0" : "")
                + ((i & 4) != 0 ? " AND (e.flags & 1) = 0" : "")
                + ((i & 8) != 0 ? " ORDER BY e.id DESC LIMIT $4" : " ORDER BY e.id LIMIT $4")
                + end;
        }
        return made;
    }
}
