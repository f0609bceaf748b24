// The client's end of a connection, as the scenario runner sees it: memory or a socket.
namespace Balcony.Testing.Scenarios;

/// <summary>Raw bytes both ways. One reader and one writer at a time.</summary>
public abstract class Wire : IAsyncDisposable
{
    /// <summary>Whether the bytes are protected already: direct TLS, or STARTTLS done.</summary>
    public abstract bool IsSecure { get; }

    /// <summary>0: the server has ended its side, or the connection broke.</summary>
    public abstract ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel);

    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel);

    /// <summary>Becomes TLS, as client. Nothing may be reading meanwhile.</summary>
    public abstract ValueTask StartTlsAsync(string host, CancellationToken cancel);

    /// <summary>Ends our side in good order.</summary>
    public abstract ValueTask CloseAsync();

    /// <summary>The connection is gone, as when a cable is pulled.</summary>
    public abstract void Abort();

    public virtual ValueTask DisposeAsync()
    {
        Abort();
        GC.SuppressFinalize(this);
        return default;
    }
}
