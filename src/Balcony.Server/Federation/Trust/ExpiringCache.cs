// What was found out, for as long as it holds. Bounded in entries and in bytes; the one that was used longest ago goes first.
using System.Diagnostics.CodeAnalysis;

namespace Balcony.Server.Federation.Trust;

/// <summary>Any thread may call.</summary>
internal sealed class ExpiringCache<TValue>(int maxEntries, long maxBytes, TimeProvider clock)
{
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();
    private readonly Lock _gate = new();
    private long _bytes;

    public bool TryGet(string key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_gate)
        {
            value = default;
            if (!_entries.TryGetValue(key, out var node)) return false;
            if (node.Value.Until <= clock.GetUtcNow())
            {
                Remove(node);
                return false;
            }
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            value = node.Value.Value;
            return true;
        }
    }

    public void Set(string key, TValue value, DateTimeOffset until, long bytes = 0)
    {
        if (maxEntries == 0 || bytes > maxBytes || until <= clock.GetUtcNow()) return;
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var before)) Remove(before);
            _entries[key] = _byUse.AddFirst(new Entry(key, value, until, bytes));
            _bytes += bytes;
            while (_entries.Count > maxEntries || _bytes > maxBytes) Remove(_byUse.Last!);
        }
    }

    /// <summary>All that still hold, the one that was used last first.</summary>
    public IReadOnlyList<TValue> Values()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            return [.. _byUse.Where(entry => entry.Until > now).Select(entry => entry.Value)];
        }
    }

    public void Remove(string key)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var node)) Remove(node);
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _byUse.Remove(node);
        _entries.Remove(node.Value.Key);
        _bytes -= node.Value.Bytes;
    }

    private sealed record Entry(string Key, TValue Value, DateTimeOffset Until, long Bytes);
}
