// XEP-0227: commands that take users to another server, and from one.
using System.Globalization;
using Balcony.Server.Accounts;
using Balcony.Server.Portable;
using Balcony.Server.Storage;

namespace Balcony.Server.Commands;

internal static class PortableCommands
{
    private const int MaxProblemsShown = 100;

    private static readonly FileArgument NewFile = new("file", "The file to write; it must not exist") { IsPositional = true, IsRequired = true };
    private static readonly FileArgument OldFile = new("file", "The file to read, or a folder of them; what they include is read too") { IsPositional = true, IsRequired = true };
    private static readonly HostArgument Host = new("host", "Only this host");
    private static readonly AccountArgument User = new("user", "Only this account");
    private static readonly FlagArgument DryRun = new("dry-run", "Only say what would be done");

    public static IReadOnlyList<Command> All { get; } =
    [
        new("export", "Write accounts with all that they own into a file for any server (XEP-0227)", ExportAsync)
        {
            Arguments = [NewFile, Host, User],
            Permission = CommandPermission.ServerAdmin,
            Place = CommandPlace.ServerOrStores,
        },
        new("import", "Take over the accounts of another server from a file (XEP-0227); the server must be stopped", ImportAsync)
        {
            Arguments = [OldFile, DryRun],
            Permission = CommandPermission.ServerAdmin,
            Place = CommandPlace.Stores,
        },
    ];

    private static async ValueTask<CommandResult> ExportAsync(CommandContext context)
    {
        var hosts = context.Services.Configuration.Options.AllHosts.Keys.ToList();
        var (host, user) = (context.Get(Host), context.Get(User));
        if ((host ?? user?.Host) is { } wanted)
        {
            if (!hosts.Contains(wanted)) return CommandResult.NotFound($"{wanted} is no host of this server.");
            hosts = [wanted];
        }
        if (user is not null && !await context.Accounts.ExistsAsync(user, context.Cancel)) return CommandResult.NotFound($"There is no account {user}.");
        using var ids = new StanzaIds(context.Storage);
        try
        {
            var export = new UserExport(new UserStores(context.Storage), context.Accounts, ids, CopyRelay.To(context.Progress), context.Cancel);
            var report = await export.RunAsync(context.Need(NewFile), hosts, user);
            return CommandResult.Ok($"{Count(report.Users, "account is", "accounts are")} in {report.Path}. It has their passwords' keys and messages: keep it safe.") with
            {
                Fields =
                [
                    Field("file", report.Path), Field("bytes", report.Bytes), Field("accounts", report.Users), Field("contacts", report.Contacts),
                    Field("offline messages", report.OfflineMessages), Field("archived messages", report.ArchivedMessages),
                ],
            };
        }
        catch (BackupException fault)
        {
            var status = fault.Fault == BackupFault.Exists ? CommandStatus.Conflict : CommandStatus.Failed;
            return new(status, $"{char.ToUpperInvariant(fault.Message[0])}{fault.Message[1..]}.");
        }
    }

    private static async ValueTask<CommandResult> ImportAsync(CommandContext context)
    {
        var path = context.Need(OldFile);
        if (!Path.Exists(path)) return CommandResult.NotFound($"There is no file {path}.");
        if (context.Accounts is not IAccountImport accounts) return CommandResult.Refused("These accounts cannot be imported into.");
        var hosts = context.Services.Configuration.Options.AllHosts.Keys.ToHashSet();
        var isDryRun = context.Get(DryRun);
        var import = new UserImport(new UserStores(context.Storage), accounts, hosts, TimeProvider.System, isDryRun, CopyRelay.To(context.Progress), context.Cancel);
        return Tell(await import.RunAsync(path), isDryRun);
    }

    private static CommandResult Tell(ImportReport report, bool isDryRun)
    {
        var done = isDryRun ? "would be taken over; nothing was changed" : "were taken over";
        var message = report.Fault is null
            ? $"{Count(report.Users, "account", "accounts")} {done}{(report.ProblemCount == 0 ? "." : $", with {Count(report.ProblemCount, "thing", "things")} left out.")}"
            : $"{report.Fault}. What was read before it {done}{(report.Unfinished is { } user ? $"; {user} is not complete and cannot log in" : "")}. When the file is right, import it again.";
        return new CommandResult(report.Fault is null ? CommandStatus.Ok : CommandStatus.Failed, message) with
        {
            Fields =
            [
                Field("accounts", report.Users), Field("new accounts", report.NewUsers), Field("contacts", report.Contacts), Field("requests", report.Requests),
                Field("vcards", report.VCards), Field("private elements", report.PrivateElements), Field("blocked", report.Blocked),
                Field("offline messages", report.OfflineMessages), Field("archived messages", report.ArchivedMessages),
                Field("there already", report.AlreadyThere), Field("left out", report.ProblemCount),
            ],
            Columns = report.Problems.Count == 0 ? [] : ["where", "what"],
            Rows = [.. report.Problems.Take(MaxProblemsShown).Select(problem => (IReadOnlyList<string>)[problem.Where, problem.What])],
        };
    }

    private static string Count(long count, string one, string more) => $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : more)}";

    private static KeyValuePair<string, string> Field(string name, object value) => new(name, Convert.ToString(value, CultureInfo.InvariantCulture)!);
}
