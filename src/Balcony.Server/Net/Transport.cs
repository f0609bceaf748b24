// The bytes below a stream: TCP with or without TLS, memory, later WebSocket.
using System.Net;

namespace Balcony.Server.Net;

/// <summary>
/// A connection as the stream above sees it. One reader and one writer at a time, which may be different threads;
/// <see cref="StartTlsAsync(string?, CancellationToken)"/> only while neither is under way.
/// </summary>
/// <remarks>The listener that accepted it disposes it when its handler returns.</remarks>
public abstract class Transport : IAsyncDisposable
{
    /// <summary>The client's address: behind a trusted proxy the one that the PROXY protocol names. Null where there is none (memory).</summary>
    public abstract EndPoint? RemoteEndPoint { get; }

    /// <summary>Whether the bytes never leave this machine.</summary>
    public abstract bool IsLoopback { get; }

    /// <summary>Null while the bytes are plain.</summary>
    public abstract TlsInfo? Tls { get; }

    /// <summary>Completes when data, or the end, can be read. Holds no buffer meanwhile: an idle connection costs none.</summary>
    /// <exception cref="IOException">The connection broke; also from reading and writing.</exception>
    public abstract ValueTask WaitForDataAsync(CancellationToken cancel);

    /// <summary>Reads what is there, at least one byte; 0 means that the peer has ended its side.</summary>
    public abstract ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel);

    /// <summary>Hands the bytes to the socket; completes synchronously unless the peer reads too slowly. The memory is the caller's again afterwards.</summary>
    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel);

    /// <summary>Becomes TLS, as server. SNI chooses the certificate; without it <paramref name="host"/>, the stream's <c>to</c>, does.</summary>
    /// <remarks>
    /// Plaintext that the peer sent after <c>&lt;starttls/&gt;</c> is never read as part of the stream that follows: what the caller has
    /// read already is the caller's to forget, and what the transport still holds meets the TLS handshake, which fails on it.
    /// </remarks>
    /// <exception cref="IOException">The handshake failed or took too long. The connection is of no more use.</exception>
    public abstract ValueTask StartTlsAsync(string? host, CancellationToken cancel);

    public ValueTask StartTlsAsync(CancellationToken cancel) => StartTlsAsync(null, cancel);

    /// <summary>Becomes TLS, as client, on a connection that we opened. The peer's certificate is not judged here.</summary>
    /// <exception cref="IOException">The handshake failed or took too long; the message says how. The connection is of no more use.</exception>
    public virtual ValueTask StartClientTlsAsync(ClientHandshake handshake, CancellationToken cancel) =>
        throw new InvalidOperationException("We are the server here.");

    /// <summary>Ends our side in good order: TLS close_notify, FIN, and, for a bounded time, the peer's end. Never throws.</summary>
    /// <remarks>Counts as a write. A read that is still waiting then ends or fails, and what the peer sends from now on is thrown away.</remarks>
    public abstract ValueTask CloseAsync();

    /// <summary>Ends at once: what waits in <see cref="ReadAsync"/> or <see cref="WriteAsync"/> fails. Any thread may call it.</summary>
    public abstract void Abort();

    public virtual ValueTask DisposeAsync()
    {
        Abort();
        GC.SuppressFinalize(this);
        return default;
    }
}
