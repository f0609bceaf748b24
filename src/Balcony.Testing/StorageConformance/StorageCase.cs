// The conformance suite: what every storage must do, as cases that any test program can run.
using System.Reflection;

namespace Balcony.Testing.StorageConformance;

/// <summary>A case that failed says what it saw.</summary>
public sealed class ConformanceException : Exception
{
    public ConformanceException()
    {
    }

    public ConformanceException(string message) : base(message)
    {
    }

    public ConformanceException(string message, Exception cause) : base(message, cause)
    {
    }
}

/// <summary>The cases by name: each public method of the case classes is one.</summary>
public static class StorageCases
{
    private static readonly Type[] Suites = [typeof(ShapeCases), typeof(ArchiveCases), typeof(LedgerCases), typeof(ImportCases), typeof(SearchCases), typeof(CommitCases)];

    public static IEnumerable<string> Names => Suites.SelectMany(Cases).Select(NameOf);

    public static Task RunAsync(string name, StorageRig rig) =>
        (Task)Suites.SelectMany(Cases).Single(method => NameOf(method) == name).Invoke(null, [rig])!;

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static IEnumerable<MethodInfo> Cases(Type suite) =>
        suite.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);
}

internal static class Expect
{
    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual)) throw new ConformanceException($"{what}: expected {expected}, was {actual}");
    }

    public static void Same<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        var (wanted, seen) = (expected.ToList(), actual.ToList());
        if (!wanted.SequenceEqual(seen))
            throw new ConformanceException($"{what}: expected [{string.Join(", ", wanted)}], was [{string.Join(", ", seen)}]");
    }

    public static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> source)
    {
        var list = new List<T>();
        await foreach (var item in source.ConfigureAwait(false)) list.Add(item);
        return list;
    }
}
