// Commands that show what is known of one account.
using System.Globalization;
using Balcony.Server.Sessions;

namespace Balcony.Server.Commands;

internal static class UserReportCommands
{
    /// <summary>Names of fields that other front ends look for.</summary>
    public const string LastSeen = "last seen", RosterSize = "contacts", Online = "sessions", Addresses = "addresses";

    private static readonly AccountArgument Address = new("jid", "The account's address") { IsPositional = true, IsRequired = true };

    public static IReadOnlyList<Command> All { get; } =
    [
        new("user show", "Show what is known of an account", ShowAsync)
        {
            Arguments = [Address],
            Place = CommandPlace.ServerOrStores,
            AdHocNode = "http://jabber.org/protocol/admin#user-stats",
        },
        new("user roster", "List an account's contacts", RosterAsync)
        {
            Arguments = [Address],
            Place = CommandPlace.ServerOrStores,
            AdHocNode = "http://jabber.org/protocol/admin#get-user-roster",
        },
    ];

    private static AccountReports Reports(CommandContext context) =>
        context.Services.Reports ?? throw new InvalidOperationException("This command needs the stores.");

    private static async ValueTask<CommandResult> ShowAsync(CommandContext context)
    {
        var address = context.Need(Address);
        if (await context.Accounts.FindAsync(address, context.Cancel) is not { } account) return CommandResult.NotFound($"There is no account {address}.");
        IReadOnlyList<SessionSummary> sessions =
            context.Services.Sessions is { } directory ? [.. directory.List(address.Host).Where(session => session.Address.Bare.Equals(address))] : [];
        var roster = await Reports(context).RosterAsync(address);
        var seen = await Reports(context).LastSeenAsync(address, context.Cancel);
        DateTimeOffset? login = sessions.Count > 0 ? sessions.Max(session => session.Since) : null;
        var lastSeen = (login ?? seen)?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return CommandResult.Ok(login is not null ? $"{address} is online." : lastSeen is null ? $"{address} was never seen." : $"{address} was last seen {lastSeen}.") with
        {
            Fields =
            [
                new("address", address.ToString()),
                new("state", account.IsDisabled ? "disabled" : "enabled"),
                new("created", account.Created.ToString("u", CultureInfo.InvariantCulture)),
                new(LastSeen, lastSeen ?? ""),
                new(RosterSize, roster.Count.ToString(CultureInfo.InvariantCulture)),
                new(Online, sessions.Count.ToString(CultureInfo.InvariantCulture)),
                new(Addresses, string.Join('\n', sessions.Select(session => session.RemoteAddress).Distinct())),
            ],
        };
    }

    private static async ValueTask<CommandResult> RosterAsync(CommandContext context)
    {
        var address = context.Need(Address);
        if (await context.Accounts.FindAsync(address, context.Cancel) is null) return CommandResult.NotFound($"There is no account {address}.");
        var roster = await Reports(context).RosterAsync(address);
        return CommandResult.Ok($"{roster.Count} {(roster.Count == 1 ? "contact" : "contacts")}.") with
        {
            Columns = ["address", "name", "subscription", "groups"],
            Rows =
            [
                .. roster.Select(entry => (IReadOnlyList<string>)
                    [entry.Contact.ToString(), entry.Name ?? "", entry.Subscription.Name, string.Join(", ", entry.Groups)]),
            ],
        };
    }
}
