// What is posted to an account's mailbox.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Accounts;

/// <summary>A stanza to handle, or work to do, in an account's mailbox.</summary>
/// <param name="Stanza">The stanza; null for work.</param>
/// <param name="To">Inbound: the address to deliver to, when the stanza is shared and carries none or another; null: the stanza's own.</param>
/// <param name="Session">Outbound: the session that sent it. Inbound: null.</param>
/// <param name="Receipt">Held by the poster for this item and released by the mailbox when it is handled; null when nobody waits.</param>
/// <param name="Work">What to do when there is no stanza.</param>
public readonly record struct AccountItem(Stanza? Stanza, Jid? To, Session? Session, Receipt? Receipt, Func<Account, ValueTask>? Work);
