// A queue whose client is inactive (XEP-0352) or away (XEP-0198): what is not urgent waits, presence is coalesced, durable stanzas become positions.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Sessions;

internal sealed partial class SessionQueue
{
    // Senders whose presence was written are remembered beyond those whose presence is held: so many.
    private const int MaxSenders = 256;

    private long _limit = long.MaxValue;
    private bool _isHolding;
    private bool _isHibernating;
    private int _maxHeld;
    private int _loose;
    private Dictionary<Jid, long>? _presence;

    /// <summary>Something may be written, if it is there: so many stanzas were held that their bound is reached.</summary>
    public bool IsDue => Volatile.Read(ref _next) < Volatile.Read(ref _limit);

    /// <summary>Holds what is added from now on.</summary>
    /// <param name="maxHeld">So many stanzas wait at most. Of an inactive client: then all are written. Of one that is away: more that are not in the
    /// ledger are refused.</param>
    /// <param name="isAway">Nobody writes: bytes of durable stanzas are let go.</param>
    public void Hold(int maxHeld, bool isAway)
    {
        lock (_gate)
        {
            if (!_isHolding)
            {
                _limit = _tail;
                _presence = [];
            }
            _isHolding = true;
            _isHibernating = isAway;
            _maxHeld = maxHeld;
            _loose = 0;
            for (long i = _head; isAway && i < _tail; i++)
            {
                ref var slot = ref At(i);
                LetGo(ref slot, i);
                _loose += slot.Stanza is null ? 0 : 1;
            }
        }
    }

    /// <summary>Everything may be written again.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _limit = long.MaxValue;
            _isHolding = false;
            _isHibernating = false;
            _presence = null;
        }
    }

    /// <summary>The next items whose bytes are to be read from the ledger; empty when the next item has its bytes.</summary>
    public List<(long Place, long LedgerId)> NotLoaded(int max)
    {
        lock (_gate)
        {
            var places = new List<(long, long)>();
            for (long i = _next; i < _tail && places.Count < max; i++)
            {
                ref var slot = ref At(i);
                if (slot is { Stanza: null, LedgerId: not 0, IsVoid: false })
                {
                    places.Add((i, slot.LedgerId));
                }
            }
            return places;
        }
    }

    /// <summary>Gives an item its bytes; null: the ledger does not have it any more.</summary>
    public void Load(long place, long ledgerId, Stanza? stanza, DateTimeOffset came)
    {
        lock (_gate)
        {
            if (place < _next || place >= _tail)
            {
                return;
            }
            ref var slot = ref At(place);
            if (slot.LedgerId != ledgerId || slot.Stanza is not null)
            {
                return;
            }
            if (stanza is null)
            {
                slot = new SessionItem { IsVoid = true };
                return;
            }
            slot.Stanza = stanza;
            slot.Came = slot.Kept = came.UtcTicks;
            _bytes += slot.Bytes;
        }
    }

    private bool MayHold(in SessionItem item)
    {
        if (!_isHibernating || item.Gate is { IsKept: true } || item.LedgerId != 0 || IsCoalesced(item))
        {
            return true;
        }
        if (_loose >= _maxHeld)
        {
            return false;
        }
        _loose++;
        return true;
    }

    private bool IsCoalesced(in SessionItem item) =>
        item.Stanza is Presence { From: { } from, IsError: false, IsSubscription: false } && _presence is not null && _presence.ContainsKey(from);

    // Only the last presence of a sender tells anything (XEP-0352 §5).
    private void ReplacePresence(in SessionItem item)
    {
        if (item.Stanza is not Presence { From: { } from, IsError: false, IsSubscription: false } presence || presence.Type == PresenceType.Probe)
        {
            return;
        }
        if (_presence!.TryGetValue(from, out long earlier) && earlier >= _next && earlier >= _head && At(earlier).Stanza is Presence)
        {
            ref var slot = ref At(earlier);
            _bytes -= slot.Bytes;
            slot = new SessionItem { IsVoid = true };
            _voids++;
        }
        else if (_presence.Count >= MaxSenders + _maxHeld)
        {
            ForgetWritten();
        }
        _presence[from] = _tail;
    }

    private void ForgetWritten()
    {
        foreach (var (from, place) in _presence!)
        {
            if (place < _next)
            {
                _presence.Remove(from);
            }
        }
    }

    private void Settled(long place, Routing.Receipt gate)
    {
        lock (_gate)
        {
            if (_isHibernating && place >= _next && place < _tail)
            {
                ref var slot = ref At(place);
                if (ReferenceEquals(slot.Gate, gate))
                {
                    LetGo(ref slot, place);
                }
            }
        }
    }

    private void LetGo(ref SessionItem slot, long place)
    {
        if (slot.IsVoid || slot.Stanza is null)
        {
            return;
        }
        if (slot.Gate is { } gate)
        {
            if (!gate.IsSettled)
            {
                gate.OnSettled(() => Settled(place, gate));
                return;
            }
            Open(ref slot);
        }
        if (slot.LedgerId != 0 && slot.Stanza is { } stanza)
        {
            _bytes -= stanza.Bytes;
            slot.Stanza = null;
        }
    }
}
