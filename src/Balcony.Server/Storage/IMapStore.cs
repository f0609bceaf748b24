// The second store shape: owner, key -> value, with the terms that a value is also looked up by.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Storage;

/// <summary>Values by key for each owner. Order is always that of the UTF-8 bytes. Written through <see cref="UnitOfWork"/>.</summary>
public interface IMapStore<T>
{
    string Name { get; }

    /// <summary>The default of <typeparamref name="T"/> when there is none.</summary>
    ValueTask<T?> GetAsync(BareJid owner, string key, CancellationToken cancel = default);

    ValueTask<int> CountAsync(BareJid owner, CancellationToken cancel = default);

    /// <summary>What an owner has, in the order of keys. Read in pages: what changes meanwhile may or may not be seen.</summary>
    IAsyncEnumerable<KeyValuePair<string, T>> ListAsync(BareJid owner, CancellationToken cancel = default);

    /// <summary>What all owners have, in the order of owner and key.</summary>
    /// <param name="after">Where to go on; null for the beginning.</param>
    IAsyncEnumerable<MapEntry<T>> ScanAsync(MapPosition? after = null, CancellationToken cancel = default);

    /// <summary>All values, of any owner, that have this term in the index; in the order of owner and key.</summary>
    /// <exception cref="InvalidOperationException">The store was opened without this index.</exception>
    IAsyncEnumerable<MapEntry<T>> FindAsync(StoreIndex<T> index, string term, CancellationToken cancel = default);

    /// <summary>All values with a term in [from, to), in the order of term, owner and key. A value comes once for each of its terms.</summary>
    /// <param name="to">Null for no end.</param>
    /// <exception cref="InvalidOperationException">The store was opened without this index.</exception>
    IAsyncEnumerable<MapEntry<T>> RangeAsync(StoreIndex<T> index, string from, string? to, CancellationToken cancel = default);
}

public readonly record struct MapPosition(BareJid Owner, string Key);

public readonly record struct MapEntry<T>(BareJid Owner, string Key, T Value);

/// <summary>Says by which terms a value is also found, whoever owns it: the rooms of a JID, the entries older than a date.</summary>
/// <param name="name">Lasting, unique in its store. When the meaning of the terms changes, so must the name.</param>
/// <param name="terms">From key and value; the same each time, no term twice, at most 64, each at most 1,024 characters.</param>
public sealed class StoreIndex<T>(string name, Func<string, T, IEnumerable<string>> terms)
{
    internal const int MaxTerms = 64;

    public string Name { get; } = name;

    internal IEnumerable<string> TermsOf(string key, T value) => terms(key, value);
}
