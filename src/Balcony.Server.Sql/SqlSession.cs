// What the engine needs of a database connection, and no more than both databases have.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Sql;

/// <summary>One connection, used by one thread. Only one statement at a time is between its first row and its reset.</summary>
internal abstract class SqlSession : IDisposable
{
    private readonly Dictionary<string, SqlStatement> _statements = new(StringComparer.Ordinal);

    /// <summary>A prepared statement, kept for the life of the session. Parameters are $1, $2...; the text is one of a fixed few.</summary>
    public SqlStatement this[string sql]
    {
        get
        {
            if (!_statements.TryGetValue(sql, out var statement)) _statements.Add(sql, statement = Prepare(sql));
            return statement;
        }
    }

    /// <summary>Which index is to be used is said in the query.</summary>
    public virtual bool WantsHints => false;

    public abstract void BeginWrite();

    /// <summary>All reads until <see cref="EndRead"/> see one state.</summary>
    public abstract void BeginRead();

    public abstract void EndRead();

    /// <summary>Durable when it returns.</summary>
    public abstract void Commit();

    /// <summary>Does nothing when no transaction is open.</summary>
    public abstract void Rollback();

    /// <summary>Runs a script of several statements without parameters.</summary>
    public abstract void RunScript(string sql);

    public virtual void InsertJournal(LedgerRecord record, ReadOnlySpan<byte> owners) =>
        this["INSERT INTO journal (id, time, stanza, owners) VALUES ($1, $2, $3, $4)"]
            .Bind(1, record.Id).Bind(2, StoreTime.ToMicroseconds(record.Time)).Bind(3, record.Stanza.Span).Bind(4, owners).Run();

    /// <param name="entries">Sorted by owner, then identifier.</param>
    public virtual void InsertEntries(ReadOnlySpan<EntryRow> entries)
    {
        var insert = this["INSERT INTO ledger_entry (owner, id, contact, flags) VALUES ($1, $2, $3, $4)"];
        foreach (var entry in entries) insert.Bind(1, entry.Owner).Bind(2, entry.Id).Bind(3, entry.Contact).Bind(4, entry.Flags).Run();
    }

    /// <summary>The owners of some rows of the journal, as stored; those that are gone are left out.</summary>
    public virtual void ReadOwners(IReadOnlyCollection<long> ids, Action<long, byte[]> found)
    {
        var select = this["SELECT owners FROM journal WHERE id = $1"];
        foreach (var id in ids)
        {
            select.Bind(1, id);
            if (select.Read()) found(id, select.Bytes(0));
            select.Reset();
        }
    }

    /// <summary>Puts messages into the index of words.</summary>
    /// <param name="lines">Identifiers that are not in it; words with a space between, each once.</param>
    public abstract void InsertText(List<(long Id, string Words)> lines);

    /// <summary>Takes a message out of the index of words.</summary>
    /// <param name="id">It is in it.</param>
    /// <param name="words">As they were inserted.</param>
    public abstract void RemoveText(long id, string words);

    /// <summary>What <see cref="TextPage"/> is given to find messages that have all these words.</summary>
    public abstract string TextQuery(IEnumerable<string> words);

    /// <summary>The index of words gives the first of a page only when it has found them all.</summary>
    public virtual bool FindsAllFirst => false;

    /// <summary>The columns of a page, found by words. $1 the query, $2 after, $3 before, $4 limit.</summary>
    public abstract string TextPage(bool isBackwards);

    /// <summary>Gives space of deleted rows back; called when there is time.</summary>
    public virtual void Tidy()
    {
    }

    /// <summary>Ends what a fault left between its first row and its reset.</summary>
    public void ResetAll()
    {
        foreach (var statement in _statements.Values) statement.Reset();
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _statements.Clear();
        Close();
    }

    protected abstract SqlStatement Prepare(string sql);

    protected abstract void Close();
}

/// <summary>A row that points into the journal; the addresses are hashes.</summary>
internal readonly record struct EntryRow(long Owner, long Id, long Contact, byte Flags) : IComparable<EntryRow>
{
    public int CompareTo(EntryRow other) => Owner != other.Owner ? Owner.CompareTo(other.Owner) : Id.CompareTo(other.Id);
}

internal abstract class SqlStatement : IDisposable
{
    public abstract SqlStatement Bind(int index, long value);

    public abstract SqlStatement Bind(int index, string value);

    public abstract SqlStatement Bind(int index, ReadOnlySpan<byte> value);

    /// <summary>As text; null as NULL.</summary>
    public abstract SqlStatement Bind(int index, Jid? value);

    /// <summary>Runs without looking at rows; a database behind a network may do so later, but before the next read or commit.</summary>
    public abstract void Run();

    /// <summary>The first or next row; false when there is none, and then it is reset.</summary>
    public abstract bool Read();

    /// <summary>Ends reading before the last row.</summary>
    public abstract void Reset();

    public abstract long Int64(int column);

    public abstract string Text(int column);

    public abstract byte[] Bytes(int column);

    /// <summary>The same bytes where they are; only until the next row.</summary>
    public virtual ReadOnlySpan<byte> Span(int column) => Bytes(column);

    public abstract bool IsNull(int column);

    public BareJid Owner(int column) =>
        BareJid.TryParse(Text(column), out BareJid? jid) ? jid : throw new InvalidDataException("a stored address cannot be read");

    public abstract void Dispose();

    /// <summary>The first column of the only row; null when there is none.</summary>
    public long? Single()
    {
        long? value = Read() && !IsNull(0) ? Int64(0) : null;
        Reset();
        return value;
    }
}
