// The client's side of one SASL exchange, as a state machine without I/O.
using Balcony.Xmpp.Tls;

namespace Balcony.Xmpp.Sasl;

/// <summary>One exchange of one mechanism. A <see cref="SaslException"/> from any method means: abort, and do not trust the server.</summary>
public abstract class SaslClient
{
    private protected SaslClient(string mechanism) => Mechanism = mechanism;

    public string Mechanism { get; }

    /// <summary>Chooses the strongest mechanism that the server offers and the credentials serve.</summary>
    /// <exception cref="SaslException">There is none, or the offer looks tampered with (XEP-0440 §3).</exception>
    public static SaslClient Choose(SaslOffer offer, SaslCredentials credentials, ChannelBindings bindings)
    {
        if (credentials.HasCertificate && offer.Mechanisms.Contains(SaslMechanism.External)) return new ExternalClient(credentials);
        if (credentials.Password is not null)
        {
            if (ScramChoice.Choose(offer, bindings) is { } choice) return new ScramClient(choice, offer, credentials);
            if (credentials.AllowsPlain && offer.Mechanisms.Contains(SaslMechanism.Plain)) return new PlainClient(credentials);
        }
        else if (!credentials.HasCertificate && offer.Mechanisms.Contains(SaslMechanism.Anonymous))
        {
            return new AnonymousClient();
        }
        throw new SaslException($"no acceptable mechanism among: {string.Join(", ", offer.Mechanisms)}");
    }

    /// <summary>What goes with <c>auth</c>; may be empty.</summary>
    public abstract ReadOnlyMemory<byte> Begin();

    /// <summary>The answer to a challenge; may be empty. With SCRAM the first one computes PBKDF2: milliseconds of CPU.</summary>
    public abstract ReadOnlyMemory<byte> Respond(ReadOnlySpan<byte> challenge);

    /// <summary>The server says that we are in. Only when this returns is that so.</summary>
    /// <param name="data">What came with the success; empty when nothing did.</param>
    public abstract void Finish(ReadOnlySpan<byte> data);
}
