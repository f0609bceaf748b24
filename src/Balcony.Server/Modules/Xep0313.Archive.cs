// XEP-0313: each account's archive: what comes into it, and who may ask.
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

/// <summary>How long messages are archived.</summary>
public record ArchiveRetention
{
    /// <summary>Messages that are older are removed from the archive, and from the search, within a day. Zero keeps them for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "36500.00:00:00")]
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(365);

    /// <summary>The newest messages that one account's archive keeps; zero keeps all.</summary>
    [Range(0, int.MaxValue)]
    public int MaxPerAccount { get; init; }
}

/// <summary>What is archived, for how long, and how much of it is given at a time.</summary>
public sealed record MamOptions : ArchiveRetention
{
    /// <summary>What is archived for accounts that never said (XEP-0441): always, never, or roster for the messages of contacts.</summary>
    public ArchivingDefault Default { get; init; }

    /// <summary>Messages that no device has taken are not removed before they are so old, whatever the retention says.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00")]
    public TimeSpan KeepUndeliveredFor { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Hosts whose retention differs, by name.</summary>
    public IReadOnlyDictionary<string, ArchiveRetention> Hosts { get; init; } = new Dictionary<string, ArchiveRetention>();

    /// <summary>Messages of a page for a client that does not say how many it wants.</summary>
    [Range(1, 10_000)]
    public int PageSize { get; init; } = 50;

    /// <summary>Most messages of a page.</summary>
    [Range(1, 10_000)]
    public int MaxPageSize { get; init; } = 250;

    /// <summary>Bytes of messages after which a page ends early.</summary>
    [Range(65_536, 67_108_864)]
    public int MaxPageBytes { get; init; } = 1_048_576;

    /// <summary>Queries of one session that may be under way; one more is refused for the moment.</summary>
    [Range(1, 1_000)]
    public int MaxQueriesPerSession { get; init; } = 8;

    /// <summary>So long a query waits for messages of its account that came before it and are not committed yet, so that they are in the page.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan WaitForCommits { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Messages that a query may name by their identifiers.</summary>
    [Range(1, 10_000)]
    public int MaxIdsPerQuery { get; init; } = 1_000;

    /// <summary>Addresses in an account's lists of whom to archive always and never.</summary>
    [Range(1, 100_000)]
    public int MaxPreferences { get; init; } = 1_000;
}

/// <summary>XEP-0313, with XEP-0431 and XEP-0441. The ledger is the archive; this says what it keeps, and answers the owner.</summary>
internal sealed class ArchiveModule(ArchiveQueries queries, ArchiveTrimming trimming, IStorage storage, IRouter router, MamOptions options) : IModule
{
    private static readonly AccountKey<ArchiveChoice> Choice = new("archiving preferences");
    private static readonly TimeSpan TrimInterval = TimeSpan.FromHours(12);

    private readonly IValueStore<ArchivingPreferences> _preferences = storage.OpenValue("archiving-preferences", ArchivingPreferencesCodec.Instance);

    public static ModuleInfo Info => new(
        "mam",
        new Xep(313, "1.1.3", "Archives of users, without messages of rooms, and of rooms. Pages not by index; the count where it is asked for alone, or known."),
        new Xep(334, "1.0.0"),
        new Xep(359, "0.7.0"),
        new Xep(431, "0.2.0", "All words must be there, in any order, whatever their case and accents."),
        new Xep(441, "0.2.0"))
    {
        Summary = "Archives of accounts, for every device.",
        Options = typeof(MamOptions),
    };

    public void Register(ModuleBuilder module)
    {
        module.AccountState(Choice, LoadAsync);
        module.Filter(Stage.Rewrite, Flow.Inbound, Strip);
        module.Filter(Stage.Rewrite, Flow.Outbound, Strip);
        module.Filter(Stage.Archive, Flow.Inbound, flow => Keep(flow, Flow.Inbound));
        module.Filter(Stage.Archive, Flow.Outbound, flow => Keep(flow, Flow.Outbound));
        module.OnGet<MamQuery>(IqTarget.OwnAccount | IqTarget.Account, (context, _) => OwnersOnly(context) ?? queries.Form());
        module.OnSet<MamQuery>(IqTarget.OwnAccount | IqTarget.Account, (context, query) => OwnersOnly(context) ?? queries.Answer(context, query));
        module.OnGet<MamMetadata>(IqTarget.OwnAccount | IqTarget.Account, (context, _) => OwnersOnly(context) ?? queries.Metadata(context));
        module.OnGet<ArchivingPreferencesQuery>(IqTarget.OwnAccount, (context, _) => IqReply.Result(context.Account!.Get(Choice).Preferences));
        module.OnSet<ArchivingPreferences>(IqTarget.OwnAccount, SetPreferences);
        var configure = new ConfigureCommand(account => account.Get(Choice).Preferences, Apply);
        module.OnSet<Command>(IqTarget.OwnAccount, configure.Step);
        module.Nodes(IqTarget.OwnAccount, configure);
        // §7; XEP-0359 §4, XEP-0059 §4.
        module.Feature(IqTarget.OwnAccount, MamQuery.ExtendedFeature);
        module.Feature(IqTarget.OwnAccount, MamQuery.GroupchatFieldFeature);
        module.Feature(IqTarget.OwnAccount | IqTarget.Server, StanzaId.Ns);
        // XEP-0424 §2: retractions are archived.
        module.Feature(IqTarget.OwnAccount | IqTarget.Server, Retract.Ns);
        module.Feature(IqTarget.OwnAccount, PageRequest.Ns);
        if (storage.HasTextIndex)
        {
            module.Feature(IqTarget.OwnAccount, FullTextSearch.Ns);
        }
        module.OnBind2(BoundAsync);
        module.Every(TrimInterval, trimming.TrimAllAsync);
    }

