// Where tests stand between a unit and its durability.
namespace Balcony.Server.Storage;

/// <summary>Asked by a <see cref="MemoryStorage"/> for each unit in order; it decides when each is applied, or that it is lost.</summary>
public interface ICommitGate
{
    /// <summary>Must not block. Units must be applied in the order of their arrival.</summary>
    void Arrive(PendingCommit commit);
}

/// <summary>A unit that has its place in the order and is not durable yet.</summary>
public sealed class PendingCommit
{
    private readonly MemoryStorage _storage;

    internal PendingCommit(MemoryStorage storage, UnitOfWork unit) => (_storage, Unit) = (storage, unit);

    public UnitOfWork Unit { get; }

    public CommitTicket Ticket { get; } = new();

    /// <summary>Makes the unit durable; then its callbacks run, on this thread.</summary>
    public void Apply() => _storage.Finish(this, null);

    /// <summary>The unit is lost; then its callbacks run, on this thread.</summary>
    public void Fail(StorageException error) => _storage.Finish(this, error);
}
