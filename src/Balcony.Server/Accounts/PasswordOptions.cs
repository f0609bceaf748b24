// passwords: in the configuration.
using System.ComponentModel.DataAnnotations;

namespace Balcony.Server.Accounts;

/// <summary>How passwords are kept: never as they are, only as SCRAM keys (RFC 5802, RFC 7677).</summary>
public sealed record PasswordOptions
{
    /// <summary>Rounds of PBKDF2 for new passwords (XEP-0438 §4.3). More make a stolen database dearer to guess from, and each login dearer for clients.</summary>
    [Range(10_000, 5_000_000)]
    public int Iterations { get; init; } = 10_000;

    /// <summary>The fewest characters that a new password may have.</summary>
    [Range(1, 128)]
    public int MinLength { get; init; } = 1;
}
