// XEP-0198 §4: whose stanzas a stream carried, in order, as far as the peer did not acknowledge them.
namespace Balcony.Server.Federation;

/// <summary>A stream counts what it carries, whichever link it is of; a link's queue counts its own. Any thread may call.</summary>
/// <param name="acknowledged">What the peer acknowledged before, by the stream's count.</param>
internal sealed class SentRuns<TLink>(uint acknowledged)
    where TLink : class
{
    private readonly Lock _gate = new();

    // Links of a stream take turns: neighbours of one link are one run.
    private Queue<(TLink Link, uint Count)>? _earlier;
    private (TLink? Link, uint Count) _last;
    private uint _takenOfFirst;
    private uint _acknowledged = acknowledged;
    private uint _sent = acknowledged;

    /// <summary>The stream's count.</summary>
    public uint Sent
    {
        get
        {
            lock (_gate)
            {
                return _sent;
            }
        }
    }

    /// <summary>The peer has not acknowledged all.</summary>
    public bool AwaitsAcknowledgement
    {
        get
        {
            lock (_gate)
            {
                return _sent != _acknowledged;
            }
        }
    }

    /// <summary>A stanza of the link is about to be taken: what is taken is counted already, whoever looks meanwhile.</summary>
    public void Add(TLink link)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_last.Link, link))
            {
                if (_last is { Link: { } before, Count: > 0 })
                {
                    (_earlier ??= []).Enqueue((before, _last.Count));
                }
                _last = (link, 0);
            }
            _last.Count++;
            _sent++;
        }
    }

    /// <summary>There was none after all.</summary>
    public void TakeBack()
    {
        lock (_gate)
        {
            if (_last.Count > 0)
            {
                _last.Count--;
                _sent--;
            }
        }
    }

    /// <summary>The peer has so many of the stream's stanzas.</summary>
    /// <param name="count">The peer's <c>h</c>.</param>
    /// <param name="newly">Gets how many more of each link's stanzas that are; a link may stand there twice.</param>
    /// <returns>False when it has more than were sent.</returns>
    public bool TryAcknowledge(uint count, List<(TLink Link, uint Count)> newly)
    {
        lock (_gate)
        {
            // §4: counts wrap around at 2^32.
            uint left = unchecked(count - _acknowledged);
            if (left > unchecked(_sent - _acknowledged))
            {
                return false;
            }
            _acknowledged = count;
            while (left > 0 && _earlier is { Count: > 0 } earlier)
            {
                var (link, length) = earlier.Peek();
                uint taken = Math.Min(left, length - _takenOfFirst);
                newly.Add((link, taken));
                left -= taken;
                _takenOfFirst += taken;
                if (_takenOfFirst == length)
                {
                    earlier.Dequeue();
                    _takenOfFirst = 0;
                }
            }
            if (left > 0)
            {
                newly.Add((_last.Link!, left));
                _last.Count -= left;
            }
            return true;
        }
    }

    /// <summary>What was not acknowledged is sent again, and counted then (§5).</summary>
    public void Rewind()
    {
        lock (_gate)
        {
            _earlier = null;
            (_last, _takenOfFirst) = (default, 0);
            _sent = _acknowledged;
        }
    }
}
