// Accounts in a dictionary, for servers that a test makes by the hundred.
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Balcony.Server.Accounts;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;

namespace Balcony.Testing;

/// <summary>Keeps passwords, derives keys when asked; the same answers as the real ones, without their cost.</summary>
public sealed class TestAccounts : IAccounts
{
    // As few rounds as RFC 5802 §5.1 allows: a login in a test costs microseconds.
    private const int Rounds = 4096;

    private static readonly ConcurrentDictionary<(ScramHash, string), ScramKeys> Derived = new();
    private readonly ConcurrentDictionary<BareJid, (string Password, bool IsDisabled)> _accounts = new();

    public event Action<BareJid, AccountChange>? Changed;

    public ValueTask<bool> ExistsAsync(BareJid account, CancellationToken cancel = default) => new(_accounts.ContainsKey(account));

    public ValueTask<LoginKeys> GetKeysAsync(BareJid account, ScramHash? hash, CancellationToken cancel = default)
    {
        var exists = _accounts.TryGetValue(account, out var found);
        var keys = Derived.GetOrAdd((hash ?? ScramHash.Sha256, exists ? found.Password : "nobody knows " + account), static key =>
            ScramKeys.Derive(key.Item1, key.Item2, SHA256.HashData(Encoding.UTF8.GetBytes(key.Item2))[..16], Rounds));
        return new ValueTask<LoginKeys>(new LoginKeys(keys, exists && !found.IsDisabled, exists && found.IsDisabled));
    }

    public Task<AccountOutcome> CreateAsync(BareJid account, string password, CancellationToken cancel = default) => Task.FromResult(
        password.Length == 0 ? AccountOutcome.BadPassword : _accounts.TryAdd(account, (password, false)) ? AccountOutcome.Done : AccountOutcome.Exists);

    public async Task<IReadOnlyList<AccountOutcome>> CreateManyAsync(IReadOnlyList<NewAccount> accounts, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var outcomes = new List<AccountOutcome>();
        foreach (var account in accounts) outcomes.Add(await CreateAsync(account.Address, account.Password, cancel));
        return outcomes;
    }

    public Task<AccountOutcome> SetPasswordAsync(BareJid account, string password, CancellationToken cancel = default) =>
        Change(account, AccountChange.PasswordChanged, () => _accounts[account] = (password, false));

    public Task<AccountOutcome> SetDisabledAsync(BareJid account, bool isDisabled, CancellationToken cancel = default) =>
        Change(account, isDisabled ? AccountChange.Disabled : null, () => _accounts[account] = (_accounts[account].Password, isDisabled));

    public Task<AccountOutcome> DeleteAsync(BareJid account, CancellationToken cancel = default) =>
        Change(account, AccountChange.Removed, () => _accounts.TryRemove(account, out _));

    public async IAsyncEnumerable<AccountSummary> ListAsync(BareJid host, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await Task.CompletedTask;
        foreach (var (address, account) in _accounts.Where(a => a.Key.Host.Equals(host)).OrderBy(a => a.Key.ToString(), StringComparer.Ordinal))
            yield return new AccountSummary(address, DateTimeOffset.UnixEpoch, account.IsDisabled);
    }

    private Task<AccountOutcome> Change(BareJid account, AccountChange? change, Action act)
    {
        if (!_accounts.ContainsKey(account)) return Task.FromResult(AccountOutcome.NotFound);
        act();
        if (change is { } what) Changed?.Invoke(account, what);
        return Task.FromResult(AccountOutcome.Done);
    }
}
