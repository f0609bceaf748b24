// The owners of a stanza, as the journal holds them.
using System.Buffers.Binary;
using System.Security.Cryptography;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Sql;

/// <summary>
/// The journal says who owns a stanza and how; entries are made from this and can always be made again. Addresses that come twice are written once.
/// </summary>
//   version 2 | addresses: n, n × (length, UTF-8) | owners: n, n × (owner, contact, flags as in the entries)
//   version 1 had, for the flags: direction, flags, length, an identifier that nobody uses
//   counts, places and lengths are LEB128
internal static class JournalOwners
{
    private const byte Version = 2;
    private const byte Outbound = 4;

    [ThreadStatic]
    private static byte[]? _buffer;

    /// <returns>Valid until the next call on this thread.</returns>
    public static ReadOnlySpan<byte> Encode(ReadOnlySpan<LedgerOwner> owners)
    {
        var addresses = new AddressList();
        var length = 8;
        foreach (var owner in owners)
        {
            addresses.Add(owner.Owner);
            addresses.Add(owner.Contact);
            length += 16 + owner.Owner.Utf8.Length + owner.Contact.Utf8.Length;
        }
        if (_buffer is null || _buffer.Length < length) _buffer = new byte[Math.Max(512, length)];
        var at = 0;
        var output = _buffer.AsSpan();
        output[at++] = Version;
        Number(output, ref at, addresses.Count);
        for (var i = 0; i < addresses.Count; i++) Bytes(output, ref at, addresses[i].Utf8);
        Number(output, ref at, owners.Length);
        foreach (var owner in owners)
        {
            Number(output, ref at, addresses.IndexOf(owner.Owner));
            Number(output, ref at, addresses.IndexOf(owner.Contact));
            output[at++] = FlagsOf(owner);
        }
        return output[..at];
    }

    public static LedgerOwner[] Decode(ReadOnlySpan<byte> stored)
    {
        try
        {
            if (stored[0] is not (1 or Version)) throw new InvalidDataException($"journal owners of version {stored[0]}");
            var at = 1;
            var addresses = new BareJid[Number(stored, ref at)];
            foreach (ref var address in addresses.AsSpan())
            {
                address = Address(Bytes(stored, ref at));
            }
            var owners = new LedgerOwner[Number(stored, ref at)];
            foreach (ref var owner in owners.AsSpan())
            {
                var (mine, theirs) = (addresses[Number(stored, ref at)], addresses[Number(stored, ref at)]);
                var direction = stored[0] == 1 ? (LedgerDirection)stored[at++] : (LedgerDirection)((stored[at] & Outbound) / Outbound);
                owner = new(mine, theirs, direction, (LedgerFlags)(stored[at++] & ~Outbound));
                if (stored[0] == 1) Bytes(stored, ref at);
            }
            return owners;
        }
        catch (Exception damage) when (damage is IndexOutOfRangeException or ArgumentException)
        {
            throw new InvalidDataException("journal owners cannot be read", damage);
        }
    }

    /// <summary>One owner's part, without reading the others': a page of an archive has many rows and few contacts.</summary>
    /// <param name="stored">The owners of a stanza.</param>
    /// <param name="owner">Whose part.</param>
    /// <param name="likely">The contact that it probably is; null: nobody knows.</param>
    /// <param name="found">The part.</param>
    /// <returns>False when the owner has none.</returns>
    public static bool TryFind(ReadOnlySpan<byte> stored, BareJid owner, BareJid? likely, out LedgerOwner found)
    {
        found = default;
        try
        {
            if (stored[0] != Version) return TryFindOne(Decode(stored), owner, out found);
            var at = 1;
            var addresses = Number(stored, ref at);
            Span<(int Start, int Length)> places = addresses <= 16 ? stackalloc (int, int)[addresses] : new (int, int)[addresses];
            for (var i = 0; i < addresses; i++) places[i] = (at, Bytes(stored, ref at).Length);
            for (var i = Number(stored, ref at); i > 0; i--)
            {
                var (mine, theirs, flags) = (Number(stored, ref at), Number(stored, ref at), stored[at++]);
                if (!AddressAt(stored, places[mine]).SequenceEqual(owner.Utf8)) continue;
                var contact = AddressAt(stored, places[theirs]);
                found = new(
                    owner, likely is not null && contact.SequenceEqual(likely.Utf8) ? likely : Address(contact),
                    (LedgerDirection)((flags & Outbound) / Outbound), (LedgerFlags)(flags & ~Outbound));
                return true;
            }
            return false;
        }
        catch (Exception damage) when (damage is IndexOutOfRangeException or ArgumentException)
        {
            throw new InvalidDataException("journal owners cannot be read", damage);
        }
    }

    /// <summary>An owner's flags with the direction beside them, as the entries have them.</summary>
    public static byte FlagsOf(in LedgerOwner owner) => (byte)((byte)owner.Flags | (owner.Direction == LedgerDirection.Outbound ? Outbound : 0));

    /// <summary>
    /// What stands for an address in the entries. A collision costs time only (the journal has the address itself), and 64 bits of SHA-256 make one with a
    /// given account infeasible.
    /// </summary>
    public static long HashOf(BareJid address)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(address.Utf8, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    private static bool TryFindOne(LedgerOwner[] owners, BareJid owner, out LedgerOwner found)
    {
        var place = Array.FindIndex(owners, one => one.Owner.Equals(owner));
        found = place < 0 ? default : owners[place];
        return place >= 0;
    }

    private static BareJid Address(ReadOnlySpan<byte> stored) =>
        BareJid.TryParse(stored, out BareJid? jid) ? jid : throw new InvalidDataException("a stored address cannot be read");

    // The place behind the length, which was read by then.
    private static ReadOnlySpan<byte> AddressAt(ReadOnlySpan<byte> stored, (int Start, int Length) place)
    {
        var at = place.Start;
        Number(stored, ref at);
        return stored.Slice(at, place.Length);
    }

    private static void Number(Span<byte> output, ref int at, int value)
    {
        for (; value >= 0x80; value >>= 7) output[at++] = (byte)(value | 0x80);
        output[at++] = (byte)value;
    }

    private static int Number(ReadOnlySpan<byte> stored, ref int at)
    {
        var value = 0;
        for (var shift = 0; shift < 28; shift += 7)
        {
            var next = stored[at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
        throw new InvalidDataException("journal owners cannot be read");
    }

    private static void Bytes(Span<byte> output, ref int at, ReadOnlySpan<byte> value)
    {
        Number(output, ref at, value.Length);
        value.CopyTo(output[at..]);
        at += value.Length;
    }

    private static ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> stored, ref int at)
    {
        var length = Number(stored, ref at);
        at += length;
        return stored.Slice(at - length, length);
    }

    // Nearly always two addresses: a search beats a dictionary.
    [System.Runtime.CompilerServices.InlineArray(4)]
    private struct Few
    {
        private BareJid? _first;
    }

    private struct AddressList
    {
        private Few _few;
        private List<BareJid>? _more;

        public int Count { get; private set; }

        public readonly BareJid this[int index] => index < 4 ? _few[index]! : _more![index - 4];

        public void Add(BareJid address)
        {
            if (IndexOf(address) >= 0) return;
            if (Count < 4) _few[Count] = address;
            else (_more ??= []).Add(address);
            Count++;
        }

        public readonly int IndexOf(BareJid address)
        {
            for (var i = 0; i < Count; i++)
            {
                if (this[i].Equals(address)) return i;
            }
            return -1;
        }
    }
}
