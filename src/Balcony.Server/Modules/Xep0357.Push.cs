// XEP-0357: tells the push services of an account's clients that something waits for them.
using System.ComponentModel.DataAnnotations;
using System.Text;
using Balcony.Server.Accounts;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

/// <summary>What is told to push services, when, and how much of it.</summary>
public sealed record PushOptions
{
    /// <summary>Registrations of one account; one more takes the place of the oldest.</summary>
    [Range(1, 1_000)]
    public int MaxPerAccount { get; init; } = 10;

    /// <summary>Bytes of the publish options that a client may give with a registration.</summary>
    [Range(256, 65_536)]
    public int MaxOptionsBytes { get; init; } = 4_096;

    /// <summary>Services are told who sent the last message. They belong to whoever made the client, and see it.</summary>
    public bool ShowSender { get; init; }

    /// <summary>Services are told the text of the last message. They belong to whoever made the client, and can read it.</summary>
    public bool ShowBody { get; init; }

    /// <summary>Longer texts are cut.</summary>
    [Range(1, 10_000)]
    public int MaxBodyCharacters { get; init; } = 200;

    /// <summary>A registration's service is told at most once in this time; what comes meanwhile is told together at its end.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>An inactive client that was not heard of for so long after a message counts as away, though it has a connection.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan AcknowledgeWithin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A session without a connection is kept so long at least, if its client can be woken.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "14.00:00:00")]
    public TimeSpan HoldSessionsFor { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How long a service may take to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Publishes in a row that a service refuses for good; then its registration is disabled.</summary>
    [Range(1, 1_000)]
    public int MaxFailures { get; init; } = 5;

    /// <summary>When a publish is tried again that got no answer, or an error that says to wait; twice as long each time.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often it is tried again; then the next message tries anew.</summary>
    [Range(0, 100)]
    public int MaxRetries { get; init; } = 8;

    /// <summary>Registrations, of all accounts, that are told something at a time; others are not told of a message that comes then.</summary>
    [Range(100, 10_000_000)]
    public int MaxUnderWay { get; init; } = 100_000;
}

/// <summary>XEP-0357: push notifications, the side of the account's server.</summary>
internal sealed class PushModule(PushRegistrations registrations, PushOutbox outbox, PushOptions options, TimeProvider clock) : IModule, IRoomNews
{
    // XEP-0060 gives none; what a key of the store may hold is far above.
    private const int MaxNodeBytes = 1_023;

    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    private readonly PushReach _reach = new(outbox, options, clock);

    public static ModuleInfo Info => new("push", new Xep(357, "0.4.1", "Publishes come from the host. Urgency (tigase:push:priority:0) is told where the client asks for it."))
    {
        Summary = "Notifications to the push services of clients that are away.",
        Options = typeof(PushOptions),
    };

    public void Register(ModuleBuilder module)
    {
        module.AccountState(PushTargets.Key, registrations.LoadAsync);
        module.OnSet<PushEnable>(IqTarget.OwnAccount, Enable);
        module.OnSet<PushDisable>(IqTarget.OwnAccount, Disable);
        module.Filter(Stage.Copy, Flow.Inbound, Notify);
        module.OnRoomNews(this);
        module.Keeps(Holds);
        module.On<ConnectionLost>(fact => Then(_reach.Lost, fact.Session));
        module.On<SessionEnded>(fact => Then(_reach.Lost, fact.Session));
        module.On<ConnectionRegained>(fact => Then(_reach.Back, fact.Session));
        module.On<PresenceChanged>(fact => fact.Session is { IsAvailable: true, Priority: >= 0 } session ? Then(_reach.Back, session) : default);
        module.Every(SweepInterval, _ =>
        {
            outbox.Sweep();
            return default;
        });
    }

    bool IRoomNews.Cares(Account account) => PushTargets.Of(account).All.Count > 0;

    void IRoomNews.Delivered(Session session, Message message, Receipt? gate)
    {
        if (PushRules.UrgencyOf(message) is { } urgency)
        {
            _reach.TellOfRoom(session, message, urgency, gate);
        }
    }

