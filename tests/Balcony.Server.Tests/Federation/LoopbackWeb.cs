// A web server of few words on the loopback address: what it answers is a function.
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Balcony.Server.Tests.Federation;

internal sealed record WebAnswer(byte[] Body, int Status = 200)
{
    public string? Location { get; init; }

    /// <summary>It says less, or nothing, of the length, and never ends.</summary>
    public bool IsEndless { get; init; }
}

internal sealed class LoopbackWeb : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, byte[], WebAnswer?> _answer;
    private readonly SslServerAuthenticationOptions? _tls;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;
    private int _requests;

    /// <param name="answer">From path and body; null: silence.</param>
    /// <param name="certificate">Null: plain HTTP.</param>
    /// <param name="chain">What is sent besides.</param>
    public LoopbackWeb(Func<string, byte[], WebAnswer?> answer, X509Certificate2? certificate = null, X509Certificate2Collection? chain = null)
    {
        _answer = answer;
        if (certificate is not null)
        {
            _tls = new SslServerAuthenticationOptions { ServerCertificateContext = SslStreamCertificateContext.Create(certificate, chain, offline: true) };
        }
        _listener.Start();
        _serving = ServeAsync();
    }

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    public string Address => $"http://127.0.0.1:{EndPoint.Port}";

    public int Requests => Volatile.Read(ref _requests);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                _ = AnswerAsync(client);
            }
            catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                Stream stream = client.GetStream();
                if (_tls is not null)
                {
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(_tls, _end.Token);
                    stream = secure;
                }
                var (path, body) = await ReadAsync(stream);
                Interlocked.Increment(ref _requests);
                if (_answer(path, body) is { } answer) await WriteAsync(stream, answer);
                else await Task.Delay(Timeout.Infinite, _end.Token);
            }
            catch (Exception fault) when (fault is OperationCanceledException or IOException or System.Security.Authentication.AuthenticationException)
            {
                // The other side has gone.
            }
        }
    }

    private async Task<(string Path, byte[] Body)> ReadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _end.Token) == 0) throw new IOException("cut");
            head.Append((char)one[0]);
        }
        var lines = head.ToString().Split("\r\n");
        var length = lines.FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        var body = new byte[length is null ? 0 : int.Parse(length[15..].Trim(), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _end.Token);
        return (lines[0].Split(' ')[1], body);
    }

    private async Task WriteAsync(Stream stream, WebAnswer answer)
    {
        var location = answer.Location is null ? "" : $"Location: {answer.Location}\r\n";
        var length = answer.IsEndless ? "" : $"Content-Length: {answer.Body.Length}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer.Status} So\r\n{location}{length}Connection: close\r\n\r\n"), _end.Token);
        do
        {
            await stream.WriteAsync(answer.Body, _end.Token);
        }
        while (answer.IsEndless);
        await stream.FlushAsync(_end.Token);
    }
}
