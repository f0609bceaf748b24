// The measures that take a large database: `-- archive sqlite 10000000` and so on; bench/README.md has them all.
using System.Globalization;

namespace Balcony.Benchmarks.Measures;

internal static class Measure
{
    private const string Usage = """
        archive  sqlite|postgresql [MESSAGES]   fill an archive (10,000,000 messages), bytes a message on the disk, times of pages
        restart  sqlite|postgresql [MESSAGES]   from start to login when so many messages (1,000,000) wait for clients
        commits  sqlite|postgresql [SECONDS]    how long a message waits for its commit at 500 and 5,000 a second (30 s each)
        The database is made under the temporary folder (TMPDIR) and deleted at the end: 10 million messages take about 6 GB with SQLite, 15 GB with PostgreSQL.
        """;

    /// <returns>False when the arguments ask for something else than a measure.</returns>
    public static async Task<bool> RunAsync(string[] args, TextWriter output)
    {
        if (args is ["measures"])
        {
            await output.WriteLineAsync(Usage);
            return true;
        }
        if (args is not [("archive" or "restart" or "commits") and var name, ("sqlite" or "postgresql") and var kind, ..]) return false;
        int? number = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : null;
        await using var store = await MeasuredStore.CreateAsync(kind);
        await (name switch
        {
            "archive" => new ArchiveMeasure(store, number ?? 10_000_000, output).RunAsync(),
            "restart" => new RestartMeasure(store, number ?? 1_000_000, output).RunAsync(),
            _ => new CommitMeasure(store, number ?? 30, output).RunAsync(),
        });
        return true;
    }
}
