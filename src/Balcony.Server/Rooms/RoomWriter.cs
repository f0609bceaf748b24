// Writes what a room has put into many queues.
using Balcony.Server.Sessions;

namespace Balcony.Server.Rooms;

/// <summary>
/// Walks along the sessions of a room and has each write its queue. There is one walk at a time: what comes while it is under way is written by the next, all of it
/// together, so that a busy room costs each occupant one write for many messages and not one for each. Any thread may call.
/// </summary>
internal sealed class RoomWriter(Func<OccupantSession[]> audience) : IFlushable, IThreadPoolWorkItem
{
    // As many writes take about as long as it takes to hand the walk to another thread.
    private const int MaxOnCallersThread = 16;

    private WriterRole _role;

    public void Flush()
    {
        if (!_role.TryTake())
        {
            return;
        }
        if (audience().Length <= MaxOnCallersThread)
        {
            Walk();
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void IThreadPoolWorkItem.Execute() => Walk();

    private void Walk()
    {
        _role.Begin();
        foreach (var session in audience())
        {
            if (session.Local is { IsHibernating: false, HasWaiting: true } local)
            {
                local.Flush();
            }
        }
        if (!_role.TryLeave())
        {
            // More came. Others get their turn on this thread before the next walk.
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
