// XEP-0045 §13.5: rooms that were made and not configured, counted by their makers.
using System.Collections.Concurrent;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Rooms;

/// <summary>Rooms that are in memory only, and in nobody's count of stored rooms. Any thread.</summary>
internal sealed class UnconfiguredRooms
{
    private readonly ConcurrentDictionary<BareJid, int> _byMaker = new();

    public int Of(BareJid maker) => _byMaker.GetValueOrDefault(maker);

    public void Add(BareJid maker) => _byMaker.AddOrUpdate(maker, 1, static (_, count) => count + 1);

    public void Remove(BareJid maker)
    {
        if (_byMaker.AddOrUpdate(maker, 0, static (_, count) => count - 1) <= 0)
        {
            _byMaker.TryRemove(new KeyValuePair<BareJid, int>(maker, 0));
        }
    }
}
