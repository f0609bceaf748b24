// Binding and ending sessions (RFC 6120 §7).
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;

namespace Balcony.Server.Accounts;

/// <summary>What to do when a resource is asked for that is in use (RFC 6120 §7.7.2.2).</summary>
public enum ResourceConflict
{
    /// <summary>The older session ends with <c>conflict</c>: the client itself usually comes back after it lost its connection.</summary>
    ReplaceOld,

    /// <summary>The newcomer gets another resource, made from the one it asked for.</summary>
    Rename,

    /// <summary>The newcomer is refused with <c>conflict</c>.</summary>
    RefuseNew,
}

public sealed partial class Account
{
    // Replaced whole, so that any thread may read it.
    private volatile Session[] _sessions = [];

    /// <summary>The bound sessions; a snapshot that never changes. Any thread.</summary>
    public IReadOnlyList<Session> Sessions => _sessions;

    /// <summary>Ends a session: unavailable presence is sent, what it never took is handled again. Later calls do nothing.</summary>
    internal void Unbind(Session session) => Run(account => account._sessions.Contains(session) ? account.EndAsync(session) : default);

    private async ValueTask EndAsync(Session session)
    {
        session.MarkClosed();
        _sessions = [.. _sessions.Where(other => other != session)];
        _services.Metrics.SessionClosed();
        bool wasAvailable = session.IsAvailable;
        EndPresence(session);
        EndManagement(session);
        await RerouteAsync(session).ConfigureAwait(false);
        await RaiseAsync(new SessionEnded(session, wasAvailable)).ConfigureAwait(false);
        if (_sessions.Length == 0 && _services.Guests.Remove(Address))
        {
            _load = LoadState.NotLoaded;
            _roster = new Roster();
            // A guest leaves nothing behind; after a crash nobody can log in to what it left.
            _ = _services.Storage.EraseOwnerAsync(Address);
        }
    }

    internal Session? Find(FullJid address)
    {
        foreach (var session in _sessions)
        {
            if (session.Address.Equals(address))
            {
                return session;
            }
        }
        return null;
    }

    private async ValueTask<Session> BindHereAsync(string? resource, ISessionShell shell, long? missedSince)
    {
        if (_load != LoadState.Loaded)
        {
            throw new StanzaException(_load == LoadState.Missing ? StanzaError.NotAllowed.With("the account is gone") : StanzaError.ResourceConstraint);
        }
        var address = Address.WithResource(resource ?? ResourceName.Next());
        if (Find(address) is { } older)
        {
            switch (_services.Options.ResourceConflict)
            {
                case ResourceConflict.RefuseNew:
                    throw new StanzaException(StanzaError.Conflict with { Type = StanzaErrorType.Modify });
                case ResourceConflict.Rename:
                    address = Address.WithResource($"{resource}-{ResourceName.Next()}");
                    break;
                default:
                    older.Shell.Close(StreamCondition.Conflict, "replaced by a new session of the same resource");
                    await EndAsync(older).ConfigureAwait(false);
                    break;
            }
        }
        else if (_sessions.Length >= _services.Options.MaxSessionsPerAccount && !await GiveUpOldestAsync().ConfigureAwait(false))
        {
            throw new StanzaException(StanzaError.ResourceConstraint.With("too many sessions"));
        }
        var session = new Session(address, this, shell, _services.Options, _services.Clock.GetUtcNow()) { MissedSince = missedSince };
        _sessions = [.. _sessions, session];
        _services.Metrics.SessionOpened();
        await RaiseAsync(new SessionBound(session)).ConfigureAwait(false);
        return session;
    }

    // A client that never resumes must not lock itself out with the sessions that it leaves behind.
    private async ValueTask<bool> GiveUpOldestAsync()
    {
        if (_sessions.Where(session => session.IsHibernating).MinBy(session => session.Shell.LastHeard) is not { } oldest)
        {
            return false;
        }
        oldest.WasGivenUp = true;
        await EndAsync(oldest).ConfigureAwait(false);
        return true;
    }
}
