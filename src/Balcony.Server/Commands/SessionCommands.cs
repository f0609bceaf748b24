// Commands about sessions.
using System.Globalization;

namespace Balcony.Server.Commands;

internal static class SessionCommands
{
    private static readonly HostArgument Host = new("host", "Only this host") { IsPositional = true };
    private static readonly SessionArgument Address = new("jid", "The session's address, or an account's for all its sessions") { IsPositional = true, IsRequired = true };
    private static readonly TextArgument Reason = new("reason", "What the client is told");

    public static IReadOnlyList<Command> All { get; } =
    [
        new("session list", "List who is logged in", List)
        {
            Arguments = [Host],
            AdHocNode = "http://jabber.org/protocol/admin#get-online-users-list",
        },
        new("session kick", "End a session, or all sessions of an account", Kick)
        {
            Arguments = [Address, Reason],
            AdHocNode = "http://jabber.org/protocol/admin#end-user-session",
        },
    ];

    private static ValueTask<CommandResult> List(CommandContext context)
    {
        var host = context.Get(Host);
        if (host is not null && !context.Services.Configuration.Options.AllHosts.ContainsKey(host)) return new(CommandResult.NotFound($"{host} is no host of this server."));
        var rows = context.Sessions.List(host)
            .OrderBy(session => session.Address.ToString(), StringComparer.Ordinal)
            .Select(session => (IReadOnlyList<string>)
            [
                session.Address.ToString(), session.RemoteAddress, session.Security ?? "none", session.Since.ToString("u", CultureInfo.InvariantCulture),
                session.Priority?.ToString(CultureInfo.InvariantCulture) ?? "",
            ])
            .ToList();
        return new(CommandResult.Ok($"{rows.Count} {(rows.Count == 1 ? "session" : "sessions")}.") with
        {
            Columns = ["address", "from", "security", "since", "priority"],
            Rows = rows,
        });
    }

    private static ValueTask<CommandResult> Kick(CommandContext context)
    {
        var address = context.Need(Address);
        var count = context.Sessions.Kick(address, context.Get(Reason));
        return new(count == 0
            ? CommandResult.NotFound($"{address} has no session.")
            : CommandResult.Ok($"{count} {(count == 1 ? "session was" : "sessions were")} ended."));
    }
}