    // XEP-0386 §3.2: the client learns how far the archive is in the moment of its binding, and gets from there what was kept for it while it was away.
    private async ValueTask<XmlElement?> BoundAsync(Session session)
    {
        var (metadata, last) = await queries.MetadataAsync(session.Account.Address).ConfigureAwait(false);
        await session.Account.ClearWaitingAsync(last).ConfigureAwait(false);
        return XmlElement.Build(metadata.Write);
    }

    private async ValueTask<ArchiveChoice> LoadAsync(Account account) =>
        new(await _preferences.GetAsync(account.Address).ConfigureAwait(false) ?? new ArchivingPreferences(options.Default, [], []));

    // §8.1. Who may not see an account is not told that there is one (XEP-0030 §8).
    private static ValueTask<IqReply>? OwnersOnly(IqContext context)
    {
        if (context.Target == IqTarget.OwnAccount || context.From.Bare.Equals(context.Account!.Address))
        {
            return null;
        }
        return IqReply.Error(
            context.Account.Roster.Find(context.From.Bare) is { Subscription.From: true } ? StanzaError.Forbidden : StanzaError.ServiceUnavailable);
    }

    // XEP-0359 §5, §6: only we give names that are by us. Rooms and other services, whose names stay, are on hosts of their own.
    private ValueTask<Verdict> Strip(StanzaFlow flow)
    {
        if (flow.Stanza is Message message && message.Has(StanzaId.ElementName, StanzaId.ElementNs))
        {
            var stripped = message.Without(IsForged);
            return new(ReferenceEquals(stripped, message) ? Verdict.Continue : Verdict.Replace(stripped));
        }
        return new(Verdict.Continue);
    }

    private bool IsForged(XmlElement child) => child.Is(StanzaId.ElementName, StanzaId.ElementNs)
        && Jid.TryParse(child.Attribute("by"), out var by) && router.IsLocal(by.Bare.Host);

    private static ValueTask<Verdict> Keep(StanzaFlow flow, Flow direction)
    {
        var account = flow.Account;
        if (flow.Stanza is Message message && !(direction == Flow.Inbound && IsRefused(message, account)) && ArchiveRules.Of(message, direction) is { } flags)
        {
            LedgerFlags? kept = flags;
            var contact = (direction == Flow.Inbound ? message.From : message.To) ?? account.Address;
            if (flags != LedgerFlags.UntilDelivered && !account.Get(Choice).Archives(contact, account.Roster))
            {
                kept = ArchiveRules.WithoutArchive(flags, direction);
            }
            if (kept is { } left)
            {
                flow.Keep(left);
            }
        }
        return new(Verdict.Continue);
    }

    // RFC 6121 §8.5.3.2.1: it goes back to its sender; what an account rejects is not in its archive (§6.1).
    private static bool IsRefused(Message message, Account account) =>
        message is { Type: MessageType.Normal, To: FullJid to } && !account.Sessions.Any(session => session.Address.Equals(to));

    private ValueTask<IqReply> SetPreferences(IqContext context, ArchivingPreferences wanted)
    {
        var (applied, kept) = Apply(context.Account!, wanted);
        return IqReply.Result(applied).After(kept);
    }

    private (ArchivingPreferences Applied, CommitTicket Kept) Apply(Account account, ArchivingPreferences wanted)
    {
        if (wanted.Always.Count + wanted.Never.Count > options.MaxPreferences)
        {
            throw new StanzaException(StanzaError.ResourceConstraint.With($"at most {options.MaxPreferences} addresses"));
        }
        var applied = wanted with { Always = [.. wanted.Always.Except(wanted.Never)] };
        account.Set(Choice, new ArchiveChoice(applied));
        return (applied, storage.Commit(new UnitOfWork().Set(_preferences, account.Address, applied)));
    }
}
