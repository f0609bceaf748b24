// The ledger in memory: the journal as a sorted list of stanzas with their owners.
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Storage;

/// <summary>Under the lock of its storage.</summary>
internal sealed class MemoryLedger(TimeProvider clock)
{
    private readonly Dictionary<BareJid, SortedDictionary<long, LedgerEntry>> _entries = [];
    private readonly Dictionary<string, (StoredSession State, DateTimeOffset Touched)> _sessions = new(StringComparer.Ordinal);

    public void Apply(in StoreOperation operation)
    {
        switch (operation.Kind)
        {
            case StoreOperationKind.LedgerAppend or StoreOperationKind.LedgerImport:
                Append((LedgerRecord)operation.Details!);
                break;
            case StoreOperationKind.LedgerRemove:
                EntriesOf(operation.Owner!)?.Remove(operation.Number);
                break;
            case StoreOperationKind.LedgerReplace:
                if (EntriesOf(operation.Owner!)?.ContainsKey(operation.Number) ?? false) Replace(operation.Number, operation.Value!);
                break;
            case StoreOperationKind.LedgerTrim:
                if (EntriesOf(operation.Owner!) is { } entries) Trim(entries, (LedgerTrim)operation.Details!);
                break;
            case StoreOperationKind.SetSession:
                var delivered = operation.Delivered == StoreOperation.AsBefore ? Session(operation.Key!)?.Delivered ?? 0 : operation.Delivered;
                var inbound = Session(operation.Key!) is { } before ? StreamManagement.Later(before.Inbound, (uint)operation.Number) : (uint)operation.Number;
                _sessions[operation.Key!] = (new(operation.Owner!, inbound, delivered), clock.GetUtcNow());
                break;
            case StoreOperationKind.TouchSession:
                if (Session(operation.Key!) is { } touched) _sessions[operation.Key!] = (touched, clock.GetUtcNow());
                break;
            case StoreOperationKind.EndSession:
                _sessions.Remove(operation.Key!);
                break;
            case StoreOperationKind.EraseOwner:
                var owner = operation.Owner!;
                _entries.Remove(owner);
                foreach (var (session, _) in _sessions.Where(one => one.Value.State.Owner.Equals(owner)).ToList()) _sessions.Remove(session);
                break;
        }
    }

    public SortedDictionary<long, LedgerEntry>? EntriesOf(BareJid owner) => _entries.GetValueOrDefault(owner);

    public StoredSession? Session(string session) => _sessions.GetValueOrDefault(session).State;

    public IReadOnlyList<string> OldSessions(DateTimeOffset since, int limit) =>
        [.. _sessions.Where(session => session.Value.Touched < since).Take(limit).Select(session => session.Key)];

    private void Append(LedgerRecord record)
    {
        var stanza = record.Stanza.ToArray();
        foreach (var owner in record.OwnerArray)
        {
            if (!_entries.TryGetValue(owner.Owner, out var entries)) _entries.Add(owner.Owner, entries = []);
            entries[record.Id] = new(record.Id, record.Time, stanza, owner);
        }
    }

    // One of few, so all owners are asked.
    private void Replace(long id, byte[] stanza)
    {
        foreach (var entries in _entries.Values)
        {
            if (entries.TryGetValue(id, out var entry)) entries[id] = entry with { Stanza = stanza };
        }
    }

    private static void Trim(SortedDictionary<long, LedgerEntry> entries, LedgerTrim trim)
    {
        var surplus = trim.Retention.Keep is { } keep ? Math.Max(0, entries.Count - keep) : 0;
        var old = entries.Values.TakeWhile((entry, place) => (entry.Time < trim.Retention.From || place < surplus) && entry.Id <= trim.UpTo);
        foreach (var id in old.Take(trim.Limit).Select(entry => entry.Id).ToList()) entries.Remove(id);
    }
}
