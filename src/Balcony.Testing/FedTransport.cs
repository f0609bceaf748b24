// A connection without a client: bytes are fed to the server on the caller's thread, and what the server writes is counted and forgotten.
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Text;
using System.Threading.Tasks.Sources;
using Balcony.Server.Net;

namespace Balcony.Testing;

/// <summary>
/// For measuring the server alone: nothing of the connection's own allocates, and everything that one <see cref="Feed"/> causes has happened when it
/// returns, unless the server went to the pool.
/// </summary>
public sealed class FedTransport : Transport, IValueTaskSource
{
    private readonly StringBuilder _heard = new();
    private ManualResetValueTaskSourceCore<bool> _waiting;
    private ReadOnlyMemory<byte> _fed;
    private volatile bool _isWaiting;
    private volatile bool _isAborted;
    private long _written;

    /// <summary>Bytes that the server has written.</summary>
    public long Written => Volatile.Read(ref _written);

    /// <summary>The server waits for input.</summary>
    public bool IsWaiting => _isWaiting;

    /// <summary>Keeps what is written as text, for logging in.</summary>
    public bool Listens { get; set; } = true;

    public override EndPoint? RemoteEndPoint => null;

    public override bool IsLoopback => true;

    public override TlsInfo? Tls { get; } = new() { Protocol = SslProtocols.Tls13, Cipher = TlsCipherSuite.TLS_AES_128_GCM_SHA256 };

    /// <summary>Hands bytes to the server, which must be waiting for them.</summary>
    public void Feed(ReadOnlyMemory<byte> bytes)
    {
        if (!_isWaiting) throw new InvalidOperationException("the server is not waiting for input");
        _isWaiting = false;
        _fed = bytes;
        _waiting.SetResult(true);
    }

    /// <summary>Hands text to the server and waits for an answer.</summary>
    /// <exception cref="TimeoutException">The answer does not come.</exception>
    public async Task AskAsync(string text, string answer)
    {
        await UntilAsync(() => _isWaiting, "input");
        lock (_heard) _heard.Clear();
        Feed(Encoding.UTF8.GetBytes(text));
        await UntilAsync(() => { lock (_heard) return _heard.ToString().Contains(answer, StringComparison.Ordinal); }, answer);
        await UntilAsync(() => _isWaiting, "input");
    }

    public override ValueTask WaitForDataAsync(CancellationToken cancel)
    {
        if (_isAborted) throw new IOException("The connection was aborted.");
        if (!_fed.IsEmpty) return default;
        _waiting.Reset();
        var waiting = new ValueTask(this, _waiting.Version);
        _isWaiting = true;
        return waiting;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        if (_isAborted) throw new IOException("The connection was aborted.");
        var count = Math.Min(buffer.Length, _fed.Length);
        _fed[..count].CopyTo(buffer);
        _fed = _fed[count..];
        return new ValueTask<int>(count);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        if (Listens)
        {
            lock (_heard) _heard.Append(Encoding.UTF8.GetString(bytes.Span));
        }
        Interlocked.Add(ref _written, bytes.Length);
        return default;
    }

    public override ValueTask StartTlsAsync(string? host, CancellationToken cancel) => throw new InvalidOperationException("it is TLS from the beginning");

    public override ValueTask CloseAsync()
    {
        Abort();
        return default;
    }

    public override void Abort()
    {
        _isAborted = true;
        if (!_isWaiting) return;
        _isWaiting = false;
        _waiting.SetResult(true);
    }

    void IValueTaskSource.GetResult(short token) => _waiting.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _waiting.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _waiting.OnCompleted(continuation, state, token, flags);

    private static async Task UntilAsync(Func<bool> isSo, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            if (TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromSeconds(30)) throw new TimeoutException($"there is no {what}");
            await Task.Yield();
        }
    }
}
