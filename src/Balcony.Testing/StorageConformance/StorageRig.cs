// Where a storage under test lives, so that it can be closed and opened again.
using Balcony.Server.Storage;

namespace Balcony.Testing.StorageConformance;

/// <summary>One empty database, for one case.</summary>
public abstract class StorageRig : IAsyncDisposable
{
    /// <summary>Opens the same data as before; the last one opened has been disposed of.</summary>
    /// <param name="options">Null: as a server has them.</param>
    /// <param name="clock">The store's; null: the system's.</param>
    public abstract IStorage Open(StorageOptions? options = null, TimeProvider? clock = null);

    public abstract ValueTask DisposeAsync();
}

/// <summary>Memory: what is opened again is the same.</summary>
public sealed class MemoryRig : StorageRig
{
    private MemoryStorage? _storage;

    public override IStorage Open(StorageOptions? options = null, TimeProvider? clock = null) => _storage ??= new MemoryStorage(clock: clock);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
