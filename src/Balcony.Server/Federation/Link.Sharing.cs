// XEP-0220 §2.6: several links on one stream. When it is lost, the link of its own pair goes on with it or does not (XEP-0198 §5), and the others hear of that.
namespace Balcony.Server.Federation;

internal sealed partial class Link
{
    // A stream of another pair was lost: that pair's link asks the peer what of ours has arrived.
    private bool WaitsForOther => _resumption is { } lost && !lost.Pair.Equals(Pair);

    // Under the gate, about the stream that was just lost: whether there is something to ask the peer.
    private bool WaitsFor(Resumption lost, ServerStream stream) =>
        !lost.Pair.Equals(Pair) ? _queue.Unacknowledged > 0 && stream.Link is not null && lost.TryWait(this)
        : lost.Guests.Count > 0 || (lost.IsOurs ? _queue.Count > 0 || stream.IsBidirectional : _queue.Unacknowledged > 0);

    // Nobody can go on with the lost stream, or this link is none of those that can: what the peer does not have is sent again on another one.
    private void Forget(Resumption lost, uint had)
    {
        var taken = new List<long>();
        lock (_gate)
        {
            if (!ReferenceEquals(_resumption, lost))
            {
                return;
            }
            _queue.Acknowledge(unchecked(_queue.Acknowledged + had), taken);
            _resumption = null;
            _queue.StartAgain();
        }
        Done(taken);
    }

    private static void ReleaseGuests(Resumption lost, List<(Link Link, uint Count)> newly)
    {
        foreach (var guest in lost.Decide())
        {
            guest.Forget(lost, CountOf(guest, newly));
            guest.TryAgain();
        }
    }

    // The attempt failed that was to ask about the lost stream. Who waits for it has no better news for senders; when nobody will ask any more, each tries for itself.
    private void FailGuests(LinkFault fault, Resumption? given)
    {
        if ((given ?? Resumption) is not { } lost || !lost.Pair.Equals(Pair))
        {
            return;
        }
        if (given is not null)
        {
            ReleaseGuests(lost, []);
            return;
        }
        foreach (var guest in lost.Guests)
        {
            guest.Failed(fault);
        }
    }

    private static uint CountOf(Link link, List<(Link Link, uint Count)> newly)
    {
        uint count = 0;
        foreach (var (other, more) in newly)
        {
            count += ReferenceEquals(other, link) ? more : 0;
        }
        return count;
    }
}
