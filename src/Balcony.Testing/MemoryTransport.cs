// A connection in memory: the server's end is a Transport, the client's a Wire; two bounded pipes between them.
using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Text;
using Balcony.Server.Net;
using Balcony.Testing.Scenarios;

namespace Balcony.Testing;

/// <summary>The server's end. TLS is played: a greeting and an answer stand for the handshake, bytes stay plain, <see cref="Tls"/> says 1.3.</summary>
/// <remarks>Continuations run inline: what a client writes is handled on its thread, as with sockets whose completions are inline.</remarks>
public sealed class MemoryTransport : Transport
{
    /// <summary>What one direction holds before the writer waits, as a socket's buffers would.</summary>
    public const int BufferBytes = 64 * 1024;

    private static readonly byte[] Hello = "\x16\x03 hello "u8.ToArray();
    private static readonly byte[] HelloDone = "\x16\x03 done\n"u8.ToArray();

    private readonly Pipe _inbound = NewPipe();
    private readonly Pipe _outbound = NewPipe();
    private volatile bool _isAborted;
    private volatile bool _isClientGone;
    private volatile bool _isReading;
    private volatile bool _isClientReading;
    private volatile bool _isHeardOut;
    private volatile bool _hasSpoken;
    private long _toServer;
    private long _toClient;
    private readonly bool _isPeer;
    private TlsInfo? _tls;

    private MemoryTransport(bool isPeer) => _isPeer = isPeer;

    // As a client of the same machine: a rule for strangers must not depend on where a test runs.
    public override EndPoint? RemoteEndPoint { get; } = new IPEndPoint(IPAddress.Loopback, 1);

    public override bool IsLoopback => true;

    public override TlsInfo? Tls => _tls;

    /// <summary>The server has taken everything the client wrote and waits for more, or has left.</summary>
    /// <remarks>A read that has begun may be about to end, on another thread: the bytes are counted, too.</remarks>
    public bool IsIdle => _isAborted || (IsSilent(ref _toServer, _isHeardOut) && _isReading && IsSilent(ref _toServer, _isHeardOut));

    /// <summary>The same of the client.</summary>
    internal bool IsClientIdle => IsSilent(ref _toClient, _hasSpoken || _isAborted) && _isClientReading && IsSilent(ref _toClient, _hasSpoken || _isAborted);

    /// <summary>A new connection. The server is to serve the transport; the wire is the client's.</summary>
    /// <param name="isPeer">The other end is a server, which presents a certificate.</param>
    public static (MemoryTransport Server, Wire Client) Connect(bool isPeer = false)
    {
        var transport = new MemoryTransport(isPeer);
        return (transport, new ClientWire(transport));
    }

    public override async ValueTask WaitForDataAsync(CancellationToken cancel)
    {
        var result = await ReadInboundAsync(cancel);
        _inbound.Reader.AdvanceTo(result.Buffer.Start);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        var result = await ReadInboundAsync(cancel);
        return Take(_inbound.Reader, result, buffer, ref _toServer);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        if (_isAborted || _isClientGone) throw new IOException("The connection is gone.");
        Interlocked.Add(ref _toClient, bytes.Length);
        var result = await _outbound.Writer.WriteAsync(bytes, cancel);
        if (result.IsCanceled) throw new IOException("The connection was aborted.");
    }

