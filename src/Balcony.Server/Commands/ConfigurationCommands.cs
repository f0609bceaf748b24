// Commands about the configuration and the server itself.
using System.Reflection;
using System.Runtime.InteropServices;
using Balcony.Server.Hosting.Options;

namespace Balcony.Server.Commands;

internal static class ConfigurationCommands
{
    private const int MaxProblemsShown = 100;

    private static readonly TextArgument Section = new("section", "Only options below this one, such as limits:streams") { IsPositional = true };

    public static IReadOnlyList<Command> All { get; } =
    [
        new("config check", "Say what is wrong with the configuration file", Check)
        {
            Permission = CommandPermission.ServerAdmin,
            Place = CommandPlace.Anywhere,
        },
        new("config show", "Show every option as it is with file, environment and flags", Show)
        {
            Arguments = [Section],
            Permission = CommandPermission.ServerAdmin,
            Place = CommandPlace.Anywhere,
        },
        new("reload", "Read the configuration and the certificates again", ReloadAsync) { Permission = CommandPermission.ServerAdmin },
        new("version", "Show the version", Version) { Place = CommandPlace.Anywhere },
    ];

    /// <summary>This program's version, as <c>balcony version</c> and XEP-0092 say it.</summary>
    public static string ProgramVersion { get; } =
        typeof(ConfigurationCommands).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private static ValueTask<CommandResult> Check(CommandContext context)
    {
        var read = context.Services.Configuration.Read();
        return new(read.IsValid
            ? CommandResult.Ok(context.Services.Configuration.File is { } file ? $"{file} is in order." : "There is no file; the defaults are in order.")
            : Broken(read.Problems, "."));
    }

    private static ValueTask<CommandResult> Show(CommandContext context)
    {
        var below = context.Get(Section)?.Replace('.', ':');
        var settings = OptionSchema.Settings(context.Services.Configuration.Options)
            .Where(setting => below is null || setting.Path == below || setting.Path.StartsWith(below + ":", StringComparison.Ordinal))
            .Select(setting => KeyValuePair.Create(setting.Path, setting.IsSecret ? "(not shown)" : setting.Value))
            .ToList();
        return new(settings.Count == 0
            ? CommandResult.NotFound($"There is no option '{below}', or nothing in it is set.")
            : CommandResult.Ok("") with { Fields = settings });
    }

    private static async ValueTask<CommandResult> ReloadAsync(CommandContext context)
    {
        var result = await context.Services.Configuration.ReloadAsync(context.Cancel);
        if (!result.IsValid) return Broken(result.Problems, "; nothing was changed.") with { Status = CommandStatus.Failed };
        var message = result.Changed.Count == 0 ? "Nothing has changed in the options; certificates were read again." : $"{result.Changed.Count} options have changed.";
        return CommandResult.Ok(message) with
        {
            Columns = result.Changed.Count == 0 ? [] : ["option", "takes effect"],
            Rows = [.. result.Changed.Select(path => (IReadOnlyList<string>)[path, result.NeedRestart.Contains(path) ? "after a restart" : "now"])],
        };
    }

    private static ValueTask<CommandResult> Version(CommandContext context) => new(CommandResult.Ok("") with
    {
        Fields =
        [
            KeyValuePair.Create("balcony", ProgramVersion),
            KeyValuePair.Create("runtime", RuntimeInformation.FrameworkDescription),
            KeyValuePair.Create("system", $"{RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}"),
        ],
    });

    private static CommandResult Broken(IReadOnlyList<OptionProblem> problems, string end) =>
        CommandResult.Invalid($"{problems.Count} {(problems.Count == 1 ? "thing is" : "things are")} wrong{end}") with
        {
            Columns = ["where", "problem"],
            Rows = [.. problems.Take(MaxProblemsShown).Select(problem => (IReadOnlyList<string>)[problem.At.ToString(), problem.Message])],
        };
}
