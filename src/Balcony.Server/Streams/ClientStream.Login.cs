// SASL on a client stream (RFC 6120 §6).
using System.Collections.Concurrent;
using Balcony.Server.Accounts;
using Balcony.Server.Hosting;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Tls;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Streams;

internal sealed partial class ClientStream
{
    private const string SaslNs = SaslCondition.Ns;
    private const int MaxCachedOffers = 64;

    // COMPAT(slixmpp, up to 1.8): under TLS 1.3 it tries each -PLUS mechanism with tls-unique, then each SCRAM without binding as if none were
    // offered (RFC 5802 §6: refused), and PLAIN last. No password was judged by then.
    private const int MaxRefusedMechanisms = 10;

    // Streams that can be bound in the same ways share an offer, and with it the hash over it (XEP-0474).
    private static readonly ConcurrentDictionary<(IReadOnlyList<string> Types, bool Plain, bool Anonymous), SaslOffer> Offers = new();

    private BareJid? _account;
    private SaslServer? _sasl;
    private LoginKeys? _login;
    private int _failedLogins;
    private int _refusedMechanisms;

    private void WriteMechanisms(XmlWriter writer) => Offer().Write(writer);

    private SaslOffer Offer()
    {
        var bindings = Bindings();
        var key = (bindings.Types, Plain: _transport.Tls is not null && _services.Login.AllowPlain, Anonymous: _services.Login.AllowAnonymous);
        if (Offers.TryGetValue(key, out var offer))
        {
            return offer;
        }
        var mechanisms = new List<string>(SaslMechanism.Scram);
        // RFC 6120 §13.8.3, RFC 4616 §4: a password in the clear only where the channel is not.
        if (key.Plain)
        {
            mechanisms.Add(SaslMechanism.Plain);
        }
        if (key.Anonymous)
        {
            mechanisms.Add(SaslMechanism.Anonymous);
        }
        offer = SaslOffer.For(mechanisms, bindings);
        if (Offers.Count < MaxCachedOffers)
        {
            Offers.TryAdd(key, offer);
        }
        return offer;
    }

    private ChannelBindings Bindings() => _transport.Tls?.ChannelBindings ?? ChannelBindings.None;

    private ValueTask LogInAsync(XmlElement element)
    {
        switch (element.Name)
        {
            case "auth" when _sasl is null:
                return BeginLoginAsync(element);
            case "response" when _sasl is { } exchange:
                return SaslBase64.TryDecode(element.Text, out byte[]? data)
                    ? GoOnAsync(exchange, exchange.Step(data))
                    : FailAsync(SaslCondition.IncorrectEncoding, null);
            case "abort" when _sasl is not null:
                return FailAsync(SaslCondition.Aborted, null, isAttempt: false);
            default:
                // §6.4: out of turn.
                return FailAsync(SaslCondition.MalformedRequest, null);
        }
    }

    private ValueTask BeginLoginAsync(XmlElement auth)
    {
        string mechanism = auth.Attribute("mechanism") ?? "";
        var context = new SaslContext { Host = _host!, Offer = Offer(), Bindings = Bindings(), AllowsMissedBinding = _services.Login.AllowMissedChannelBinding };
        if (SaslServer.Create(mechanism, context) is not { } exchange)
        {
            return FailAsync(SaslCondition.InvalidMechanism, null);
        }
        if (_services.Attempts.IsThrottled(AddressKey(), null))
        {
            _services.Metrics.Authentication(AuthenticationResult.Throttled);
            return FailAsync(SaslCondition.TemporaryAuthFailure, "too many failed logins; try again later", isAttempt: false);
        }
        _sasl = exchange;
        if (auth.Text.Length == 0)
        {
            return GoOnAsync(exchange, exchange.Begin());
        }
        return SaslBase64.TryDecode(auth.Text, out byte[]? initial)
            ? GoOnAsync(exchange, exchange.Step(initial))
            : FailAsync(SaslCondition.IncorrectEncoding, null);
    }

