// Which of a peer's stanzas we have: a sender that crashed sends again what it does not know to have arrived, and says by a number which it is.
using System.Buffers.Binary;
using System.Collections.Concurrent;
using Balcony.Server.Routing;
using Balcony.Server.Storage;

namespace Balcony.Server.Federation;

/// <summary>
/// When the sender's ledger took a stanza, and its place there. Later stanzas of a link have larger numbers, also after a restart, and where an older copy of the database was put back: ids
/// begin anew then, time does not.
/// </summary>
/// <param name="Time">Milliseconds since 1970.</param>
/// <param name="Id">In the ledger.</param>
internal readonly record struct StanzaNumber(long Time, long Id)
{
    public bool IsAfter(StanzaNumber other) => Time > other.Time || (Time == other.Time && Id > other.Id);
}

/// <summary>The last number of each pair. Any thread may call.</summary>
internal sealed class PeerNumbers(IStorage storage, TimeProvider clock, int maxPairs)
{
    private const int Bytes = 16;

    private static readonly Receipt Settled = MakeSettled();

    // Nothing waits that long with a sender.
    private static readonly TimeSpan RememberFor = TimeSpan.FromDays(30);

    // Time and place, eight bytes each.
    private readonly IMapStore<byte[]> _store = storage.OpenMap("federation-numbers", BytesCodec.Instance);
    private readonly ConcurrentDictionary<LinkKey, Last> _last = new();

    public bool Knows(LinkKey pair) => _last.ContainsKey(pair);

    /// <exception cref="StorageException">The store cannot be read.</exception>
    public async ValueTask LoadAsync(LinkKey pair, CancellationToken cancel)
    {
        var stored = await _store.GetAsync(pair.Host, pair.Peer.Domain, cancel).ConfigureAwait(false);
        if (_last.Count >= maxPairs)
        {
            // What is in the store is read again.
            _last.Clear();
        }
        _last.TryAdd(pair, new Last(stored is { Length: Bytes } ? Read(stored) : default, Settled));
    }

    /// <summary>Whether the stanza is new.</summary>
    /// <param name="pair">Loaded.</param>
    /// <param name="number">Of the stanza.</param>
    /// <param name="receipt">Of the stanza.</param>
    /// <returns>Null: it is new. Otherwise what says when we really have it.</returns>
    public Receipt? Take(LinkKey pair, StanzaNumber number, Receipt receipt)
    {
        while (true)
        {
            var last = _last.GetOrAdd(pair, static _ => new Last(default, Settled));
            if (!number.IsAfter(last.Number))
            {
                return last.Receipt;
            }
            if (_last.TryUpdate(pair, new Last(number, receipt), last))
            {
                return null;
            }
        }
    }

    /// <summary>With the stanza itself.</summary>
    public void Add(UnitOfWork unit, LinkKey pair, StanzaNumber number)
    {
        byte[] bytes = new byte[Bytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number.Time);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(8), number.Id);
        unit.Set(_store, pair.Host, pair.Peer.Domain, bytes);
    }

    /// <summary>Forgets peers of long ago; at a start.</summary>
    public async Task TrimAsync(CancellationToken cancel)
    {
        long since = (clock.GetUtcNow() - RememberFor).ToUnixTimeMilliseconds();
        var unit = new UnitOfWork();
        await foreach (var entry in _store.ScanAsync(cancel: cancel).ConfigureAwait(false))
        {
            if (entry.Value is not { Length: Bytes } || Read(entry.Value).Time < since)
            {
                unit.Remove(_store, entry.Owner, entry.Key);
            }
        }
        if (!unit.IsEmpty)
        {
            _ = storage.Commit(unit);
        }
    }

    private static StanzaNumber Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));

    private static Receipt MakeSettled()
    {
        var receipt = new Receipt();
        receipt.Release();
        return receipt;
    }

    private sealed record Last(StanzaNumber Number, Receipt Receipt);
}
