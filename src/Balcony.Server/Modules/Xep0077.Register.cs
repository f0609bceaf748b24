// XEP-0077: making an account before login where registration is open; changing the password and leaving after login.
using System.ComponentModel.DataAnnotations;
using Balcony.Server.Accounts;
using Balcony.Server.Sessions;
using Balcony.Server.Streams;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;

namespace Balcony.Server.Modules;

/// <summary>Limits of open registration.</summary>
public sealed record RegisterOptions
{
    /// <summary>Accounts that one address may make within <see cref="Window"/>. Zero: no limit.</summary>
    [Range(0, 1_000_000)]
    public int MaxPerAddress { get; init; } = 5;

    /// <summary>Whether the limit also holds for this machine's own loopback addresses.</summary>
    public bool LimitLoopback { get; init; }

    /// <summary>The time for <see cref="MaxPerAddress"/>.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan Window { get; init; } = TimeSpan.FromHours(1);
}

/// <summary>XEP-0077: in-band registration.</summary>
public sealed class RegisterModule(IAccounts accounts, RegistrationPolicy policy, TimeProvider clock, RegisterOptions options) : IModule
{
    private const string Instructions = "Choose a username and a password for use with this service.";

    private readonly AttemptCounter _made = new(
        new AttemptLimits(Math.Max(1, options.MaxPerAddress), int.MaxValue, options.Window, options.LimitLoopback), clock);

    public static ModuleInfo Info => new("register", new Xep(77, "2.4", "§3.1 only where registration is open"))
    {
        Summary = "In-band registration, change of password and cancellation.",
        Options = typeof(RegisterOptions),
    };

    public void Register(ModuleBuilder module)
    {
        module.OnGet<RegisterQuery>(IqTarget.OwnAccount | IqTarget.Server, (context, _) => Registered(context));
        module.OnSet<Register>(IqTarget.OwnAccount | IqTarget.Server, Change);
        if (policy.IsOpen)
        {
            module.StreamFeature(StreamPhase.Login, (_, writer) => new RegisterFeature().Write(writer));
            module.OnIqBeforeLogin<RegisterQuery>(IqType.Get, (_, _, _) => IqReply.Result(new Registration(Instructions: Instructions)
            {
                Fields = [KeyValuePair.Create("username", ""), KeyValuePair.Create("password", "")],
            }));
            module.OnIqBeforeLogin<Register>(IqType.Set, CreateAsync);
        }
    }

    // §3.1
    private async ValueTask<IqReply> CreateAsync(StreamFeatureContext stream, Iq iq, Register request)
    {
        // Example 5: both are required.
        if (request.Username is not { Length: > 0 } username || request.Password is not { Length: > 0 } password)
        {
            return IqReply.Error(StanzaError.NotAcceptable);
        }
        string? address = _made.KeyOf(stream.Transport.RemoteEndPoint);
        if (options.MaxPerAddress > 0 && _made.IsOverLimit(address, null))
        {
            return IqReply.Error(StanzaError.ResourceConstraint.With("too many accounts were made from your address; try again later"));
        }
        if (username.AsSpan().ContainsAny('@', '/') || !BareJid.TryParse($"{username}@{stream.Host}", out var account) || account.Local is null)
        {
            return IqReply.Error(StanzaError.NotAcceptable.With("the username is not allowed"));
        }
        var outcome = await accounts.CreateAsync(account, password).ConfigureAwait(false);
        if (outcome == AccountOutcome.Done)
        {
            _made.Count(address, null);
        }
        return Reply(outcome);
    }

    private static IqReply Registered(IqContext context) => context.Session is { } session
        ? IqReply.Result(new Registration(IsRegistered: true) { Fields = [KeyValuePair.Create("username", session.Address.Local!), KeyValuePair.Create("password", "")] })
        : IqReply.Error(StanzaError.NotAllowed);

    private ValueTask<IqReply> Change(IqContext context, Register request)
    {
        if (context.Session is not { } session)
        {
            // §3.2, §3.3: only the account itself.
            return IqReply.Error(StanzaError.NotAllowed);
        }
        var account = session.Address.Bare;
        if (request.IsRemoval)
        {
            return IqReply.Later(ChangeAsync(session, () => accounts.DeleteAsync(account, context.Cancel), isRemoval: true));
        }
        // §3.3: a username must be the account's own.
        if (request.Password is not { Length: > 0 } password
            || (request.Username is { } name && (!BareJid.TryParse($"{name}@{account.Domain}", out var named) || !named.Equals(account))))
        {
            return IqReply.Error(StanzaError.BadRequest);
        }
        return IqReply.Later(ChangeAsync(session, () => accounts.SetPasswordAsync(account, password, context.Cancel), isRemoval: false));
    }

    // Outside the account's mailbox, which has a part in its removal. The session that asks lives until it has its answer.
    private static async Task<IqReply> ChangeAsync(Session session, Func<Task<AccountOutcome>> change, bool isRemoval)
    {
        session.OutlivesChange = true;
        try
        {
            var reply = Reply(await change().ConfigureAwait(false));
            // §3.2: a removed account's stream ends, after the result.
            return isRemoval && reply.IsResult ? reply.AndThen(() => session.Shell.Close(StreamCondition.NotAuthorized, "the account was removed")) : reply;
        }
        finally
        {
            session.OutlivesChange = false;
        }
    }

    private static IqReply Reply(AccountOutcome outcome) => outcome switch
    {
        AccountOutcome.Done => IqReply.Result(),
        // §3.1, example 6
        AccountOutcome.Exists or AccountOutcome.Leaving => IqReply.Error(StanzaError.Conflict),
        AccountOutcome.NotFound => IqReply.Error(StanzaError.ItemNotFound),
        _ => IqReply.Error(StanzaError.NotAcceptable),
    };
}