    void IRoomNews.Missed(Account account, Message message, Receipt? gate)
    {
        if (PushRules.UrgencyOf(message) is { } urgency)
        {
            _reach.TellOfMissed(account, message, urgency, gate);
        }
    }

    private static ValueTask Then(Action<Session> action, Session session)
    {
        action(session);
        return default;
    }

    private ValueTask<IqReply> Enable(IqContext context, PushEnable enable)
    {
        if (Encoding.UTF8.GetByteCount(enable.Node ?? "") > MaxNodeBytes)
        {
            return IqReply.Error(StanzaError.NotAcceptable.With("the node's name is too long"));
        }
        if (enable.Options is { } form && XmlElement.Build(form.Write).Utf8.Length > options.MaxOptionsBytes)
        {
            return IqReply.Error(StanzaError.NotAcceptable.With($"the publish options have more than {options.MaxOptionsBytes} bytes"));
        }
        var account = context.Account!;
        var session = context.Session ?? throw new StanzaException(StanzaError.NotAllowed);
        var registration = new PushRegistration(enable.Service, enable.Node, session.Address.Resource, clock.GetUtcNow())
        {
            Client = session.Get(ClientOfSession.UserAgent)?.Id,
            Options = enable.Options,
            WantsUrgency = enable.WantsUrgency,
        };
        var (ticket, removed) = registrations.Put(account, registration);
        outbox.Withdraw(account, registration);
        if (removed is not null)
        {
            outbox.Withdraw(account, removed.Registration);
        }
        return IqReply.Result().After(ticket);
    }

    // §6: one node, or all nodes of the service. What is not there is disabled already.
    private ValueTask<IqReply> Disable(IqContext context, PushDisable disable) =>
        Remove(context.Account!, target => target.Registration.Service.Equals(disable.Service) && (disable.Node is null || target.Registration.Node == disable.Node))
            is { } ticket ? IqReply.Result().After(ticket) : IqReply.Result();

    private CommitTicket? Remove(Account account, Predicate<PushTarget> which)
    {
        var removed = PushTargets.Of(account).All.Where(target => which(target)).ToList();
        foreach (var target in removed)
        {
            outbox.Withdraw(account, target.Registration);
        }
        return registrations.Remove(account, removed);
    }

    // Worth it only while the client can be woken.
    private TimeSpan? Holds(Session session) =>
        PushTargets.Of(session.Account).All.Any(target => target.Registration.Failures == 0 && target.Registration.IsOf(session)) ? options.HoldSessionsFor : null;

    // Blocked contacts do not come as far as this stage; copies and pages of the archive do not come this way at all.
    private ValueTask<Verdict> Notify(StanzaFlow flow)
    {
        var account = flow.Account;
        if (PushTargets.Of(account).All.Count == 0 || flow.Stanza.From is not { } from || from.Bare.Equals(account.Address))
        {
            return new(Verdict.Continue);
        }
        switch (flow.Stanza)
        {
            case Message message:
                Revoke(account, message);
                if (PushRules.UrgencyOf(message) is { } urgency)
                {
                    _reach.Tell(flow, message, urgency);
                }
                break;
            case Presence { Type: PresenceType.Subscribe } when account.Roster.Find(from.Bare) is not ({ Subscription.From: true } or { Subscription.PendingIn: true }):
                _reach.Tell(flow, null, PushUrgency.Low);
                break;
            default:
                break;
        }
        return new(Verdict.Continue);
    }

    // §8: the service itself says that it takes no more.
    private void Revoke(Account account, Message message)
    {
        if (message.Has(PushRevoked.ElementName, PushRevoked.ElementNs) && message.TryGet<PushRevoked>(out var revoked)
            && (revoked.Account.Equals(account.Address) || revoked.Account.Equals(account.Host)))
        {
            Remove(account, target => target.Registration.Service.Equals(message.From) && target.Registration.Node == revoked.Node);
        }
    }
}
