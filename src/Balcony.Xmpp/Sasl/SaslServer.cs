// The server's side of one SASL exchange, as a state machine without I/O.
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Balcony.Xmpp.Addressing;

namespace Balcony.Xmpp.Sasl;

/// <summary>
/// One exchange of one mechanism. The caller feeds it what the client sent and does what the steps say. One caller at a time;
/// nothing of it is used again after a success or a failure.
/// </summary>
/// <remarks>
/// <code>
///   auth without data ─ Begin ─┐                          ┌─ Provide(keys) ─┐
///   auth with data ──── Step ──┴─► Challenge ─► Step ─► NeedCredentials ────┴─► Challenge ... ─► Success | Failure
/// </code>
/// For an account that does not exist the caller provides <see cref="FakeScramKeys"/>; whether a real one may log in (disabled,
/// too many sessions) it decides after the success, when the client has proved to own it.
/// </remarks>
public abstract class SaslServer
{
    private readonly SaslContext _context;
    private bool _isOver;
    private bool _isWaiting;

    private protected SaslServer(string mechanism, SaslContext context)
    {
        Mechanism = mechanism;
        _context = context;
    }

    public string Mechanism { get; }

    /// <summary>Whom the client says it is, from <see cref="SaslStepKind.NeedCredentials"/> on; proved at the success. Null for ANONYMOUS.</summary>
    public BareJid? Account { get; private protected set; }

    /// <summary>The hash that <see cref="Provide"/>'s keys must have; null when any will do (PLAIN).</summary>
    public virtual ScramHash? Hash => null;

    private protected SaslContext Context => _context;

    /// <summary>Starts an exchange.</summary>
    /// <returns>Null when the mechanism is not in the offer: answer with <see cref="SaslCondition.InvalidMechanism"/>.</returns>
    public static SaslServer? Create(string mechanism, SaslContext context)
    {
        if (!context.Offer.Mechanisms.Contains(mechanism)) return null;
        return mechanism switch
        {
            SaslMechanism.Plain => new PlainServer(context),
            SaslMechanism.External => new ExternalServer(context),
            SaslMechanism.Anonymous => new AnonymousServer(context),
            _ => SaslMechanism.HashOf(mechanism) is { } hash ? new ScramServer(mechanism, hash, context) : null,
        };
    }

    /// <summary>The client sent no initial response: where the mechanism wants one, it is asked for (RFC 4422 §3).</summary>
    public virtual SaslStep Begin() => SaslStep.Challenge(default);

    /// <summary>The client's next message, decoded. The memory is not kept.</summary>
    public SaslStep Step(ReadOnlySpan<byte> message)
    {
        if (_isOver || _isWaiting) throw new InvalidOperationException("the exchange is over, or waits for credentials");
        return Note(Read(message));
    }

    /// <summary>The keys of <see cref="Account"/>. With PLAIN this computes PBKDF2: milliseconds of CPU.</summary>
    public SaslStep Provide(ScramKeys keys)
    {
        CheckWaiting();
        return Note(Continue(keys));
    }

    private protected abstract SaslStep Read(ReadOnlySpan<byte> message);

    private protected virtual SaslStep Continue(ScramKeys keys) => throw new NotSupportedException();

    /// <summary>Takes whom the client says it is, and for whom it wants to act.</summary>
    /// <returns>Null when both are acceptable.</returns>
    private protected SaslStep? Identify(string authcid, string? authzid)
    {
        // RFC 6120 §6.3.7: the simple user name is the localpart. A name that is no localpart has no account, and anyone can tell.
        if (!TryLocalpart(authcid, out var account)) return SaslStep.NotAuthorized;
        Account = account;
        // §6.3.8: nobody acts for another account. The client knows both names, so saying so at once tells it nothing.
        if (authzid is not null && (!BareJid.TryParse(authzid, out BareJid? other) || other != account))
            return SaslStep.Failure(SaslCondition.InvalidAuthzid);
        return null;
    }

    private bool TryLocalpart(string name, [NotNullWhen(true)] out BareJid? account)
    {
        account = null;
        return name.Length > 0 && !name.AsSpan().ContainsAny('@', '/')
            && BareJid.TryParse($"{name}@{_context.Host.Domain}", out account);
    }

    /// <summary>UTF-8 without NUL: what every text of these mechanisms must be.</summary>
    private protected static bool TryText(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (utf8.Contains((byte)0) || !System.Text.Unicode.Utf8.IsValid(utf8)) return false;
        text = Encoding.UTF8.GetString(utf8);
        return true;
    }

    /// <summary>Goes on with credentials that are no SCRAM keys.</summary>
    private protected SaslStep Resume(SaslStep step)
    {
        CheckWaiting();
        return Note(step);
    }

    private void CheckWaiting()
    {
        if (!_isWaiting) throw new InvalidOperationException("the exchange asked for no credentials");
    }

    private SaslStep Note(SaslStep step)
    {
        _isWaiting = step.Kind == SaslStepKind.NeedCredentials;
        _isOver = step.Kind is SaslStepKind.Success or SaslStepKind.Failure;
        return step;
    }
}
