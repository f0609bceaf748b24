// What somebody who should know says about one certificate.
namespace Balcony.Server.Federation.Trust.Revocation;

internal enum RevocationStatus
{
    Good,
    Revoked,

    /// <summary>Nobody who should know said anything that can be believed.</summary>
    Unknown,
}

/// <param name="Status">The answer.</param>
/// <param name="Detail">By whom and when, or why nothing is known; without a full stop.</param>
/// <param name="Until">How long it holds.</param>
internal sealed record RevocationFinding(RevocationStatus Status, string Detail, DateTimeOffset Until)
{
    /// <summary>The certificate names nobody who could be asked.</summary>
    public bool HasNoSource { get; init; }

    // Clocks of authorities and ours differ by this much, and nobody is the worse for it.
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public static RevocationFinding Unknown(string why) => new(RevocationStatus.Unknown, why, DateTimeOffset.MinValue);
}
