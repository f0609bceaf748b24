// An account's contacts as its mailbox holds them.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Accounts;

/// <summary>The contacts of one account, with the sets that presence needs kept ready. Only its mailbox may change it.</summary>
public sealed class Roster
{
    private readonly Dictionary<BareJid, RosterEntry> _entries = [];
    private BareJid[]? _subscribers;
    private BareJid[]? _subscriptions;

    /// <summary>Grows with each change; clients compare it (RFC 6121 §2.6).</summary>
    public long Version { get; internal set; }

    public int Count => _entries.Count;

    /// <summary>Every contact, requests that wait included; a copy.</summary>
    public IReadOnlyList<RosterEntry> All => [.. _entries.Values];

    public IEnumerable<RosterEntry> Listed => _entries.Values.Where(e => e.IsListed);

    /// <summary>The entries whose request waits for an answer.</summary>
    public IEnumerable<(BareJid Contact, byte[] Request)> Requests =>
        _entries.Count == 0 ? [] : _entries.Values.Where(e => e.Request is not null).Select(e => (e.Contact, e.Request!)).ToArray();

    /// <summary>Who receives the owner's presence.</summary>
    internal BareJid[] Subscribers => _subscribers ??= [.. _entries.Values.Where(e => e.Subscription.From).Select(e => e.Contact)];

    /// <summary>Whose presence the owner receives.</summary>
    internal BareJid[] Subscriptions => _subscriptions ??= [.. _entries.Values.Where(e => e.Subscription.To).Select(e => e.Contact)];

    public RosterEntry? Find(BareJid contact) => _entries.GetValueOrDefault(contact);

    internal void Put(RosterEntry entry)
    {
        if (entry.IsEmpty)
        {
            _entries.Remove(entry.Contact);
        }
        else
        {
            _entries[entry.Contact] = entry;
        }
        _subscribers = null;
        _subscriptions = null;
    }
}
