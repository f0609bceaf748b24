// RFC 6121 §3.1.5, §3.1.6: a contact's presence follows the subscription that allows it.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Accounts;

/// <summary>Presence of contacts whose subscription is being committed: clients see the news of the subscription first. In the account's mailbox only.</summary>
internal sealed class PresenceBehind
{
    // Of one contact. A commit takes a moment; who has more resources than this shows the last of them.
    private const int MaxPerContact = 100;

    private readonly Dictionary<BareJid, Contact> _contacts = [];

    /// <summary>A change of the contact's subscription is being committed; each needs an <see cref="End"/>.</summary>
    public void Begin(BareJid contact)
    {
        if (!_contacts.TryGetValue(contact, out var held))
        {
            _contacts.Add(contact, held = new Contact());
        }
        held.Changes++;
    }

    /// <summary>The change is committed, or never will be.</summary>
    /// <returns>What was held behind the last change, in its order.</returns>
    public IReadOnlyList<(Presence Presence, Jid To)> End(BareJid contact)
    {
        var held = _contacts[contact];
        if (--held.Changes > 0)
        {
            return [];
        }
        _contacts.Remove(contact);
        return held.Presence;
    }

    /// <summary>False: it need not wait.</summary>
    public bool TryHold(Presence presence, Jid to)
    {
        if (_contacts.Count == 0 || presence.From is not { } from || !_contacts.TryGetValue(from.Bare, out var held))
        {
            return false;
        }
        // Only the latest of a resource matters.
        held.Presence.RemoveAll(earlier => earlier.Presence.From!.Equals(from) && earlier.To.Equals(to));
        if (held.Presence.Count == MaxPerContact)
        {
            held.Presence.RemoveAt(0);
        }
        held.Presence.Add((presence, to));
        return true;
    }

    private sealed class Contact
    {
        public int Changes { get; set; }

        public List<(Presence Presence, Jid To)> Presence { get; } = [];
    }
}
