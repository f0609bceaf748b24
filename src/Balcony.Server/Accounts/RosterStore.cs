// Where rosters are kept.
using System.Globalization;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Accounts;

/// <summary>The roster of each account: one value per contact, and the version beside it, changed together.</summary>
internal sealed class RosterStore(IStorage storage)
{
    private readonly IMapStore<RosterEntry> _entries = storage.OpenMap("roster", RosterEntryCodec.Instance);
    private readonly IValueStore<string> _versions = storage.OpenValue("roster-version", TextCodec.Instance);

    public static string Format(long version) => version.ToString(CultureInfo.InvariantCulture);

    public async ValueTask<Roster> LoadAsync(BareJid owner)
    {
        var roster = new Roster();
        await foreach (var (_, entry) in _entries.ListAsync(owner).ConfigureAwait(false))
        {
            roster.Put(entry);
        }
        if (await _versions.GetAsync(owner).ConfigureAwait(false) is { } version)
        {
            roster.Version = long.Parse(version, CultureInfo.InvariantCulture);
        }
        return roster;
    }

    public void Save(UnitOfWork unit, BareJid owner, RosterEntry entry, long version)
    {
        if (entry.IsEmpty)
        {
            unit.Remove(_entries, owner, entry.Contact.ToString());
        }
        else
        {
            unit.Set(_entries, owner, entry.Contact.ToString(), entry);
        }
        unit.Set(_versions, owner, Format(version));
    }
}
