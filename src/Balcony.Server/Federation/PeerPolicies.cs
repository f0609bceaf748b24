// The policy for a peer: the configuration's for the server, over it the host's, over that what commands said; in each the pattern that says most holds.
using System.Collections.Concurrent;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Federation;

/// <summary>One policy that a command set.</summary>
public sealed record PolicyEntry(BareJid Host, string Pattern, StoredPolicy Policy);

/// <summary>A pin as somebody wrote it.</summary>
/// <param name="Host">For whom; null: all hosts.</param>
/// <param name="Pattern">For which peers.</param>
/// <param name="Pin">The key.</param>
/// <param name="IsByCommand">Whether a command said so, and not the configuration.</param>
public sealed record PinEntry(BareJid? Host, string Pattern, PinnedKey Pin, bool IsByCommand);

/// <summary>What came of setting one.</summary>
public enum PolicyChange
{
    Done,

    /// <summary>The pattern is neither a domain nor one like *.example.org.</summary>
    BadPattern,

    /// <summary>There are as many as there may be.</summary>
    Full,
}

/// <summary>Any thread may call. Changes are in force when they are kept.</summary>
public sealed class PeerPolicies : IPeerPolicies, IDisposable
{
    private const string StoreName = "federation-policies";

    private readonly IStorage _storage;
    private readonly IMapStore<StoredPolicy> _store;
    private readonly SemaphoreSlim _changing = new(1);
    private readonly ConcurrentDictionary<BareJid, HostPolicies> _stored = new();
    private volatile CompiledSettings _settings;
    private volatile bool _isLoaded;

    public PeerPolicies(FederationSettings settings, IStorage storage)
    {
        _settings = new CompiledSettings(settings);
        _storage = storage;
        _store = storage.OpenMap(StoreName, StoredPolicyCodec.Instance);
    }

    /// <summary>Raised with the host and the pattern when a policy was set or removed; with nulls after a reload.</summary>
    public event Action<BareJid?, string?>? Changed;

    /// <summary>Puts a reload in force.</summary>
    public void Configure(FederationSettings settings)
    {
        _settings = new CompiledSettings(settings);
        Changed?.Invoke(null, null);
    }

    /// <summary>Reads what commands set before. Until then every peer is refused: one of them may have been denied.</summary>
    /// <exception cref="StorageException">The store cannot be read; the next call tries again.</exception>
    public async Task LoadAsync(CancellationToken cancel = default)
    {
        if (_isLoaded) return;
        await _changing.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var hosts = new Dictionary<BareJid, Dictionary<string, StoredPolicy>>();
            await foreach (var entry in _store.ScanAsync(cancel: cancel).ConfigureAwait(false))
            {
                if (!hosts.TryGetValue(entry.Owner, out var policies)) hosts[entry.Owner] = policies = [];
                policies[entry.Key] = entry.Value;
            }
            foreach (var (host, policies) in hosts) _stored[host] = new HostPolicies(policies);
            _isLoaded = true;
        }
        finally
        {
            _changing.Release();
        }
    }

    public PeerPolicy For(BareJid host, string peer)
    {
        if (!_isLoaded) return new PeerPolicy { IsAllowed = false, WhyRefused = "The stored policies are not read yet." };
        var settings = _settings;
        var owner = settings.HostOf(host);
        return settings.For(owner, peer, _stored.GetValueOrDefault(owner));
    }

    /// <summary>The host whose policies hold for a domain of ours, such as that of its rooms.</summary>
    internal BareJid HostOf(BareJid domain) => _settings.HostOf(domain);

    /// <summary>What commands set, for all hosts or one, in the order of host and pattern.</summary>
    public IReadOnlyList<PolicyEntry> List(BareJid? host = null) =>
    [
        .. _stored.Where(entry => host is null || entry.Key.Equals(host))
            .SelectMany(entry => entry.Value.Policies.Select(policy => new PolicyEntry(entry.Key, policy.Key, policy.Value)))
            .OrderBy(entry => entry.Host.ToString(), StringComparer.Ordinal).ThenBy(entry => entry.Pattern, StringComparer.Ordinal),
    ];

    /// <summary>Every pin, of the configuration and by command.</summary>
    public IReadOnlyList<PinEntry> Pins =>
    [
        .. _settings.Rules.SelectMany(entry => entry.Rule.Policy.Pins.Select(pin => new PinEntry(entry.Host, entry.Rule.Pattern.Text, pin, IsByCommand: false))),
        .. List().SelectMany(entry => entry.Policy.Pins.Select(pin => new PinEntry(entry.Host, entry.Pattern, pin, IsByCommand: true))),
    ];

    /// <summary>Changes what is set for a pattern; a policy that says nothing any more is removed.</summary>
    /// <param name="host">One of ours.</param>
    /// <param name="pattern">A domain, *.domain or *.</param>
    /// <param name="change">From what was set, or an empty policy.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <exception cref="StorageException">Nothing was changed.</exception>
    public async Task<PolicyChange> SetAsync(BareJid host, string pattern, Func<StoredPolicy, StoredPolicy> change, CancellationToken cancel = default)
    {
        if (!PeerPattern.TryParse(pattern, out var parsed)) return PolicyChange.BadPattern;
        await LoadAsync(cancel).ConfigureAwait(false);
        await _changing.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var before = _stored.GetValueOrDefault(host) ?? HostPolicies.None;
            var policy = change(before.Policies.GetValueOrDefault(parsed.Text) ?? new StoredPolicy());
            if (!policy.IsEmpty && !before.Policies.ContainsKey(parsed.Text) && before.Policies.Count >= _settings.MaxStored) return PolicyChange.Full;
            var after = new Dictionary<string, StoredPolicy>(before.Policies);
            var unit = new UnitOfWork();
            if (policy.IsEmpty)
            {
                after.Remove(parsed.Text);
                unit.Remove(_store, host, parsed.Text);
            }
            else
            {
                after[parsed.Text] = policy;
                unit.Set(_store, host, parsed.Text, policy);
            }
            await _storage.Commit(unit);
            _stored[host] = new HostPolicies(after);
        }
        finally
        {
            _changing.Release();
        }
        Changed?.Invoke(host, parsed.Text);
        return PolicyChange.Done;
    }

    /// <returns>False when nothing was set for the pattern.</returns>
    /// <exception cref="StorageException">Nothing was changed.</exception>
    public async Task<bool> RemoveAsync(BareJid host, string pattern, CancellationToken cancel = default)
    {
        var wasThere = false;
        await SetAsync(
            host, pattern,
            before =>
            {
                wasThere = !before.IsEmpty;
                return new StoredPolicy();
            },
            cancel).ConfigureAwait(false);
        return wasThere;
    }

    public void Dispose() => _changing.Dispose();
}
