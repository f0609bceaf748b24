// Accounts over the store shapes.
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;

namespace Balcony.Server.Accounts;

/// <summary>The accounts of one database. Changes are made one after the other; reads never wait for them.</summary>
public sealed partial class AccountDirectory : IAccounts, IDisposable
{
    private const string Key = "account";
    private const string Leaving = "leaving";
    private const int SecretBytes = 32;

    // RFC 7622 bounds names; nothing bounds passwords, and hashing is paid by the byte.
    private const int MaxPasswordBytes = 1_023;

    private static readonly ScramHash[] Hashes = [ScramHash.Sha1, ScramHash.Sha256, ScramHash.Sha512];
    private static readonly StoreIndex<StoredAccount> ByState = new("state", (_, account) => account.IsLeaving ? [Leaving] : []);

    private readonly IStorage _storage;
    private readonly IMapStore<StoredAccount> _accounts;
    private readonly IMapStore<StoredClient> _clients;
    private readonly PasswordOptions _options;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly SemaphoreSlim _removing = new(1);
    private readonly bool _isOffline;
    private FrozenDictionary<BareJid, HostAccounts> _hosts = FrozenDictionary<BareJid, HostAccounts>.Empty;

    private AccountDirectory(IStorage storage, PasswordOptions options, TimeProvider clock, bool isOffline)
    {
        _storage = storage;
        _options = options;
        _clock = clock;
        _isOffline = isOffline;
        _accounts = storage.OpenMap("accounts", StoredAccountCodec.Instance, ByState);
        _clients = ClientAccess.OpenStore(storage);
    }

    public event Action<BareJid, AccountChange>? Changed;

    /// <summary>
    /// What must happen before an account's data goes: its sessions end, its contacts are unsubscribed. Set once, before the server serves.
    /// </summary>
    public Func<BareJid, CancellationToken, Task>? Departing { get; set; }

    /// <param name="storage">Disposed by the caller, after this.</param>
    /// <param name="hosts">The hosts whose accounts these are.</param>
    /// <param name="options">How passwords are kept.</param>
    /// <param name="clock">Dates new accounts.</param>
    /// <param name="isOffline">No server runs: removals are begun, and completed by the next one, which can tell contacts.</param>
    public static async Task<AccountDirectory> OpenAsync(
        IStorage storage, IReadOnlyCollection<BareJid> hosts, PasswordOptions options, TimeProvider clock, bool isOffline = false)
    {
        var directory = new AccountDirectory(storage, options, clock, isOffline);
        var secrets = storage.OpenValue("account-secret", BytesCodec.Instance);
        var censuses = storage.OpenMap("account-iterations", NumberCodec.Instance);
        var opened = new Dictionary<BareJid, HostAccounts>();
        foreach (var host in hosts)
        {
            var secret = await secrets.GetAsync(host);
            if (secret is null)
            {
                secret = RandomNumberGenerator.GetBytes(SecretBytes);
                await storage.Commit(new UnitOfWork().Set(secrets, host, secret));
            }
            opened.Add(host, new HostAccounts(secret, await IterationCensus.LoadAsync(censuses, host)));
        }
        directory._hosts = opened.ToFrozenDictionary();
        return directory;
    }

    public async ValueTask<bool> ExistsAsync(BareJid account, CancellationToken cancel = default) =>
        IsOurs(account) && await _accounts.GetAsync(account, Key, cancel) is { IsLeaving: false };

    public async ValueTask<LoginKeys> GetKeysAsync(BareJid account, ScramHash? hash, CancellationToken cancel = default)
    {
        if (!_hosts.TryGetValue(account.Host, out var host)) throw new ArgumentException($"{account} is on no host of ours.", nameof(account));
        var stored = IsOurs(account) ? await _accounts.GetAsync(account, Key, cancel) : null;
        var shape = stored is { IsLeaving: false } ? stored.Shape : host.Census.Pick(host.Secret, account, _options.Iterations);
        // PLAIN can be checked against any: this one is the cheapest for a CPU with SHA instructions, and no weaker than what lies beside it.
        var wanted = hash ?? ScramHash.Sha256;
        // Made for everybody, so that the time of the answer does not tell who needed it.
        var fake = FakeScramKeys.Derive(host.Secret, account, wanted, shape.Lacks(wanted) ? _options.Iterations : shape.Iterations);
        // An imported account may have but one hash, which is as good for PLAIN.
        return stored is { IsLeaving: false } && (stored.KeysFor(wanted) ?? (hash is null ? stored.AnyKeys : null)) is { } keys
            ? new LoginKeys(keys, !stored.IsDisabled, stored.IsDisabled)
            : new LoginKeys(fake, MayLogIn: false, IsDisabled: false);
    }

    public int Iterations => _options.Iterations;

    public async ValueTask<IReadOnlyList<ScramHash>> GetHashesAsync(BareJid account, CancellationToken cancel = default)
    {
        // Where all keys are complete nobody has to be looked up.
        if (!_hosts.TryGetValue(account.Host, out var host) || host.Census.IsComplete) return KeyShape.AllHashes;
        var stored = IsOurs(account) ? await _accounts.GetAsync(account, Key, cancel) : null;
        var hashes = (stored is { IsLeaving: false } ? stored.Shape : host.Census.Pick(host.Secret, account, _options.Iterations)).Hashes;
        // Nobody can log in to an account without keys, by any mechanism.
        return hashes.Count == 0 ? KeyShape.AllHashes : hashes;
    }

    public async ValueTask<AccountSummary?> FindAsync(BareJid account, CancellationToken cancel = default) =>
        IsOurs(account) && await _accounts.GetAsync(account, Key, cancel) is { IsLeaving: false } found
            ? new AccountSummary(account, found.Created, found.IsDisabled)
            : null;

    public async IAsyncEnumerable<AccountSummary> ListAsync(
        BareJid host, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        // Ordered by owner and not by host: a scan, which only admins ask for.
        await foreach (var entry in _accounts.ScanAsync(cancel: cancel))
        {
            if (entry.Value.IsLeaving || !entry.Owner.Host.Equals(host)) continue;
            yield return new AccountSummary(entry.Owner, entry.Value.Created, entry.Value.IsDisabled);
        }
    }

    public void Dispose()
    {
        _writing.Dispose();
        _removing.Dispose();
    }

    private bool IsOurs(BareJid account) => !account.IsDomain && _hosts.ContainsKey(account.Host);

    private bool IsPassword(string password) =>
        password.Length >= _options.MinLength && Encoding.UTF8.GetByteCount(password) <= MaxPasswordBytes && SaslPrep.TryPrepare(password, out _);

    private StoredAccount Make(string password) => new(
        _clock.GetUtcNow(), IsDisabled: false, IsLeaving: false, [.. Hashes.Select(hash => ScramKeys.Create(hash, password, _options.Iterations))]);

    private sealed record HostAccounts(byte[] Secret, IterationCensus Census);
}
