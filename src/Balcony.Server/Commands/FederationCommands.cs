// Commands about other servers: who is connected, what happened with them, whether one can be reached.
using System.Globalization;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Diary;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Commands;

internal static class FederationCommands
{
    private static readonly HostArgument Host = new("host", "Only this host") { IsPositional = true };
    private static readonly HostArgument Of = new("host", "The host that speaks with it, or the domain of its rooms; the first host unless said");
    private static readonly TextArgument Peer = new("peer", "The peer's domain") { IsPositional = true, IsRequired = true };

    public static IReadOnlyList<Command> All { get; } =
    [
        new("federation list", "List the peers that hosts spoke with, and what is up now", ListAsync) { Arguments = [Host] },
        new("federation show", "Show what happened with a peer, step by step, newest attempt first", ShowAsync) { Arguments = [Peer, Of] },
        new("federation test", "Connect to a peer now, and tell each step", TestAsync) { Arguments = [Peer, Of] },
    ];

    private static async ValueTask<CommandResult> ListAsync(CommandContext context)
    {
        if (context.Services.Peers is not { } peers) return Off;
        var rows = new List<IReadOnlyList<string>>();
        foreach (var host in HostsOf(context).SelectMany(host => WithRooms(context, host)))
        {
            foreach (var report in await peers.ListAsync(host, context.Cancel))
            {
                rows.Add([host.ToString(), report.Peer.ToString(), report.Outgoing ?? "", report.Incoming ?? "", Number(report.Queued), report.LastProblem ?? ""]);
            }
        }
        return CommandResult.Ok($"{rows.Count} {(rows.Count == 1 ? "peer" : "peers")}.") with { Columns = ["host", "peer", "to it", "from it", "queued", "problem"], Rows = rows };
    }

    private static async ValueTask<CommandResult> ShowAsync(CommandContext context)
    {
        if (context.Services.Peers is not { } peers) return Off;
        if (PairOf(context, out var pair) is { } wrong) return wrong;
        var attempts = await peers.AttemptsAsync(pair, context.Cancel);
        if (attempts.Count == 0) return CommandResult.NotFound($"Nothing happened between {pair.Host} and {pair.Peer} yet. `balcony federation test {pair.Peer}` connects.");
        var report = await peers.DescribeAsync(pair, context.Cancel);
        return CommandResult.Ok($"{pair.Host} and {pair.Peer}: {attempts.Count} {(attempts.Count == 1 ? "attempt" : "attempts")}.") with
        {
            Fields =
            [
                new("to it", report.Outgoing ?? "no stream"),
                new("from it", report.Incoming ?? "no stream"),
                new("queued", Number(report.Queued)),
                new("code", attempts[0].Code ?? ""),
                new("problem", attempts[0].Explanation ?? ""),
                new("fix", attempts[0].Fix ?? ""),
            ],
            Columns = ["attempt", "direction", "time", "step", "outcome"],
            Rows = [.. attempts.SelectMany((attempt, index) => Rows(attempt, index + 1))],
        };
    }

    private static async ValueTask<CommandResult> TestAsync(CommandContext context)
    {
        if (context.Services.Peers is not { } peers) return Off;
        if (PairOf(context, out var pair) is { } wrong) return wrong;
        var attempt = await peers.TestAsync(pair, context.Cancel);
        var result = attempt.Succeeded
            ? CommandResult.Ok($"{pair.Host} can speak with {pair.Peer}.")
            : CommandResult.Failed($"{pair.Host} cannot speak with {pair.Peer}: {attempt.Explanation}{(attempt.Fix is null ? "" : $" {attempt.Fix}")}");
        return result with
        {
            Fields = [new("code", attempt.Code ?? ""), new("problem", attempt.Explanation ?? ""), new("fix", attempt.Fix ?? "")],
            Columns = ["attempt", "direction", "time", "step", "outcome"],
            Rows = [.. Rows(attempt, 1)],
        };
    }

    private static CommandResult Off => CommandResult.Refused("This server speaks with no others (federation: enabled).");

    private static IEnumerable<IReadOnlyList<string>> Rows(StoredAttempt attempt, int number)
    {
        string direction = attempt.IsOutgoing ? "out" : "in";
        foreach (var step in attempt.Steps)
        {
            yield return [Number(number), direction, Time(step.At), step.What, step.Outcome];
        }
        yield return
        [
            Number(number), direction, attempt.Ended is { } ended ? Time(ended) : "", attempt.Ended is null ? "now" : "end",
            attempt.Code is { } code ? $"{code}: {attempt.Explanation}" : attempt.Ended is null ? "the stream is up" : "in good order",
        ];
    }

    private static CommandResult? PairOf(CommandContext context, out LinkKey pair)
    {
        pair = default;
        if (!BareJid.TryParse(context.Need(Peer), out BareJid? peer) || !peer.IsDomain) return CommandResult.Invalid($"'{context.Need(Peer)}' is no domain.");
        var host = context.Get(Of) ?? (HostsOf(context) is [var first, ..] ? first : null);
        if (host is null || !IsOurs(context, host)) return CommandResult.NotFound($"{host} is no host of this server.");
        if (IsOurs(context, peer)) return CommandResult.Invalid($"{peer} is a host of this server.");
        pair = new LinkKey(host, peer);
        return null;
    }

    private static IReadOnlyList<BareJid> HostsOf(CommandContext context) => context.Get(Host) is { } only ? [only]
        : [.. context.Services.Configuration.Options.AllHosts.Keys.Where(context.Caller.Administers)];

    // Rooms speak with other servers in the name of their own domain.
    private static IEnumerable<BareJid> WithRooms(CommandContext context, BareJid host) => context.Services.Rooms?.Of(host) is { } rooms ? [host, rooms.Address] : [host];

    private static bool IsOurs(CommandContext context, BareJid domain) =>
        context.Services.Configuration.Options.AllHosts.ContainsKey(domain) || context.Services.Rooms?.ServiceOf(domain) is not null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.ToString("u", CultureInfo.InvariantCulture);
}
