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

    private const int Idle = 0;
    private const int Walking = 1;
    private const int WalkingWithMore = 2;

    private int _state;

    public void Flush()
    {
        while (true)
        {
            int state = Volatile.Read(ref _state);
            if (state == Idle)
            {
                if (Interlocked.CompareExchange(ref _state, Walking, Idle) == Idle)
                {
                    Begin();
                    return;
                }
            }
            else if (state == WalkingWithMore || Interlocked.CompareExchange(ref _state, WalkingWithMore, Walking) == Walking)
            {
                return;
            }
        }
    }

    void IThreadPoolWorkItem.Execute() => Walk();

    private void Begin()
    {
        if (audience().Length <= MaxOnCallersThread)
        {
            Walk();
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private void Walk()
    {
        Volatile.Write(ref _state, Walking);
        foreach (var session in audience())
        {
            if (session.Local is { IsHibernating: false, HasWaiting: true } local)
            {
                local.Flush();
            }
        }
        if (Interlocked.CompareExchange(ref _state, Idle, Walking) != Walking)
        {
            // More came. Others get their turn on this thread before the next walk.
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
