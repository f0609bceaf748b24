// draft-ietf-kitten-sasl-ht-00 on the server: a token is proved in one message.
namespace Balcony.Xmpp.Sasl;

/// <summary>
/// One exchange of a Hashed Token mechanism. After <see cref="SaslStepKind.NeedCredentials"/> the caller provides what it keeps of the client's tokens; whether the
/// one that was proved is still good (expired, revoked, counted before) it decides after the success.
/// </summary>
public sealed class HtServer : SaslServer
{
    private const int MaxNameBytes = 1_023;

    private byte[] _proof = [];

    private HtServer(string mechanism, SaslContext context)
        : base(mechanism, context)
    {
    }

    /// <summary>After a success: which of the tokens it was.</summary>
    public int Proved { get; private set; } = -1;

    /// <summary>Starts an exchange.</summary>
    /// <returns>Null when the mechanism is none of these, or the channel has nothing for it to bind to.</returns>
    public static new HtServer? Create(string mechanism, SaslContext context) =>
        HtMechanism.BindingOf(mechanism) is { } binding && (binding.Length == 0 || context.Bindings.Data(binding) is not null)
            ? new HtServer(mechanism, context) : null;

    /// <summary>The client's tokens, of any mechanism; none when there are none, or no such account.</summary>
    public SaslStep Provide(IReadOnlyList<HtKeys> tokens) => Resume(Judge(tokens));

    // initiator-msg = authcid NUL initiator-hashed-token
    private protected override SaslStep Read(ReadOnlySpan<byte> message)
    {
        var split = message.IndexOf((byte)0);
        if (split is <= 0 or > MaxNameBytes || message.Length - split - 1 != HtMechanism.ProofBytes)
            return SaslStep.Malformed("no user name, or no hashed token");
        if (!TryText(message[..split], out var name)) return SaslStep.Malformed("not UTF-8");
        _proof = message[(split + 1)..].ToArray();
        return Identify(name, null) ?? SaslStep.NeedCredentials;
    }

    private SaslStep Judge(IReadOnlyList<HtKeys> tokens)
    {
        var type = HtMechanism.BindingOf(Mechanism)!;
        var binding = type.Length == 0 ? default : Context.Bindings.Data(type).AsSpan();
        var answer = new byte[HtMechanism.ProofBytes];
        Span<byte> tried = stackalloc byte[HtMechanism.ProofBytes];
        for (var i = 0; i < tokens.Count; i++)
        {
            // XEP-0484 §3.4: a token asked for with channel binding is worth nothing without it.
            if (tokens[i].Mechanism != Mechanism || !tokens[i].Verify(_proof, binding, tried)) continue;
            Proved = i;
            tried.CopyTo(answer);
        }
        return Proved >= 0 ? SaslStep.Success(answer) : SaslStep.NotAuthorized;
    }
}
