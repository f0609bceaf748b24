// What all engines share: the stores that are open, by name.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Storage;

/// <summary>An <see cref="IStorage"/> over an engine that reads and commits bytes. Made by this project and by Balcony.Server.Sql only.</summary>
public abstract class StorageEngine : IStorage
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (StoreDefinition Definition, object Store)> _stores = new(StringComparer.Ordinal);

    private protected StorageEngine()
    {
    }

    public ILedger Ledger => Reads;

    // Removing an entry costs as much as keeping several: a step must not hold up the commits of others for long.
    private const int EntriesInStep = 500;

    /// <summary>The length of <see cref="Secret"/>.</summary>
    private protected const int SecretBytes = 32;

    public abstract ReadOnlyMemory<byte> Secret { get; }

    public abstract bool HasTextIndex { get; }

    public abstract StorageHealth Health { get; }

    public abstract int Waiting { get; }

    private protected abstract IStoreReads Reads { get; }

    public IValueStore<T> OpenValue<T>(string name, IStoreCodec<T> codec) => Open(
        name, StoreShape.Value, () =>
        {
            var definition = new StoreDefinition(name, StoreShape.Value);
            return (definition, new ValueStore<T>(definition, codec, Reads));
        });

    public IMapStore<T> OpenMap<T>(string name, IStoreCodec<T> codec, params StoreIndex<T>[] indexes) => Open(
        name, StoreShape.Map, () =>
        {
            var definition = new StoreDefinition(name, StoreShape.Map)
            {
                Indexes = [.. indexes.Select(index => new StoreDefinition($"{name}/{index.Name}", StoreShape.Index))],
            };
            var store = new MapStore<T>(definition, codec, indexes, Reads);
            definition.TermsOf = (key, stored) => store.TermsOf(key, codec.Read(stored)) ?? [];
            return (definition, store);
        });

    public IArchive OpenArchive(string name) => Open(
        name, StoreShape.Archive, () =>
        {
            var definition = new StoreDefinition(name, StoreShape.Archive);
            return (definition, new Archive(definition, Reads));
        });

    public abstract CommitTicket Commit(UnitOfWork unit);

    public abstract long ReserveImported(int count);

    // More than anybody will ever import, and far from where journals begin.
    private protected const long FirstImported = -(1L << 40);

    public async Task EraseOwnerAsync(BareJid owner, CancellationToken cancel = default)
    {
        while (await Reads.CountAsync(owner, LedgerQuery.All, max: 1, cancel).ConfigureAwait(false) > 0)
        {
            await Commit(new UnitOfWork().TrimLedger(owner, new Retention(From: DateTimeOffset.MaxValue), limit: EntriesInStep));
        }
        List<object> stores;
        lock (_gate) stores = [.. _stores.Values.Select(one => one.Store)];
        foreach (var archive in stores.OfType<IArchive>())
        {
            for (var left = await archive.CountAsync(owner, ArchiveQuery.All, cancel).ConfigureAwait(false); left > EntriesInStep; left -= EntriesInStep)
            {
                cancel.ThrowIfCancellationRequested();
                await Commit(new UnitOfWork().Trim(archive, owner, new Retention(Keep: left - EntriesInStep)));
            }
        }
        await Commit(new UnitOfWork().EraseOwner(owner));
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>Makes a store known to the engine and builds its indexes that are new. May block.</summary>
    private protected abstract void Register(StoreDefinition definition);

    private TStore Open<TStore>(string name, StoreShape shape, Func<(StoreDefinition Definition, TStore Store)> make) where TStore : class
    {
        if (name.Length is 0 or > 64 || name.Contains('/', StringComparison.Ordinal)) throw new ArgumentException("not a name of a store", nameof(name));
        lock (_gate)
        {
            if (_stores.TryGetValue(name, out var known))
            {
                return known.Definition.Shape == shape && known.Store is TStore store
                    ? store
                    : throw new InvalidOperationException($"the store {name} is open with another shape or type");
            }
            var made = make();
            Register(made.Definition);
            _stores.Add(name, (made.Definition, made.Store));
            return made.Store;
        }
    }
}
