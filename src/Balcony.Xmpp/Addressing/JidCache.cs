// Hot addresses, one shared instance each: found by their raw bytes, without a lock and without allocating.
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Balcony.Xmpp.Addressing;

/// <summary>A set-associative cache from an address as sent to the address it means.</summary>
// Each set has four ways. A new address enters at the last way and replaces only what is there; the second time it is asked for it
// moves up, in exchange for an entry that was not asked for since the last such exchange. So a flood of addresses that are seen once
// passes through a quarter of the cache and leaves the hot ones alone.
//
//   set:  [ kept | kept | kept | door ]
//
// Races lose or double an entry, which costs a later parse and nothing else: entries are immutable but for a hint.
internal sealed class JidCache
{
    /// <summary>Longest address that is kept, in bytes as sent: with it the cache holds at most about 16 MB, whatever is sent.</summary>
    internal const int MaxKeyBytes = 160;

    private const int Ways = 4;
    private readonly Entry?[] _ways;
    private readonly uint _setMask;

    /// <param name="capacity">Most addresses; a power of two, at least four.</param>
    public JidCache(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, Ways);
        if (!int.IsPow2(capacity)) throw new ArgumentOutOfRangeException(nameof(capacity), "must be a power of two");
        _ways = new Entry?[capacity];
        _setMask = (uint)(capacity / Ways) - 1;
    }

    public static JidCache Shared { get; } = new(16_384);

    /// <summary>How many addresses are kept now.</summary>
    internal int Count => _ways.Count(entry => entry is not null);

    // Keyed per process (string hashing is), or an attacker could aim addresses at one set and at one bucket of every dictionary.
    public static int Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = string.GetHashCode(MemoryMarshal.Cast<byte, char>(utf8));
        return (utf8.Length & 1) == 0 ? hash : (hash ^ utf8[^1]) * -1640531527;
    }

    public bool TryGet(ReadOnlySpan<byte> raw, [NotNullWhen(true)] out Jid? jid)
    {
        if (raw.Length > MaxKeyBytes) return JidReader.TryRead(raw, this, out jid);
        var hash = Hash(raw);
        var set = _ways.AsSpan(Start(hash), Ways);
        for (var way = 0; way < Ways; way++)
        {
            if (set[way] is not { } entry || entry.Hash != hash || !raw.SequenceEqual(entry.Raw)) continue;
            if (way == Ways - 1) Keep(set, entry);
            else if (!entry.IsRecent) entry.IsRecent = true; // written only when it changes: hot lines stay shared between cores
            jid = entry.Jid;
            return true;
        }
        if (!JidReader.TryRead(raw, this, out jid)) return false;
        jid = Add(raw, hash, jid);
        return true;
    }

    private int Start(int hash) => (int)((uint)hash & _setMask) * Ways;

    private Jid Add(ReadOnlySpan<byte> raw, int hash, Jid jid)
    {
        var isPrepared = raw.SequenceEqual(jid.Utf8);
        // A raw form of an address that is here already shares its instance.
        if (!isPrepared && jid.Key.Length <= MaxKeyBytes) TryGet(jid.Utf8, out jid!);
        _ways[Start(hash) + Ways - 1] = new Entry(hash, isPrepared ? jid.Key : raw.ToArray(), jid);
        return jid;
    }

    private static void Keep(Span<Entry?> set, Entry entry)
    {
        var victim = Math.Max(set[..(Ways - 1)].IndexOf((Entry?)null), 0);
        for (var way = 0; set[victim] is not null && way < Ways - 1; way++)
        {
            if (set[way] is not { IsRecent: true } recent)
            {
                victim = way;
                break;
            }
            recent.IsRecent = false;
        }
        entry.IsRecent = true;
        set[Ways - 1] = set[victim];
        set[victim] = entry;
    }

    private sealed class Entry(int hash, byte[] raw, Jid jid)
    {
        public readonly int Hash = hash;
        public readonly byte[] Raw = raw;
        public readonly Jid Jid = jid;
        public bool IsRecent;
    }
}
