// The sessions of all accounts, for commands, checks and modules that look across accounts.
using Balcony.Server.Routing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Streams;

namespace Balcony.Server.Sessions;

/// <summary>Finds sessions across accounts. Any thread.</summary>
public sealed class SessionDirectory
{
    private readonly Router _router;

    internal SessionDirectory(Router router, TimeProvider clock)
    {
        _router = router;
        Clock = clock;
    }

    internal TimeProvider Clock { get; }

    /// <summary>All sessions, a snapshot per account, in no order.</summary>
    public IEnumerable<Session> All => _router.Accounts.SelectMany(account => account.Sessions);

    /// <summary>The sessions of an account; empty when it has none.</summary>
    public IReadOnlyList<Session> Of(BareJid account) => _router.Find(account)?.Sessions ?? [];

    public Session? Find(FullJid address) => _router.Find(address.Bare)?.Find(address);

    /// <summary>Ends the sessions of an account, or the one of a full address, with a stream error.</summary>
    /// <returns>How many were ended.</returns>
    public int Close(Jid address, StreamCondition condition, string? text)
    {
        var sessions = Of(address.Bare).Where(session => address is BareJid || session.Address.Equals(address)).ToList();
        foreach (var session in sessions)
        {
            session.Shell.Close(condition, text);
        }
        return sessions.Count;
    }
}
