// The rules of logging in, whichever dialect carries the exchange: SASL of RFC 6120 §6, or XEP-0388.
using Balcony.Server.Accounts;
using Balcony.Server.Metering;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Streams;

namespace Balcony.Server.Streams;

/// <summary>A login by token.</summary>
/// <param name="UserAgent">Whose token it is; its id is there.</param>
/// <param name="Fast">What the client says of it.</param>
/// <param name="Wanted">The mechanism of a token that it asks for; null: it does not.</param>
internal sealed record TokenLogin(UserAgent UserAgent, Fast Fast, string? Wanted);

/// <summary>
/// The logins that one stream tries, one after the other: what may be tried, whose password is asked for, who is let in, and what is counted. It writes
/// nothing: the caller says each step in its dialect, and asks <see cref="CheckAttempts"/> after a failure.
/// </summary>
internal sealed class LoginExchange(StreamServices services, string remoteAddress, string? addressKey)
{
    // COMPAT(slixmpp, before 1.8.5): under TLS 1.3 it tries each -PLUS mechanism with tls-unique, then each SCRAM without binding as if none were
    // offered (RFC 5802 §6: refused), and PLAIN last. No password was judged by then.
    private const int MaxRefusedMechanisms = 10;

    private SaslServer? _sasl;
    private LoginKeys? _login;
    private TokenLogin? _token;
    private bool _isExhausted;
    private int _failed;
    private int _refused;

    /// <summary>A mechanism has begun and has neither succeeded nor failed.</summary>
    public bool IsUnderWay => _sasl is not null;

    /// <summary>After a success: who it is; null for ANONYMOUS.</summary>
    public BareJid? Account { get; private set; }

    /// <summary>After a success: the keys that the password was proved against; null where no password was.</summary>
    public LoginKeys? Proved { get; private set; }

    /// <summary>After a success by a token: another that the client is to use from now on; null: none.</summary>
    public FastToken? NextToken { get; private set; }

    /// <summary>Begins a mechanism.</summary>
    /// <param name="mechanism">What the client named.</param>
    /// <param name="context">The stream's part.</param>
    /// <param name="hasInitial">Whether there is an initial response.</param>
    /// <param name="initial">It, decoded; null when it is not base64.</param>
    public ValueTask<LoginStep> BeginAsync(string mechanism, SaslContext context, bool hasInitial, byte[]? initial)
    {
        return BeginAsync(SaslServer.Create(mechanism, context), hasInitial, initial);
    }

    /// <summary>Begins the proof of a token (XEP-0484 §3.4).</summary>
    /// <inheritdoc cref="BeginAsync(string, SaslContext, bool, byte[])"/>
    public ValueTask<LoginStep> BeginByTokenAsync(string mechanism, SaslContext context, bool hasInitial, byte[]? initial, TokenLogin token)
    {
        _token = token;
        return BeginAsync(HtServer.Create(mechanism, context), hasInitial, initial);
    }

    /// <summary>The client's answer to a challenge; null when it is not base64.</summary>
    public ValueTask<LoginStep> RespondAsync(byte[]? data) =>
        data is null ? new(Fail(SaslCondition.IncorrectEncoding)) : GoOnAsync(_sasl!, _sasl!.Step(data));

    /// <summary>Ends what is under way.</summary>
    /// <param name="isAttempt">False when it says nothing of the client: it gave up, or it is our fault.</param>
    public LoginStep Fail(SaslCondition condition, string? text = null, bool isAttempt = true)
    {
        // A token is longer than anybody can guess: who fails with one shuts nobody else out, and may go on with the password.
        bool isByToken = _token is not null;
        string? account = isByToken ? null : _sasl?.Account?.ToString();
        // Before there were keys to compare with, nothing was learnt about a password.
        bool isGuess = isAttempt && _login is not null;
        StreamsLog.LoginFailed(services.Logger, remoteAddress, _sasl?.Mechanism ?? "", condition.Name);
        Clear();
        if (isAttempt)
        {
            services.Metrics.Authentication(AuthenticationResult.Failed);
        }
        if (isGuess)
        {
            services.FailedLogins.Count(addressKey, account);
        }
        _isExhausted = isGuess && !isByToken ? ++_failed >= services.Limits.MaxLoginAttempts : ++_refused >= MaxRefusedMechanisms;
        return new LoginStep(LoginStepKind.Failure) { Condition = condition, Text = text };
    }

