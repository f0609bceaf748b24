// The words `option NAME KEY: VALUE` of a script's [Server] block, read as the configuration file is.
using Balcony.Server.Hosting;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Modules;

namespace Balcony.Testing;

/// <summary>Options of modules by their name, and of the top-level sections that hold no hosts, listeners or files.</summary>
internal static class ScenarioOptions
{
    private const string Word = "option ";

    private static readonly SourcePosition At = new("[Server]");

    /// <exception cref="InvalidOperationException">No such option, or no value that it can have.</exception>
    public static ServerSettings Read(IReadOnlyDictionary<string, string> words)
    {
        var written = words.Where(word => word.Key.StartsWith(Word, StringComparison.Ordinal)).Select(word => (Path: word.Key[Word.Length..].Split(' '), word.Value)).ToList();
        var modules = ModuleCatalog.All.Select(entry => new ModuleSection(entry.Info.Name, entry.Info.Options, entry.Info.IsOnByDefault)).ToList();
        bool IsModule(string name) => modules.Exists(module => module.Name == name);
        OptionEntry[] Sections(bool areModules) =>
        [
            .. written.Where(option => IsModule(option.Path[0]) == areModules).GroupBy(option => option.Path[0])
                .Select(section => Entry(section.Key, new OptionMap([.. section.Select(option => Nested(option.Path[1..], option.Value))], At))),
        ];
        var tree = new OptionMap([.. Sections(areModules: false), Entry("modules", new OptionMap(Sections(areModules: true), At))], At);
        var bound = OptionBinder.Bind<ServerOptions>(tree, modules);
        return bound.IsValid ? bound.Value.ToSettings() : throw new InvalidOperationException(string.Join('\n', bound.Problems));
    }

    private static OptionEntry Nested(string[] path, string value) =>
        Entry(path[0], path.Length == 1 ? new OptionScalar(value, At) : new OptionMap([Nested(path[1..], value)], At));

    private static OptionEntry Entry(string key, OptionNode value) => new(key, At, value);
}
