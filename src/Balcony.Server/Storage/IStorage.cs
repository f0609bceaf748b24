// The durable side of the server: three store shapes and the ledger, written together in units of work.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Storage;

/// <summary>
/// One database. Stores are opened by name while the server starts and live as long as it. Reads are asynchronous and see every unit whose ticket
/// was completed before they were asked for. Any thread may call.
/// </summary>
public interface IStorage : IAsyncDisposable
{
    /// <summary>The one journal of this database, and each account's view of it.</summary>
    ILedger Ledger { get; }

    /// <summary>32 random bytes that were made with the database and stay with it: what keys are derived from that must outlive the process.</summary>
    ReadOnlyMemory<byte> Secret { get; }

    /// <summary>Words in the ledger are found without looking at each message.</summary>
    bool HasTextIndex { get; }

    /// <summary>Whether the last commit, or the last try to recover, succeeded.</summary>
    StorageHealth Health { get; }

    /// <summary>Units that wait for the writer or whose callbacks have not run, for the queue depth metric.</summary>
    int Waiting { get; }

    /// <summary>Opens an owner's single value. May block: call it while starting.</summary>
    /// <param name="name">Lasting: data is found by it. The same name opens the same store.</param>
    /// <exception cref="InvalidOperationException">The name is already another kind of store.</exception>
    IValueStore<T> OpenValue<T>(string name, IStoreCodec<T> codec);

    /// <summary>Opens an owner's values by key. May block: call it while starting; an index that is new is built from what is there.</summary>
    /// <inheritdoc cref="OpenValue{T}"/>
    IMapStore<T> OpenMap<T>(string name, IStoreCodec<T> codec, params StoreIndex<T>[] indexes);

    /// <summary>Opens an owner's ordered entries. May block: call it while starting.</summary>
    /// <inheritdoc cref="OpenValue{T}"/>
    IArchive OpenArchive(string name);

    /// <summary>
    /// Fixes the unit's place in the order of all units, and its identifiers, and returns at once. A ticket that fails means that nothing of the unit was
    /// kept; with a database behind a network it may mean that nobody knows.
    /// </summary>
    /// <returns>Failed already, with <see cref="StorageFullException"/>, when too many units wait.</returns>
    /// <exception cref="InvalidOperationException">The unit was committed before.</exception>
    CommitTicket Commit(UnitOfWork unit);

    /// <summary>Identifiers, ascending from the one returned and all below zero, for <see cref="UnitOfWork.Import"/>. May block.</summary>
    /// <exception cref="StorageException">None were reserved.</exception>
    long ReserveImported(int count);

    /// <summary>Removes all that an address owns in every store and in the ledger: what a deleted account leaves behind. In many units, so that others are not kept
    /// waiting; what is small, such as the account itself, goes with the last of them.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="cancel">Ends it between two units.</param>
    /// <exception cref="StorageException">Not everything was removed: asking again goes on with it.</exception>
    Task EraseOwnerAsync(BareJid owner, CancellationToken cancel = default);
}

/// <summary>How a store is.</summary>
/// <param name="IsHealthy">False from the first failure of the store itself until something succeeds again.</param>
/// <param name="LastError">The last such failure; kept after recovery.</param>
public sealed record StorageHealth(bool IsHealthy, Exception? LastError)
{
    public static StorageHealth Well { get; } = new(true, null);
}
