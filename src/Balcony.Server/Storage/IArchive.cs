// The third store shape: owner -> ordered entries.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Storage;

/// <summary>
/// Entries of each owner in the order of their commits, each with an identifier that is unique for the owner. Appending an identifier again replaces
/// the entry and moves it to the end, as publishing an item does. Written through <see cref="UnitOfWork"/>.
/// </summary>
public interface IArchive
{
    string Name { get; }

    ValueTask<ArchiveEntry?> GetAsync(BareJid owner, string id, CancellationToken cancel = default);

    /// <summary>One page in ascending order, whichever way it was asked for.</summary>
    ValueTask<IReadOnlyList<ArchiveEntry>> PageAsync(BareJid owner, ArchiveQuery query, CancellationToken cancel = default);

    /// <summary>How many entries the query selects; its limit and direction do not matter.</summary>
    ValueTask<int> CountAsync(BareJid owner, ArchiveQuery query, CancellationToken cancel = default);
}

/// <param name="Position">Grows with each append in the database; never used twice.</param>
/// <param name="Id">Chosen by the writer, or made from the position.</param>
/// <param name="Time">In microseconds, UTC.</param>
public sealed record ArchiveEntry(long Position, string Id, DateTimeOffset Time, Jid? Peer, ReadOnlyMemory<byte> Value);

/// <summary>Which entries: all bounds must hold.</summary>
public sealed record ArchiveQuery
{
    public static ArchiveQuery All { get; } = new();

    /// <summary>Only entries behind this position.</summary>
    public long? After { get; init; }

    /// <summary>Only entries before this position.</summary>
    public long? Before { get; init; }

    /// <summary>Not older than.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Older than.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Exactly this address.</summary>
    public Jid? Peer { get; init; }

    /// <summary>At most so many entries in a page.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The page ends at the last entry selected instead of beginning at the first.</summary>
    public bool IsBackwards { get; init; }
}

/// <summary>What may stay; everything else is removed.</summary>
/// <param name="From">Entries older than this go.</param>
/// <param name="Keep">At most so many, the newest.</param>
public sealed record Retention(DateTimeOffset? From = null, int? Keep = null);
