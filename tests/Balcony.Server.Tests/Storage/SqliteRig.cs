// A database file in a folder of its own.
using Balcony.Server.Sql;
using Balcony.Server.Storage;
using Balcony.Testing.StorageConformance;

namespace Balcony.Server.Tests.Storage;

internal sealed class SqliteRig : StorageRig
{
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "balcony-store-" + Guid.NewGuid().ToString("N"));

    public string File => Path.Combine(Folder, "balcony.db");

    public override IStorage Open(StorageOptions? options = null, TimeProvider? clock = null) => SqlStorage.OpenSqlite(File, options, clock: clock);

    public override ValueTask DisposeAsync()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
