// The bytes below a client's stream.
using System.Security.Authentication;
using Balcony.Xmpp.Tls;

namespace Balcony.Client;

/// <summary>A connection as the stream above sees it: one reader and one writer at a time, which may be different threads.</summary>
public abstract class ClientTransport : IAsyncDisposable
{
    /// <summary>The bytes are encrypted, or need not be because they never leave the machine.</summary>
    public abstract bool IsSecure { get; }

    /// <summary>What a login can be bound to; empty while not encrypted.</summary>
    public virtual ChannelBindings Bindings => ChannelBindings.None;

    /// <summary>At least one byte; 0 means that the server has ended its side.</summary>
    /// <exception cref="IOException">The connection broke; also from writing.</exception>
    public abstract ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel);

    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel);

    /// <summary>Becomes TLS, as client, while nobody reads or writes.</summary>
    /// <param name="domain">Whom the certificate must be for.</param>
    /// <param name="cancel">Leaves the connection unusable.</param>
    /// <exception cref="AuthenticationException">The server is not believed.</exception>
    public abstract ValueTask StartTlsAsync(string domain, CancellationToken cancel);

    /// <summary>Ends our side in good order. Never throws.</summary>
    public abstract ValueTask CloseAsync();

    /// <summary>Ends at once: what waits in reading or writing fails. Any thread may call it.</summary>
    public abstract void Abort();

    /// <summary>What writing to a connection throws that is no longer there, or that never became TLS.</summary>
    internal static bool IsGone(Exception fault) =>
        fault is IOException or ObjectDisposedException or InvalidOperationException or AuthenticationException;

    public virtual ValueTask DisposeAsync()
    {
        Abort();
        GC.SuppressFinalize(this);
        return default;
    }
}
