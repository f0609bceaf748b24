// The part of the accounts that changes them.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;

namespace Balcony.Server.Accounts;

public sealed partial class AccountDirectory
{
    // What one transaction takes: large enough that its fsync is nothing beside the hashing, small enough to show progress.
    private const int BatchAccounts = 128;

    public async Task<AccountOutcome> CreateAsync(BareJid account, string password, CancellationToken cancel = default) =>
        (await CreateManyAsync([new NewAccount(account, password)], progress: null, cancel))[0];

    public async Task<IReadOnlyList<AccountOutcome>> CreateManyAsync(
        IReadOnlyList<NewAccount> accounts, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var outcomes = new AccountOutcome[accounts.Count];
        for (var start = 0; start < accounts.Count; start += BatchAccounts)
        {
            cancel.ThrowIfCancellationRequested();
            var count = Math.Min(BatchAccounts, accounts.Count - start);
            await CreateBatchAsync(accounts, start, count, outcomes, cancel);
            progress?.Report(start + count);
        }
        return outcomes;
    }

    public async Task<AccountOutcome> SetPasswordAsync(BareJid account, string password, CancellationToken cancel = default)
    {
        if (!IsOurs(account)) return AccountOutcome.NotOurs;
        if (!IsPassword(password)) return AccountOutcome.BadPassword;
        // Not worth hashing for nobody; asked again below, where it holds.
        if (!await ExistsAsync(account, cancel)) return AccountOutcome.NotFound;
        var made = await Task.Run(() => Make(password), cancel);
        return await ChangeAsync(account, stored => stored with { Keys = made.Keys }, AccountChange.PasswordChanged, cancel);
    }

    public Task AddKeysAsync(BareJid account, ScramKeys proved, ScramKeys added, CancellationToken cancel = default) => ChangeAsync(
        account,
        // The password may have been changed since it was proved: then these keys are of the old one.
        stored => stored.KeysFor(added.Hash) is null && stored.KeysFor(proved.Hash) is { } now && now.StoredKey.AsSpan().SequenceEqual(proved.StoredKey)
            ? stored with { Keys = [.. stored.Keys, added] } : stored,
        tell: null, cancel);

    public Task<AccountOutcome> SetDisabledAsync(BareJid account, bool isDisabled, CancellationToken cancel = default) =>
        ChangeAsync(account, stored => stored with { IsDisabled = isDisabled }, isDisabled ? AccountChange.Disabled : null, cancel);

    public async Task<AccountOutcome> DeleteAsync(BareJid account, CancellationToken cancel = default)
    {
        // First it cannot log in any more, durably; then what it owns goes, however often the server stops in between.
        var outcome = await ChangeAsync(account, stored => stored with { IsLeaving = true }, AccountChange.Removed, cancel);
        if (outcome == AccountOutcome.Done && !_isOffline) await CompleteRemovalAsync(account, cancel);
        return outcome;
    }

    /// <summary>Completes the removals that were begun offline, or before a crash. Call it when the server can send.</summary>
    public async Task CompleteRemovalsAsync(CancellationToken cancel)
    {
        var leaving = new List<BareJid>();
        await foreach (var entry in _accounts.FindAsync(ByState, Leaving, cancel)) leaving.Add(entry.Owner);
        foreach (var account in leaving) await CompleteRemovalAsync(account, cancel);
    }

    private async Task CompleteRemovalAsync(BareJid account, CancellationToken cancel)
    {
        if (Departing is { } departing) await departing(account, cancel);
        // One at a time, so that none goes on with an account that has its name anew; nobody else writes one that is leaving.
        await _removing.WaitAsync(cancel);
        try
        {
            // Somebody else may have completed it.
            if (await _accounts.GetAsync(account, Key, cancel) is not { IsLeaving: true }) return;
            // The mark that it is leaving goes last: wherever this ends, it is gone on with.
            await _storage.EraseOwnerAsync(account, cancel);
        }
        finally
        {
            _removing.Release();
        }
    }

