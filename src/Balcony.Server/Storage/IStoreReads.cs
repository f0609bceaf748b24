// What an engine can read: bytes, in pages.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Storage;

/// <summary>Pages are ordered by the UTF-8 of their columns, and hold at most the limit asked for.</summary>
internal interface IStoreReads : ILedger
{
    ValueTask<byte[]?> GetAsync(StoreDefinition store, BareJid owner, string key, CancellationToken cancel);

    ValueTask<int> CountAsync(StoreDefinition store, BareJid owner, CancellationToken cancel);

    /// <param name="owner">Only this one's rows; null for all owners'.</param>
    ValueTask<IReadOnlyList<StoredRow>> ListAsync(
        StoreDefinition store, BareJid? owner, MapPosition? after, int limit, CancellationToken cancel);

    /// <summary>Rows by their terms, in the order of term, owner and key.</summary>
    ValueTask<IReadOnlyList<StoredRow>> FindAsync(
        StoreDefinition map, StoreDefinition index, TermRange terms, int limit, CancellationToken cancel);

    ValueTask<ArchiveEntry?> GetArchivedAsync(StoreDefinition archive, BareJid owner, string id, CancellationToken cancel);

    ValueTask<IReadOnlyList<ArchiveEntry>> PageAsync(StoreDefinition archive, BareJid owner, ArchiveQuery query, CancellationToken cancel);

    ValueTask<int> CountAsync(StoreDefinition archive, BareJid owner, ArchiveQuery query, CancellationToken cancel);
}

/// <param name="Term">Only when it was found by one.</param>
internal readonly record struct StoredRow(BareJid Owner, string Key, byte[] Value, string Term = "");

/// <param name="To">Excluded; null for no end.</param>
/// <param name="After">Where the last page ended.</param>
internal readonly record struct TermRange(string From, string? To, StoredRow? After = null)
{
    /// <summary>The term <see cref="From"/> only.</summary>
    public bool IsExact { get; init; }
}
