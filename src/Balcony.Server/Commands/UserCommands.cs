// Commands about accounts.
using System.Globalization;
using Balcony.Server.Accounts;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Commands;

internal static class UserCommands
{
    private const int MaxProblemsShown = 100;

    private static readonly AccountArgument OptionalAddress = new("jid", "The account's address") { IsPositional = true };
    private static readonly AccountArgument Address = OptionalAddress with { IsRequired = true };
    private static readonly SecretArgument PasswordOfNew = new("password", "Its password") { NeededWith = OptionalAddress };
    private static readonly SecretArgument NewPassword = new("password", "The new password") { IsRequired = true };
    private static readonly LinesArgument Lines = new("file", "Accounts to add, one address and password on each line");
    private static readonly HostArgument Host = new("host", "Only this host") { IsPositional = true };

    public static IReadOnlyList<Command> All { get; } =
    [
        new("user add", "Add an account, or many from a file", AddAsync)
        {
            Arguments = [OptionalAddress, PasswordOfNew, Lines],
            Place = CommandPlace.ServerOrStores,
            AdHocNode = "http://jabber.org/protocol/admin#add-user",
        },
        new("user remove", "Remove an account and everything it owns", RemoveAsync)
        {
            Arguments = [Address],
            Place = CommandPlace.ServerOrStores,
            IsDestructive = true,
            AdHocNode = "http://jabber.org/protocol/admin#delete-user",
        },
        new("user password", "Change an account's password; its sessions end", SetPasswordAsync)
        {
            Arguments = [Address, NewPassword],
            Place = CommandPlace.ServerOrStores,
            AdHocNode = "http://jabber.org/protocol/admin#change-user-password",
        },
        new("user list", "List accounts", ListAsync)
        {
            Arguments = [Host],
            Place = CommandPlace.ServerOrStores,
            AdHocNode = "http://jabber.org/protocol/admin#get-registered-users-list",
        },
        new("user disable", "Keep an account from logging in; its sessions end", context => SetDisabledAsync(context, true))
        {
            Arguments = [Address],
            Place = CommandPlace.ServerOrStores,
            AdHocNode = "http://jabber.org/protocol/admin#disable-user",
        },
        new("user enable", "Let a disabled account log in again", context => SetDisabledAsync(context, false))
        {
            Arguments = [Address],
            Place = CommandPlace.ServerOrStores,
            AdHocNode = "http://jabber.org/protocol/admin#reenable-user",
        },
    ];

    private static async ValueTask<CommandResult> AddAsync(CommandContext context)
    {
        if (context.Has(OptionalAddress) == context.Has(Lines)) return CommandResult.Invalid("user add needs an address, or a file of them.");
        if (context.Get(Lines) is { } lines) return await AddManyAsync(context, lines);
        var account = context.Need(OptionalAddress);
        return Tell(await context.Accounts.CreateAsync(account, context.Need(PasswordOfNew), context.Cancel), account, "was added");
    }

