// The configuration's policies with their patterns read, and how they are merged.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Federation;

/// <summary>What commands set for one host. Immutable.</summary>
internal sealed class HostPolicies(IReadOnlyDictionary<string, StoredPolicy> policies)
{
    public static HostPolicies None { get; } = new(new Dictionary<string, StoredPolicy>());

    public IReadOnlyDictionary<string, StoredPolicy> Policies => policies;

    public PeerRules Rules { get; } = new([.. policies.Select(policy => PeerRule.Of(policy.Key, policy.Value, Origin.Command)).OfType<PeerRule>()]);
}

/// <summary>Where a rule was written: the later ones hold over the earlier where both say as much of a name.</summary>
internal enum Origin
{
    Server,
    Host,
    Command,
}

/// <param name="Pattern">For whom.</param>
/// <param name="Policy">What it says.</param>
/// <param name="Origin">Where it was written.</param>
internal sealed record PeerRule(PeerPattern Pattern, StoredPolicy Policy, Origin Origin)
{
    public string Place => Origin switch { Origin.Command => "set by command", Origin.Host => "hosts:NAME:federation", _ => "federation" };

    public static PeerRule? Of(string pattern, StoredPolicy policy, Origin origin) =>
        PeerPattern.TryParse(pattern, out var parsed) ? new PeerRule(parsed, policy, origin) : null;

    public static IEnumerable<PeerRule> Of(IReadOnlyList<string> allow, IReadOnlyList<string> deny, IReadOnlyDictionary<string, PeerOptions> peers, Origin origin)
    {
        // Deny after allow: of two that say as much the later holds.
        var rules = allow.Select(pattern => Of(pattern, new StoredPolicy { IsAllowed = true }, origin))
            .Concat(deny.Select(pattern => Of(pattern, new StoredPolicy { IsAllowed = false }, origin)))
            .Concat(peers.Select(peer => Of(
                peer.Key,
                new StoredPolicy
                {
                    Trust = peer.Value.Trust,
                    MinimumTls = peer.Value.MinimumTls,
                    Revocation = peer.Value.Revocation,
                    Pins = [.. peer.Value.Pins.Select(pin => pin.ToPin())],
                },
                origin)));
        return rules.OfType<PeerRule>();
    }
}

/// <summary>Rules of one place, found by name: exact ones by hash, patterns one after the other.</summary>
internal sealed class PeerRules
{
    private readonly ILookup<string, PeerRule> _exact;
    private readonly List<PeerRule> _patterns;

    public PeerRules(IReadOnlyList<PeerRule> rules)
    {
        All = rules;
        _exact = rules.Where(rule => !rule.Pattern.IsWildcard).ToLookup(rule => rule.Pattern.Text);
        _patterns = [.. rules.Where(rule => rule.Pattern.IsWildcard)];
    }

    public IReadOnlyList<PeerRule> All { get; }

    /// <param name="name">A-labels in lower case.</param>
    public IEnumerable<PeerRule> For(string name) => _patterns.Where(rule => rule.Pattern.Matches(name)).Concat(_exact[name]);
}

/// <summary>Immutable.</summary>
internal sealed class CompiledSettings
{
    private readonly FederationSettings _settings;
    private readonly FederationOptions _server;
    private readonly PeerRules _serverRules;
    private readonly Dictionary<BareJid, (HostFederationOptions Options, PeerRules Rules)> _hosts;

    public CompiledSettings(FederationSettings settings)
    {
        _settings = settings;
        _server = settings.Server;
        _serverRules = new PeerRules([.. PeerRule.Of(_server.Allow, _server.Deny, _server.Peers, Origin.Server)]);
        _hosts = settings.Hosts.ToDictionary(
            host => host.Key,
            host => (host.Value, new PeerRules([.. PeerRule.Of(host.Value.Allow, host.Value.Deny, host.Value.Peers, Origin.Host)])));
    }

    public int MaxStored => _server.MaxStoredPolicies;

    /// <summary>Every rule of the configuration, and the host that it is for; null: all.</summary>
    public IEnumerable<(BareJid? Host, PeerRule Rule)> Rules =>
        _serverRules.All.Select(rule => ((BareJid?)null, rule)).Concat(_hosts.SelectMany(host => host.Value.Rules.All.Select(rule => ((BareJid?)host.Key, rule))));

    /// <summary>See <see cref="FederationSettings.HostOf"/>.</summary>
    public BareJid HostOf(BareJid domain) => _settings.HostOf(domain);

    /// <param name="host">A host, not a service of one.</param>
    /// <param name="peer">The peer's domain.</param>
    /// <param name="stored">What commands set for the host.</param>
    public PeerPolicy For(BareJid host, string peer, HostPolicies? stored)
    {
        var hasOwn = _hosts.TryGetValue(host, out var own);
        var options = hasOwn ? own.Options : null;
        var policy = new PeerPolicy
        {
            Trust = options?.Trust ?? _server.Trust,
            MinimumTls = options?.MinimumTls ?? _server.MinimumTls,
            Revocation = options?.Revocation ?? _server.Revocation,
        };
        if (!(options?.Enabled ?? _server.Enabled)) return Refused(policy, "Federation is off for this host.");
        if (PeerPattern.NameOf(peer) is not { } name) return Refused(policy, "The peer's name is none that a server can have.");
        var rules = _serverRules.For(name).Concat(hasOwn ? own.Rules.For(name) : []).Concat(stored?.Rules.For(name) ?? []);
        // Stable: of rules that say as much, the one that was written later, and nearer to the host, comes last and holds.
        return Merge(policy, [.. rules.OrderBy(rule => rule.Pattern.Specificity).ThenBy(rule => rule.Origin)], options);
    }

    private PeerPolicy Merge(PeerPolicy policy, List<PeerRule> rules, HostFederationOptions? options)
    {
        PeerRule? decision = null;
        foreach (var rule in rules)
        {
            var said = rule.Policy;
            if (said.IsAllowed is not null) decision = rule;
            policy = policy with
            {
                Trust = said.Trust ?? policy.Trust,
                MinimumTls = said.MinimumTls ?? policy.MinimumTls,
                Revocation = said.Revocation ?? policy.Revocation,
                // All of them: a second pin is there because the first is about to go.
                Pins = said.Pins.Count == 0 ? policy.Pins : [.. policy.Pins, .. said.Pins],
            };
        }
        if (decision is { Policy.IsAllowed: false }) return Refused(policy, $"The peer is denied by '{decision.Pattern}' ({decision.Place}).");
        var isListed = options is { Allow.Count: > 0 } || _server.Allow.Count > 0;
        return decision is null && isListed ? Refused(policy, "Only peers on the allow list may speak with this host, and this one is not on it.") : policy;
    }

    private static PeerPolicy Refused(PeerPolicy policy, string why) => policy with { IsAllowed = false, WhyRefused = why };
}
