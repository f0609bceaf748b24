// XEP-0012: how long the server is up, and how long an account has been away.
using Balcony.Server.Accounts;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>XEP-0012: uptime of the server (§5), absence of accounts (§4).</summary>
public sealed class LastActivityModule(IStorage storage, TimeProvider clock) : IModule
{
    private readonly DateTimeOffset _started = clock.GetUtcNow();
    private readonly IValueStore<LastSeen> _lastSeen = storage.OpenValue("last-activity", LastSeenCodec.Instance);

    public static ModuleInfo Info => new("last-activity", new Xep(12, "2.0")) { Summary = "Uptime, and when an account was last seen." };

    public void Register(ModuleBuilder module)
    {
        module.OnGet<LastActivityQuery>(IqTarget.Server, (_, _) => IqReply.Result(new LastActivity(clock.GetUtcNow() - _started)));
        module.OnGet<LastActivityQuery>(IqTarget.OwnAccount | IqTarget.Account, AnswerAsync);
        module.On<PresenceChanged>(fact => fact.Presence.Type == PresenceType.Unavailable ? Keep(fact.Session.Account, Status(fact.Presence)) : default);
        // A session that had said unavailable has left its status already.
        module.On<SessionEnded>(fact => fact.WasAvailable ? Keep(fact.Session.Account, null) : default);
    }

    private async ValueTask<IqReply> AnswerAsync(IqContext context, LastActivityQuery query)
    {
        var account = context.Account!;
        // §4 and §8: only to who sees the account's presence.
        if (context.Target == IqTarget.Account && account.Roster.Find(context.From.Bare) is not { Subscription.From: true })
        {
            return IqReply.Error(StanzaError.Forbidden);
        }
        if (account.Sessions.Any(session => session.IsAvailable))
        {
            return IqReply.Result(new LastActivity(TimeSpan.Zero));
        }
        return await _lastSeen.GetAsync(account.Address).ConfigureAwait(false) is { } seen
            ? IqReply.Result(new LastActivity(clock.GetUtcNow() - seen.At, seen.Status))
            : IqReply.Error(StanzaError.ItemNotFound);
    }

    // Not acknowledged to anybody, so nothing waits for this commit.
    private ValueTask Keep(Account account, string? status)
    {
        if (!account.Sessions.Any(session => session.IsAvailable))
        {
            _ = storage.Commit(new UnitOfWork().Set(_lastSeen, account.Address, new LastSeen(clock.GetUtcNow(), status)));
        }
        return default;
    }

    private static string? Status(Presence presence) =>
        presence.Element.Child("status", presence.Element.ContentNs)?.Text is { Length: > 0 and <= 1_024 } status ? status : null;
}

/// <summary>When an account was last available, and what it said when it left.</summary>
public sealed record LastSeen(DateTimeOffset At, string? Status);
