// Where a storage under test lives, so that it can be closed and opened again.
using Balcony.Server.Storage;

namespace Balcony.Testing.StorageConformance;

/// <summary>One empty database, for one case.</summary>
public abstract class StorageRig : IAsyncDisposable
{
    /// <summary>Opens the same data as before; the last one opened has been disposed of.</summary>
    public abstract IStorage Open(StorageOptions? options = null);

    public abstract ValueTask DisposeAsync();
}

/// <summary>Memory: what is opened again is the same.</summary>
public sealed class MemoryRig : StorageRig
{
    private readonly MemoryStorage _storage = new();

    public override IStorage Open(StorageOptions? options = null) => _storage;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
