// The first store shape: owner -> value.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Storage;

/// <summary>At most one value for each owner. Written through <see cref="UnitOfWork"/>.</summary>
public interface IValueStore<T>
{
    string Name { get; }

    /// <summary>The default of <typeparamref name="T"/> when there is none.</summary>
    ValueTask<T?> GetAsync(BareJid owner, CancellationToken cancel = default);

    /// <summary>All owners and their values, ordered by the UTF-8 of the owner. Read in pages: what changes meanwhile may or may not be seen.</summary>
    IAsyncEnumerable<KeyValuePair<BareJid, T>> ScanAsync(BareJid? after = null, CancellationToken cancel = default);
}
