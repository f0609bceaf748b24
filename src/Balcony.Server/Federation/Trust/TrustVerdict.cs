// Whether a peer is who it says, and how that was found out.
namespace Balcony.Server.Federation.Trust;

/// <summary>What convinced us.</summary>
public enum TrustMethod
{
    /// <summary>Nothing did; trusted nevertheless where the policy is none.</summary>
    None,

    /// <summary>A chain to an authority, and the name.</summary>
    Pkix,

    /// <summary>TLSA records in signed DNS.</summary>
    Dane,

    /// <summary>A file on the domain's web server (RFC 7711).</summary>
    Posh,

    /// <summary>A key that the operator wrote down.</summary>
    Pinned,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="What">chain, name, key, revocation, dane, posh, pin: a word that lasts.</param>
/// <param name="Outcome">What came out, for people.</param>
public sealed record TrustStep(string What, string Outcome);

/// <summary>The answer, with all its reasons. Immutable.</summary>
public sealed record TrustVerdict
{
    public required bool IsTrusted { get; init; }

    public TrustMethod Method { get; init; }

    /// <summary>What stood in the way first; None when it is trusted by a method.</summary>
    public TrustFault Fault { get; init; }

    /// <summary>A sentence for the operator; never for the peer.</summary>
    public required string Explanation { get; init; }

    /// <summary>What would mend it, and on whose side; null when nothing is to be mended.</summary>
    public string? Fix { get; init; }

    /// <summary>What was looked at, in order, for the diary.</summary>
    public IReadOnlyList<TrustStep> Steps { get; init; } = [];

    /// <summary>SHA-256 of the certificate's SubjectPublicKeyInfo in hexadecimal, as a pin is written; null without a certificate.</summary>
    public string? KeyHash { get; init; }
}
