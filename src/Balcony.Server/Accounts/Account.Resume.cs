// XEP-0198 §5: sessions that outlive their connection.
using Balcony.Server.Modules;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Server.Streams;
using Balcony.Xmpp.Streams;

namespace Balcony.Server.Accounts;

public sealed partial class Account
{
    /// <summary>The connection that carried the session is gone. It waits for another, if it can; else it ends.</summary>
    /// <param name="session">The session; nothing happens if another connection carries it by now.</param>
    /// <param name="shell">The connection.</param>
    /// <param name="isFinal">The client left, or was sent away: it does not come back to the session.</param>
    internal void Detach(Session session, ISessionShell shell, bool isFinal) => Run(async account =>
    {
        if (session.IsClosed || !ReferenceEquals(session.Shell, shell))
        {
            return;
        }
        if (isFinal || session.Management is not { CanResume: true } management || account._load != LoadState.Loaded)
        {
            await account.EndAsync(session).ConfigureAwait(false);
            return;
        }
        // Who sees that it hibernates sees for how long.
        session.GiveUpAfter(account._services.Clock, account._services.Registrations.ResumableFor(session, management.Resumable));
        management.Move(session.Hibernate);
        await account.RaiseAsync(new ConnectionLost(session)).ConfigureAwait(false);
    });

    /// <summary>A session that hibernates ends; one that was resumed in the meantime does not.</summary>
    internal void GiveUp(Session session) => Run(account =>
    {
        if (!session.IsHibernating || session.IsClosed)
        {
            return default;
        }
        session.WasGivenUp = true;
        return account.EndAsync(session);
    });

    /// <summary>Another connection of the client goes on with the session.</summary>
    /// <param name="id">The resumption id.</param>
    /// <param name="count">How many stanzas the client has.</param>
    /// <param name="shell">What carries the session from now on.</param>
    /// <exception cref="StreamException">The client acknowledged more than was sent.</exception>
    internal Task<Resumption> ResumeAsync(string id, uint count, ISessionShell shell)
    {
        var answer = new TaskCompletionSource<Resumption>(TaskCreationOptions.RunContinuationsAsynchronously);
        Run(async account =>
        {
            try
            {
                if (Array.Find(account._sessions, session => session.Management is { CanResume: true } management && management.Id == id) is { } session)
                {
                    account.Resume(session, count, shell, answer);
                }
                else
                {
                    answer.SetResult(new Resumption(await account.ExplainAsync(id).ConfigureAwait(false)));
                }
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                RoutingLog.LoadFault(account.Logger, account.Address.ToString(), fault);
                answer.TrySetException(NotNow());
            }
        });
        return answer.Task;
    }

    // The session is there, or may be: the client is to try again, and not to begin anew.
    private static StreamException NotNow() => new(StreamCondition.InternalServerError, "the session cannot be resumed at the moment");

    private void Resume(Session session, uint count, ISessionShell shell, TaskCompletionSource<Resumption> answer)
    {
        var management = session.Management!;
        var old = session.IsHibernating ? null : session.Shell;
        // From here on nothing more comes in on the old connection, which may still be there (§5).
        management.Move(session.Hibernate);
        var absent = session.Shell;
        old?.Close(StreamCondition.Conflict, "the session goes on elsewhere");
        var taken = new List<long>();
        if (!session.Queue.Acknowledge(count, taken))
        {
            Unbind(session);
            answer.SetException(Acknowledgements.TooHigh(count, session.Queue.Sent));
            return;
        }
        Took(session, taken);
        session.GiveUpAfter(_services.Clock, _services.Registrations.ResumableFor(session, management.Resumable));
        // What came before is settled first: the client sends again what the count does not cover.
        management.WhenSettled((received, isDurable) => Run(_ =>
        {
            if (session.IsClosed || !ReferenceEquals(session.Shell, absent) || !isDurable)
            {
                answer.SetException(NotNow());
                return default;
            }
            session.GiveUpAfter(_services.Clock, null);
            session.Queue.Rewind();
            management.Move(() => session.CarryOn(shell));
            answer.SetResult(new Resumption(null, session, received));
            return RaiseAsync(new ConnectionRegained(session));
        }));
    }

    // A session of before a crash, or that was given up: the client learns what is kept of what it sent (§5).
    private async ValueTask<ResumeFault> ExplainAsync(string id)
    {
        if (await _services.Storage.Ledger.SessionAsync(id).ConfigureAwait(false) is not { } stored || !stored.Owner.Equals(Address))
        {
            return new ResumeFault(null, null);
        }
        // It stays for a while: this answer may not arrive either.
        return new ResumeFault(stored.Inbound, stored.Delivered);
    }

    private void Took(Session session, List<long> ids)
    {
        foreach (long id in ids)
        {
            _inbox.Take(id);
            if (session.Management is { } management)
            {
                management.Delivered = Math.Max(management.Delivered, id);
            }
        }
        SaveSoon();
    }

    private void EndManagement(Session session)
    {
        session.GiveUpAfter(_services.Clock, null);
        if (session.Management is not { CanResume: true } management)
        {
            return;
        }
        if (session.WasGivenUp)
        {
            // The last count is what its client is told when it comes back.
            management.WhenSettled(static (_, _) => { });
        }
        else
        {
            _ = _services.Storage.Commit(new UnitOfWork().EndSession(management.Id));
        }
    }
}
