// XEP-0313 §3.2: the oldest messages of an archive go when they are too old or too many.
using Balcony.Server.Accounts;
using Balcony.Server.Routing;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Modules;

/// <summary>Goes through all accounts, a little at a time: each step is one small commit among the others', and the next waits for it.</summary>
internal sealed class ArchiveTrimming(IStorage storage, IAccounts accounts, IRouter router, TimeProvider clock, MamOptions options)
{
    private readonly ArchiveStore _archives = new(storage);

    public async ValueTask TrimAllAsync(CancellationToken cancel)
    {
        foreach (var host in router.Hosts)
        {
            ArchiveRetention retention = options.Hosts.GetValueOrDefault(host.Domain, options);
            await foreach (var account in accounts.ListAsync(host, cancel).ConfigureAwait(false))
            {
                await TrimAsync(account.Address, retention, cancel).ConfigureAwait(false);
            }
        }
    }

    private async Task TrimAsync(BareJid account, ArchiveRetention retention, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var own = await _archives.RetentionAsync(account, cancel).ConfigureAwait(false);
        var keepFor = own?.KeepFor ?? retention.KeepFor;
        int most = own?.MaxMessages ?? retention.MaxPerAccount;
        if (keepFor > TimeSpan.Zero)
        {
            await _archives.TrimAsync(account, new Retention(From: now - keepFor), isDelivered: true, cancel).ConfigureAwait(false);
            var undelivered = keepFor > options.KeepUndeliveredFor ? keepFor : options.KeepUndeliveredFor;
            await _archives.TrimAsync(account, new Retention(From: now - undelivered), isDelivered: false, cancel).ConfigureAwait(false);
        }
        if (most > 0)
        {
            await _archives.TrimAsync(account, new Retention(Keep: most), isDelivered: true, cancel).ConfigureAwait(false);
        }
    }
}
