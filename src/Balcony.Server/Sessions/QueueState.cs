// What the writer of a session finds in its queue.
namespace Balcony.Server.Sessions;

/// <summary>What <see cref="SessionQueue.TryTake"/> found.</summary>
internal enum QueueState
{
    Item,
    Empty,

    /// <summary>The next waits for a commit.</summary>
    Gated,

    /// <summary>The next is held only by its position in the ledger.</summary>
    NotLoaded,

    /// <summary>What is left is not urgent.</summary>
    Held,
}
