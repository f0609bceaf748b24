// What was done to the server, so that a device can tell what it has a right to.
namespace Balcony.Testing.Delivery;

/// <summary>Whether a session can have survived.</summary>
public enum Survival
{
    /// <summary>Nothing but cut connections and graceful restarts happened: it resumes.</summary>
    Certain,

    /// <summary>A kill was under way, or sessions may have expired: either answer is right.</summary>
    Unknown,

    /// <summary>The process that had it was killed: it is gone, and the server knows how far it came.</summary>
    Impossible,
}

/// <summary>A moment in a <see cref="ServerHistory"/>.</summary>
public readonly record struct ServerMoment(int KillsBegun, int KillsDone, int Doubts);

/// <summary>Any thread may call.</summary>
public sealed class ServerHistory(DeliveryLog log)
{
    private int _begun;
    private int _done;
    private int _doubts;

    // Done first: a kill that begins between the two reads must not look finished.
    public ServerMoment Now
    {
        get
        {
            var done = Volatile.Read(ref _done);
            return new(Volatile.Read(ref _begun), done, Volatile.Read(ref _doubts));
        }
    }

    public void KillBegins()
    {
        Interlocked.Increment(ref _begun);
        log.Note("SERVER  is killed");
    }

    public void KillDone() => Interlocked.Increment(ref _done);

    /// <summary>Something was done after which sessions need not be there any more.</summary>
    public void Doubt(string what)
    {
        Interlocked.Increment(ref _doubts);
        Note(what);
    }

    public void Note(string what) => log.Note("SERVER  " + what);

    public Survival Since(ServerMoment then)
    {
        var now = Now;
        if (now.KillsDone > then.KillsBegun) return Survival.Impossible;
        return now.KillsBegun == then.KillsDone && now.Doubts == then.Doubts ? Survival.Certain : Survival.Unknown;
    }
}
