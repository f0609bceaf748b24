// The sessions of all accounts, for commands, checks and modules that look across accounts.
using Balcony.Server.Routing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;

namespace Balcony.Server.Sessions;

/// <summary>Finds sessions across accounts. Any thread.</summary>
public sealed class SessionDirectory : ISessionDirectory
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

    public IReadOnlyList<SessionSummary> List(BareJid? host) =>
    [
        .. All.Where(session => host is null || session.Account.Host.Equals(host)).Select(session => new SessionSummary(
            session.Address, session.Shell.RemoteAddress, session.Shell.Security, session.Since, session.IsAvailable ? session.Priority : null)),
    ];

    /// <inheritdoc/>
    public int Kick(Jid address, string? reason) => Close(address, StreamCondition.NotAuthorized, reason);

    /// <inheritdoc/>
    public int Announce(BareJid? host, string? subject, string text)
    {
        int sent = 0;
        foreach (var session in All.Where(session => session.IsAvailable && (host is null || session.Account.Host.Equals(host))))
        {
            IPayload[] payloads = subject is null ? [new Body(text)] : [new Subject(subject), new Body(text)];
            var message = new Message(MessageType.Headline, session.Address, session.Account.Host, null, payloads);
            sent += session.Deliver(message) ? 1 : 0;
        }
        return sent;
    }

    /// <summary>Ends the sessions of an account, or the one of a full address, with a stream error.</summary>
    /// <returns>How many were ended.</returns>
    public int Close(Jid address, StreamCondition condition, string? text)
    {
        var sessions = Of(address.Bare).Where(session => (address is BareJid || session.Address.Equals(address)) && !session.OutlivesChange).ToList();
        foreach (var session in sessions)
        {
            session.Shell.Close(condition, text);
        }
        return sessions.Count;
    }
}
