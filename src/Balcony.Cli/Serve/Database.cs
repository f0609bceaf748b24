// Opens the database that the options name.
using Balcony.Server.Hosting;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Sql;
using Balcony.Server.Storage;
using Microsoft.Extensions.Logging;

namespace Balcony.Cli.Serve;

internal static class Database
{
    /// <exception cref="StorageException">It cannot be opened.</exception>
    public static Task<IStorage> OpenAsync(ServerOptions options, ILoggerFactory loggers, ServerMetrics? metrics)
    {
        var settings = new StorageOptions { Committed = metrics is null ? null : metrics.Committed };
        var logger = loggers.CreateLogger("Balcony.Server.Sql");
        IStorage storage = options.Storage.Kind switch
        {
            DatabaseKind.Memory => new MemoryStorage(),
            DatabaseKind.Postgresql => SqlStorage.OpenPostgreSql(options.Storage.Connection, settings, logger),
            _ => SqlStorage.OpenSqlite(Path.Combine(options.Data, "balcony.db"), settings, logger),
        };
        metrics?.Queue("storage", () => storage.Waiting);
        return Task.FromResult(storage);
    }
}
