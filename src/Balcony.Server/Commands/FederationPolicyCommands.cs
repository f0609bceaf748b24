// Commands about which peers hosts speak with, and what they ask of them.
using System.Globalization;
using Balcony.Server.Federation;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Commands;

internal static class FederationPolicyCommands
{
    private static readonly TextArgument Peer = new("peer", "The peer's domain, *.example.org for all below a domain, or * for all") { IsPositional = true, IsRequired = true };
    private static readonly HostArgument Host = new("host", "Only for this host; for all hosts of the server unless said");
    private static readonly TextArgument Note = new("note", "Why, for those who read the list");
    private static readonly ChoiceArgument Trust = new(
        "trust", "What makes the peer believed: a certificate that holds, signed TLSA records only, also dialback, or nothing", "verified", "dane", "dialback", "none")
    {
        IsPositional = true,
        IsRequired = true,
    };

    private static readonly ChoiceArgument Tls = new("tls", "The oldest TLS that a stream may have", "none", "tls12", "tls13");
    private static readonly ChoiceArgument Revocation = new("revocation", "Whether authorities are asked if the certificate was taken back", "off", "soft-fail", "hard-fail");
    private static readonly TextArgument Key = new("sha256", "SHA-256 of the peer's key in hexadecimal, as the log prints it when it refuses the peer") { IsPositional = true, IsRequired = true };
    private static readonly TextArgument Until = new("until", "The day on which the exception ends, like 2027-01-01");
    private static readonly HostArgument OfHost = new("host", "Only of this host") { IsPositional = true };
    private static readonly TextArgument PeerToShow = new("peer", "The peer's domain") { IsPositional = true, IsRequired = true };

    public static IReadOnlyList<Command> All { get; } =
    [
        new("federation policies", "List what commands have set for peers", ListAsync) { Arguments = [OfHost], Place = CommandPlace.ServerOrStores },
        new("federation policy", "Show what is in force for one peer, configuration and commands together", ShowAsync)
        {
            Arguments = [PeerToShow, Host],
            Place = CommandPlace.ServerOrStores,
        },
        new("federation allow", "Let hosts speak with a peer, whatever a wider rule says", context => DecideAsync(context, isAllowed: true))
        {
            Arguments = [Peer, Host, Note],
            Place = CommandPlace.ServerOrStores,
        },
        new("federation deny", "Keep hosts from speaking with a peer", context => DecideAsync(context, isAllowed: false))
        {
            Arguments = [Peer, Host, Note],
            Place = CommandPlace.ServerOrStores,
        },
        new("federation trust", "Set what makes a peer believed", TrustAsync) { Arguments = [Peer, Trust, Tls, Revocation, Host, Note], Place = CommandPlace.ServerOrStores },
        new("federation pin", "Believe one key of a peer although its certificate does not hold", PinAsync) { Arguments = [Peer, Key, Until, Host, Note], Place = CommandPlace.ServerOrStores },
        new("federation unpin", "Take back what federation pin said of one key", UnpinAsync) { Arguments = [Peer, Key, Host], Place = CommandPlace.ServerOrStores },
        new("federation forget", "Take back all that commands have set for a peer", ForgetAsync) { Arguments = [Peer, Host], Place = CommandPlace.ServerOrStores },
    ];

    private static async ValueTask<CommandResult> ListAsync(CommandContext context)
    {
        var policies = await PoliciesAsync(context);
        var only = context.Get(OfHost);
        var rows = policies.List(only)
            .Where(entry => only is not null || context.Caller.Administers(entry.Host))
            .Select(entry => (IReadOnlyList<string>)
            [
                entry.Host.ToString(), entry.Pattern, entry.Policy.IsAllowed switch { true => "allowed", false => "denied", _ => "" }, Words(entry.Policy),
                Pins(entry.Policy.Pins, context.Services.Clock), entry.Policy.Note ?? "",
            ])
            .ToList();
        return CommandResult.Ok($"{rows.Count} {(rows.Count == 1 ? "policy" : "policies")} set by command.") with
        {
            Columns = ["host", "peer", "federation", "asks for", "pins", "note"],
            Rows = rows,
        };
    }

    private static async ValueTask<CommandResult> ShowAsync(CommandContext context)
    {
        var peer = context.Need(PeerToShow);
        if (PeerPattern.NameOf(peer) is null || peer.Contains('*', StringComparison.Ordinal)) return CommandResult.Invalid($"'{peer}' is no domain.");
        if (HostsOf(context).Count == 0) return NoHost(context);
        var policies = await PoliciesAsync(context);
        var rows = HostsOf(context).Select(host =>
        {
            var policy = policies.For(host, peer);
            return (IReadOnlyList<string>)
            [
                host.ToString(), policy.IsAllowed ? "yes" : $"no: {policy.WhyRefused}", StoredPolicyCodec.TrustName(policy.Trust), StoredPolicyCodec.TlsName(policy.MinimumTls),
                StoredPolicyCodec.RevocationName(policy.Revocation), Pins(policy.Pins, context.Services.Clock),
            ];
        }).ToList();
        return CommandResult.Ok($"What is in force for {peer}.") with { Columns = ["host", "allowed", "trust", "tls", "revocation", "pins"], Rows = rows };
    }

    private static ValueTask<CommandResult> DecideAsync(CommandContext context, bool isAllowed) => ChangeAsync(
        context, policy => policy with { IsAllowed = isAllowed }, isAllowed ? "is allowed" : "is denied");

