// Design decision 3: what the accounts keep of the stanzas that concern them.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Storage;

/// <summary>
/// One ordered journal for the database; a stanza is in it once, however many accounts own it. Identifiers grow in the order of commits and are never
/// used twice; times never go back. Written through <see cref="UnitOfWork"/>.
/// </summary>
public interface ILedger
{
    /// <summary>One page of an owner in ascending order, whichever way it was asked for.</summary>
    ValueTask<IReadOnlyList<LedgerEntry>> PageAsync(BareJid owner, LedgerQuery query, CancellationToken cancel = default);

    /// <summary>How many entries the query selects; its limit and direction do not matter.</summary>
    ValueTask<int> CountAsync(BareJid owner, LedgerQuery query, CancellationToken cancel = default);

    /// <summary>What waits for the owner's next session, oldest first.</summary>
    ValueTask<IReadOnlyList<LedgerEntry>> PendingAsync(BareJid owner, int limit, long after = 0, CancellationToken cancel = default) =>
        PageAsync(owner, new LedgerQuery { After = after, Limit = limit, IsPending = true }, cancel);

    ValueTask<int> CountPendingAsync(BareJid owner, CancellationToken cancel = default) =>
        CountAsync(owner, LedgerQuery.Pending, cancel);

    /// <summary>Null when the owner does not have it (any more).</summary>
    ValueTask<LedgerEntry?> GetAsync(BareJid owner, long id, CancellationToken cancel = default);

    /// <summary>The last XEP-0198 count that was committed for a session; null for an unknown one.</summary>
    ValueTask<uint?> InboundCountAsync(string session, CancellationToken cancel = default);
}

/// <summary>Seen from the owner. Stored: numbers stay.</summary>
public enum LedgerDirection : byte
{
    Inbound = 0,
    Outbound = 1,
}

/// <summary>Stored: numbers stay.</summary>
[Flags]
public enum LedgerFlags : byte
{
    None = 0,

    /// <summary>Not yet delivered to any session of the owner (XEP-0160).</summary>
    Pending = 1,
}

/// <summary>One account's part in a stanza.</summary>
/// <param name="Contact">Who is at the other end.</param>
/// <param name="StanzaId">The owner's XEP-0359 identifier; null when it has none.</param>
public readonly record struct LedgerOwner(
    BareJid Owner, BareJid Contact, LedgerDirection Direction, LedgerFlags Flags = LedgerFlags.None, string? StanzaId = null);

/// <summary>A stanza to be kept, with all who own it.</summary>
/// <param name="stanza">UTF-8; must not change until the ticket completes.</param>
/// <param name="owners">At least one, at most 255, each once; must not change.</param>
public sealed class LedgerRecord(DateTimeOffset time, ReadOnlyMemory<byte> stanza, params LedgerOwner[] owners)
{
    /// <summary>When the server took it; committing moves it forward if an earlier record is later.</summary>
    public DateTimeOffset Time { get; internal set; } = StoreTime.Truncate(time);

    public ReadOnlyMemory<byte> Stanza { get; } = stanza;

    public IReadOnlyList<LedgerOwner> Owners => OwnerArray;

    /// <summary>Known from the moment that the unit is committed (not only when its ticket completes); 0 before.</summary>
    public long Id { get; internal set; }

    internal LedgerOwner[] OwnerArray { get; } = owners;
}

/// <summary>A stanza as one owner has it.</summary>
public sealed record LedgerEntry(long Id, DateTimeOffset Time, ReadOnlyMemory<byte> Stanza, LedgerOwner Owner)
{
    public BareJid Contact => Owner.Contact;

    public bool IsPending => (Owner.Flags & LedgerFlags.Pending) != 0;
}

/// <summary>Which entries: all bounds must hold.</summary>
public sealed record LedgerQuery
{
    public static LedgerQuery All { get; } = new();

    public static LedgerQuery Pending { get; } = new() { IsPending = true };

    /// <summary>Only entries behind this one.</summary>
    public long? After { get; init; }

    /// <summary>Only entries before this one.</summary>
    public long? Before { get; init; }

    /// <summary>Not older than.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Older than.</summary>
    public DateTimeOffset? To { get; init; }

    public BareJid? Contact { get; init; }

    /// <summary>Only what waits to be delivered.</summary>
    public bool IsPending { get; init; }

    /// <summary>At most so many entries in a page.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The page ends at the last entry selected instead of beginning at the first.</summary>
    public bool IsBackwards { get; init; }
}
