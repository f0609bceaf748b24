// XEP-0133 §4.24 to §4.28: gives the message of the day to each account once, and the welcome message to new ones. The commands are in the registry.
using Balcony.Server.Accounts;
using Balcony.Server.Commands;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>Remembers for each account what it has got: nothing, for as long as its host says nothing.</summary>
public sealed class GreetingsModule(StandingMessages messages, IStorage storage, IAccounts accounts, SessionDirectory sessions) : IModule
{
    private const string OfTheDay = "motd";
    private const string Welcome = "welcome";

    // Loaded with the first greeting: most accounts never get one.
    private static readonly AccountKey<Given> Known = new("greetings");
    private readonly IMapStore<long> _given = storage.OpenMap("greetings", NumberCodec.Instance);

    // XEP-0133 is listed where its commands are.
    public static ModuleInfo Info => new("greetings") { Summary = "The message of the day, and the welcome message of new accounts (XEP-0133)." };

    public void Register(ModuleBuilder module)
    {
        // RFC 6121 §8.5.2.1.1: a negative priority wants no messages that were not for this very resource.
        module.On<PresenceChanged>(fact => fact is { Presence.Type: PresenceType.Available, Session.Priority: >= 0, PriorityBefore: null or < 0 }
            ? GreetAsync(fact.Session.Account) : default);
        messages.Published += host =>
        {
            foreach (var account in sessions.All.Select(session => session.Account).Where(account => account.Host.Equals(host)).Distinct())
            {
                account.Run(GreetAsync);
            }
        };
    }

    // In the account's mailbox, so two sessions that come at a time get one greeting.
    private async ValueTask GreetAsync(Account account)
    {
        var standing = await messages.OfAsync(account.Host).ConfigureAwait(false);
        if (standing == HostMessages.None || !account.Sessions.Any(Listens))
        {
            return;
        }
        if (account.Get(Known) is not { } given)
        {
            account.Set(Known, given = new Given
            {
                OfTheDay = await _given.GetAsync(account.Address, OfTheDay).ConfigureAwait(false),
                Welcome = await _given.GetAsync(account.Address, Welcome).ConfigureAwait(false),
            });
        }
        if (standing.Welcome is { } welcome && given.Welcome < welcome.Issue && await IsNewAsync(account, welcome).ConfigureAwait(false))
        {
            given.Welcome = welcome.Issue;
            Give(account, Welcome, welcome, MessageType.Normal);
        }
        if (standing.OfTheDay is { } ofTheDay && given.OfTheDay < ofTheDay.Issue)
        {
            given.OfTheDay = ofTheDay.Issue;
            Give(account, OfTheDay, ofTheDay, MessageType.Headline);
        }
    }

    private async ValueTask<bool> IsNewAsync(Account account, StandingMessage welcome) =>
        await accounts.FindAsync(account.Address).ConfigureAwait(false) is { } found && found.Created >= welcome.Since;

    private static bool Listens(Session session) => session is { IsAvailable: true, Priority: >= 0 };

    // Nothing waits for the commit: after a crash in between, a greeting comes twice and not never.
    private void Give(Account account, string key, StandingMessage message, MessageType type)
    {
        foreach (var session in account.Sessions.Where(Listens))
        {
            IPayload[] payloads = message.Subject is { } subject ? [new Subject(subject), new Body(message.Text)] : [new Body(message.Text)];
            session.Deliver(new Message(type, session.Address, account.Host, null, payloads));
        }
        _ = storage.Commit(new UnitOfWork().Set(_given, account.Address, key, message.Issue));
    }

    private sealed class Given
    {
        public long OfTheDay { get; set; }

        public long Welcome { get; set; }
    }
}