    private static ValueTask<CommandResult> TrustAsync(CommandContext context)
    {
        var trust = Parse<PeerTrust>(context.Need(Trust), StoredPolicyCodec.TrustName);
        return ChangeAsync(
            context,
            policy => policy with
            {
                Trust = trust,
                MinimumTls = context.Get(Tls) is { } tls ? Parse<MinimumTls>(tls, StoredPolicyCodec.TlsName) : policy.MinimumTls,
                Revocation = context.Get(Revocation) is { } mode ? Parse<RevocationMode>(mode, StoredPolicyCodec.RevocationName) : policy.Revocation,
            },
            $"needs trust: {StoredPolicyCodec.TrustName(trust)}");
    }

    private static ValueTask<CommandResult> PinAsync(CommandContext context)
    {
        const int MaxPins = 8;
        if (!PinnedKeys.TryParse(context.Need(Key), context.Get(Until), out var pin, out var problem)) return new(CommandResult.Invalid($"{problem.Message}."));
        if (pin.Until <= context.Services.Clock.GetUtcNow()) return new(CommandResult.Invalid("That day is past."));
        // One key of one peer: a pin for everybody below a domain would let any of them be all of them.
        if (!PeerPattern.TryParse(context.Need(Peer), out var pattern) || pattern.IsWildcard) return new(CommandResult.Invalid("A pin is for one peer: write its domain."));
        return ChangeAsync(
            context,
            policy => policy with { Pins = [.. policy.Pins.Where(other => other.Text != pin.Text).TakeLast(MaxPins - 1), pin] },
            pin.Until is { } until ? $"may use the key {pin.Text} until {Day(until)}" : $"may use the key {pin.Text}");
    }

    private static ValueTask<CommandResult> UnpinAsync(CommandContext context) =>
        !PinnedKeys.TryParse(context.Need(Key), null, out var pin, out var problem)
            ? new(CommandResult.Invalid($"{problem.Message}."))
            : ChangeAsync(context, policy => policy with { Pins = [.. policy.Pins.Where(other => other.Text != pin.Text)] }, $"may no longer use the key {pin.Text}");

    private static async ValueTask<CommandResult> ForgetAsync(CommandContext context)
    {
        var policies = await PoliciesAsync(context);
        var count = 0;
        foreach (var host in HostsOf(context))
        {
            if (await policies.RemoveAsync(host, context.Need(Peer), context.Cancel)) count++;
        }
        return count == 0
            ? CommandResult.NotFound($"No command has set anything for {context.Need(Peer)}.")
            : CommandResult.Ok($"{context.Need(Peer)}: what commands had set is gone ({count} {(count == 1 ? "host" : "hosts")}).");
    }

    private static async ValueTask<CommandResult> ChangeAsync(CommandContext context, Func<StoredPolicy, StoredPolicy> change, string outcome)
    {
        var policies = await PoliciesAsync(context);
        var peer = context.Need(Peer);
        var hosts = HostsOf(context);
        if (hosts.Count == 0) return NoHost(context);
        foreach (var host in hosts)
        {
            var done = await policies.SetAsync(host, peer, before => change(before) with { Note = context.Get(Note) ?? before.Note }, context.Cancel);
            if (done == PolicyChange.BadPattern) return CommandResult.Invalid($"'{peer}' is neither a domain nor a pattern like *.example.org.");
            if (done == PolicyChange.Full) return CommandResult.Refused($"{host} has as many policies as it may have (federation:maxStoredPolicies).");
        }
        return CommandResult.Ok($"{peer} {outcome} ({(hosts.Count == 1 ? hosts[0].ToString() : $"{hosts.Count} hosts")}).");
    }

    // In the server its own, so that a change is in force at once; without one the same on its stores.
    private static async ValueTask<PeerPolicies> PoliciesAsync(CommandContext context)
    {
        var policies = context.Services.Policies ?? new PeerPolicies(context.Services.Configuration.Options.ToFederation(), context.Storage);
        await policies.LoadAsync(context.Cancel);
        return policies;
    }

    // Empty when the host is none of ours.
    private static List<BareJid> HostsOf(CommandContext context) =>
        [.. context.Services.Configuration.Options.AllHosts.Keys.Where(host => context.Get(Host) is not { } one || one.Equals(host))];

    private static CommandResult NoHost(CommandContext context) => CommandResult.NotFound($"{context.Get(Host)} is no host of this server.");

    private static T Parse<T>(string text, Func<T, string> name)
        where T : struct, Enum => Enum.GetValues<T>().First(value => name(value) == text);

    private static string Words(StoredPolicy policy) => string.Join(
        ", ",
        new[]
        {
            policy.Trust is { } trust ? $"trust {StoredPolicyCodec.TrustName(trust)}" : null,
            policy.MinimumTls is { } tls ? $"tls {StoredPolicyCodec.TlsName(tls)}" : null,
            policy.Revocation is { } mode ? $"revocation {StoredPolicyCodec.RevocationName(mode)}" : null,
        }.OfType<string>());

    private static string Pins(IReadOnlyList<PinnedKey> pins, TimeProvider clock) => string.Join(
        ", ",
        pins.Select(pin => pin.Until switch
        {
            null => pin.Text,
            { } until when until <= clock.GetUtcNow() => $"{pin.Text} (ended {Day(until)})",
            { } until => $"{pin.Text} (until {Day(until)})",
        }));

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
