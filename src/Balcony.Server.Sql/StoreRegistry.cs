// The lasting numbers of stores, and indexes that are new.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Sql;

internal static class StoreRegistry
{
    private const int RowsAtATime = 500;

    /// <summary>Finds or gives the number of a store and of its indexes; an index that is new gets the terms of all that is there. In a transaction.</summary>
    /// <returns>What must be done when the transaction is committed.</returns>
    /// <exception cref="InvalidOperationException">The name is another kind of store.</exception>
    public static Action Register(SqlSession session, StoreDefinition definition)
    {
        var (id, _) = NumberOf(session, definition);
        var isNew = new List<StoreDefinition>();
        foreach (var index in definition.Indexes)
        {
            (index.Id, var made) = NumberOf(session, index);
            if (made) isNew.Add(index);
        }
        if (isNew.Count > 0) Build(session, definition, id, isNew);
        return () => definition.Id = id;
    }

    private static (int Id, bool IsNew) NumberOf(SqlSession session, StoreDefinition definition)
    {
        var select = session["SELECT id, shape FROM store WHERE name = $1"].Bind(1, definition.Name);
        if (select.Read())
        {
            var (id, shape) = ((int)select.Int64(0), (StoreShape)select.Int64(1));
            select.Reset();
            return shape == definition.Shape
                ? (id, false)
                : throw new InvalidOperationException($"{definition.Name} is a store of another shape in this database");
        }
        var next = (int)((session["SELECT max(id) FROM store"].Single() ?? 0) + 1);
        session["INSERT INTO store (id, shape, name) VALUES ($1, $2, $3)"].Bind(1, next).Bind(2, (int)definition.Shape).Bind(3, definition.Name).Run();
        return (next, true);
    }

    private static void Build(SqlSession session, StoreDefinition map, int id, List<StoreDefinition> indexes)
    {
        var (owner, key) = ("", "");
        var rows = new List<(BareJid Owner, string Key, byte[] Value)>();
        do
        {
            rows.Clear();
            var select = session["SELECT owner, key, value FROM item WHERE store = $1 AND (owner, key) > ($2, $3) ORDER BY owner, key LIMIT $4"]
                .Bind(1, id).Bind(2, owner).Bind(3, key).Bind(4, RowsAtATime);
            while (select.Read()) rows.Add((select.Owner(0), select.Text(1), select.Bytes(2)));
            foreach (var row in rows)
            {
                var terms = map.TermsOf!(row.Key, row.Value);
                StoreWriter.AddTerms(session, row.Owner, row.Key, [.. terms.Where(term => indexes.Contains(term.Index))]);
            }
            if (rows.Count > 0) (owner, key) = (rows[^1].Owner.ToString(), rows[^1].Key);
        }
        while (rows.Count == RowsAtATime);
    }
}
