// The checkout that the tests were built from: where it is and which source files it has.
using Xunit;

namespace Balcony.Xmpp.Tests.Structure;

internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every C# file below the named folders, as paths relative to <see cref="Root"/>, in a stable order.</summary>
    public static IReadOnlyList<string> SourceFiles(params string[] folders) =>
        [.. folders.SelectMany(folder => Below(folder, "*.cs"))];

    public static IReadOnlyList<string> ProjectFiles() =>
        [.. Below("src", "*.csproj"), .. Below("tests", "*.csproj"), .. Below("bench", "*.csproj")];

    public static string[] ReadLines(string relativePath) => File.ReadAllLines(Path.Combine(Root, relativePath));

    /// <summary>Fails with every offender on its own line: a list cut short would hide the rest until the next run.</summary>
    public static void AssertNone(IEnumerable<string> offenders)
    {
        var found = offenders.ToList();
        if (found.Count > 0)
            Assert.Fail($"{found.Count} offenders:\n  " + string.Join("\n  ", found));
    }

    private static IEnumerable<string> Below(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Balcony.slnx")))
                return folder;
        }
        throw new InvalidOperationException($"No Balcony.slnx above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
