// Whether the database takes what it is given.
using Balcony.Server.Storage;

namespace Balcony.Server.Checks;

/// <summary>The last commit, or the last try to recover, succeeded.</summary>
public sealed class StorageCheck(IStorage storage) : Check("storage.commits")
{
    protected override IEnumerable<CheckResult> Look()
    {
        var health = storage.Health;
        yield return health.IsHealthy
            ? Passed($"{storage.Waiting} units wait")
            : Failed(
                CheckSeverity.Error, health.LastError?.Message ?? "the last commit failed",
                "What must be kept is refused until the database works again: senders get resource-constraint.",
                "See the disk, or the database server, and the log.");
    }
}
