// A queue that is written down while the server restarts.
namespace Balcony.Server.Sessions;

internal sealed partial class SessionQueue
{
    /// <summary>All items in order, how many of them were written, and what the client acknowledged before.</summary>
    /// <returns>Null while a commit is on the way that decides about an item.</returns>
    public (uint Acknowledged, int Written, List<SessionItem> Items)? Snapshot()
    {
        lock (_gate)
        {
            var items = new List<SessionItem>();
            int written = 0;
            for (long i = _head; i < _tail; i++)
            {
                ref var slot = ref At(i);
                if (slot.Gate is { } gate && !slot.IsVoid)
                {
                    if (!gate.IsSettled)
                    {
                        return null;
                    }
                    Open(ref slot);
                }
                if (slot.IsVoid || !slot.IsStanza)
                {
                    continue;
                }
                items.Add(slot);
                written += i < _next ? 1 : 0;
            }
            return (_acknowledged, written, items);
        }
    }

    /// <summary>Fills a new queue with a snapshot.</summary>
    public void Restore(uint acknowledged, int written, IReadOnlyList<SessionItem> items)
    {
        lock (_gate)
        {
            foreach (var item in items)
            {
                if (_tail - _head == _ring.Length)
                {
                    Grow();
                }
                At(_tail++) = item;
                _bytes += item.Bytes;
            }
            _next = _head + written;
            _keepsWritten = true;
            _acknowledged = acknowledged;
            _unacknowledged = written;
        }
    }

    /// <summary>Takes out what was not written; what was, and is not acknowledged, stays.</summary>
    public List<SessionItem> TakeWaiting()
    {
        lock (_gate)
        {
            var all = new List<SessionItem>((int)(_tail - _next));
            for (; _tail > _next; _tail--)
            {
                ref var slot = ref At(_tail - 1);
                if (slot.IsStanza && !slot.IsVoid)
                {
                    _bytes -= slot.Bytes;
                    all.Add(slot);
                }
                slot = default;
            }
            _voids = 0;
            all.Reverse();
            return all;
        }
    }
}
