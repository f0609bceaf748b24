// What a client authenticates with, and what it will put up with.
using Balcony.Xmpp.Addressing;

namespace Balcony.Xmpp.Sasl;

/// <summary>A client's credentials. Without a password and a certificate only ANONYMOUS is left.</summary>
public sealed record SaslCredentials
{
    /// <summary>The localpart of the account; empty where there is none (EXTERNAL between servers, ANONYMOUS).</summary>
    public string Name { get; init; } = "";

    /// <summary>As the user typed it. Null: none.</summary>
    public string? Password { get; init; }

    /// <summary>The account to act for, where the server must be told; null leaves that to the server.</summary>
    public BareJid? AuthorizationId { get; init; }

    /// <summary>TLS presented a certificate of ours that speaks for the account: EXTERNAL comes first.</summary>
    public bool HasCertificate { get; init; }

    /// <summary>A password may be sent as it is, when the server knows nothing better. Off by default: whoever plays the server would learn it.</summary>
    public bool AllowsPlain { get; init; }

    /// <summary>SCRAM with fewer is refused: they would make the proof easy to guess from (RFC 7677 §4).</summary>
    public int MinIterations { get; init; } = 4_096;

    /// <summary>SCRAM with more is refused: a hostile server would keep us computing.</summary>
    public int MaxIterations { get; init; } = 5_000_000;

    /// <summary>Makes the client's nonce: printable ASCII without comma, never twice the same.</summary>
    public Func<string> Nonce { get; init; } = ScramNonce.Create;

    /// <summary>Never the password.</summary>
    public override string ToString() => Name;
}
