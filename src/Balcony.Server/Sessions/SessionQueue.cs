// What waits to be written to a session: the one structure with several producers (design decision 1).
using Balcony.Server.Routing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Sessions;

/// <summary>One thing to write: a stanza, perhaps under another <c>to</c>; or a receipt to wait for.</summary>
public readonly record struct SessionItem(Stanza? Stanza, Jid? To, Receipt? Barrier);

/// <summary>A bounded first-in first-out queue. Any thread may add; only the session's writer takes.</summary>
public sealed class SessionQueue(int maxStanzas, int maxBytes)
{
    private readonly Lock _gate = new();
    private SessionItem[] _ring = [];
    private int _head;
    private int _count;
    private long _bytes;

    public int Count => Volatile.Read(ref _count);

    /// <summary>Adds an item; false when the queue is full and the item was not taken.</summary>
    public bool TryAdd(SessionItem item)
    {
        lock (_gate)
        {
            // One stanza is always taken, however large: the reader's limit is the stream's, not this.
            if (_count >= maxStanzas || (_bytes >= maxBytes && _count > 0))
            {
                return false;
            }
            _bytes += item.Stanza?.Bytes ?? 0;
            if (_count == _ring.Length)
            {
                Grow();
            }
            _ring[(_head + _count) & (_ring.Length - 1)] = item;
            _count++;
            return true;
        }
    }

    /// <summary>Takes the oldest item, unless it is a barrier that is not settled: then <paramref name="barrier"/> says which.</summary>
    public bool TryTake(out SessionItem item, out Receipt? barrier)
    {
        lock (_gate)
        {
            barrier = null;
            while (_count > 0)
            {
                item = _ring[_head];
                if (item.Barrier is { IsSettled: false } waitFor)
                {
                    barrier = waitFor;
                    item = default;
                    return false;
                }
                _ring[_head] = default;
                _head = (_head + 1) & (_ring.Length - 1);
                _count--;
                _bytes -= item.Stanza?.Bytes ?? 0;
                if (item.Barrier is null)
                {
                    return true;
                }
            }
            // A burst must not be held for the rest of the session.
            if (_ring.Length > 32)
            {
                _ring = [];
                _head = 0;
            }
            item = default;
            return false;
        }
    }

    /// <summary>Takes everything that was never written, barriers left out: for what a lost session leaves behind.</summary>
    public List<SessionItem> TakeAll()
    {
        lock (_gate)
        {
            var all = new List<SessionItem>(_count);
            for (; _count > 0; _count--)
            {
                if (_ring[_head].Barrier is null)
                {
                    all.Add(_ring[_head]);
                }
                _head = (_head + 1) & (_ring.Length - 1);
            }
            _ring = [];
            _head = 0;
            _bytes = 0;
            return all;
        }
    }

    private void Grow()
    {
        var larger = new SessionItem[Math.Max(4, _ring.Length * 2)];
        for (int i = 0; i < _count; i++)
        {
            larger[i] = _ring[(_head + i) & (_ring.Length - 1)];
        }
        _ring = larger;
        _head = 0;
    }
}
