// The accepting end of a connection in memory, for a script that plays the server there.
using Balcony.Testing.Scenarios;

namespace Balcony.Testing;

/// <summary>A <see cref="MemoryTransport"/> as a wire; its TLS is that of a server.</summary>
internal sealed class AcceptedWire(MemoryTransport transport) : Wire
{
    public override bool IsSecure => transport.Tls is not null;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel) => transport.ReadAsync(buffer, cancel);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => transport.WriteAsync(bytes, cancel);

    public override ValueTask StartTlsAsync(string host, CancellationToken cancel) => transport.StartTlsAsync(host, cancel);

    public override ValueTask CloseAsync() => transport.CloseAsync();

    public override void Abort() => transport.Abort();
}
