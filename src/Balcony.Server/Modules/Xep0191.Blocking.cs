// XEP-0191: keeps each account's list of blocked contacts and enforces it both ways.
using System.ComponentModel.DataAnnotations;
using Balcony.Server.Accounts;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

/// <summary>Limits of block lists.</summary>
public sealed record BlockingOptions
{
    /// <summary>Most addresses that one account may block.</summary>
    [Range(10, 1_000_000)]
    public int MaxBlocked { get; init; } = 5_000;
}

/// <summary>XEP-0191: blocking.</summary>
public sealed class BlockingModule(IStorage storage, BlockingOptions options) : IModule
{
    private static readonly AccountKey<HashSet<Jid>> Blocked = new("blocked contacts");
    private static readonly SessionKey<bool> WantsPushes = new("blocklist requested") { IsResumable = true };
    private static readonly StanzaError NotAcceptable =
        (StanzaError.NotAcceptable with { Type = StanzaErrorType.Cancel }).With(XmlElement.Build(writer => new Blocked().Write(writer)));

    private readonly IMapStore<string> _store = storage.OpenMap("blocklist", TextCodec.Instance);

    public static ModuleInfo Info => new("blocking", new Xep(191, "1.3.1")) { Summary = "Block lists of accounts.", Options = typeof(BlockingOptions) };

    public void Register(ModuleBuilder module)
    {
        module.AccountState(Blocked, LoadAsync);
        module.OnGet<BlockListQuery>(IqTarget.OwnAccount, Get);
        module.OnSet<Block>(IqTarget.OwnAccount, AddAsync);
        module.OnSet<Unblock>(IqTarget.OwnAccount, Remove);
        module.Feature(IqTarget.Server, BlockList.Ns);
        module.Filter(Stage.Guard, Flow.Inbound, CheckInbound);
        module.Filter(Stage.Guard, Flow.Outbound, CheckOutbound);
        module.HidesPresence(static (account, contact) => IsBlocked(account, contact));
        module.Refuses(IsBlocked);
    }

    private async ValueTask<HashSet<Jid>> LoadAsync(Account account)
    {
        var blocked = new HashSet<Jid>();
        await foreach (var (address, _) in _store.ListAsync(account.Address).ConfigureAwait(false))
        {
            blocked.Add(Jid.Parse(address));
        }
        return blocked;
    }

    private static ValueTask<IqReply> Get(IqContext context, BlockListQuery query)
    {
        // §3.1: from now on this session is told of changes.
        context.Session?.Set(WantsPushes, true);
        return IqReply.Result(new BlockList([.. context.Account!.Get(Blocked)]));
    }

    private async ValueTask<IqReply> AddAsync(IqContext context, Block block)
    {
        var account = context.Account!;
        var before = account.Get(Blocked);
        var added = block.Contacts.Where(contact => !before.Contains(contact)).ToList();
        if (before.Count + added.Count > options.MaxBlocked)
        {
            return IqReply.Error(StanzaError.ResourceConstraint);
        }
        if (block.Reports.Count > 0)
        {
            // XEP-0377 §6. In front of the block's own commit, which acknowledges both.
            await account.RaiseAsync(new ContactsReported(account, block.Reports)).ConfigureAwait(false);
        }
        var unit = new UnitOfWork();
        foreach (var contact in added)
        {
            unit.Set(_store, account.Address, contact.ToString(), "");
        }
        // §3.2: who sees the account's presence sees it go, before the block is in force.
        Show(account, added, isAvailable: false);
        account.Set(Blocked, [.. before, .. added]);
        return IqReply.Result().After(storage.Commit(unit), () => Push(account, new Block(block.Contacts)));
    }

    private ValueTask<IqReply> Remove(IqContext context, Unblock unblock)
    {
        var account = context.Account!;
        var before = account.Get(Blocked);
        // §3.4: without items, all.
        var removed = unblock.Contacts.Count == 0 ? [.. before] : unblock.Contacts.Where(before.Contains).ToList();
        var unit = new UnitOfWork();
        foreach (var contact in removed)
        {
            unit.Remove(_store, account.Address, contact.ToString());
        }
        account.Set(Blocked, [.. before.Except(removed)]);
        // §3.3: and sees it again.
        Show(account, removed, isAvailable: true);
        return IqReply.Result().After(storage.Commit(unit), () => Push(account, unblock));
    }

    private static void Push(Account account, IPayload change)
    {
        foreach (var session in account.Sessions)
        {
            if (session.Get(WantsPushes))
            {
                session.Deliver(new Iq(IqType.Set, session.Address, account.Address, $"block-{Guid.NewGuid():N}", change));
            }
        }
    }

    private static void Show(Account account, List<Jid> contacts, bool isAvailable)
    {
        foreach (var contact in account.Roster.Listed.Where(entry => entry.Subscription.From && contacts.Any(blocked => Matches(blocked, entry.Contact))))
        {
            if (!isAvailable || !IsBlocked(account, contact.Contact))
            {
                account.Show(contact.Contact, isAvailable);
            }
        }
    }

    // §3.2: nothing from a blocked contact is delivered; only requests and messages are answered, so that the contact learns no more than "unavailable".
    private static ValueTask<Verdict> CheckInbound(StanzaFlow flow)
    {
        if (flow.Stanza.From is not { } from || !IsBlocked(flow.Account, from))
        {
            return new(Verdict.Continue);
        }
        // A room would take an error for a sign that nobody is there any more (XEP-0045 §18.1.2), and its message names one who speaks, not the room.
        return new(flow.Stanza is Message { Type: not (MessageType.Error or MessageType.Groupchat) } or Iq { IsRequest: true } ? Verdict.Refuse(StanzaError.ServiceUnavailable) : Verdict.Drop);
    }

    // §3.2: the owner is told why nothing goes to a blocked contact.
    private static ValueTask<Verdict> CheckOutbound(StanzaFlow flow) =>
        new(flow.Stanza.To is { } to && IsBlocked(flow.Account, to) ? Verdict.Refuse(NotAcceptable) : Verdict.Continue);

    private static bool IsBlocked(Account account, Jid contact)
    {
        var blocked = account.Get(Blocked);
        // The account itself is never its own blocked contact, whatever the list says.
        if (blocked.Count == 0 || contact.Bare.Equals(account.Address))
        {
            return false;
        }
        // §3 (matching): user@domain/resource, user@domain, domain/resource, domain.
        return blocked.Contains(contact)
            || blocked.Contains(contact.Bare)
            || blocked.Contains(contact.Bare.Host)
            || (contact.Resource is { } resource && blocked.Contains(contact.Bare.Host.WithResource(resource)));
    }

    private static bool Matches(Jid blocked, BareJid contact) => blocked.Equals(contact) || blocked.Equals(contact.Host);
}
