// Commands about the tokens that clients log in with (XEP-0484).
using System.Globalization;

namespace Balcony.Server.Commands;

internal static class TokenCommands
{
    private static readonly AccountArgument Address = new("jid", "The account's address") { IsPositional = true, IsRequired = true };
    private static readonly TextArgument Client = new("client", "Only this client's, by its id in the list");

    public static IReadOnlyList<Command> All { get; } =
    [
        new("user tokens list", "List the clients of an account that said who they are, and their tokens", ListAsync)
        {
            Arguments = [Address],
            Place = CommandPlace.ServerOrStores,
        },
        new("user tokens revoke", "Take the tokens of an account's clients away; they need the password again, open sessions go on", RevokeAsync)
        {
            Arguments = [Address, Client],
            Place = CommandPlace.ServerOrStores,
        },
    ];

    private static async ValueTask<CommandResult> ListAsync(CommandContext context)
    {
        var account = context.Need(Address);
        if (!await context.Accounts.ExistsAsync(account, context.Cancel)) return CommandResult.NotFound($"There is no account {account}.");
        var rows = (await context.Clients.ListAsync(account, context.Cancel))
            .OrderByDescending(client => client.LastSeen)
            .Select(client => (IReadOnlyList<string>)
            [
                client.Id, client.UserAgent.Software ?? "", client.UserAgent.Device ?? "", Time(client.FirstSeen), Time(client.LastSeen),
                client.TokenExpires is { } expires ? Time(expires) : "",
            ])
            .ToList();
        return CommandResult.Ok($"{rows.Count} {(rows.Count == 1 ? "client" : "clients")}.") with
        {
            Columns = ["client", "software", "device", "first login", "last login", "token until"],
            Rows = rows,
        };
    }

    private static async ValueTask<CommandResult> RevokeAsync(CommandContext context)
    {
        var account = context.Need(Address);
        if (!await context.Accounts.ExistsAsync(account, context.Cancel)) return CommandResult.NotFound($"There is no account {account}.");
        if (context.Get(Client) is not { } client)
        {
            var revoked = await context.Clients.RevokeAllAsync(account, context.Cancel);
            return CommandResult.Ok($"{revoked} {(revoked == 1 ? "client of" : "clients of")} {account} had tokens, which were revoked.");
        }
        return await context.Clients.RevokeAsync(account, client, context.Cancel) is { } one
            ? CommandResult.Ok($"{account}: the client {client} {(one.TokenExpires is null ? "had no token" : "lost its token")}.")
            : CommandResult.NotFound($"{account} has no client {client}.");
    }

    private static string Time(DateTimeOffset time) => time.ToString("u", CultureInfo.InvariantCulture);
}