    private async ValueTask GoOnAsync(SaslServer exchange, SaslStep step)
    {
        if (step.Kind == SaslStepKind.NeedCredentials)
        {
            var account = exchange.Account!;
            if (_services.Attempts.IsThrottled(AddressKey(), account.ToString()))
            {
                _services.Metrics.Authentication(AuthenticationResult.Throttled);
                await FailAsync(SaslCondition.TemporaryAuthFailure, "too many failed logins; try again later", isAttempt: false).ConfigureAwait(false);
                return;
            }
            try
            {
                _login = await _services.Accounts.GetKeysAsync(account, exchange.Hash).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is StorageException)
            {
                // §6.5.11: nothing is wrong with the client.
                StreamsLog.LoginStoreFault(_services.Logger, fault);
                await FailAsync(SaslCondition.TemporaryAuthFailure, null, isAttempt: false).ConfigureAwait(false);
                return;
            }
            if (exchange.Mechanism == SaslMechanism.Plain)
            {
                // Deriving keys takes milliseconds: not on a thread that other connections wait for.
                await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            }
            step = exchange.Provide(_login.Keys);
        }
        switch (step.Kind)
        {
            case SaslStepKind.Challenge:
                string challenge = Convert.ToBase64String(step.Data.Span);
                WriteControl(writer => writer.TextElement("challenge", SaslNs, challenge));
                break;
            case SaslStepKind.Success when _login is { MayLogIn: false } login:
                // §6.5.2: only to who knows the password.
                await FailAsync(login.IsDisabled ? SaslCondition.AccountDisabled : SaslCondition.NotAuthorized, null).ConfigureAwait(false);
                break;
            case SaslStepKind.Success:
                Succeed(exchange, step.Data);
                break;
            default:
                await FailAsync(step.Condition, step.Text).ConfigureAwait(false);
                break;
        }
    }

    private void Succeed(SaslServer exchange, ReadOnlyMemory<byte> data)
    {
        _account = exchange.Account ?? _services.Guests.Add(_host!);
        _services.Metrics.Authentication(AuthenticationResult.Succeeded);
        StreamsLog.LoggedIn(_services.Logger, _account.ToString(), RemoteAddress, exchange.Mechanism);
        string additional = data.IsEmpty ? "" : Convert.ToBase64String(data.Span);
        WriteControl(writer => writer.TextElement("success", SaslNs, additional));
        _sasl = null;
        _login = null;
        _phase = Phase.Binding;
        // §6.4.6: the stream starts again, and the client may say more from now on.
        _reader.Limits = _services.Limits.AfterLogin;
        Restart();
    }

    private ValueTask FailAsync(SaslCondition condition, string? text, bool isAttempt = true)
    {
        string? account = _sasl?.Account?.ToString();
        // Before there were keys to compare with, nothing was learnt about a password.
        bool isGuess = isAttempt && _login is not null;
        StreamsLog.LoginFailed(_services.Logger, RemoteAddress, _sasl?.Mechanism ?? "", condition.Name);
        _sasl = null;
        _login = null;
        WriteControl(writer =>
        {
            writer.Start("failure", SaslNs).Start(condition.Name).End();
            if (text is not null)
            {
                writer.Start("text").Lang("en").Text(text).End();
            }
            writer.End();
        });
        if (isAttempt)
        {
            _services.Metrics.Authentication(AuthenticationResult.Failed);
        }
        if (isGuess)
        {
            _services.Attempts.Failed(AddressKey(), account);
        }
        // §6.4.5: a few tries, then the stream ends.
        if (isGuess ? ++_failedLogins >= _services.Limits.MaxLoginAttempts : ++_refusedMechanisms >= MaxRefusedMechanisms)
        {
            throw new StreamException(StreamCondition.PolicyViolation, "too many failed logins");
        }
        return default;
    }

    private string? AddressKey() => _services.Attempts.KeyOf(_transport.RemoteEndPoint);
}
