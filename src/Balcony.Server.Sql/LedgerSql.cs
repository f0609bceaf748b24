// The ledger's queries.
using Balcony.Server.Storage;

namespace Balcony.Server.Sql;

internal static class LedgerSql
{
    /// <summary>$1 owner, $2 after, $3 before, $4 limit.</summary>
    public const string OwnIds = "SELECT id FROM ledger_entry WHERE owner = $1 AND id > $2 AND id < $3 ORDER BY id LIMIT $4";

    private static readonly string[] Pages = Make("SELECT e.id, j.time, j.stanza, j.owners FROM ledger_entry e JOIN journal j ON j.id = e.id", isPage: true);
    private static readonly string[] Counts = Make("SELECT count(*) FROM ledger_entry e", isPage: false);

    /// <summary>$1 owner, $2 after, $3 before, $4 limit, $5 contact if asked for.</summary>
    public static string Page(LedgerQuery query) => Pages[Index(query)];

    /// <summary>$1 owner, $2 after, $3 before, $4 contact if asked for.</summary>
    public static string Count(LedgerQuery query) => Counts[Index(query)];

    /// <summary>The identifier from which on nothing is older than the time: times never go back, so no index is needed.</summary>
    public static long FirstSince(SqlSession session, DateTimeOffset time)
    {
        var wanted = StoreTime.ToMicroseconds(time);
        var low = session["SELECT min(id) FROM journal"].Single() ?? 0;
        var high = (session["SELECT max(id) FROM journal"].Single() ?? 0) + 1;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var select = session["SELECT id, time FROM journal WHERE id >= $1 ORDER BY id LIMIT 1"].Bind(1, middle);
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

    private static int Index(LedgerQuery query) => (query.Contact is null ? 0 : 1) | (query.IsOffline ? 2 : 0) | (query.IsBackwards ? 4 : 0);

    private static string[] Make(string select, bool isPage)
    {
        var made = new string[8];
        for (var i = 0; i < 8; i++)
        {
            made[i] = select + " WHERE e.owner = $1 AND e.id > $2 AND e.id < $3"
                + ((i & 1) != 0 ? isPage ? " AND e.contact = $5" : " AND e.contact = $4" : "")
                + ((i & 2) != 0 ? " AND (e.flags & 6) = 0" : "")
                + (isPage ? (i & 4) != 0 ? " ORDER BY e.id DESC LIMIT $4" : " ORDER BY e.id LIMIT $4" : "");
        }
        return made;
    }
}
