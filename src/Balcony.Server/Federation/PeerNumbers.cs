// Which of a peer's stanzas we have: a sender that crashed sends again what it does not know to have arrived, and says by a number which it is.
using System.Buffers.Binary;
using System.Collections.Concurrent;
using Balcony.Server.Routing;
using Balcony.Server.Storage;

namespace Balcony.Server.Federation;

/// <summary>
/// When the sender's ledger took a stanza, and its place there. Later stanzas of a link have a later time or a larger place, also after a restart: where an older copy of the database
/// was put back places begin anew, time does not; where a clock was put back it is the other way around.
/// </summary>
/// <param name="Time">Milliseconds since 1970.</param>
/// <param name="Id">In the ledger.</param>
internal readonly record struct StanzaNumber(long Time, long Id)
{
    public bool IsAfter(StanzaNumber other) => Time > other.Time || Id > other.Id;

    /// <summary>The last that came, when this one came behind the other.</summary>
    public StanzaNumber Behind(StanzaNumber other) => Time >= other.Time ? this : this with { Time = other.Time };
}

/// <summary>The last number of a pair. Any thread may call.</summary>
internal sealed class PeerNumber(StanzaNumber stored)
{
    private static readonly Receipt Settled = MakeSettled();

    private readonly Lock _gate = new();
    private Receipt _receipt = Settled;
    private StanzaNumber _taken = stored;
    private StanzaNumber _written = stored;

    /// <summary>Of the last stanza. While it is not placed no other of the pair may be handled: the last number that is stored says that all before it are, too.</summary>
    public Receipt Receipt => Volatile.Read(ref _receipt);

    /// <summary>Whether the stanza is new.</summary>
    /// <param name="number">Of the stanza; becomes what is to be stored with it.</param>
    /// <param name="receipt">Of the stanza.</param>
    /// <returns>Null: it is new. Otherwise what says when we really have it.</returns>
    public Receipt? Take(ref StanzaNumber number, Receipt receipt)
    {
        lock (_gate)
        {
            if (!number.IsAfter(_taken))
            {
                return _receipt;
            }
            number = _taken = number.Behind(_taken);
            Volatile.Write(ref _receipt, receipt);
            return null;
        }
    }

    /// <summary>The number goes into a unit. False: it is there already, or a later one is: another stream carries the pair by now.</summary>
    public bool TryWrite(StanzaNumber number)
    {
        lock (_gate)
        {
            if (!number.IsAfter(_written))
            {
                return false;
            }
            _written = number;
            return true;
        }
    }

    private static Receipt MakeSettled()
    {
        var receipt = new Receipt();
        receipt.Release();
        return receipt;
    }
}

/// <summary>The last numbers of all pairs. Any thread may call.</summary>
internal sealed class PeerNumbers(IStorage storage, TimeProvider clock, int maxPairs)
{
    private const int Bytes = 16;

    // Nothing waits that long with a sender.
    private static readonly TimeSpan RememberFor = TimeSpan.FromDays(30);

    // Time and place, eight bytes each.
    private readonly IMapStore<byte[]> _store = storage.OpenMap("federation-numbers", BytesCodec.Instance);
    private readonly ConcurrentDictionary<LinkKey, PeerNumber> _last = new();

    /// <summary>Of this pair; null: it must be loaded.</summary>
    public PeerNumber? Find(LinkKey pair) => _last.GetValueOrDefault(pair);

    /// <exception cref="StorageException">The store cannot be read.</exception>
    public async ValueTask LoadAsync(LinkKey pair, CancellationToken cancel)
    {
        var stored = await _store.GetAsync(pair.Host, pair.Peer.Domain, cancel).ConfigureAwait(false);
        if (_last.Count >= maxPairs)
        {
            // What is in the store is read again.
            foreach (var known in _last.Where(known => known.Value.Receipt.IsSettled))
            {
                _last.TryRemove(known);
            }
        }
        _last.TryAdd(pair, new PeerNumber(stored is { Length: Bytes } ? Read(stored) : default));
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
}
