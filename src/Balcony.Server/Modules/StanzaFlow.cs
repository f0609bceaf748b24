// What a filter gets to see.
using Balcony.Server.Accounts;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>A stanza on its way through an account's mailbox.</summary>
/// <param name="Stanza">The stanza; for a shared one, <see cref="Stanza.To"/> may be another recipient's: the owner is <paramref name="Account"/>.</param>
/// <param name="Account">The account whose mailbox this is: the sender when outbound, the recipient when inbound.</param>
/// <param name="Session">Outbound: the session that sent it. Inbound: null.</param>
/// <param name="Receipt">What the sender's acknowledgement waits for; null when nobody waits.</param>
public readonly record struct StanzaFlow(Stanza Stanza, Account Account, Session? Session, Receipt? Receipt)
{
    /// <summary>The sender is not acknowledged before the commit is done; if it fails he gets <c>resource-constraint</c> and the account is loaded again.</summary>
    public void Hold(CommitTicket ticket) => Account.Hold(Stanza, Receipt, ticket);

    /// <summary>The account keeps this message in its ledger; only in <see cref="Stage.Archive"/> and <see cref="Stage.Undelivered"/>. What follows waits for
    /// the commit; if it fails, the sender is told and nothing is delivered.</summary>
    public void Keep(LedgerFlags flags = LedgerFlags.None) => Account.Keep(flags);
}

/// <summary>Sees or stops a stanza.</summary>
public delegate ValueTask<Verdict> StanzaFilter(StanzaFlow flow);

/// <summary>Answers a request.</summary>
public delegate ValueTask<IqReply> IqHandler<in TRequest>(IqContext context, TRequest request);
