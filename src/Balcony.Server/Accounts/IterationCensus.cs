// How many accounts of a host have keys of which shape, so that unknown accounts can be given the same.
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Accounts;

/// <summary>
/// Who raises the iterations option has accounts of before and after. If all unknown names answered with the new figure, the old one would betray an
/// account; so unknown names have each figure as often as accounts do, and one name always the same as long as the figures stay.
/// </summary>
internal sealed class IterationCensus
{
    private readonly IMapStore<long> _store;
    private readonly BareJid _host;

    // Few: one for each value that the option ever had. Replaced whole, so that readers need no lock.
    private volatile KeyValuePair<KeyShape, long>[] _counts;

    private IterationCensus(IMapStore<long> store, BareJid host, KeyValuePair<KeyShape, long>[] counts)
    {
        _store = store;
        _host = host;
        _counts = counts;
    }

    public static async Task<IterationCensus> LoadAsync(IMapStore<long> store, BareJid host)
    {
        var counts = new List<KeyValuePair<KeyShape, long>>();
        await foreach (var (shape, count) in store.ListAsync(host))
        {
            counts.Add(KeyValuePair.Create(new KeyShape(int.Parse(shape, CultureInfo.InvariantCulture)), count));
        }
        return new IterationCensus(store, host, [.. counts.OrderBy(pair => pair.Key.Value)]);
    }

    /// <summary>Puts a change into the unit that makes it true. One writer at a time; <see cref="Count"/> when it is durable.</summary>
    public void Write(UnitOfWork unit, IReadOnlyDictionary<KeyShape, long> changes)
    {
        foreach (var (shape, change) in changes)
        {
            var count = Math.Max(0, Now(shape) + change);
            var key = shape.Value.ToString(CultureInfo.InvariantCulture);
            if (count == 0) unit.Remove(_store, _host, key);
            else unit.Set(_store, _host, key, count);
        }
    }

    public void Count(IReadOnlyDictionary<KeyShape, long> changes)
    {
        var counts = _counts.ToDictionary();
        foreach (var (shape, change) in changes) counts[shape] = Math.Max(0, counts.GetValueOrDefault(shape) + change);
        _counts = [.. counts.Where(pair => pair.Value > 0).OrderBy(pair => pair.Key.Value)];
    }

    /// <summary>No account lacks a hash.</summary>
    public bool IsComplete => Array.TrueForAll(_counts, static pair => pair.Key.IsComplete);

    /// <summary>The keys that a name without account seems to have.</summary>
    public KeyShape Pick(ReadOnlySpan<byte> secret, BareJid account, int ofNewAccounts)
    {
        var counts = _counts;
        long total = 0;
        foreach (var (_, count) in counts) total += count;
        if (total == 0) return new KeyShape(ofNewAccounts);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, account.Utf8, hash);
        var place = (long)(BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)total);
        foreach (var (shape, count) in counts)
        {
            place -= count;
            if (place < 0) return shape;
        }
        return new KeyShape(ofNewAccounts);
    }

    private long Now(KeyShape shape) => Array.Find(_counts, pair => pair.Key == shape).Value;
}
