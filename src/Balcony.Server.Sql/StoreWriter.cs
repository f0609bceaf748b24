// The store shapes' part of a transaction.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Sql;

/// <summary>Stateless: what it changes is in the transaction only.</summary>
internal static class StoreWriter
{
    public static void Apply(SqlSession session, in StoreOperation operation)
    {
        var (store, owner) = (operation.Store!, operation.Owner!);
        switch (operation.Kind)
        {
            case StoreOperationKind.Put:
                session["INSERT INTO item (store, owner, key, value) VALUES ($1, $2, $3, $4) ON CONFLICT (store, owner, key) DO UPDATE SET value = excluded.value"]
                    .Bind(1, store.Id).Bind(2, owner).Bind(3, operation.Key!).Bind(4, operation.Value).Run();
                RemoveTerms(session, store, owner, operation.Key!);
                AddTerms(session, owner, operation.Key!, (IndexTerm[]?)operation.Details ?? []);
                break;
            case StoreOperationKind.Remove:
                session["DELETE FROM item WHERE store = $1 AND owner = $2 AND key = $3"]
                    .Bind(1, store.Id).Bind(2, owner).Bind(3, operation.Key!).Run();
                RemoveTerms(session, store, owner, operation.Key!);
                break;
            case StoreOperationKind.RemoveAll:
                RemoveAll(session, store.Shape, store.Id, owner);
                foreach (var index in store.Indexes) RemoveAll(session, StoreShape.Index, index.Id, owner);
                break;
            case StoreOperationKind.Append:
                Append(session, store, owner, (ArchiveAppend)operation.Details!);
                break;
            case StoreOperationKind.RemoveArchived:
                RemoveArchived(session, store, owner, operation.Key!);
                break;
            case StoreOperationKind.TrimArchive:
                Trim(session, store, owner, (Retention)operation.Details!);
                break;
        }
    }

    /// <summary>In every store that the database has, opened by this program or not.</summary>
    public static void Erase(SqlSession session, BareJid owner)
    {
        var stores = new List<(int Id, StoreShape Shape)>();
        var select = session["SELECT id, shape FROM store"];
        while (select.Read()) stores.Add(((int)select.Int64(0), (StoreShape)select.Int64(1)));
        foreach (var (id, shape) in stores) RemoveAll(session, shape, id, owner);
    }

    public static void AddTerms(SqlSession session, BareJid owner, string key, IndexTerm[] terms)
    {
        foreach (var (index, term) in terms)
        {
            session["INSERT INTO item_term (store, term, owner, key) VALUES ($1, $2, $3, $4)"]
                .Bind(1, index.Id).Bind(2, term).Bind(3, owner).Bind(4, key).Run();
        }
    }

    private static void RemoveTerms(SqlSession session, StoreDefinition store, BareJid owner, string key)
    {
        foreach (var index in store.Indexes)
        {
            session["DELETE FROM item_term WHERE store = $1 AND owner = $2 AND key = $3"].Bind(1, index.Id).Bind(2, owner).Bind(3, key).Run();
        }
    }

    private static void RemoveAll(SqlSession session, StoreShape shape, int store, BareJid owner)
    {
        var delete = session[shape switch
        {
            StoreShape.Index => "DELETE FROM item_term WHERE store = $1 AND owner = $2",
            StoreShape.Archive => "DELETE FROM archive WHERE store = $1 AND owner = $2",
            _ => "DELETE FROM item WHERE store = $1 AND owner = $2",
        }];
        delete.Bind(1, store).Bind(2, owner).Run();
    }

    private static void Append(SqlSession session, StoreDefinition store, BareJid owner, ArchiveAppend append)
    {
        RemoveArchived(session, store, owner, append.Id!);
        session["INSERT INTO archive (store, owner, position, id, time, peer, value) VALUES ($1, $2, $3, $4, $5, $6, $7)"]
            .Bind(1, store.Id).Bind(2, owner).Bind(3, append.Position).Bind(4, append.Id!).Bind(5, StoreTime.ToMicroseconds(append.Time))
            .Bind(6, append.Peer).Bind(7, append.Value.Span).Run();
    }

    private static void RemoveArchived(SqlSession session, StoreDefinition store, BareJid owner, string id) =>
        session["DELETE FROM archive WHERE store = $1 AND owner = $2 AND id = $3"].Bind(1, store.Id).Bind(2, owner).Bind(3, id).Run();

    private static void Trim(SqlSession session, StoreDefinition store, BareJid owner, Retention retention)
    {
        if (retention.From is { } from)
        {
            session["DELETE FROM archive WHERE store = $1 AND owner = $2 AND time < $3"]
                .Bind(1, store.Id).Bind(2, owner).Bind(3, StoreTime.ToMicroseconds(from)).Run();
        }
        if (retention.Keep is { } keep)
        {
            session["DELETE FROM archive WHERE store = $1 AND owner = $2 AND position <= (SELECT position FROM archive " +
                "WHERE store = $1 AND owner = $2 ORDER BY position DESC LIMIT 1 OFFSET $3)"]
                .Bind(1, store.Id).Bind(2, owner).Bind(3, Math.Max(0, keep)).Run();
        }
    }
}
