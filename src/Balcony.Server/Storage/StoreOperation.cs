// One change, as all stores understand it: bytes by then, whatever the type was.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Storage;

internal enum StoreOperationKind : byte
{
    /// <summary>Store, owner, key, value; details: the terms.</summary>
    Put,

    /// <summary>Store, owner, key.</summary>
    Remove,

    /// <summary>Store, owner.</summary>
    RemoveAll,

    /// <summary>Store, owner; details: <see cref="ArchiveAppend"/>.</summary>
    Append,

    /// <summary>Store, owner, key: the identifier.</summary>
    RemoveArchived,

    /// <summary>Store, owner; details: <see cref="Retention"/>.</summary>
    TrimArchive,

    /// <summary>Details: <see cref="LedgerRecord"/>.</summary>
    LedgerAppend,

    /// <summary>Owner, number.</summary>
    LedgerRemove,

    /// <summary>Owner; details: <see cref="Storage.LedgerTrim"/>.</summary>
    LedgerTrim,

    /// <summary>Owner, key: the session, number, delivered.</summary>
    SetSession,

    /// <summary>Key: the session.</summary>
    EndSession,

    /// <summary>Owner.</summary>
    EraseOwner,

    /// <summary>Details: <see cref="LedgerRecord"/>, with its identifier.</summary>
    LedgerImport,

    /// <summary>Key: the session.</summary>
    TouchSession,

    /// <summary>Owner, number, value: the stanza.</summary>
    LedgerReplace,
}

internal readonly record struct StoreOperation(
    StoreOperationKind Kind, StoreDefinition? Store = null, BareJid? Owner = null, string? Key = null, byte[]? Value = null, long Number = 0,
    long Delivered = 0, object? Details = null)
{
    /// <summary>Of <see cref="Delivered"/>: what was known stays.</summary>
    public const long AsBefore = -1;
}

internal sealed class ArchiveAppend(string? id, DateTimeOffset time, Jid? peer, ReadOnlyMemory<byte> value)
{
    public string? Id { get; set; } = id;

    public DateTimeOffset Time { get; } = StoreTime.Truncate(time);

    public Jid? Peer { get; } = peer;

    public ReadOnlyMemory<byte> Value { get; } = value;

    public long Position { get; set; }
}

internal sealed record LedgerTrim(Retention Retention, long UpTo, int Limit);

internal readonly record struct IndexTerm(StoreDefinition Index, string Term);
