// What is remembered of the clients of accounts (XEP-0494), and the tokens that they log in with (XEP-0484).
using System.ComponentModel.DataAnnotations;

namespace Balcony.Server.Accounts;

/// <summary>What is remembered of clients that say who they are when they log in.</summary>
public sealed record ClientAccessOptions
{
    /// <summary>How long after its last login a client is remembered.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Whether the names of software and device are kept, which let people recognize their clients.</summary>
    public bool KeepNames { get; init; } = true;

    /// <summary>Most clients that are remembered of one account; one more drops the one that has been away for longest, and its tokens.</summary>
    [Range(5, 1_000)]
    public int MaxPerAccount { get; init; } = 50;
}

/// <summary>Tokens of clients.</summary>
public sealed record FastOptions
{
    /// <summary>How long a token is good for. A client that stays away for longer needs its password again.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromDays(21);

    /// <summary>The age from which on a login by a token is answered with a new one.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan RotateAfter { get; init; } = TimeSpan.FromDays(1);
}