    private static async ValueTask<CommandResult> AddManyAsync(CommandContext context, IReadOnlyList<string> lines)
    {
        var accounts = new List<NewAccount>(lines.Count);
        var numbers = new List<int>(lines.Count);
        var problems = new List<(int Line, string Address, string Problem)>();
        foreach (var (index, line) in lines.Index())
        {
            // The password is all behind the first space or tab, and may itself have spaces.
            if (line.Length == 0 || line[0] == '#') continue;
            var space = line.AsSpan().IndexOfAny(' ', '\t');
            var address = space < 0 ? line : line[..space];
            if (space < 0) problems.Add((index + 1, address, "there is no password behind the address"));
            else if (!BareJid.TryParse(address, out BareJid? jid)) problems.Add((index + 1, address, "this is not an address"));
            else
            {
                accounts.Add(new NewAccount(jid, line[(space + 1)..]));
                numbers.Add(index + 1);
            }
        }
        var total = accounts.Count;
        var progress = context.Progress is { } report ? new Relay<int>(done => report.Report(new CommandProgress(done, total))) : null;
        var outcomes = await context.Accounts.CreateManyAsync(accounts, progress, context.Cancel);
        foreach (var (index, outcome) in outcomes.Index())
        {
            if (outcome != AccountOutcome.Done) problems.Add((numbers[index], accounts[index].Address.ToString(), Words(outcome)));
        }
        var added = outcomes.Count(outcome => outcome == AccountOutcome.Done);
        return new CommandResult(
            problems.Count == 0 ? CommandStatus.Ok : CommandStatus.Failed,
            $"{added} {(added == 1 ? "account was" : "accounts were")} added{(problems.Count == 0 ? "." : $", {problems.Count} not.")}")
        {
            Columns = problems.Count == 0 ? [] : ["line", "address", "problem"],
            Rows = [.. problems.OrderBy(one => one.Line).Take(MaxProblemsShown).Select(one => (IReadOnlyList<string>)
                [one.Line.ToString(CultureInfo.InvariantCulture), one.Address, one.Problem])],
        };
    }

    private static async ValueTask<CommandResult> RemoveAsync(CommandContext context)
    {
        var account = context.Need(Address);
        return Tell(await context.Accounts.DeleteAsync(account, context.Cancel), account, "was removed");
    }

    private static async ValueTask<CommandResult> SetPasswordAsync(CommandContext context)
    {
        var account = context.Need(Address);
        return Tell(await context.Accounts.SetPasswordAsync(account, context.Need(NewPassword), context.Cancel), account, "has the new password");
    }

    private static async ValueTask<CommandResult> SetDisabledAsync(CommandContext context, bool isDisabled)
    {
        var account = context.Need(Address);
        var outcome = await context.Accounts.SetDisabledAsync(account, isDisabled, context.Cancel);
        return Tell(outcome, account, isDisabled ? "is disabled" : "may log in again");
    }

    private static async ValueTask<CommandResult> ListAsync(CommandContext context)
    {
        var hosts = context.Services.Configuration.Options.AllHosts.Keys.ToList();
        if (context.Get(Host) is { } one)
        {
            if (!hosts.Contains(one)) return CommandResult.NotFound($"{one} is no host of this server.");
            hosts = [one];
        }
        var rows = new List<IReadOnlyList<string>>();
        foreach (var host in hosts)
        {
            await foreach (var account in context.Accounts.ListAsync(host, context.Cancel))
            {
                rows.Add([account.Address.ToString(), account.Created.ToString("u", CultureInfo.InvariantCulture), account.IsDisabled ? "disabled" : ""]);
            }
        }
        return CommandResult.Ok($"{rows.Count} {(rows.Count == 1 ? "account" : "accounts")}.") with { Columns = ["address", "created", "state"], Rows = rows };
    }

    private static CommandResult Tell(AccountOutcome outcome, BareJid account, string done) => outcome switch
    {
        AccountOutcome.Done => CommandResult.Ok($"{account} {done}."),
        AccountOutcome.NotFound => CommandResult.NotFound($"There is no account {account}."),
        AccountOutcome.BadPassword => CommandResult.Invalid($"{account}: {Words(outcome)}."),
        AccountOutcome.Exists or AccountOutcome.Leaving => CommandResult.Conflict($"{account}: {Words(outcome)}."),
        _ => CommandResult.Refused($"{account}: {Words(outcome)}."),
    };

    private static string Words(AccountOutcome outcome) => outcome switch
    {
        AccountOutcome.Exists => "there is such an account already",
        AccountOutcome.NotFound => "there is no such account",
        AccountOutcome.NotOurs => "this is no account's address on a host of this server",
        AccountOutcome.BadPassword => "this cannot be its password: it is too short, or has characters that passwords cannot have",
        AccountOutcome.Leaving => "an account of that name is still being removed; try again when the server runs",
        _ => outcome.ToString(),
    };

    // Progress<T> posts to the pool, where reports overtake each other.
    private sealed class Relay<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