    /// <summary>RFC 6120 §6.4.5: a few tries, then the stream ends. After the failure was written.</summary>
    /// <exception cref="StreamException"><c>policy-violation</c>.</exception>
    public void CheckAttempts()
    {
        if (_isExhausted)
        {
            throw new StreamException(StreamCondition.PolicyViolation, "too many failed logins");
        }
    }

    private ValueTask<LoginStep> BeginAsync(SaslServer? sasl, bool hasInitial, byte[]? initial)
    {
        if (sasl is null)
        {
            return new(Fail(SaslCondition.InvalidMechanism));
        }
        if (services.FailedLogins.IsOverLimit(addressKey, null))
        {
            return new(Throttle());
        }
        _sasl = sasl;
        if (!hasInitial)
        {
            return GoOnAsync(sasl, sasl.Begin());
        }
        return initial is null ? new(Fail(SaslCondition.IncorrectEncoding)) : GoOnAsync(sasl, sasl.Step(initial));
    }

    private async ValueTask<LoginStep> GoOnAsync(SaslServer sasl, SaslStep step)
    {
        if (step.Kind == SaslStepKind.NeedCredentials)
        {
            var account = sasl.Account!;
            if (_token is null && services.FailedLogins.IsOverLimit(addressKey, account.ToString()))
            {
                return Throttle();
            }
            try
            {
                step = await ProvideAsync(sasl, account).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is StorageException)
            {
                // RFC 6120 §6.5.11: nothing is wrong with the client.
                StreamsLog.LoginStoreFault(services.Logger, fault);
                return Fail(SaslCondition.TemporaryAuthFailure, isAttempt: false);
            }
        }
        return step.Kind switch
        {
            SaslStepKind.Challenge => new LoginStep(LoginStepKind.Challenge) { Data = step.Data },
            // RFC 6120 §6.5.2: only to who knows the password.
            SaslStepKind.Success when _login is { MayLogIn: false } login =>
                Fail(login.IsDisabled ? SaslCondition.AccountDisabled : SaslCondition.NotAuthorized),
            SaslStepKind.Success => Succeed(sasl, step.Data),
            _ => Fail(step.Condition, step.Text),
        };
    }

    private async ValueTask<SaslStep> ProvideAsync(SaslServer sasl, BareJid account)
    {
        _login = await services.Accounts.GetKeysAsync(account, sasl.Hash).ConfigureAwait(false);
        if (sasl is HtServer hashed)
        {
            return await JudgeTokenAsync(hashed, account, _token!).ConfigureAwait(false);
        }
        if (sasl.Mechanism == SaslMechanism.Plain)
        {
            // Deriving keys takes milliseconds: not on a thread that other connections wait for.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }
        return sasl.Provide(_login.Keys);
    }

    private async ValueTask<SaslStep> JudgeTokenAsync(HtServer sasl, BareJid account, TokenLogin token)
    {
        var tokens = await services.Clients.TokensAsync(account, token.UserAgent.Id!.Value).ConfigureAwait(false);
        var step = sasl.Provide(tokens);
        if (step.Kind != SaslStepKind.Success || !_login!.MayLogIn)
        {
            return step;
        }
        var use = await services.Clients.UseAsync(account, token.UserAgent, tokens[sasl.Proved], token.Fast, token.Wanted).ConfigureAwait(false);
        NextToken = use.Next;
        return use.Outcome switch
        {
            TokenOutcome.Accepted => step,
            // XEP-0484 §4.2: the client goes on with its password.
            TokenOutcome.Expired => SaslStep.Failure(SaslCondition.CredentialsExpired),
            _ => SaslStep.Failure(SaslCondition.NotAuthorized),
        };
    }

    private LoginStep Succeed(SaslServer sasl, ReadOnlyMemory<byte> data)
    {
        Account = sasl.Account;
        Proved = _token is null ? _login : null;
        services.Metrics.Authentication(AuthenticationResult.Succeeded);
        StreamsLog.LoggedIn(services.Logger, Account?.ToString() ?? "a guest", remoteAddress, sasl.Mechanism);
        Clear();
        return new LoginStep(LoginStepKind.Success) { Data = data };
    }

    private void Clear()
    {
        _sasl = null;
        _login = null;
        _token = null;
    }

    private LoginStep Throttle()
    {
        services.Metrics.Authentication(AuthenticationResult.Throttled);
        return Fail(SaslCondition.TemporaryAuthFailure, "too many failed logins; try again later", isAttempt: false);
    }
}
