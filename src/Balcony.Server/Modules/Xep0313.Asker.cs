// XEP-0313: who asks an archive, and what of it he gets.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>Who asks which archive: an account its own, somebody a room's.</summary>
/// <param name="Archive">Whose archive it is; results are from there.</param>
/// <param name="Address">Who asks.</param>
/// <param name="Session">The session that asks, when it is one of ours: it gets what it reads. Null: results are routed.</param>
/// <param name="Kept">Completes when what came before the query is committed.</param>
internal sealed record ArchiveAsker(BareJid Archive, Jid Address, Session? Session, Task Kept)
{
    // So many may wait in a session's queue when the next page is read: a client that does not read waits for its results, and loses nothing.
    private const int HighWater = 1_000;

    private static readonly SessionKey<ArchiveQueriesUnderWay> Running = new("archive queries under way");

    /// <summary>What is selected, but for names; null: as in an account's archive.</summary>
    public LedgerQuery? Selection { get; init; }

    /// <summary>A stored message as it is shown to who asks; null: as it is.</summary>
    public Func<LedgerEntry, ReadOnlyMemory<byte>>? Shows { get; init; }

    /// <summary>Counts the queries of those who have no session here; and how many there may be.</summary>
    public (ArchiveQueriesUnderWay Count, int Max) Others { get; init; }

    /// <summary>One more query; null: there are too many.</summary>
    public ArchiveQueriesUnderWay? Begin(int maxOfSession)
    {
        var (running, max) = Others;
        if (Session is not null)
        {
            running = Session.Get(Running);
            if (running is null)
            {
                Session.Set(Running, running = new ArchiveQueriesUnderWay());
            }
            max = maxOfSession;
        }
        return running.TryBegin(max) ? running : null;
    }

    /// <summary>Completes when there is room for a page.</summary>
    public Task WhenReadyAsync()
    {
        if (Session is null || Session.Queue.Count <= HighWater)
        {
            return Task.CompletedTask;
        }
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Session.Queue.WhenLow(HighWater, ready.SetResult);
        return ready.Task;
    }

    /// <returns>False when he gets no more.</returns>
    public bool Send(Message result, IRouter router)
    {
        if (Session is not null)
        {
            return Session.Deliver(result);
        }
        router.Route(result);
        return true;
    }
}

/// <summary>How many queries are under way. Any thread may call.</summary>
internal sealed class ArchiveQueriesUnderWay
{
    private int _count;

    public bool TryBegin(int max)
    {
        if (Interlocked.Increment(ref _count) <= max)
        {
            return true;
        }
        Interlocked.Decrement(ref _count);
        return false;
    }

    public void End() => Interlocked.Decrement(ref _count);
}
