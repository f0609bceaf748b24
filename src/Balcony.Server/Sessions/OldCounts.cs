// XEP-0198 §5: the counts of sessions that are gone are told to clients that come back late, and some day nobody will.
using Balcony.Server.Storage;

namespace Balcony.Server.Sessions;

/// <summary>Removes from the store what was long not written and belongs to no session. Any thread; one run at a time.</summary>
internal sealed class OldCounts(IStorage storage, SessionDirectory sessions)
{
    // In one unit: a sweep must not keep the writer from messages.
    private const int PerUnit = 500;

    public async ValueTask ForgetAsync(DateTimeOffset since, CancellationToken cancel)
    {
        IReadOnlyList<string> old;
        do
        {
            old = await storage.Ledger.OldSessionsAsync(since, PerUnit, cancel).ConfigureAwait(false);
            if (old.Count == 0)
            {
                return;
            }
            // Asked for after the old ones are known: whoever is there now was there then.
            var there = sessions.All.Select(session => session.Management?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var unit = new UnitOfWork();
            foreach (string session in old)
            {
                // A client that is connected and says nothing for a month still has its session.
                _ = there.Contains(session) ? unit.TouchSession(session) : unit.EndSession(session);
            }
            await storage.Commit(unit);
        }
        while (old.Count == PerUnit && !cancel.IsCancellationRequested);
    }
}
