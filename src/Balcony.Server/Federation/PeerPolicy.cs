// What one of our hosts asks of one peer.
using System.Security.Authentication;

namespace Balcony.Server.Federation;

/// <summary>What makes a peer believed.</summary>
public enum PeerTrust
{
    /// <summary>A certificate that holds: a chain to an authority with the peer's name, TLSA records (DANE), POSH, or a pinned key.</summary>
    Verified,

    /// <summary>TLSA records in signed DNS, and nothing else.</summary>
    Dane,

    /// <summary>As verified; a peer whose certificate does not hold may prove itself by dialback (XEP-0220).</summary>
    Dialback,

    /// <summary>Anything: whoever says to be the peer is. For tests and closed networks.</summary>
    None,
}

/// <summary>The oldest TLS that will do.</summary>
public enum MinimumTls
{
    /// <summary>Not even TLS is asked for.</summary>
    None,

    Tls12,

    Tls13,
}

/// <summary>What is done about certificates that were taken back.</summary>
public enum RevocationMode
{
    /// <summary>Nobody is asked.</summary>
    Off,

    /// <summary>A revoked certificate is refused; one that nobody could be asked about is not.</summary>
    SoftFail,

    /// <summary>A certificate that nobody could be asked about is refused, too.</summary>
    HardFail,
}

/// <summary>A key that is believed although nothing vouches for it.</summary>
/// <param name="Sha256">Of the certificate's SubjectPublicKeyInfo, 32 bytes.</param>
/// <param name="Until">When the exception ends; null: never.</param>
public sealed record PinnedKey(ReadOnlyMemory<byte> Sha256, DateTimeOffset? Until)
{
    /// <summary>As it is written in the configuration.</summary>
    public string Text => Convert.ToHexStringLower(Sha256.Span);

    public bool Equals(PinnedKey? other) => other is not null && Until == other.Until && Sha256.Span.SequenceEqual(other.Sha256.Span);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Sha256.Span);
        return hash.ToHashCode();
    }
}

/// <summary>The policy in force for a pair: our host, their domain. Immutable.</summary>
public sealed record PeerPolicy
{
    public PeerTrust Trust { get; init; }

    /// <summary>Whether the pair may speak at all.</summary>
    public bool IsAllowed { get; init; } = true;

    /// <summary>The rule that forbids it, as a sentence for the operator; null when it is allowed.</summary>
    public string? WhyRefused { get; init; }

    public MinimumTls MinimumTls { get; init; } = MinimumTls.Tls12;

    public RevocationMode Revocation { get; init; } = RevocationMode.SoftFail;

    /// <summary>In the order in which they were written.</summary>
    public IReadOnlyList<PinnedKey> Pins { get; init; } = [];

    public bool IsTlsRequired => MinimumTls != MinimumTls.None;

    /// <summary>Whether dialback may do what the certificate did not.</summary>
    public bool AllowsDialback => Trust is PeerTrust.Dialback or PeerTrust.None;

    /// <summary>What a handshake may agree on.</summary>
    public SslProtocols Protocols => MinimumTls == MinimumTls.Tls13 ? SslProtocols.Tls13 : SslProtocols.Tls12 | SslProtocols.Tls13;
}
