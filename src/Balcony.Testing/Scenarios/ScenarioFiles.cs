// Where the scripts are: tests/scenarios in the checkout that the tests were built from.
namespace Balcony.Testing.Scenarios;

/// <summary>Finds and reads scripts. Names are paths below the folder, with forward slashes.</summary>
public static class ScenarioFiles
{
    public static string Folder { get; } = Path.Combine(FindRoot(), "tests", "scenarios");

    // BALCONY_SCRIPTS=0114,0355-disco runs those whose names begin so.
    private static readonly string[]? Only = Environment.GetEnvironmentVariable("BALCONY_SCRIPTS")?.Split(',');

    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Folder, "*.xs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(name => Only is null || Only.Any(start => name.StartsWith(start, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

    public static ScenarioScript Read(string name) => ScriptReader.Read(name, File.ReadAllText(Path.Combine(Folder, name)));

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Balcony.slnx"))) return folder;
        }
        throw new InvalidOperationException($"No Balcony.slnx above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
