// Where options come from: the file, over it the environment, over that the flags.
using Balcony.Server.Hosting.Options;

namespace Balcony.Cli.Configuration;

/// <summary>What was said on the command line.</summary>
/// <param name="File">--config; null: the usual place, if there is a file.</param>
/// <param name="Domain">--domain.</param>
/// <param name="Data">--data.</param>
/// <param name="Set">--set, each KEY=VALUE.</param>
internal sealed record ConfigurationFlags(string? File = null, string? Domain = null, string? Data = null, IReadOnlyList<string>? Set = null)
{
    /// <summary>What holds where the file says nothing (--dev); null: the options' own defaults.</summary>
    public OptionMap? Underneath { get; init; }
}

/// <summary>Reads the configuration, as often as asked: a reload reads it again with the same flags.</summary>
internal sealed class ConfigurationSource(
    ConfigurationFlags flags, IReadOnlyList<ModuleSection> modules, IReadOnlyList<KeyValuePair<string, string>> environment)
{
    private const string Prefix = "BALCONY__";
    private const string FileVariable = "BALCONY_CONFIG";
    private const string UsualFile = "/etc/balcony/balcony.yml";

    /// <summary>The file that is read; null when there is none.</summary>
    public string? File { get; } = flags.File
        ?? environment.FirstOrDefault(variable => variable.Key == FileVariable).Value
        // Trying things out must not touch what is installed.
        ?? (flags.Underneath is null && System.IO.File.Exists(UsualFile) ? UsualFile : null);

    public static ConfigurationSource Create(ConfigurationFlags flags, IReadOnlyList<ModuleSection> modules) => new(
        flags,
        modules,
        [.. Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Select(variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value ?? ""))
            .Where(variable => variable.Key == FileVariable || variable.Key.StartsWith(Prefix, StringComparison.Ordinal))
            // One order, or what wins would depend on the shell.
            .OrderBy(variable => variable.Key, StringComparer.Ordinal)]);

    public BoundOptions<ServerOptions> Read()
    {
        var problems = new List<OptionProblem>();
        OptionNode? tree = Over(flags.Underneath, ReadFile(problems) as OptionMap);
        foreach (var (name, value) in environment.Where(variable => variable.Key.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var path = name[Prefix.Length..].Split("__");
            if (path.Any(part => part.Length == 0)) problems.Add(new OptionProblem(new SourcePosition(name), "an option's name is missing in it"));
            // No option's name begins with a capital; names in maps that are all capitals were meant small.
            else tree = OptionTree.Set(tree, [.. path.Select(part => part.ToLowerInvariant())], Value(value, new SourcePosition(name) { HasLooseKeys = true }, problems));
        }
        tree = SetFlags(tree, problems);
        var bound = OptionBinder.Bind<ServerOptions>(tree, modules);
        // What the file's author sees first is what stands first in it.
        return bound with { Problems = [.. problems.Concat(bound.Problems).OrderBy(problem => problem.At.Line == 0).ThenBy(problem => problem.At.Line)] };
    }

    private OptionNode? ReadFile(List<OptionProblem> problems)
    {
        if (File is null) return null;
        // The reader is loaded only where there is something for it to read.
        var (root, found) = YamlFile.Read(File);
        problems.AddRange(found);
        if (root is null or OptionMap) return root;
        problems.Add(new OptionProblem(root.At, "a configuration is a map of options"));
        return null;
    }

    private static OptionMap? Over(OptionMap? below, OptionMap? file)
    {
        if (below is null || file is null) return file ?? below;
        var tree = below;
        foreach (var entry in file.Entries) tree = OptionTree.Set(tree, [entry.Key], entry.Value);
        return tree;
    }

    private OptionNode? SetFlags(OptionNode? tree, List<OptionProblem> problems)
    {
        if (flags.Domain is { } domain) tree = OptionTree.Set(tree, ["domain"], new OptionScalar(domain, new SourcePosition("--domain")));
        if (flags.Data is { } data) tree = OptionTree.Set(tree, ["data"], new OptionScalar(data, new SourcePosition("--data")));
        foreach (var setting in flags.Set ?? [])
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            var at = new SourcePosition("--set " + (equals < 0 ? setting : setting[..equals]));
            if (equals <= 0)
            {
                problems.Add(new OptionProblem(at, "write it as KEY=VALUE, such as limits:streams:maxLoginAttempts=5"));
                continue;
            }
            // Hosts have dots in them: where there is a colon, dots belong to names.
            var key = setting[..equals];
            tree = OptionTree.Set(tree, key.Split(key.Contains(':', StringComparison.Ordinal) ? ':' : '.'), Value(setting[(equals + 1)..], at, problems));
        }
        return tree;
    }

    // Lists and maps are written as in YAML: [a, b], {kind: client, port: 5222}.
    private static OptionNode Value(string text, SourcePosition at, List<OptionProblem> problems)
    {
        if (text.Length == 0 || (text[0] != '[' && text[0] != '{')) return new OptionScalar(text, at);
        var (node, found) = YamlFile.Parse(text, at.Source, directory: null, hasLines: false);
        problems.AddRange(found);
        return node ?? new OptionScalar(text, at);
    }
}
