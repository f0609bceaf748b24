// XEP-0227: the stores in which a user's data are, whichever module keeps them.
using Balcony.Server.Accounts;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Portable;

/// <summary>The same stores that the modules open, by their lasting names; a test logs in to what was imported.</summary>
internal sealed class UserStores(IStorage storage)
{
    private readonly IValueStore<long> _marks = storage.OpenValue("inbox-marks", NumberCodec.Instance);

    public IStorage Storage => storage;

    public IMapStore<RosterEntry> Roster { get; } = storage.OpenMap("roster", RosterEntryCodec.Instance);

    public IValueStore<string> RosterVersion { get; } = storage.OpenValue("roster-version", TextCodec.Instance);

    public IValueStore<byte[]> VCard { get; } = storage.OpenValue("vcard", BytesCodec.Instance);

    /// <summary>By namespace, a space and name.</summary>
    public IMapStore<byte[]> PrivateXml { get; } = storage.OpenMap("private-xml", BytesCodec.Instance);

    public IMapStore<string> Blocklist { get; } = storage.OpenMap("blocklist", TextCodec.Instance);

    /// <summary>What the owner's devices took already of the ledger: nothing of it is an offline message any more.</summary>
    public ValueTask<long> DeliveredUpToAsync(BareJid owner, CancellationToken cancel) => _marks.GetAsync(owner, cancel);
}
