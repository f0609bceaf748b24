// The connecting end of a connection in memory, for a server that connects.
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Balcony.Server.Net;
using Balcony.Testing.Scenarios;

namespace Balcony.Testing;

/// <summary>As <see cref="MemoryTransport"/> at the other end: TLS is played.</summary>
internal sealed class WireTransport(Wire wire) : Transport
{
    private readonly byte[] _ahead = new byte[16 * 1024];
    private ReadOnlyMemory<byte> _read;
    private volatile bool _isEnded;
    private TlsInfo? _tls;

    public override EndPoint? RemoteEndPoint { get; } = new IPEndPoint(IPAddress.Loopback, 5269);

    public override bool IsLoopback => true;

    public override TlsInfo? Tls => _tls;

    /// <summary>Nothing more will come.</summary>
    public bool IsEnded => _isEnded;

    public override async ValueTask WaitForDataAsync(CancellationToken cancel)
    {
        if (!_read.IsEmpty || _isEnded) return;
        int length = await wire.ReadAsync(_ahead, cancel);
        _read = _ahead.AsMemory(0, length);
        _isEnded = length == 0;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        await WaitForDataAsync(cancel);
        var length = Math.Min(buffer.Length, _read.Length);
        _read[..length].CopyTo(buffer);
        _read = _read[length..];
        return length;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => wire.WriteAsync(bytes, cancel);

    public override ValueTask StartTlsAsync(string? host, CancellationToken cancel) => throw new InvalidOperationException("We are the client here.");

    public override async ValueTask StartClientTlsAsync(ClientHandshake handshake, CancellationToken cancel)
    {
        await wire.StartTlsAsync(handshake.ServerName, cancel);
        _tls = new TlsInfo
        {
            Protocol = SslProtocols.Tls13,
            Cipher = TlsCipherSuite.TLS_AES_128_GCM_SHA256,
            ServerName = handshake.ServerName,
            Peer = PeerCertificates.Of(TestCertificate.Any.Leaf, []),
        };
    }

    public override ValueTask CloseAsync() => wire.CloseAsync();

    public override void Abort()
    {
        _isEnded = true;
        wire.Abort();
    }
}
