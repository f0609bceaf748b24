// The stub resolver's memory: answers for as long as they may be used, the least recently used forgotten first.
namespace Balcony.Xmpp.Dns;

internal sealed class DnsCache(int maxEntries, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Name, DnsType Type), LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();

    public int Count { get { lock (_lock) return _entries.Count; } }

    /// <summary>An answer whose time is not up, with the time that it still has.</summary>
    public DnsAnswer? Find(string name, DnsType type)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue((name, type), out var node)) return null;
            var left = node.Value.Answer.Ttl - clock.GetElapsedTime(node.Value.Since);
            if (left <= TimeSpan.Zero)
            {
                Remove(node);
                return null;
            }
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Answer with { Ttl = left };
        }
    }

    public void Keep(DnsAnswer answer)
    {
        if (answer.Ttl <= TimeSpan.Zero || maxEntries == 0) return;
        lock (_lock)
        {
            if (_entries.TryGetValue((answer.Name, answer.Type), out var old)) Remove(old);
            else if (_entries.Count == maxEntries) Remove(_byUse.Last!);
            _entries[(answer.Name, answer.Type)] = _byUse.AddFirst(new Entry(answer, clock.GetTimestamp()));
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _byUse.Remove(node);
        _entries.Remove((node.Value.Answer.Name, node.Value.Answer.Type));
    }

    private readonly record struct Entry(DnsAnswer Answer, long Since);
}