    public override async ValueTask StartTlsAsync(string? host, CancellationToken cancel)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (line.Count == 0 || line[^1] != '\n')
        {
            // Anything but the greeting stands for plaintext that was sent after <starttls/>.
            if (await ReadAsync(one, cancel) == 0 || (line.Count < Hello.Length && one[0] != Hello[line.Count])) throw new IOException("The TLS handshake failed.");
            line.Add(one[0]);
        }
        _tls = new TlsInfo
        {
            Protocol = SslProtocols.Tls13,
            Cipher = TlsCipherSuite.TLS_AES_128_GCM_SHA256,
            ServerName = Encoding.ASCII.GetString([.. line.Skip(Hello.Length)]).Trim(),
            ApplicationProtocol = _isPeer ? null : "xmpp-client",
            Peer = _isPeer ? PeerCertificates.Of(TestCertificate.Any.Leaf, []) : null,
        };
        await WriteAsync(HelloDone, cancel);
    }

    public override ValueTask CloseAsync()
    {
        _hasSpoken = true;
        _outbound.Writer.Complete();
        return default;
    }

    public override void Abort()
    {
        if (_isAborted) return;
        _isAborted = true;
        _outbound.Writer.CancelPendingFlush();
        _outbound.Writer.Complete();
        _inbound.Reader.CancelPendingRead();
        // A client that waits for room is let go; it learns the rest by reading.
        _inbound.Writer.CancelPendingFlush();
    }

    private async ValueTask<ReadResult> ReadInboundAsync(CancellationToken cancel)
    {
        if (_isAborted) throw new IOException("The connection was aborted.");
        _isReading = true;
        try
        {
            var result = await _inbound.Reader.ReadAsync(cancel);
            if (!result.IsCanceled) return result;
            _inbound.Reader.AdvanceTo(result.Buffer.Start);
            throw new IOException("The connection was aborted.");
        }
        finally
        {
            _isReading = false;
        }
    }

    private static bool IsSilent(ref long bytes, bool isEnded) => !isEnded && Interlocked.Read(ref bytes) == 0;

    private static int Take(PipeReader reader, ReadResult result, Memory<byte> buffer, ref long bytes)
    {
        var count = (int)Math.Min(buffer.Length, result.Buffer.Length);
        var taken = result.Buffer.Slice(0, count);
        var copied = 0;
        foreach (var segment in taken)
        {
            segment.CopyTo(buffer[copied..]);
            copied += segment.Length;
        }
        reader.AdvanceTo(taken.End);
        Interlocked.Add(ref bytes, -count);
        return count;
    }

    private static Pipe NewPipe() => new(new PipeOptions(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline,
        pauseWriterThreshold: BufferBytes, resumeWriterThreshold: BufferBytes / 2, useSynchronizationContext: false));

    private sealed class ClientWire(MemoryTransport transport) : Wire
    {
        private bool _isSecure;

        public override bool IsSecure => _isSecure;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel)
        {
            if (transport._isClientGone) return 0;
            transport._isClientReading = true;
            ReadResult result;
            try
            {
                result = await transport._outbound.Reader.ReadAsync(cancel);
            }
            finally
            {
                transport._isClientReading = false;
            }
            return Take(transport._outbound.Reader, result, result.IsCanceled ? default : buffer, ref transport._toClient);
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
        {
            if (transport._isAborted || transport._isClientGone) throw new IOException("The connection is gone.");
            Interlocked.Add(ref transport._toServer, bytes.Length);
            await transport._inbound.Writer.WriteAsync(bytes, cancel);
        }

        public override async ValueTask StartTlsAsync(string host, CancellationToken cancel)
        {
            await WriteAsync((byte[])[.. Hello, .. Encoding.ASCII.GetBytes(host), (byte)'\n'], cancel);
            var answer = new byte[HelloDone.Length];
            for (var read = 0; read < answer.Length;)
            {
                var count = await ReadAsync(answer.AsMemory(read), cancel);
                if (count == 0) throw new IOException("The server refused the TLS handshake.");
                read += count;
            }
            if (!answer.AsSpan().SequenceEqual(HelloDone)) throw new IOException("The server answered the TLS handshake with something else.");
            _isSecure = true;
        }

        public override ValueTask CloseAsync()
        {
            transport._isHeardOut = true;
            transport._inbound.Writer.Complete();
            return default;
        }

        public override void Abort()
        {
            if (transport._isClientGone) return;
            transport._isClientGone = true;
            transport._isHeardOut = true;
            transport._inbound.Writer.Complete(new IOException("The connection was lost."));
            transport._outbound.Writer.CancelPendingFlush();
            transport._outbound.Reader.CancelPendingRead();
        }
    }
}
