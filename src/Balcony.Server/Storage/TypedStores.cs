// The shapes with their types, on any engine.
using System.Runtime.CompilerServices;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Storage;

internal sealed class ValueStore<T>(StoreDefinition definition, IStoreCodec<T> codec, IStoreReads reads) : IValueStore<T>
{
    public string Name => definition.Name;

    public StoreDefinition Definition => definition;

    public IStoreCodec<T> Codec => codec;

    public async ValueTask<T?> GetAsync(BareJid owner, CancellationToken cancel) =>
        await reads.GetAsync(definition, owner, "", cancel).ConfigureAwait(false) is { } stored ? codec.Read(stored) : default;

    public async IAsyncEnumerable<KeyValuePair<BareJid, T>> ScanAsync(BareJid? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in StorePages.ReadAsync(reads, definition, null, after is null ? null : new(after, ""), cancel).ConfigureAwait(false))
        {
            yield return new(row.Owner, codec.Read(row.Value));
        }
    }
}

internal sealed class MapStore<T>(StoreDefinition definition, IStoreCodec<T> codec, StoreIndex<T>[] indexes, IStoreReads reads) : IMapStore<T>
{
    private const int MaxTermLength = 1024;

    public string Name => definition.Name;

    public StoreDefinition Definition => definition;

    public IStoreCodec<T> Codec => codec;

    public async ValueTask<T?> GetAsync(BareJid owner, string key, CancellationToken cancel) =>
        await reads.GetAsync(definition, owner, UnitOfWork.Checked(key), cancel).ConfigureAwait(false) is { } stored ? codec.Read(stored) : default;

    public ValueTask<int> CountAsync(BareJid owner, CancellationToken cancel) => reads.CountAsync(definition, owner, cancel);

    public async IAsyncEnumerable<KeyValuePair<string, T>> ListAsync(BareJid owner, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in StorePages.ReadAsync(reads, definition, owner, null, cancel).ConfigureAwait(false))
        {
            yield return new(row.Key, codec.Read(row.Value));
        }
    }

    public async IAsyncEnumerable<MapEntry<T>> ScanAsync(MapPosition? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in StorePages.ReadAsync(reads, definition, null, after, cancel).ConfigureAwait(false))
        {
            yield return new(row.Owner, row.Key, codec.Read(row.Value));
        }
    }

    public IAsyncEnumerable<MapEntry<T>> FindAsync(StoreIndex<T> index, string term, CancellationToken cancel) =>
        FindAsync(DefinitionOf(index), new TermRange(UnitOfWork.Checked(term), null) { IsExact = true }, cancel);

    public IAsyncEnumerable<MapEntry<T>> RangeAsync(StoreIndex<T> index, string from, string? to, CancellationToken cancel) =>
        FindAsync(DefinitionOf(index), new TermRange(UnitOfWork.Checked(from), to is null ? null : UnitOfWork.Checked(to)), cancel);

    /// <exception cref="ArgumentException">There are too many terms, or one is too long or not Unicode text.</exception>
    public IndexTerm[]? TermsOf(string key, T value)
    {
        if (indexes.Length == 0) return null;
        var terms = new List<IndexTerm>();
        for (var i = 0; i < indexes.Length; i++)
        {
            foreach (var term in indexes[i].TermsOf(key, value))
            {
                if (term.Length > MaxTermLength || terms.Count == StoreIndex<T>.MaxTerms * indexes.Length)
                    throw new ArgumentException($"{definition.Indexes[i].Name}: too many terms, or one is too long", nameof(value));
                terms.Add(new(definition.Indexes[i], UnitOfWork.Checked(term)));
            }
        }
        return [.. terms];
    }

    private StoreDefinition DefinitionOf(StoreIndex<T> index)
    {
        var place = Array.FindIndex(indexes, known => known.Name == index.Name);
        return place >= 0 ? definition.Indexes[place] : throw new InvalidOperationException($"{Name} was opened without the index {index.Name}");
    }

    private async IAsyncEnumerable<MapEntry<T>> FindAsync(
        StoreDefinition index, TermRange terms, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            var page = await reads.FindAsync(definition, index, terms, StorePages.Size, cancel).ConfigureAwait(false);
            foreach (var row in page) yield return new(row.Owner, row.Key, codec.Read(row.Value));
            if (page.Count < StorePages.Size) yield break;
            terms = terms with { After = page[^1] };
        }
    }
}

internal sealed class Archive(StoreDefinition definition, IStoreReads reads) : IArchive
{
    public string Name => definition.Name;

    public StoreDefinition Definition => definition;

    public ValueTask<ArchiveEntry?> GetAsync(BareJid owner, string id, CancellationToken cancel) =>
        reads.GetArchivedAsync(definition, owner, UnitOfWork.Checked(id), cancel);

    public ValueTask<IReadOnlyList<ArchiveEntry>> PageAsync(BareJid owner, ArchiveQuery query, CancellationToken cancel) =>
        reads.PageAsync(definition, owner, query, cancel);

    public ValueTask<int> CountAsync(BareJid owner, ArchiveQuery query, CancellationToken cancel) =>
        reads.CountAsync(definition, owner, query, cancel);
}

internal static class StorePages
{
    /// <summary>Rows that are held at a time while a store is scanned.</summary>
    public const int Size = 256;

    public static async IAsyncEnumerable<StoredRow> ReadAsync(
        IStoreReads reads, StoreDefinition store, BareJid? owner, MapPosition? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            var page = await reads.ListAsync(store, owner, after, Size, cancel).ConfigureAwait(false);
            foreach (var row in page) yield return row;
            if (page.Count < Size) yield break;
            after = new(page[^1].Owner, page[^1].Key);
        }
    }
}
