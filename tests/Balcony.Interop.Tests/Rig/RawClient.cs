// A client that says exactly what a test wants, rude things included.
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Balcony.Interop.Tests.Rig;

internal sealed class RawClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private Stream _stream = Stream.Null;
    private readonly StringBuilder _read = new();
    private readonly byte[] _buffer = new byte[16 * 1024];

    private static string StreamHeader =>
        $"<stream:stream to='{BalconyProcess.Domain}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";

    public static async Task<RawClient> ConnectAsync(int port)
    {
        var client = new RawClient();
        await client._socket.ConnectAsync(IPAddress.Loopback, port);
        client._stream = new NetworkStream(client._socket);
        return client;
    }

    /// <summary>Connects to the port for direct TLS; what the certificate says is other tests' concern.</summary>
    public static async Task<RawClient> ConnectTlsAsync(int port)
    {
        var client = await ConnectAsync(port);
#pragma warning disable CA5359 // The other tests check certificates; here they would be one more thing to hand around.
        var tls = new SslStream(client._stream, leaveInnerStreamOpen: false, static (_, _, _, _) => true);
#pragma warning restore CA5359 // As above.
        await tls.AuthenticateAsClientAsync(BalconyProcess.Domain);
        client._stream = tls;
        return client;
    }

    /// <summary>Registers the account over direct TLS, logs in and is available.</summary>
    public static async Task<RawClient> LoginAsync(int port, string local)
    {
        using (var registering = await ConnectTlsAsync(port))
        {
            await registering.AskAsync(StreamHeader, "</stream:features>");
            await registering.AskAsync("<iq type='set' id='made'><query xmlns='jabber:iq:register'>"
                + $"<username>{local}</username><password>raw</password></query></iq>", "made");
        }
        var client = await ConnectTlsAsync(port);
        await client.AskAsync(StreamHeader, "</stream:features>");
        var plain = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{local}\0raw"));
        await client.AskAsync($"<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{plain}</auth>", "<success");
        await client.AskAsync(StreamHeader, "</stream:features>");
        await client.AskAsync("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>", "</iq>");
        await client.AskAsync("<presence/>", "<presence");
        return client;
    }

    /// <summary>Sends a stream header to the server's host and reads on until the text.</summary>
    public Task<string> OpenAsync(string until) => AskAsync(StreamHeader, until);

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await _stream.WriteAsync(bytes);

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends, then reads until the answer contains the text.</summary>
    public async Task<string> AskAsync(string text, string until)
    {
        await SendAsync(text);
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            var seen = _read.ToString();
            var end = seen.IndexOf(until, StringComparison.Ordinal);
            if (end >= 0)
            {
                _read.Clear().Append(seen.AsSpan(end + until.Length));
                return seen[..(end + until.Length)];
            }
            var count = await _stream.ReadAsync(_buffer, deadline.Token);
            Assert.True(count > 0, $"closed while waiting for {until}: {seen}");
            _read.Append(Encoding.UTF8.GetString(_buffer, 0, count));
        }
    }

    /// <summary>Everything until the server closes the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            while (await _stream.ReadAsync(_buffer, deadline.Token) is > 0 and var count)
                _read.Append(Encoding.UTF8.GetString(_buffer, 0, count));
        }
        catch (IOException)
        {
            // Reset: the server closed while bytes of ours were on their way.
        }
        return _read.ToString();
    }

    public void Dispose()
    {
        // The socket first: closing TLS in good order would wait for a peer that may not read.
        _socket.Dispose();
        _stream.Dispose();
    }
}
