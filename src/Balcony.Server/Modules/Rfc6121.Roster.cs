// RFC 6121 §2: the roster as clients ask for it and change it.
using Balcony.Server.Accounts;
using Balcony.Server.Streams;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>RFC 6121 §2: get, set and remove of roster items, pushes and versioning.</summary>
public sealed class RosterModule : IModule
{
    private const string VersioningNs = "urn:xmpp:features:rosterver";
    private const string PreApprovalNs = "urn:xmpp:features:pre-approval";
    private const int MaxNameLength = 1_023;
    private const int MaxGroups = 100;

    public static ModuleInfo Info => new("roster") { Summary = "Contact lists and their changes (RFC 6121 §2)." };

    public void Register(ModuleBuilder module)
    {
        module.OnGet<RosterQuery>(IqTarget.OwnAccount, (context, query) => Get(context, query));
        module.OnSet<RosterSet>(IqTarget.OwnAccount, (context, set) => Set(context, set.Item));
        // §2.1.5: nobody changes another's, whether he has one or not.
        module.OnSet<RosterSet>(IqTarget.Account | IqTarget.NoAccount, (_, _) => IqReply.Error(StanzaError.Forbidden));
        // §2.6.1 and §3.4.1
        module.StreamFeature(StreamPhase.Binding, (_, writer) => writer.Start("ver", VersioningNs).End());
        module.StreamFeature(StreamPhase.Binding, (_, writer) => writer.Start("sub", PreApprovalNs).End());
    }

    /// <summary>The roster of the account that is asked.</summary>
    internal static IqReply Get(IqContext context, RosterQuery query)
    {
        var account = context.Account!;
        // §2.2: from now on the session gets pushes.
        if (context.Session is { } session)
        {
            session.IsInterested = true;
        }
        string version = RosterStore.Format(account.Roster.Version);
        // §2.6.3: an empty result says that the client's copy is right.
        return query.Version == version
            ? IqReply.Result()
            : IqReply.Result(new RosterQuery([.. account.Roster.Listed.Select(Account.ToItem)]) { Version = query.Version is null ? null : version });
    }

    /// <summary>Changes the roster of the account that is asked.</summary>
    internal static IqReply Set(IqContext context, RosterItem item)
    {
        var account = context.Account!;
        // §2.3.3: the owner cannot be his own contact.
        var contact = item.Jid.Bare;
        if (contact.Equals(account.Address))
        {
            return IqReply.Error(StanzaError.NotAllowed);
        }
        var entry = account.Roster.Find(contact);
        if (item.Subscription == RosterSubscription.Remove)
        {
            return entry is { IsListed: true } ? Remove(account, entry) : IqReply.Error(StanzaError.ItemNotFound);
        }
        if (item.Name?.Length > MaxNameLength || item.Groups.Count > MaxGroups || item.Groups.Any(group => group.Length > MaxNameLength))
        {
            return IqReply.Error(StanzaError.NotAcceptable);
        }
        if (entry is null && account.Roster.Count >= account.Services.Options.MaxRosterItems)
        {
            return IqReply.Error(StanzaError.ResourceConstraint);
        }
        // §2.1.2: subscription, ask and approved are the server's to say; what the client sent of them is ignored.
        var changed = (entry ?? new RosterEntry(contact, default)) with { Name = item.Name, Groups = item.Groups, IsListed = true };
        return IqReply.Result().After(account.Change(changed, push: true));
    }

    // §2.5: removing ends the subscriptions of both directions.
    private static IqReply Remove(Account account, RosterEntry entry)
    {
        var was = entry.Subscription;
        var removed = entry with { IsListed = false, Subscription = default, Request = null, Name = null, Groups = [] };
        return IqReply.Result().After(account.Change(removed, push: true, () =>
        {
            account.Unsubscribe(entry);
            account.ShowTo(entry.Contact, begin: false, end: was.From);
        }));
    }
}
