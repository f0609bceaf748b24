// The facts that modules may hear of (ModuleBuilder.On).
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Accounts;

/// <summary>A resource was bound. In the account's mailbox.</summary>
public sealed record SessionBound(Session Session);

/// <summary>A session ended, after its unavailable presence was sent. In the account's mailbox.</summary>
/// <param name="Session">The session, closed.</param>
/// <param name="WasAvailable">It was available until its end; otherwise it had said unavailable before, or never been available.</param>
public sealed record SessionEnded(Session Session, bool WasAvailable);

/// <summary>A session lost its connection and waits for another (XEP-0198 §5). In the account's mailbox.</summary>
public sealed record ConnectionLost(Session Session);

/// <summary>A session goes on with another connection (XEP-0198 §5). In the account's mailbox.</summary>
public sealed record ConnectionRegained(Session Session);

/// <summary>A session broadcast its presence (RFC 6121 §4.2, §4.4, §4.5). In the account's mailbox.</summary>
/// <param name="Session">The session; its presence is already the new one.</param>
/// <param name="Presence">Available or unavailable.</param>
/// <param name="IsInitial">It was not available before (RFC 6121 §4.2).</param>
/// <param name="PriorityBefore">The priority until now; null when it was not available.</param>
public sealed record PresenceChanged(Session Session, Presence Presence, bool IsInitial, int? PriorityBefore);

/// <summary>An account was deleted; what it owns in the stores goes by itself.</summary>
public sealed record AccountDeleted(BareJid Account);
