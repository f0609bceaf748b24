// Design decision 3: what the accounts keep of the stanzas that concern them.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Storage;

/// <summary>
/// One ordered journal for the database; a stanza is in it once, however many accounts own it. Identifiers grow in the order of commits and are never
/// used twice; times never go back. Written through <see cref="UnitOfWork"/>.
/// </summary>
public interface ILedger
{
    /// <summary>One page of an owner in ascending order, whichever way it was asked for.</summary>
    ValueTask<IReadOnlyList<LedgerEntry>> PageAsync(BareJid owner, LedgerQuery query, CancellationToken cancel = default);

    /// <summary>A page of what the owner's archive has, and what a client that pages through it has to know (XEP-0313 §4.3).</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="query">Which entries; archived ones only, whatever it says.</param>
    /// <param name="known">Entries that the archive has to have: the ones that the client says it knows.</param>
    /// <param name="cancel">Gives the read up.</param>
    ValueTask<LedgerPage> ArchiveAsync(BareJid owner, LedgerQuery query, IReadOnlyList<long> known, CancellationToken cancel = default);

    /// <summary>How many entries the query selects; its limit and direction do not matter.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="query">Which entries.</param>
    /// <param name="max">Counting ends here: each entry costs something.</param>
    /// <param name="cancel">Gives the read up.</param>
    ValueTask<int> CountAsync(BareJid owner, LedgerQuery query, int max = int.MaxValue, CancellationToken cancel = default);

    /// <summary>What a device of the owner has to get (XEP-0160), oldest first.</summary>
    /// <param name="after">What the owner's devices took already, up to here.</param>
    ValueTask<IReadOnlyList<LedgerEntry>> OfflineAsync(BareJid owner, int limit, long after = 0, CancellationToken cancel = default) =>
        PageAsync(owner, new LedgerQuery { After = after, Limit = limit, IsOffline = true }, cancel);

    ValueTask<int> CountOfflineAsync(BareJid owner, long after = 0, CancellationToken cancel = default) =>
        CountAsync(owner, new LedgerQuery { After = after, IsOffline = true }, cancel: cancel);

    /// <summary>Null when the owner does not have it (any more).</summary>
    ValueTask<LedgerEntry?> GetAsync(BareJid owner, long id, CancellationToken cancel = default);

    /// <summary>Those of these entries that the owner has, ascending, each once.</summary>
    ValueTask<IReadOnlyList<LedgerEntry>> GetAsync(BareJid owner, IReadOnlyCollection<long> ids, CancellationToken cancel = default);

    /// <summary>The last that was committed for a session that can be resumed (XEP-0198); null for an unknown one.</summary>
    ValueTask<StoredSession?> SessionAsync(string session, CancellationToken cancel = default);

    /// <summary>Sessions of which nothing was written since, by the store's clock; in no order.</summary>
    ValueTask<IReadOnlyList<string>> OldSessionsAsync(DateTimeOffset since, int limit, CancellationToken cancel = default);
}

/// <summary>A page of an archive.</summary>
/// <param name="Entries">Ascending.</param>
/// <param name="IsComplete">The query selects nothing more behind it, or before it when the query goes backwards.</param>
/// <param name="HasKnown">False when an entry that the archive has to have is missing; then there are no entries.</param>
public sealed record LedgerPage(IReadOnlyList<LedgerEntry> Entries, bool IsComplete, bool HasKnown)
{
    internal static LedgerPage Missing { get; } = new([], IsComplete: true, HasKnown: false);

    /// <summary>From a page that was asked for with room for one more.</summary>
    internal static LedgerPage Of(IReadOnlyList<LedgerEntry> oneMore, LedgerQuery query) => oneMore.Count <= query.Limit
        ? new(oneMore, IsComplete: true, HasKnown: true)
        : new([.. query.IsBackwards ? oneMore.Skip(1) : oneMore.Take(query.Limit)], IsComplete: false, HasKnown: true);
}

/// <summary>How far a session came.</summary>
/// <param name="Inbound">Stanzas of its client that are handled.</param>
/// <param name="Delivered">The highest ledger identifier that its client acknowledged; 0 for none.</param>
public sealed record StoredSession(BareJid Owner, uint Inbound, long Delivered);

/// <summary>Seen from the owner. Stored: numbers stay.</summary>
public enum LedgerDirection : byte
{
    Inbound = 0,
    Outbound = 1,
}

/// <summary>How an owner keeps a stanza. Stored: numbers stay; 4 is taken by the direction in the table of entries.</summary>
[Flags]
public enum LedgerFlags : byte
{
    /// <summary>Archived, and delivered as offline when no device took it.</summary>
    None = 0,

    /// <summary>Not in the archive: removed when a device took it.</summary>
    UntilDelivered = 1,

    /// <summary>Archived, and never delivered as offline.</summary>
    ArchiveOnly = 2,
}

