// Opens the database that the options name.
using Balcony.Server.Hosting;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Metering;
using Balcony.Server.Sql;
using Balcony.Server.Storage;
using Microsoft.Extensions.Logging;

namespace Balcony.Cli.Serve;

internal static class Database
{
    /// <summary>Opens it on the pool: it waits for files or a network, and the caller has other things to do.</summary>
    /// <exception cref="StorageException">It cannot be opened.</exception>
    public static Task<IStorage> OpenAsync(ServerOptions options, ILoggerFactory loggers, ServerMetrics? metrics) => Task.Run(() =>
    {
        var bounds = options.Limits.Storage with { Committed = metrics is null ? null : metrics.Committed };
        var logger = loggers.CreateLogger("Balcony.Server.Sql");
        IStorage storage = options.Storage.Kind switch
        {
            DatabaseKind.Memory => new MemoryStorage(),
            DatabaseKind.Postgresql => SqlStorage.OpenPostgreSql(options.Storage.Connection, bounds, logger),
            _ => SqlStorage.OpenSqlite(DataDirectory.DatabasePath(options.Data), bounds, logger),
        };
        metrics?.Queue("storage", () => storage.Waiting);
        return storage;
    });
}
