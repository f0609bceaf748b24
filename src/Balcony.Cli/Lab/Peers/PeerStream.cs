// One XML stream of a scripted server (RFC 6120 §4), with the faults that its script asks for.
using System.Text;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Cli.Lab.Peers;

/// <summary>The peer has done what its script says and has nothing more to do on this stream.</summary>
internal sealed class PeerEndsException(Outcome outcome, string what) : Exception(what)
{
    public Outcome Outcome => outcome;
}

/// <summary>One reader; any number of writers.</summary>
internal sealed class PeerStream(Stream bytes, PeerScript script, PeerTrace trace, TimeProvider clock, string contentNs = PeerStream.ServerNs)
    : IAsyncDisposable
{
    public const string ServerNs = "jabber:server";

    private const int BufferBytes = 8 * 1024;
    private static readonly TimeSpan DripEvery = TimeSpan.FromSeconds(1);

    private readonly XmlStreamReader _reader = new(new XmlLimits { MaxStanzaBytes = 1024 * 1024 }, contentNs);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly byte[] _buffer = new byte[BufferBytes];
    private Stream _bytes = bytes;
    private ReadOnlyMemory<byte> _unread;
    private bool _isDripping;

    public PeerTrace Trace { get; } = trace;

    public PeerScript Script { get; } = script;

    public bool IsSecure { get; private set; }

    /// <summary>TLS begins, on the connection as it is now; what was read and not used is nobody's (RFC 6120 §5.4.3.3).</summary>
    public async Task SecureAsync(Func<Stream, Task<SecureChannel>> handshake)
    {
        _unread = default;
        var secure = await handshake(_bytes).ConfigureAwait(false);
        _bytes = secure.Bytes;
        IsSecure = true;
        _reader.Restart();
        Trace.Note(secure.ToString());
    }

    /// <summary>A new stream on the same connection (RFC 6120 §6.4.6).</summary>
    public void Restart() => _reader.Restart();

    /// <exception cref="StreamException">What came is no stream header.</exception>
    /// <exception cref="IOException">The connection is gone.</exception>
    public async Task<XmlElement> ReadHeaderAsync(CancellationToken cancel)
    {
        var next = await NextAsync(cancel).ConfigureAwait(false);
        if (next.Kind != XmlReadKind.StreamOpen) throw new StreamException(StreamCondition.BadFormat, "no stream header");
        Trace.Received("<stream:stream" + string.Concat(Enumerate(next.Element!)) + ">");
        return next.Element!;
    }

    /// <summary>The next element; null at the stream's end.</summary>
    /// <exception cref="StreamException">What came is not XML.</exception>
    /// <exception cref="IOException">The connection is gone.</exception>
    public async Task<XmlElement?> ReadAsync(CancellationToken cancel)
    {
        var next = await NextAsync(cancel).ConfigureAwait(false);
        Trace.Received(next.Element is { } element ? Encoding.UTF8.GetString(element.Utf8.Span) : "</stream:stream>");
        return next.Kind == XmlReadKind.Element ? next.Element : null;
    }

    public Task WriteAsync(string xml, CancellationToken cancel)
    {
        Trace.Sent(xml);
        return WriteRawAsync(xml, cancel);
    }

    /// <summary>The stream has come to <paramref name="step"/>: here the peer fails if its script says so.</summary>
    /// <exception cref="PeerEndsException">It failed.</exception>
    public async Task AtAsync(PeerStep step, CancellationToken cancel)
    {
        if (Script.At != step) return;
        Trace.Note($"{Script.Fault} at {step}");
        switch (Script.Fault)
        {
            case PeerFault.Drips:
                _isDripping = true;
                break;
            case PeerFault.FallsSilent:
                await WaitForEndAsync(cancel).ConfigureAwait(false);
                break;
            case PeerFault.Floods:
                await FloodAsync(cancel).ConfigureAwait(false);
                break;
            default:
                if (step == PeerStep.InHandshake) await WriteHalfHandshakeAsync(cancel).ConfigureAwait(false);
                if (step == PeerStep.InHeader) await WriteRawAsync("<?xml version='1.0'?><stream:stream xmlns='jabber:ser", cancel).ConfigureAwait(false);
                if (step == PeerStep.InStanza) await WriteRawAsync("<message type='chat' to='", cancel).ConfigureAwait(false);
                throw new PeerEndsException(Outcome.Refused, $"the peer closed: {step}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        try
        {
            await _bytes.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The other side was faster.
        }
    }

    private static IEnumerable<string> Enumerate(XmlElement header)
    {
        foreach (var attribute in header.Attributes) yield return $" {attribute.Name}='{attribute.Value}'";
    }

    // Reads, to see how long the tested server puts up with it, and says nothing.
    private async Task WaitForEndAsync(CancellationToken cancel)
    {
        while (await _bytes.ReadAsync(_buffer, cancel).ConfigureAwait(false) > 0)
        {
            // What it says meanwhile changes nothing.
        }
        throw new PeerEndsException(Outcome.Refused, "it ended the connection");
    }

    private async Task FloodAsync(CancellationToken cancel)
    {
        // Enough that no limit in use lets it through: RFC 6120 §13.12 lets servers stop at 10,000 bytes.
        const int mostMegabytes = 64;
        var text = new string('x', 16 * 1024);
        await WriteRawAsync("<message type='chat' xml:lang='en'><body>", cancel).ConfigureAwait(false);
        for (var chunk = 0; chunk < mostMegabytes * 64; chunk++)
        {
            await WriteRawAsync(text, cancel).ConfigureAwait(false);
        }
        Trace.Note($"the tested server took {mostMegabytes} MB of one stanza");
        throw new PeerEndsException(Outcome.Accepted, $"it took {mostMegabytes} MB of one stanza");
    }

    // The record header of a handshake message that is longer than what follows.
    private async Task WriteHalfHandshakeAsync(CancellationToken cancel)
    {
        byte[] half = [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03];
        await _bytes.WriteAsync(half, cancel).ConfigureAwait(false);
        await _bytes.FlushAsync(cancel).ConfigureAwait(false);
    }

    private async Task WriteRawAsync(string xml, CancellationToken cancel)
    {
        var utf8 = Encoding.UTF8.GetBytes(xml);
        await _writing.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (!_isDripping)
            {
                await _bytes.WriteAsync(utf8, cancel).ConfigureAwait(false);
                await _bytes.FlushAsync(cancel).ConfigureAwait(false);
                return;
            }
            for (var at = 0; at < utf8.Length; at++)
            {
                await _bytes.WriteAsync(utf8.AsMemory(at, 1), cancel).ConfigureAwait(false);
                await _bytes.FlushAsync(cancel).ConfigureAwait(false);
                await Task.Delay(DripEvery, clock, cancel).ConfigureAwait(false);
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task<XmlReadResult> NextAsync(CancellationToken cancel)
    {
        while (true)
        {
            if (TryNext(out var next)) return next;
            var count = await _bytes.ReadAsync(_buffer, cancel).ConfigureAwait(false);
            if (count == 0) throw new IOException("the connection was closed without ending the stream");
            _unread = _buffer.AsMemory(0, count);
        }
    }

    private bool TryNext(out XmlReadResult next)
    {
        var input = _unread.Span;
        do
        {
            next = input.IsEmpty ? default : _reader.Read(ref input);
        }
        while (next.Kind == XmlReadKind.Whitespace);
        _unread = _unread[^input.Length..];
        return next.Kind != XmlReadKind.NeedMoreData;
    }
}
