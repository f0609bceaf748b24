// A connection of which a test writes the client's words and reads the server's, under TLS that is only claimed.
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Text;
using System.Threading.Channels;
using Balcony.Server.Net;
using Xunit;

namespace Balcony.Server.Tests.Streams;

internal sealed class WordsTransport : Transport
{
    private readonly Channel<byte[]> _words = Channel.CreateBounded<byte[]>(64);
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(string Text, TaskCompletionSource Heard)> _awaited = [];

    /// <summary>Hears each answer while it is written.</summary>
    public Action<string>? Written { get; set; }

    public Task Closed => _closed.Task;

    public string Said
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    /// <summary>What was said since the last time.</summary>
    public string Take()
    {
        lock (_said)
        {
            var said = _said.ToString();
            _said.Clear();
            return said;
        }
    }

    public override EndPoint? RemoteEndPoint { get; } = new IPEndPoint(IPAddress.Parse("192.0.2.7"), 40_000);

    public override bool IsLoopback => false;

    public override TlsInfo? Tls { get; } = new TlsInfo
    {
        Protocol = SslProtocols.Tls13,
        Cipher = TlsCipherSuite.TLS_AES_128_GCM_SHA256,
        ServerName = "example.org",
        ApplicationProtocol = "xmpp-client",
    };

    public void Say(string words) => Assert.True(_words.Writer.TryWrite(Encoding.UTF8.GetBytes(words)));

    /// <summary>Says something and waits for an answer that has this in it; what was said before is forgotten.</summary>
    public Task AskAsync(string words, string answer)
    {
        lock (_said) _said.Clear();
        var heard = HearAsync(answer);
        Say(words);
        return heard;
    }

    /// <summary>Waits for something that is said.</summary>
    public Task HearAsync(string text)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_said)
        {
            if (_said.ToString().Contains(text, StringComparison.Ordinal)) heard.SetResult();
            else _awaited.Add((text, heard));
        }
        return heard.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    /// <summary>As far as a bound resource.</summary>
    public async Task LogInAsync(string name, string password)
    {
        const string Header = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='example.org' version='1.0'>";
        var plain = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{name}\0{password}"));
        await AskAsync(Header, "</stream:features>");
        await AskAsync($"<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{plain}</auth>", "<success");
        await AskAsync(Header, "</stream:features>");
        await AskAsync("<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>", "</iq>");
    }

    public void Leave() => _words.Writer.TryComplete();

    public override async ValueTask WaitForDataAsync(CancellationToken cancel) => await _words.Reader.WaitToReadAsync(cancel);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        if (!_words.Reader.TryRead(out var words)) return new(0);
        words.CopyTo(buffer);
        return new(words.Length);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var text = Encoding.UTF8.GetString(bytes.Span);
        lock (_said)
        {
            _said.Append(text);
            if (_awaited.Count > 0)
            {
                var said = _said.ToString();
                _awaited.RemoveAll(one => said.Contains(one.Text, StringComparison.Ordinal) && one.Heard.TrySetResult());
            }
        }
        Written?.Invoke(text);
        return default;
    }

    public override ValueTask StartTlsAsync(string? host, CancellationToken cancel) => throw new NotSupportedException();

    public override ValueTask CloseAsync()
    {
        _closed.TrySetResult();
        return default;
    }

    public override void Abort()
    {
        _closed.TrySetResult();
        Leave();
    }
}
