// Where a session goes on in its account's ledger.
namespace Balcony.Server.Accounts;

/// <summary>A session that gets entries late: those that came while no session was there, or that a session which was lost did not take.</summary>
/// <param name="since">What its own lost predecessor had acknowledged (XEP-0198 §5); null: it had none.</param>
/// <param name="joined">The last entry that came before it did; what came later is for it, whoever has it besides.</param>
/// <param name="isBacklog">It gets what the account has for whoever comes first, and not only what it missed itself.</param>
internal sealed class CatchUp(long? since, long joined, bool isBacklog)
{
    private bool _hasBegun;

    public long Joined => joined;

    /// <summary>Where it goes on if it stops on the way; null: it misses nothing of its own.</summary>
    public long? MissedSince => since is null ? null : _hasBegun ? Math.Max(After, since.Value) : since;

    /// <summary>Entries that it was given at once, before it went through the ledger.</summary>
    public List<long>? HadBefore { get; init; }

    /// <summary>Its own predecessor did not have this entry.</summary>
    public bool Misses(long id) => id > since;

    /// <summary>The last entry that was offered.</summary>
    public long After { get; set; }

    public bool IsBacklog { get; set; } = isBacklog;

    /// <summary>The mailbox is at it.</summary>
    public bool IsPumping { get; set; }

    /// <summary>Finds the beginning, once.</summary>
    public void Begin(long offeredUpTo)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            After = !IsBacklog ? since!.Value : Math.Min(since ?? offeredUpTo, offeredUpTo);
        }
    }
}
