// Commands about the configuration and the server itself.
using System.Globalization;
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
        var rows = ReloadRows(result).ToList();
        var unread = result.Certificates.Count(certificate => certificate.Problem is not null);
        if (rows.Count == 0) return CommandResult.Ok("Nothing has changed.");
        var message = $"{Count(result.Changed.Count, "option")} changed, {Count(result.Certificates.Count - unread, "certificate")} renewed"
            + (unread == 0 ? "." : $"; {Count(unread, "certificate")} could not be read.");
        return (unread == 0 ? CommandResult.Ok(message) : CommandResult.Failed(message)) with
        {
            Columns = ["what", "takes effect"],
            Rows = rows,
        };
    }

    // Row by row what holds now and what does not yet: who reloads wants to know whether he has to restart as well.
    private static IEnumerable<IReadOnlyList<string>> ReloadRows(ReloadResult result)
    {
        foreach (var path in result.Changed) yield return [path, result.NeedRestart.Contains(path) ? "after a restart" : "now"];
        foreach (var path in result.NeedRestart.Except(result.Changed)) yield return [path, "after a restart (changed before)"];
        foreach (var (host, notAfter, problem) in result.Certificates)
        {
            var inUse = notAfter is null ? "there is none to present" : "the one before stays in use";
            yield return
            [
                $"certificate of {host}",
                problem is null ? $"now; valid until {notAfter?.ToString("u", CultureInfo.InvariantCulture)}" : $"not: {problem}; {inUse}",
            ];
        }
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

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
