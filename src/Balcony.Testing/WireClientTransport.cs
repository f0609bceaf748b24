// The client library over a connection of the scenario runner: in memory or a socket.
using Balcony.Client;
using Balcony.Testing.Scenarios;

namespace Balcony.Testing;

/// <summary>Lets an <see cref="XmppClient"/> speak through <paramref name="wire"/>, which it owns from now on.</summary>
public sealed class WireClientTransport(Wire wire) : ClientTransport
{
    public override bool IsSecure => wire.IsSecure;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel) => wire.ReadAsync(buffer, cancel);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => wire.WriteAsync(bytes, cancel);

    public override ValueTask StartTlsAsync(string domain, CancellationToken cancel) => wire.StartTlsAsync(domain, cancel);

    public override ValueTask CloseAsync() => wire.CloseAsync();

    public override void Abort() => wire.Abort();
}
