// A logged-in client: RFC 6120 from the bound resource to the end of the stream.
using System.Net;
using System.Threading.Channels;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;

namespace Balcony.Client;

/// <summary>
/// A session on a server. Any thread may send and ask. What arrives is read by <see cref="ReadAllAsync"/>, except for answers to what was
/// asked and for requests, which go to their handlers (<see cref="OnGet{T}"/>, <see cref="OnSet{T}"/>).
/// </summary>
/// <example>
/// <code>
/// await using var client = await XmppClient.ConnectAsync(new() { Account = BareJid.Parse("juliet@capulet.lit"), Password = "..." });
/// await client.SendAsync(new Presence(PresenceType.Available, null, null));
/// await foreach (var stanza in client.ReadAllAsync()) { ... }
/// </code>
/// </example>
public sealed partial class XmppClient : IAsyncDisposable
{
    private readonly XmppClientOptions _options;
    private readonly ClientStream _stream;
    private readonly Channel<Stanza> _inbox;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationTokenSource _gone = new();
    private readonly CancellationToken _whenGone;
    private Task _reading = Task.CompletedTask;
    private int _isDisposed;

    private XmppClient(XmppClientOptions options, ClientStream stream, FullJid address)
    {
        _options = options;
        _stream = stream;
        Address = address;
        _whenGone = _gone.Token;
        _inbox = Channel.CreateBounded<Stanza>(new BoundedChannelOptions(options.MaxWaitingStanzas) { SingleWriter = true });
        // XEP-0199 §4.1: servers and contacts look whether we are there.
        OnGet<Ping>((_, _) => null);
    }

    /// <summary>The address that the server bound.</summary>
    public FullJid Address { get; }

    /// <summary>Connects over TCP and logs in.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">Nobody answers there.</exception>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The server's certificate is not believed.</exception>
    /// <exception cref="Balcony.Xmpp.Sasl.SaslException">The server refuses the login, or is not the one that knows the password.</exception>
    /// <exception cref="StanzaException">The server refuses the resource.</exception>
    /// <exception cref="StreamException">The server reports an error or offers too little; <see cref="StreamException.OtherHost"/> may say where to go.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="TimeoutException">It took longer than <see cref="XmppClientOptions.ConnectWithin"/>.</exception>
    public static Task<XmppClient> ConnectAsync(XmppClientOptions options, CancellationToken cancel = default)
    {
        var endPoint = options.EndPoint ?? new DnsEndPoint(HostName(options.Account.Domain), options.Tls.IsDirect ? 5223 : 5222);
        return ConnectAsync(options, async within => await StreamTransport.ConnectAsync(endPoint, options.Tls, within).ConfigureAwait(false), cancel);
    }

    /// <summary>Logs in over a connection that exists, and which the client owns from now on.</summary>
    /// <inheritdoc cref="ConnectAsync(XmppClientOptions, CancellationToken)"/>
    public static Task<XmppClient> ConnectAsync(XmppClientOptions options, ClientTransport transport, CancellationToken cancel = default) =>
        ConnectAsync(options, _ => new ValueTask<ClientTransport>(transport), cancel);

    /// <summary>Sends a stanza. The server stamps <c>from</c>; one that is set must be ours.</summary>
    /// <exception cref="IOException">The connection is gone, or the stream has been ended.</exception>
    public async ValueTask SendAsync(Stanza stanza, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            // Half a stanza written would break the stream for all: once begun, only the end of the connection stops it.
            await _stream.WriteAsync(writer => stanza.WriteTo(writer), _whenGone).ConfigureAwait(false);
        }
        catch (OperationCanceledException fault)
        {
            throw new IOException("the client has been closed", fault);
        }
    }

    /// <summary>
    /// What arrives, in order, until the stream ends; then it completes, or throws what ended it. Several readers share the stanzas among them.
    /// </summary>
    /// <exception cref="StreamException">The server ended the stream with an error.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public IAsyncEnumerable<Stanza> ReadAllAsync(CancellationToken cancel = default) => _inbox.Reader.ReadAllAsync(cancel);

    /// <summary>Ends the stream in good order: what the server still sends is dropped, and it has a few seconds to end its side. Never throws.</summary>
    public async ValueTask CloseAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            await _reading.ConfigureAwait(false);
            return;
        }
        using (var within = new CancellationTokenSource(_options.CloseWithin, _options.Clock))
        {
            try
            {
                await _closing.CancelAsync().ConfigureAwait(false);
                await _stream.EndAsync(null, within.Token).ConfigureAwait(false);
                await _reading.WaitAsync(within.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // It had its time.
            }
        }
        await _gone.CancelAsync().ConfigureAwait(false);
        _stream.Transport.Abort();
        await _reading.ConfigureAwait(false);
        await _stream.Transport.DisposeAsync().ConfigureAwait(false);
        _stream.Dispose();
        _closing.Dispose();
        _gone.Dispose();
    }

    public ValueTask DisposeAsync() => CloseAsync();

    private static async Task<XmppClient> ConnectAsync(
        XmppClientOptions options, Func<CancellationToken, ValueTask<ClientTransport>> connect, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(options.ConnectWithin, options.Clock);
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        ClientTransport? transport = null;
        ClientStream? stream = null;
        try
        {
            transport = await connect(within.Token).ConfigureAwait(false);
            stream = new ClientStream(transport, options.Limits);
            var address = await new Negotiation(stream, options, within.Token).RunAsync().ConfigureAwait(false);
            var client = new XmppClient(options, stream, address);
            client._reading = client.ReadAsync();
            return client;
        }
        catch (Exception fault)
        {
            if (stream is not null)
            {
                // Quickly, and only if it can be: the caller waits for the reason.
                if (!within.IsCancellationRequested) await stream.EndAsync((fault as StreamException)?.Condition, within.Token).ConfigureAwait(false);
                stream.Dispose();
            }
            if (transport is not null) await LeaveAsync(transport, options).ConfigureAwait(false);
            if (fault is OperationCanceledException && timeout.IsCancellationRequested && !cancel.IsCancellationRequested)
                throw new TimeoutException($"no session within {options.ConnectWithin.TotalSeconds} s", fault);
            throw;
        }
    }

    private static async ValueTask LeaveAsync(ClientTransport transport, XmppClientOptions options)
    {
        try
        {
            await transport.CloseAsync().AsTask().WaitAsync(options.CloseWithin, options.Clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // It does not even take a goodbye.
        }
        await transport.DisposeAsync().ConfigureAwait(false);
    }

    // An IPv6 literal stands in brackets in an address, and in none for a socket.
    private static string HostName(string domain) => domain.Trim('[', ']');
}