    private async Task CreateBatchAsync(
        IReadOnlyList<NewAccount> accounts, int start, int count, AccountOutcome[] outcomes, CancellationToken cancel)
    {
        var wanted = new List<int>(count);
        for (var i = start; i < start + count; i++)
        {
            outcomes[i] = await JudgeAsync(accounts[i], cancel);
            if (outcomes[i] == AccountOutcome.Done) wanted.Add(i);
        }
        if (wanted.Count == 0) return;
        var made = await HashAsync([.. wanted.Select(i => accounts[i].Password)], cancel);
        await _writing.WaitAsync(cancel);
        try
        {
            var unit = new UnitOfWork();
            var added = new Dictionary<BareJid, long>();
            var names = new HashSet<BareJid>();
            foreach (var (index, i) in wanted.Index())
            {
                var account = accounts[i].Address;
                // Asked again: nobody else writes now. Earlier lines of this batch are not in the store yet.
                outcomes[i] = names.Add(account) ? await JudgeAsync(accounts[i], cancel) : AccountOutcome.Exists;
                if (outcomes[i] != AccountOutcome.Done) continue;
                unit.Set(_accounts, account, Key, made[index]);
                added[account.Host] = added.GetValueOrDefault(account.Host) + 1;
            }
            if (!unit.IsEmpty) await CommitAsync(unit, added.ToDictionary(pair => pair.Key, pair => Counts((new KeyShape(_options.Iterations), pair.Value))));
        }
        finally
        {
            _writing.Release();
        }
    }

    private async ValueTask<AccountOutcome> JudgeAsync(NewAccount account, CancellationToken cancel)
    {
        if (!IsOurs(account.Address)) return AccountOutcome.NotOurs;
        if (!IsPassword(account.Password)) return AccountOutcome.BadPassword;
        var stored = await _accounts.GetAsync(account.Address, Key, cancel);
        return stored is null ? AccountOutcome.Done : stored.IsLeaving ? AccountOutcome.Leaving : AccountOutcome.Exists;
    }

    private async Task<StoredAccount[]> HashAsync(IReadOnlyList<string> passwords, CancellationToken cancel)
    {
        if (passwords.Count == 1) return [await Task.Run(() => Make(passwords[0]), cancel)];
        var made = new StoredAccount[passwords.Count];
        // Threads of its own: thousands of hashes in the pool would keep every stream of the server waiting behind them.
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(Environment.ProcessorCount, passwords.Count)).Select(_ => Task.Factory.StartNew(
            () =>
            {
                for (int i; !cancel.IsCancellationRequested && (i = Interlocked.Increment(ref next)) < made.Length;) made[i] = Make(passwords[i]);
            },
            cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        cancel.ThrowIfCancellationRequested();
        return made;
    }

    private async Task<AccountOutcome> ChangeAsync(
        BareJid account, Func<StoredAccount, StoredAccount> change, AccountChange? tell, CancellationToken cancel)
    {
        if (!IsOurs(account)) return AccountOutcome.NotOurs;
        await _writing.WaitAsync(cancel);
        try
        {
            if (await _accounts.GetAsync(account, Key, cancel) is not { IsLeaving: false } before) return AccountOutcome.NotFound;
            var after = change(before);
            var counts = after.IsLeaving ? Counts((before.Shape, -1))
                : after.Shape != before.Shape ? Counts((before.Shape, -1), (after.Shape, 1))
                : [];
            var unit = new UnitOfWork().Set(_accounts, account, Key, after);
            // XEP-0484 §3.6: what clients got for the old password lets nobody in any more.
            if (tell is not null) unit.RemoveAll(_clients, account);
            await CommitAsync(unit, new() { [account.Host] = counts });
        }
        finally
        {
            _writing.Release();
        }
        if (tell is { } why) Changed?.Invoke(account, why);
        return AccountOutcome.Done;
    }

    private async Task CommitAsync(UnitOfWork unit, Dictionary<BareJid, Dictionary<KeyShape, long>> counts)
    {
        foreach (var (host, changes) in counts) _hosts[host].Census.Write(unit, changes);
        await _storage.Commit(unit);
        foreach (var (host, changes) in counts) _hosts[host].Census.Count(changes);
    }

    private static Dictionary<KeyShape, long> Counts(params ReadOnlySpan<(KeyShape Shape, long Change)> changes)
    {
        var counts = new Dictionary<KeyShape, long>();
        // None: an imported account without keys.
        foreach (var (shape, change) in changes)
        {
            if (shape.Iterations > 0) counts[shape] = counts.GetValueOrDefault(shape) + change;
        }
        return counts;
    }
}
