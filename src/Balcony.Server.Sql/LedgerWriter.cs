// The ledger's part of a transaction.
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Sql;

/// <summary>
/// Appends to the journal and changes owners in it; entries follow in lots, or at once where other processes read them. What a transaction did reaches the tail
/// when it is committed. The writer's thread only.
/// </summary>
internal sealed class LedgerWriter(LedgerTail tail, LedgerText text, bool isShared, TimeProvider clock)
{
    private const int MaxRowsHeld = 4_096;
    private const string SetInbound = "INSERT INTO session_state (session, owner, inbound, delivered, touched) VALUES ($1, $2, $3, $4, $5) " +
        "ON CONFLICT (session) DO UPDATE SET owner = excluded.owner, touched = excluded.touched, inbound = CASE WHEN " +
        // XEP-0198 §4: counts wrap around at 2^32, and units of several threads may come in another order than their counts.
        "((excluded.inbound - session_state.inbound) & 4294967295) < 2147483648 THEN excluded.inbound ELSE session_state.inbound END";

    // Rows of this transaction: all that it appended, and those that it touched.
    private readonly Dictionary<long, JournalRow> _rows = [];
    private readonly Dictionary<string, StoreOperation> _sessions = new(StringComparer.Ordinal);
    private readonly List<EntryRow> _entries = [];
    private readonly Dictionary<BareJid, long> _hashes = [];
    private long _entered = tail.Entered;
    private long _last = tail.Entered;
    private long _committedLast = tail.Entered;

    public bool IsLotFull(int lotMessages) => tail.Count >= lotMessages;

    public void Loaded(long last)
    {
        (_entered, _last, _committedLast) = (tail.Entered, last, last);
        _rows.Clear();
    }

    /// <summary>Collects the rows that operations will touch, to be read in one go: a round trip each would cost most of the commit.</summary>
    public void Prefetch(ReadOnlySpan<StoreOperation> operations, HashSet<long> ids)
    {
        foreach (ref readonly var operation in operations)
        {
            if (operation.Kind is StoreOperationKind.LedgerRemove or StoreOperationKind.LedgerReplace && operation.Number <= _last
                && !_rows.ContainsKey(operation.Number))
                ids.Add(operation.Number);
        }
    }

    public void Read(SqlSession session, HashSet<long> ids)
    {
        if (ids.Count > 0) session.ReadOwners(ids, (id, owners) => _rows[id] = new(JournalOwners.Decode(owners)));
    }

    public void Apply(SqlSession session, in StoreOperation operation)
    {
        switch (operation.Kind)
        {
            case StoreOperationKind.LedgerAppend:
                var record = (LedgerRecord)operation.Details!;
                session.InsertJournal(record, JournalOwners.Encode(record.OwnerArray));
                _rows[record.Id] = new(record.OwnerArray);
                _last = record.Id;
                break;
            case StoreOperationKind.LedgerImport:
                Import(session, (LedgerRecord)operation.Details!);
                break;
            case StoreOperationKind.LedgerRemove:
                Remove(session, operation.Owner!, operation.Number);
                break;
            case StoreOperationKind.LedgerReplace:
                Replace(session, operation.Owner!, operation.Number, operation.Value!);
                break;
            case StoreOperationKind.LedgerTrim:
                Trim(session, operation.Owner!, (LedgerTrim)operation.Details!);
                break;
            case StoreOperationKind.SetSession:
                _sessions[operation.Key!] = !_sessions.TryGetValue(operation.Key!, out var before) ? operation : operation with
                {
                    Number = StreamManagement.Later((uint)before.Number, (uint)operation.Number),
                    Delivered = operation.Delivered == StoreOperation.AsBefore ? before.Delivered : operation.Delivered,
                };
                break;
            case StoreOperationKind.TouchSession:
                session["UPDATE session_state SET touched = $2 WHERE session = $1"].Bind(1, operation.Key!).Bind(2, Now()).Run();
                break;
            case StoreOperationKind.EndSession:
                _sessions.Remove(operation.Key!);
                session["DELETE FROM session_state WHERE session = $1"].Bind(1, operation.Key!).Run();
                break;
            case StoreOperationKind.EraseOwner:
                Erase(session, operation.Owner!);
                break;
        }
    }

    /// <summary>Writes what was held back; before the commit.</summary>
    public void Finish(SqlSession session)
    {
        WriteRows(session);
        WriteSessions(session);
        if (isShared) Enter(session);
    }

    public void Committed()
    {
        tail.Change(_entered, _rows);
        text.Committed();
        _committedLast = _last;
        _rows.Clear();
    }

    public void Discard()
    {
        (_entered, _last) = (tail.Entered, _committedLast);
        _rows.Clear();
        _sessions.Clear();
        text.Discard();
    }

    /// <summary>Puts the next messages into the index of words.</summary>
    public void EnterText(SqlSession session) => text.EnterLot(session, _entered);

