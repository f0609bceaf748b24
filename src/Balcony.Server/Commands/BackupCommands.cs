// Commands about the database as a whole.
using System.Globalization;
using Balcony.Server.Storage;

namespace Balcony.Server.Commands;

internal static class BackupCommands
{
    private static readonly FileArgument NewFile = new("file", "The file to write; it must not exist") { IsPositional = true, IsRequired = true };
    private static readonly FileArgument OldFile = new("file", "The backup") { IsPositional = true, IsRequired = true };
    private static readonly FlagArgument Force = new("force", "Also over accounts and messages that are there: they go");

    public static IReadOnlyList<Command> All { get; } =
    [
        new("backup", "Copy the whole database into a new file, while the server runs or not", BackUpAsync)
        {
            Arguments = [NewFile],
            Permission = CommandPermission.ServerAdmin,
            Place = CommandPlace.ServerOrDatabase,
        },
        new("restore", "Make the database what a backup says, from SQLite or PostgreSQL into either", RestoreAsync)
        {
            Arguments = [OldFile, Force],
            Permission = CommandPermission.ServerAdmin,
            Place = CommandPlace.Database,
            IsDestructive = true,
            DestructiveWith = Force,
        },
    ];

    private static async ValueTask<CommandResult> BackUpAsync(CommandContext context)
    {
        if (context.Services.Backups is not { } source) return CommandResult.Refused("A database in memory cannot be copied: it is gone with its server.");
        try
        {
            var report = await source.BackupAsync(context.Need(NewFile), CopyRelay.To(context.Progress), context.Cancel);
            return Tell(report, $"{report.Rows} rows are in {report.Path}, which was read back and is as it was written.");
        }
        catch (BackupException fault)
        {
            return Tell(fault);
        }
    }

    private static async ValueTask<CommandResult> RestoreAsync(CommandContext context)
    {
        if (context.Services.Restores is not { } target) return CommandResult.Refused("A database in memory cannot be restored.");
        try
        {
            var report = await target.RestoreAsync(context.Need(OldFile), context.Get(Force), CopyRelay.To(context.Progress), context.Cancel);
            return Tell(report, $"The database is as it was at {Time(report.Created)}: {report.Rows} rows, compared with the backup.");
        }
        catch (BackupException fault) when (fault.Fault == BackupFault.NotEmpty)
        {
            return CommandResult.Refused($"Nothing was restored: {fault.Message}. --force does it all the same.");
        }
        catch (BackupException fault)
        {
            return Tell(fault);
        }
    }

    private static CommandResult Tell(BackupReport report, string message) => CommandResult.Ok(message) with
    {
        Fields =
        [
            KeyValuePair.Create("file", report.Path),
            KeyValuePair.Create("bytes", report.Bytes.ToString(CultureInfo.InvariantCulture)),
            KeyValuePair.Create("created", Time(report.Created)),
            KeyValuePair.Create("schema", report.Schema.ToString(CultureInfo.InvariantCulture)),
            KeyValuePair.Create("sha256", report.Digest),
            .. report.Tables.Select(table => KeyValuePair.Create("rows of " + table.Key, table.Value.ToString(CultureInfo.InvariantCulture))),
        ],
    };

    private static CommandResult Tell(BackupException fault) => new(
        fault.Fault switch
        {
            BackupFault.Exists => CommandStatus.Conflict,
            BackupFault.NotFound => CommandStatus.NotFound,
            _ => CommandStatus.Failed,
        },
        $"{char.ToUpperInvariant(fault.Message[0])}{fault.Message[1..]}.");

    private static string Time(DateTimeOffset time) => time.ToString("u", CultureInfo.InvariantCulture);
}
