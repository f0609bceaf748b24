// The ring that a queue is in: it grows, closes its gaps, and holds nothing when nothing waits.
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Sessions;

internal sealed partial class SessionQueue
{
    // Presence that was replaced leaves gaps; a contact that comes and goes all day must not fill the queue with them.
    private bool Compact()
    {
        if (_voids == 0)
        {
            return false;
        }
        _voids = 0;
        long end = _next;
        for (long i = _next; i < _tail; i++)
        {
            if (_limit == i)
            {
                _limit = end;
            }
            ref var slot = ref At(i);
            if (slot.IsVoid)
            {
                continue;
            }
            if (_presence is not null && slot.Stanza is Presence { From: { } from } && _presence.TryGetValue(from, out long place) && place == i)
            {
                _presence[from] = end;
            }
            if (end != i)
            {
                At(end) = slot;
            }
            end++;
        }
        if (_limit == _tail)
        {
            _limit = end;
        }
        bool isSmaller = end < _tail;
        for (; _tail > end; _tail--)
        {
            At(_tail - 1) = default;
        }
        return isSmaller;
    }

    private ref SessionItem At(long index) => ref _ring[(int)(index & (_ring.Length - 1))];

    private void ShrinkIfEmpty()
    {
        // A burst must not be held for the rest of the session.
        if (_head == _tail && _ring.Length > LargeRing)
        {
            _ring = [];
        }
    }

    private void Grow()
    {
        var larger = new SessionItem[Math.Max(4, _ring.Length * 2)];
        for (long i = _head; i < _tail; i++)
        {
            larger[(int)(i & (larger.Length - 1))] = At(i);
        }
        _ring = larger;
    }
}
