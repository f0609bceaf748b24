// What a connection brings to a SASL exchange on the server.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Tls;

namespace Balcony.Xmpp.Sasl;

/// <summary>One connection's part in an exchange.</summary>
public sealed record SaslContext
{
    /// <summary>The host that the accounts belong to: the stream's <c>to</c>.</summary>
    public required BareJid Host { get; init; }

    /// <summary>Exactly what was sent in this stream's features.</summary>
    public required SaslOffer Offer { get; init; }

    public ChannelBindings Bindings { get; init; } = ChannelBindings.None;

    /// <summary>The TLS version of the connection as TLS numbers it, such as 0x0304 for 1.3 (XEP-0515 §4.1); 0: no TLS, or it is not told.</summary>
    public int TlsVersion { get; init; }

    /// <summary>
    /// Lets in a client that could bind to the channel and says that we could not, though we offered it. RFC 5802 §6 wants it refused, since that is what a
    /// client behind an attacker says who took the -PLUS mechanisms out; some clients say it whenever they know none of the offered types.
    /// </summary>
    public bool AllowsMissedBinding { get; init; }

    /// <summary>For EXTERNAL: the addresses that the peer's certificate, already verified, speaks for (XEP-0178).</summary>
    public IReadOnlyList<BareJid> CertificateAddresses { get; init; } = [];

    /// <summary>Makes the server's part of SCRAM's nonce: printable ASCII without comma, never twice the same.</summary>
    public Func<string> Nonce { get; init; } = ScramNonce.Create;
}