/// <summary>One account's part in a stanza.</summary>
/// <param name="Contact">Who is at the other end.</param>
public readonly record struct LedgerOwner(BareJid Owner, BareJid Contact, LedgerDirection Direction, LedgerFlags Flags = LedgerFlags.None)
{
    /// <summary>A device of the owner has to get it.</summary>
    public bool IsOffline => Direction == LedgerDirection.Inbound && (Flags & LedgerFlags.ArchiveOnly) == 0;

    /// <summary>The owner's archive has it.</summary>
    public bool IsArchived => (Flags & LedgerFlags.UntilDelivered) == 0;
}

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

    /// <summary>The identifier, for one of the owners; 0 for others.</summary>
    internal long IdFor(BareJid owner)
    {
        foreach (ref readonly var one in OwnerArray.AsSpan())
        {
            if (one.Owner.Equals(owner))
            {
                return Id;
            }
        }
        return 0;
    }
}

/// <summary>A stanza as one owner has it.</summary>
public sealed record LedgerEntry(long Id, DateTimeOffset Time, ReadOnlyMemory<byte> Stanza, LedgerOwner Owner)
{
    public BareJid Contact => Owner.Contact;

    internal Stanza Read() => Xmpp.Stanzas.Stanza.Read(XmlElement.Parse(Stanza.Span));
}

/// <summary>Which entries: all bounds must hold.</summary>
public sealed record LedgerQuery
{
    public static LedgerQuery All { get; } = new();

    /// <summary>Only entries behind this one.</summary>
    public long? After { get; init; }

    /// <summary>Only entries before this one.</summary>
    public long? Before { get; init; }

    /// <summary>Not older than.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Older than.</summary>
    public DateTimeOffset? To { get; init; }

    public BareJid? Contact { get; init; }

    /// <summary>Only what came from, or went to, exactly this address. Each entry of its account is looked at.</summary>
    public FullJid? Peer { get; init; }

    /// <summary>Only what this real address said in the room that owns it (XEP-0313 §4.1.1). Each entry is looked at.</summary>
    public Jid? Speaker { get; init; }

    /// <summary>Only messages with these words in their bodies.</summary>
    public TextQuery? Text { get; init; }

    /// <summary>Only what a device of the owner has to get: inbound, and not <see cref="LedgerFlags.ArchiveOnly"/>.</summary>
    public bool IsOffline { get; init; }

    /// <summary>Only what is in the archive: not <see cref="LedgerFlags.UntilDelivered"/>.</summary>
    public bool IsArchived { get; init; }

    /// <summary>At most so many entries in a page.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The page ends at the last entry selected instead of beginning at the first.</summary>
    public bool IsBackwards { get; init; }

    /// <summary>What the entries alone cannot answer.</summary>
    internal bool NeedsStanza => Peer is not null || Speaker is not null || Text is not null;

    /// <summary>The one that is narrower: a peer is one of its account's.</summary>
    internal BareJid? ContactOrPeer => Contact ?? Peer?.Bare;

    internal bool Selects(in LedgerOwner owner) => (ContactOrPeer is not { } contact || contact.Equals(owner.Contact))
        && (!IsOffline || owner.IsOffline) && (!IsArchived || owner.IsArchived);

    /// <summary>All of it, for an entry that was found another way.</summary>
    internal bool SelectsEntry(LedgerEntry entry) => !(entry.Id <= After) && !(entry.Id >= Before) && !(entry.Time < From) && !(entry.Time >= To)
        && Selects(entry.Owner) && SelectsStanza(entry.Owner, entry.Stanza.Span);

    internal bool SelectsStanza(in LedgerOwner owner, ReadOnlySpan<byte> stanza) =>
        (Peer is null || HasPeer(owner, stanza)) && (Speaker is null || HasSpeaker(stanza)) && (Text is null || Text.Matches(stanza));

    private bool HasSpeaker(ReadOnlySpan<byte> stanza) =>
        XmlElement.Parse(stanza).Child(MucUser.ElementName, MucUser.Ns)?.Child("item", MucUser.Ns)?.Attribute("jid") is { } said
        && Jid.TryParse(said, out var speaker) && (Speaker!.Resource is null ? speaker.Bare : speaker).Equals(Speaker);

    // What one sent to oneself has the peer at either end (XEP-0313 §4.1.1).
    private bool HasPeer(in LedgerOwner owner, ReadOnlySpan<byte> stanza)
    {
        var element = XmlElement.Parse(stanza);
        var isToOneself = owner.Owner.Equals(owner.Contact);
        return ((isToOneself || owner.Direction == LedgerDirection.Inbound) && Peer!.Equals(Stanza.ReadAddress(element, "from"u8)))
            || ((isToOneself || owner.Direction == LedgerDirection.Outbound) && Peer!.Equals(Stanza.ReadAddress(element, "to"u8)));
    }
}
