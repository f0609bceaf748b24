// The rules of logging in, whichever dialect carries the exchange: SASL of RFC 6120 §6, or XEP-0388.
using Balcony.Server.Accounts;
using Balcony.Server.Hosting;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Streams;

namespace Balcony.Server.Streams;

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
    private bool _isExhausted;
    private int _failed;
    private int _refused;

    /// <summary>A mechanism has begun and has neither succeeded nor failed.</summary>
    public bool IsUnderWay => _sasl is not null;

    /// <summary>After a success: who it is; null for ANONYMOUS.</summary>
    public BareJid? Account { get; private set; }

    /// <summary>After a success: the keys of the password that was proved; null where there was none.</summary>
    public ScramKeys? Proved { get; private set; }

    /// <summary>Begins a mechanism.</summary>
    /// <param name="mechanism">What the client named.</param>
    /// <param name="context">The stream's part.</param>
    /// <param name="hasInitial">Whether there is an initial response.</param>
    /// <param name="initial">It, decoded; null when it is not base64.</param>
    public ValueTask<LoginStep> BeginAsync(string mechanism, SaslContext context, bool hasInitial, byte[]? initial)
    {
        if (SaslServer.Create(mechanism, context) is not { } sasl)
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

    /// <summary>The client's answer to a challenge; null when it is not base64.</summary>
    public ValueTask<LoginStep> RespondAsync(byte[]? data) =>
        data is null ? new(Fail(SaslCondition.IncorrectEncoding)) : GoOnAsync(_sasl!, _sasl!.Step(data));

    /// <summary>Ends what is under way.</summary>
    /// <param name="isAttempt">False when it says nothing of the client: it gave up, or it is our fault.</param>
    public LoginStep Fail(SaslCondition condition, string? text = null, bool isAttempt = true)
    {
        string? account = _sasl?.Account?.ToString();
        // Before there were keys to compare with, nothing was learnt about a password.
        bool isGuess = isAttempt && _login is not null;
        StreamsLog.LoginFailed(services.Logger, remoteAddress, _sasl?.Mechanism ?? "", condition.Name);
        _sasl = null;
        _login = null;
        if (isAttempt)
        {
            services.Metrics.Authentication(AuthenticationResult.Failed);
        }
        if (isGuess)
        {
            services.FailedLogins.Count(addressKey, account);
        }
        _isExhausted = isGuess ? ++_failed >= services.Limits.MaxLoginAttempts : ++_refused >= MaxRefusedMechanisms;
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

    private async ValueTask<LoginStep> GoOnAsync(SaslServer sasl, SaslStep step)
    {
        if (step.Kind == SaslStepKind.NeedCredentials)
        {
            var account = sasl.Account!;
            if (services.FailedLogins.IsOverLimit(addressKey, account.ToString()))
            {
                return Throttle();
            }
            try
            {
                _login = await services.Accounts.GetKeysAsync(account, sasl.Hash).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is StorageException)
            {
                // RFC 6120 §6.5.11: nothing is wrong with the client.
                StreamsLog.LoginStoreFault(services.Logger, fault);
                return Fail(SaslCondition.TemporaryAuthFailure, isAttempt: false);
            }
            if (sasl.Mechanism == SaslMechanism.Plain)
            {
                // Deriving keys takes milliseconds: not on a thread that other connections wait for.
                await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            }
            step = sasl.Provide(_login.Keys);
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

    private LoginStep Succeed(SaslServer sasl, ReadOnlyMemory<byte> data)
    {
        Account = sasl.Account;
        Proved = _login?.Keys;
        services.Metrics.Authentication(AuthenticationResult.Succeeded);
        StreamsLog.LoggedIn(services.Logger, Account?.ToString() ?? "a guest", remoteAddress, sasl.Mechanism);
        _sasl = null;
        _login = null;
        return new LoginStep(LoginStepKind.Success) { Data = data };
    }

    private LoginStep Throttle()
    {
        services.Metrics.Authentication(AuthenticationResult.Throttled);
        return Fail(SaslCondition.TemporaryAuthFailure, "too many failed logins; try again later", isAttempt: false);
    }
}
