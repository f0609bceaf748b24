// Every administrative act, and the one way to run it: arguments read, permission checked, run, logged.
using Balcony.Server.Hosting.Options;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Commands;

/// <summary>Any thread may call.</summary>
public sealed class CommandRegistry(CommandServices services, ILogger logger)
{
    /// <summary>All commands, in the order that people see them in.</summary>
    public static IReadOnlyList<Command> All { get; } =
    [
        .. UserCommands.All, .. TokenCommands.All, .. UserReportCommands.All, .. SessionCommands.All, .. ComponentCommands.All, .. RoomAdministration.All, .. MessageCommands.All, .. ReportCommands.All,
        .. ArchiveCommands.All, .. FederationCommands.All, .. FederationPolicyCommands.All, .. PortableCommands.All, .. BackupCommands.All, .. ConfigurationCommands.All, .. ProcessCommands.All,
    ];

    /// <summary>The rights of an address now: a reload may change them.</summary>
    public CommandCaller CallerOf(BareJid address) => CommandCaller.Of(address, services.Configuration.Options);

    /// <summary>Those that a caller may run at all; some of their arguments may still be refused him.</summary>
    public static IEnumerable<Command> For(CommandCaller caller) =>
        All.Where(command => caller.IsServerAdmin || (command.Permission == CommandPermission.HostAdmin && caller.IsAdmin));

    public static Command? Find(string name) => All.FirstOrDefault(command => command.Name == name);

    public static Command? FindByNode(string node) => All.FirstOrDefault(command => command.Node == node);

    /// <summary>Runs a command; whatever goes wrong is in the result.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="name">The command's name.</param>
    /// <param name="arguments">The text of each argument's values, by its name; what is absent was not given.</param>
    /// <param name="progress">Told how far a long command is.</param>
    /// <param name="cancel">Gives it up between steps.</param>
    public async ValueTask<CommandResult> RunAsync(
        CommandCaller caller, string name, IReadOnlyDictionary<string, IReadOnlyList<string>> arguments, IProgress<CommandProgress>? progress,
        CancellationToken cancel)
    {
        var result = await TryRunAsync(caller, name, arguments, progress, cancel);
        CommandsLog.Ran(logger, name, caller.Name, result.Status);
        return result;
    }

    private async ValueTask<CommandResult> TryRunAsync(
        CommandCaller caller, string name, IReadOnlyDictionary<string, IReadOnlyList<string>> arguments, IProgress<CommandProgress>? progress,
        CancellationToken cancel)
    {
        if (Find(name) is not { } command)
        {
            return CommandResult.Invalid($"There is no command '{name}'{OptionNames.DidYouMean(name, All.Select(one => one.Name))}");
        }
        // Before anything is read: a stranger learns nothing from which arguments are wrong.
        if (!For(caller).Contains(command)) return CommandResult.Refused($"Only admins{(command.Permission == CommandPermission.ServerAdmin ? " of the server" : "")} may run {name}.");
        if (Read(command, arguments, out var values) is { } problem) return CommandResult.Invalid(problem);
        if (Forbid(caller, command, values) is { } refusal) return CommandResult.Refused(refusal);
        try
        {
            return await command.Run(new CommandContext(caller, services, values, progress, cancel));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return CommandResult.Failed("Given up; what was done by then stays.");
        }
        catch (StorageException e)
        {
            CommandsLog.Failed(logger, name, e);
            return CommandResult.Failed($"The store failed: {e.Message}");
        }
#pragma warning disable CA1031 // the one place where a command's bug becomes its answer
        catch (Exception e)
#pragma warning restore CA1031
        {
            CommandsLog.Failed(logger, name, e);
            return CommandResult.Failed("An internal error; the server's log has the details.");
        }
    }

    private static string? Read(Command command, IReadOnlyDictionary<string, IReadOnlyList<string>> arguments, out Dictionary<CommandArgument, object> values)
    {
        values = [];
        foreach (var name in arguments.Keys)
        {
            if (command.Arguments.All(argument => argument.Name != name))
            {
                return $"{command.Name} has no argument '{name}'{OptionNames.DidYouMean(name, command.Arguments.Select(argument => argument.Name))}";
            }
        }
        foreach (var argument in command.Arguments)
        {
            if (!arguments.TryGetValue(argument.Name, out var texts) || texts.Count == 0)
            {
                if (argument.IsRequired) return $"{command.Name} needs {argument.Name}: {argument.Summary}.";
                continue;
            }
            if (argument.Read(texts, out var value) is { } problem) return $"{argument.Name}: {problem}.";
            values.Add(argument, value!);
        }
        foreach (var secret in command.Arguments.OfType<SecretArgument>())
        {
            if (secret.NeededWith is { } cause && values.ContainsKey(cause) && !values.ContainsKey(secret)) return $"{command.Name} needs {secret.Name} with {cause.Name}.";
        }
        return null;
    }

    // Permission per argument: what an admin of a host names must be on his hosts. An optional host left out means all of them.
    private static string? Forbid(CommandCaller caller, Command command, Dictionary<CommandArgument, object> values)
    {
        if (caller.IsServerAdmin) return null;
        foreach (var argument in command.Arguments)
        {
            if (!values.TryGetValue(argument, out var value))
            {
                if (argument is not HostArgument) continue;
                if (caller.Hosts is not [var only]) return $"Say which host: {argument.Name}.";
                values[argument] = only;
            }
            else if (argument.HostOf(value) is { } host && !caller.Administers(host)) return $"You are no admin of {host}.";
            // Lines name accounts that only the command can read.
            else if (argument is LinesArgument) return $"Only admins of the server may give {argument.Name}.";
        }
        return null;
    }
}