    /// <summary>Makes the entries of all rows that have none.</summary>
    public void Enter(SqlSession session)
    {
        if (_last == _entered) return;
        _entries.Clear();
        var messages = 0;
        foreach (var (id, owners) in tail.Rows)
        {
            if (id <= _entered || _rows.ContainsKey(id)) continue;
            AddEntries(id, owners);
            messages++;
        }
        foreach (var (id, row) in _rows)
        {
            if (id <= _entered) continue;
            AddEntries(id, row.Owners);
            messages++;
        }
        text.Entered(messages);
        _entries.Sort();
        session.InsertEntries(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_entries));
        _entered = _last;
        if (!isShared) session["UPDATE mark SET value = $1 WHERE name = 'entered'"].Bind(1, _entered).Run();
        _entries.Clear();
        if (_hashes.Count > MaxRowsHeld) _hashes.Clear();
    }

    // In front of all lots: its entries are made at once.
    private void Import(SqlSession session, LedgerRecord record)
    {
        session.InsertJournal(record, JournalOwners.Encode(record.OwnerArray));
        _entries.Clear();
        AddEntries(record.Id, record.OwnerArray);
        _entries.Sort();
        session.InsertEntries(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_entries));
        text.Import(session, record);
        _entries.Clear();
    }

    private void AddEntries(long id, LedgerOwner[] owners)
    {
        foreach (ref readonly var owner in owners.AsSpan()) _entries.Add(new(Hash(owner.Owner), id, Hash(owner.Contact), JournalOwners.FlagsOf(owner)));
    }

    // An account is in many rows of a lot, and hashing an address costs more than writing its entry.
    private long Hash(BareJid address)
    {
        if (!_hashes.TryGetValue(address, out var hash)) _hashes.Add(address, hash = JournalOwners.HashOf(address));
        return hash;
    }

    private JournalRow? Find(SqlSession session, long id)
    {
        if (_rows.TryGetValue(id, out var row)) return row;
        if (id > _entered && tail.Find(id) is { } owners) _rows.Add(id, row = new(owners));
        else session.ReadOwners([id], (_, stored) => _rows.Add(id, row = new(JournalOwners.Decode(stored))));
        return row;
    }

    private void Remove(SqlSession session, BareJid owner, long id)
    {
        if (id == 0 || id > _last || Find(session, id) is not { } row) return;
        var place = Array.FindIndex(row.Owners, one => one.Owner.Equals(owner));
        if (place < 0) return;
        row.Owners = [.. row.Owners[..place], .. row.Owners[(place + 1)..]];
        row.IsDirty = true;
        if (id <= _entered) session["DELETE FROM ledger_entry WHERE owner = $1 AND id = $2"].Bind(1, JournalOwners.HashOf(owner)).Bind(2, id).Run();
    }

    private void Replace(SqlSession session, BareJid owner, long id, byte[] stanza)
    {
        if (id == 0 || id > _last || Find(session, id) is not { } row || !Array.Exists(row.Owners, one => one.Owner.Equals(owner))) return;
        // The index has it with the owners that the database has, whatever this transaction changed of them already.
        text.Replace(session, id, row.Stored, stanza);
        session["UPDATE journal SET stanza = $2 WHERE id = $1"].Bind(1, id).Bind(2, stanza).Run();
    }

    private void WriteRows(SqlSession session)
    {
        foreach (var (id, row) in _rows)
        {
            if (!row.IsDirty) continue;
            row.IsDirty = false;
            text.Change(session, id, row.Stored, row.Owners);
            row.Stored = row.Owners;
            if (row.Owners.Length == 0) session["DELETE FROM journal WHERE id = $1"].Bind(1, id).Run();
            else session["UPDATE journal SET owners = $2 WHERE id = $1"].Bind(1, id).Bind(2, JournalOwners.Encode(row.Owners)).Run();
        }
    }

    private long Now() => StoreTime.ToMicroseconds(clock.GetUtcNow());

    private void WriteSessions(SqlSession session)
    {
        var now = Now();
        foreach (var (name, state) in _sessions)
        {
            var isAsBefore = state.Delivered == StoreOperation.AsBefore;
            session[isAsBefore ? SetInbound : SetInbound + ", delivered = excluded.delivered"]
                .Bind(1, name).Bind(2, state.Owner!).Bind(3, state.Number).Bind(4, isAsBefore ? 0 : state.Delivered).Bind(5, now).Run();
        }
        _sessions.Clear();
    }

    private void Erase(SqlSession session, BareJid owner)
    {
        RemoveAll(session, owner, before: long.MaxValue, limit: long.MaxValue);
        WriteSessions(session);
        session["DELETE FROM session_state WHERE owner = $1"].Bind(1, owner).Run();
    }

    private void Trim(SqlSession session, BareJid owner, LedgerTrim trim)
    {
        var (left, end) = ((long)trim.Limit, trim.UpTo == long.MaxValue ? long.MaxValue : trim.UpTo + 1);
        if (trim.Retention.From is { } from) left -= RemoveAll(session, owner, Math.Min(end, LedgerSql.FirstSince(session, JournalOwners.HashOf(owner), from)), left);
        if (trim.Retention.Keep is { } keep)
        {
            Enter(session);
            var count = session["SELECT count(*) FROM ledger_entry WHERE owner = $1"].Bind(1, JournalOwners.HashOf(owner)).Single() ?? 0;
            if (count > keep) RemoveAll(session, owner, end, Math.Min(left, count - keep));
        }
    }

    // Entries come first, so that the table alone says what the owner has.
    private long RemoveAll(SqlSession session, BareJid owner, long before, long limit)
    {
        if (limit <= 0) return 0;
        Enter(session);
        var left = limit;
        var hash = JournalOwners.HashOf(owner);
        var after = long.MinValue;
        var ids = new List<long>();
        do
        {
            ids.Clear();
            var select = session[LedgerSql.OwnIds].Bind(1, hash).Bind(2, after).Bind(3, before).Bind(4, Math.Min(left, 1_000));
            while (select.Read()) ids.Add(select.Int64(0));
            var missing = new HashSet<long>(ids);
            missing.ExceptWith(_rows.Keys);
            Read(session, missing);
            foreach (var id in ids) Remove(session, owner, id);
            if (ids.Count > 0) after = ids[^1];
            left -= ids.Count;
            if (_rows.Count > MaxRowsHeld)
            {
                WriteRows(session);
                _rows.Clear();
            }
        }
        while (ids.Count > 0 && left > 0);
        return limit - left;
    }
}
