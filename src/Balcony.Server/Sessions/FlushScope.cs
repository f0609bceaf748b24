// Collects what was delivered to while a thread works off one read, so that each is written once.
namespace Balcony.Server.Sessions;

/// <summary>What has a queue that is written to a stream: a session, a link to another server.</summary>
public interface IFlushable
{
    /// <summary>Writes what is in the queue; returns at once if somebody is writing. Any thread.</summary>
    void Flush();
}

/// <summary>
/// Between entering and leaving, deliveries on this thread only mark their queue; leaving writes each marked one in one go (one TLS record).
/// Scopes nest; the outermost writes. Outside any scope a delivery is written at once.
/// </summary>
public static class FlushScope
{
    private const int MaxMarked = 512;

    [ThreadStatic]
    private static List<IFlushable>? _marked;

    [ThreadStatic]
    private static int _depth;

    public static Leaver Enter()
    {
        _depth++;
        return default;
    }

    /// <summary>It has something to write.</summary>
    public static void Mark(IFlushable queue)
    {
        if (_depth == 0)
        {
            queue.Flush();
            return;
        }
        var marked = _marked ??= [];
        if (marked.Count > 0 && ReferenceEquals(marked[^1], queue))
        {
            return;
        }
        marked.Add(queue);
        if (marked.Count >= MaxMarked)
        {
            FlushMarked(marked);
        }
    }

    private static void Leave()
    {
        if (_depth == 1 && _marked is { Count: > 0 } marked)
        {
            FlushMarked(marked);
        }
        _depth--;
    }

    private static void FlushMarked(List<IFlushable> marked)
    {
        // Writing may complete something that marks another session: the list may grow while it is walked.
        for (int i = 0; i < marked.Count; i++)
        {
            marked[i].Flush();
        }
        marked.Clear();
    }

    public readonly struct Leaver : IDisposable
    {
        public void Dispose() => Leave();
    }
}
