// What the contacts of a removed account learn.
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Accounts;

public sealed partial class Account
{
    /// <summary>Ends the account's presence and both directions of all its subscriptions, as if its owner had removed every contact (RFC 6121 §2.5);
    /// the stores are erased by the caller, afterwards.</summary>
    internal Task LeaveAsync()
    {
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Run(async account =>
        {
            try
            {
                if (account._load != LoadState.Loaded)
                {
                    // The account counts as gone already, its roster is still there.
                    await account.LoadRosterAsync().ConfigureAwait(false);
                }
                foreach (var session in account._sessions)
                {
                    account.EndPresence(session);
                }
                foreach (var entry in account._roster.All)
                {
                    account.Unsubscribe(entry);
                }
                account._roster = new Roster();
                account._load = LoadState.NotLoaded;
                left.SetResult();
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                left.SetException(fault);
            }
        });
        return left.Task;
    }

    /// <summary>Tells a contact that both directions of the subscription have ended (RFC 6121 §2.5.2).</summary>
    internal void Unsubscribe(RosterEntry entry)
    {
        var was = entry.Subscription;
        if (was.To || was.PendingOut)
        {
            _services.Router.Route(new Presence(PresenceType.Unsubscribe, entry.Contact, Address));
        }
        if (was.From || was.PendingIn)
        {
            _services.Router.Route(new Presence(PresenceType.Unsubscribed, entry.Contact, Address));
        }
    }
}
