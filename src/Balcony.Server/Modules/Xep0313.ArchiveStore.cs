// Acts on an account's archive: for the retention, and for commands.
using System.Text.Json;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Modules;

/// <summary>How long one account's messages are archived, where that differs from its host's retention.</summary>
/// <param name="KeepFor">Zero: for ever; null: as for the host.</param>
/// <param name="MaxMessages">Zero: all; null: as for the host.</param>
public sealed record AccountRetention(TimeSpan? KeepFor, int? MaxMessages);

/// <summary>Any thread may call.</summary>
public sealed class ArchiveStore(IStorage storage)
{
    // Removing a message costs as much as keeping several: a step must not hold up the commits of others for long.
    private const int MessagesInStep = 500;

    private readonly IValueStore<AccountRetention> _retentions = storage.OpenValue("archive-retention", AccountRetentionCodec.Instance);

    // The core's (ADR 006): up to here, devices have taken everything.
    private readonly IValueStore<long> _marks = storage.OpenValue("inbox-marks", NumberCodec.Instance);

    public ValueTask<AccountRetention?> RetentionAsync(BareJid account, CancellationToken cancel) => _retentions.GetAsync(account, cancel);

    /// <summary>Null: as for the host.</summary>
    public Task SetRetentionAsync(BareJid account, AccountRetention? retention) => storage.Commit(
        retention is null ? new UnitOfWork().Remove(_retentions, account) : new UnitOfWork().Set(_retentions, account, retention)).AsTask();

    /// <summary>How many messages the archive has, and from when the first and the last are.</summary>
    public async Task<(int Count, DateTimeOffset? First, DateTimeOffset? Last)> ShowAsync(BareJid account, CancellationToken cancel)
    {
        var one = new LedgerQuery { IsArchived = true, Limit = 1 };
        int count = await storage.Ledger.CountAsync(account, one, cancel: cancel).ConfigureAwait(false);
        var first = await storage.Ledger.PageAsync(account, one, cancel).ConfigureAwait(false);
        var last = await storage.Ledger.PageAsync(account, one with { IsBackwards = true }, cancel).ConfigureAwait(false);
        return (count, first.Count > 0 ? first[0].Time : null, last.Count > 0 ? last[0].Time : null);
    }

    /// <summary>Removes what is not to stay, oldest first, step by step.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="retention">What stays.</param>
    /// <param name="isDelivered">Only what a device has taken; else also what waits for one.</param>
    /// <param name="cancel">Ends it between steps.</param>
    /// <returns>How many went.</returns>
    public async Task<long> TrimAsync(BareJid account, Retention retention, bool isDelivered, CancellationToken cancel)
    {
        long upTo = isDelivered ? await _marks.GetAsync(account, cancel).ConfigureAwait(false) : long.MaxValue;
        for (long removed = 0; ;)
        {
            int surplus = await SurplusAsync(account, retention, upTo, cancel).ConfigureAwait(false);
            if (surplus == 0)
            {
                return removed;
            }
            await storage.Commit(new UnitOfWork().TrimLedger(account, retention, upTo, MessagesInStep)).AsTask().ConfigureAwait(false);
            removed += Math.Min(surplus, MessagesInStep);
        }
    }

    // Read first: most accounts have nothing to remove, and readers are many while the writer is one.
    private async Task<int> SurplusAsync(BareJid account, Retention retention, long upTo, CancellationToken cancel)
    {
        long before = upTo == long.MaxValue ? upTo : upTo + 1;
        int old = retention.From is { } from
            ? await storage.Ledger.CountAsync(account, new LedgerQuery { To = from, Before = before }, MessagesInStep, cancel).ConfigureAwait(false) : 0;
        if (old > 0 || retention.Keep is not { } keep)
        {
            return old;
        }
        int count = await storage.Ledger.CountAsync(account, LedgerQuery.All, (int)Math.Min((long)keep + MessagesInStep, int.MaxValue), cancel).ConfigureAwait(false);
        return count <= keep ? 0
            : await storage.Ledger.CountAsync(account, new LedgerQuery { Before = before }, count - keep, cancel).ConfigureAwait(false);
    }
}

/// <summary>Absent members are null.</summary>
internal sealed class AccountRetentionCodec : JsonStoreCodec<AccountRetention>
{
    public static AccountRetentionCodec Instance { get; } = new();

    protected override void Write(Utf8JsonWriter json, AccountRetention value)
    {
        if (value.KeepFor is { } keepFor)
        {
            json.WriteNumber("seconds", (long)keepFor.TotalSeconds);
        }
        if (value.MaxMessages is { } most)
        {
            json.WriteNumber("messages", most);
        }
    }

    protected override AccountRetention Read(JsonElement json, byte writtenAs) => new(
        json.TryGetProperty("seconds", out var seconds) ? TimeSpan.FromSeconds(seconds.GetInt64()) : null,
        json.TryGetProperty("messages", out var most) ? most.GetInt32() : null);
}
