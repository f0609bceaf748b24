// What differs between the databases.
namespace Balcony.Server.Sql;

internal abstract class SqlDialect : IDisposable
{
    /// <summary>The folder of its migrations.</summary>
    public abstract string Name { get; }

    /// <summary>Other processes read the ledger too: entries are written with the journal, nothing is held in memory.</summary>
    public abstract bool IsShared { get; }

    /// <summary>The session that writes; it keeps others from writing.</summary>
    public abstract SqlSession OpenWriter();

    public abstract SqlSession OpenReader();

    /// <summary>Runs <paramref name="migrate"/> in one transaction while no other process can do the same.</summary>
    public abstract void Migrate(SqlSession session, Action migrate);

    /// <summary>The database itself failed (disk full, I/O error, connection lost), not what one unit asked of it.</summary>
    public abstract bool IsStoreFault(Exception fault);

    /// <summary>The session can't be used any more.</summary>
    public abstract bool IsSessionLost(Exception fault);

    public abstract void Dispose();
}
