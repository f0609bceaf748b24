// One contact of an account, as it is stored.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Accounts;

/// <summary>A contact: an item of the roster, or only a request that waits for an answer.</summary>
/// <param name="Contact">Whose.</param>
/// <param name="Subscription">The state of both directions.</param>
public sealed record RosterEntry(BareJid Contact, Subscription Subscription)
{
    /// <summary>The name that the owner gave; null when none.</summary>
    public string? Name { get; init; }

    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Whether clients see it in the roster: a request that only came in does not make an item (RFC 6121 §3.1.3).</summary>
    public bool IsListed { get; init; }

    /// <summary>The request that waits for an answer, as it came, to be delivered whenever a session becomes available; null when none does.</summary>
    public byte[]? Request { get; init; }

    /// <summary>Nothing is left that had to be kept.</summary>
    public bool IsEmpty => !IsListed && Subscription == default;
}
