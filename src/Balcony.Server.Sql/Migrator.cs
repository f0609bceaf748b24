// Brings a database's schema to what this program knows.
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Balcony.Server.Storage;

namespace Balcony.Server.Sql;

/// <summary>
/// Runs the numbered scripts in Migrations/ that a database has not seen, forward only, all in one transaction that no other process can run beside it.
/// A script that was published is never edited: its checksum is kept.
/// </summary>
internal static class Migrator
{
    private const string Versions =
        "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, checksum TEXT NOT NULL, applied BIGINT NOT NULL)";

    /// <exception cref="StorageVersionException">The database is newer than this program, or was made by other scripts.</exception>
    public static void Migrate(SqlDialect dialect, SqlSession session, TimeProvider clock) => Migrate(dialect, session, clock, Scripts(dialect.Name));

    internal static void Migrate(SqlDialect dialect, SqlSession session, TimeProvider clock, IReadOnlyList<(int Version, string Sql)> scripts) =>
        dialect.Migrate(session, () => Apply(session, clock, scripts));

    /// <summary>In a transaction that the caller has begun.</summary>
    internal static void Apply(SqlSession session, TimeProvider clock, IReadOnlyList<(int Version, string Sql)> scripts)
    {
        session.RunScript(Versions);
        var applied = Applied(session);
        var newest = applied.Keys.DefaultIfEmpty(0).Max();
        var known = scripts.Count == 0 ? 0 : scripts[^1].Version;
        if (newest > known)
        {
            throw new StorageVersionException(
                $"the database has schema version {newest}, this program knows up to {known}: it was used by a newer Balcony, use that one");
        }
        foreach (var (version, sql) in scripts)
        {
            var checksum = Checksum(sql);
            if (applied.TryGetValue(version, out var before))
            {
                if (before != checksum)
                    throw new StorageVersionException($"schema version {version} of the database was made by another script than this program's");
                continue;
            }
            session.RunScript(sql);
            session["INSERT INTO schema_version (version, checksum, applied) VALUES ($1, $2, $3)"]
                .Bind(1, version).Bind(2, checksum).Bind(3, StoreTime.ToMicroseconds(clock.GetUtcNow())).Run();
        }
    }

    /// <summary>A folder's scripts, by number; names are like `0001-stores.sql`.</summary>
    internal static IReadOnlyList<(int Version, string Sql)> Scripts(string folder)
    {
        var assembly = typeof(Migrator).Assembly;
        var scripts =
            from name in assembly.GetManifestResourceNames()
            where name.StartsWith(folder + "/", StringComparison.Ordinal)
            let version = int.Parse(name.AsSpan(folder.Length + 1, 4), NumberStyles.None, CultureInfo.InvariantCulture)
            orderby version
            select (version, Read(assembly, name));
        return [.. scripts];
    }

    private static Dictionary<int, string> Applied(SqlSession session)
    {
        var applied = new Dictionary<int, string>();
        var select = session["SELECT version, checksum FROM schema_version"];
        while (select.Read()) applied.Add((int)select.Int64(0), select.Text(1));
        return applied;
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Checksum(string sql) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
}
