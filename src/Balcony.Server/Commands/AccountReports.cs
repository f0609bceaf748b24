// What the stores say of an account: for commands that show it.
using Balcony.Server.Accounts;
using Balcony.Server.Modules;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Commands;

/// <summary>Reads what other parts keep. Any thread may call.</summary>
public sealed class AccountReports(IStorage storage)
{
    private readonly RosterStore _rosters = new(storage);
    private readonly IValueStore<LastSeen> _lastSeen = storage.OpenValue("last-activity", LastSeenCodec.Instance);

    /// <summary>The roster's items, as the account's clients see them, by address.</summary>
    public async Task<IReadOnlyList<RosterEntry>> RosterAsync(BareJid account) =>
        [.. (await _rosters.LoadAsync(account)).Listed.OrderBy(entry => entry.Contact.ToString(), StringComparer.Ordinal)];

    /// <summary>When it was last available before now; null when it never was, or nobody kept it (the module last-activity).</summary>
    public async ValueTask<DateTimeOffset?> LastSeenAsync(BareJid account, CancellationToken cancel) => (await _lastSeen.GetAsync(account, cancel))?.At;
}
