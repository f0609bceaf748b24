// The stanzas that one connection of a component has not read yet.
namespace Balcony.Server.Components;

/// <summary>First in, first out, bounded. Any thread may add; one takes.</summary>
internal sealed class ComponentQueue(ComponentLimits limits)
{
    private readonly Lock _lock = new();
    private Queue<ComponentItem> _items = new();
    private long _bytes;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _items.Count;
            }
        }
    }

    /// <returns>False when it is full: the item was not taken.</returns>
    public bool TryAdd(in ComponentItem item)
    {
        lock (_lock)
        {
            if (_items.Count >= limits.MaxQueuedStanzas || (_items.Count > 0 && _bytes + item.Bytes > limits.MaxQueuedBytes))
            {
                return false;
            }
            Add(item);
            return true;
        }
    }

    /// <summary>For what <see cref="HasRoomFor"/> was asked about.</summary>
    public void PutLast(in ComponentItem item)
    {
        lock (_lock)
        {
            Add(item);
        }
    }

    public bool HasRoomFor(int bytes)
    {
        lock (_lock)
        {
            return _items.Count < limits.MaxQueuedStanzas && (_items.Count == 0 || _bytes + bytes <= limits.MaxQueuedBytes);
        }
    }

    /// <summary>Puts what was taken, or waited elsewhere, before everything else. It was counted once already: no bound holds.</summary>
    public void PutBack(IReadOnlyCollection<ComponentItem> items)
    {
        if (items.Count == 0)
        {
            return;
        }
        lock (_lock)
        {
            var later = _items;
            _items = new Queue<ComponentItem>(items.Count + later.Count);
            _bytes = 0;
            foreach (var item in items)
            {
                Add(item);
            }
            foreach (var item in later)
            {
                Add(item);
            }
        }
    }

    public bool TryPeek(out ComponentItem item)
    {
        lock (_lock)
        {
            return _items.TryPeek(out item);
        }
    }

    /// <summary>Removes what <see cref="TryPeek"/> showed.</summary>
    public void Take()
    {
        lock (_lock)
        {
            if (_items.TryDequeue(out var item))
            {
                _bytes -= item.Bytes;
            }
        }
    }

    public List<ComponentItem> TakeAll()
    {
        lock (_lock)
        {
            var all = _items.ToList();
            _items.Clear();
            _bytes = 0;
            return all;
        }
    }

    private void Add(in ComponentItem item)
    {
        _items.Enqueue(item);
        _bytes += item.Bytes;
    }
}
