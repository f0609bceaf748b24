// Values, maps and archives in memory, in the order of the databases.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Storage;

/// <summary>Under the lock of its storage.</summary>
internal sealed class MemoryStores
{
    private readonly Dictionary<StoreDefinition, SortedDictionary<BareJid, SortedDictionary<string, StoredItem>>> _items = [];
    private readonly Dictionary<StoreDefinition, Dictionary<BareJid, SortedDictionary<long, ArchiveEntry>>> _archives = [];

    public void Apply(in StoreOperation operation)
    {
        var (store, owner) = (operation.Store!, operation.Owner!);
        switch (operation.Kind)
        {
            case StoreOperationKind.Put:
                Items(store, owner)[operation.Key!] = new(operation.Value!, (IndexTerm[]?)operation.Details ?? []);
                break;
            case StoreOperationKind.Remove:
                Items(store, owner).Remove(operation.Key!);
                break;
            case StoreOperationKind.RemoveAll:
                if (_items.TryGetValue(store, out var owners)) owners.Remove(owner);
                if (_archives.TryGetValue(store, out var archives)) archives.Remove(owner);
                break;
            case StoreOperationKind.Append:
                var append = (ArchiveAppend)operation.Details!;
                RemoveArchived(store, owner, append.Id!);
                Entries(store, owner)[append.Position] = new(append.Position, append.Id!, append.Time, append.Peer, append.Value.ToArray());
                break;
            case StoreOperationKind.RemoveArchived:
                RemoveArchived(store, owner, operation.Key!);
                break;
            case StoreOperationKind.TrimArchive:
                Trim(Entries(store, owner), (Retention)operation.Details!);
                break;
        }
    }

    public void Erase(BareJid owner)
    {
        foreach (var owners in _items.Values) owners.Remove(owner);
        foreach (var owners in _archives.Values) owners.Remove(owner);
    }

    public SortedDictionary<string, StoredItem> Items(StoreDefinition store, BareJid owner)
    {
        var owners = Owners(store);
        if (!owners.TryGetValue(owner, out var items)) owners.Add(owner, items = new(Utf8Order.Instance));
        return items;
    }

    public SortedDictionary<BareJid, SortedDictionary<string, StoredItem>> Owners(StoreDefinition store)
    {
        if (!_items.TryGetValue(store, out var owners))
            _items.Add(store, owners = new(Comparer<BareJid>.Create(Utf8Order.Compare)));
        return owners;
    }

    public SortedDictionary<long, ArchiveEntry> Entries(StoreDefinition archive, BareJid owner)
    {
        if (!_archives.TryGetValue(archive, out var owners)) _archives.Add(archive, owners = []);
        if (!owners.TryGetValue(owner, out var entries)) owners.Add(owner, entries = []);
        return entries;
    }

    private void RemoveArchived(StoreDefinition archive, BareJid owner, string id)
    {
        var entries = Entries(archive, owner);
        if (entries.Values.FirstOrDefault(entry => entry.Id == id) is { } entry) entries.Remove(entry.Position);
    }

    private static void Trim(SortedDictionary<long, ArchiveEntry> entries, Retention retention)
    {
        var old = entries.Values.Where(entry => entry.Time < retention.From).ToList();
        foreach (var entry in old) entries.Remove(entry.Position);
        if (retention.Keep is not { } keep) return;
        foreach (var position in entries.Keys.Take(Math.Max(0, entries.Count - keep)).ToList()) entries.Remove(position);
    }
}

internal readonly record struct StoredItem(byte[] Value, IndexTerm[] Terms);
