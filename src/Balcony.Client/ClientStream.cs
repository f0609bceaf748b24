// RFC 6120 §4 from the client's side: headers, features, elements and the stream's end, over a transport.
using System.Diagnostics.CodeAnalysis;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Client;

/// <summary>One XML stream and its restarts. One reader; any number of writers.</summary>
internal sealed class ClientStream(ClientTransport transport, XmlLimits limits) : IDisposable
{
    private const int BufferBytes = 8 * 1024;

    private readonly XmlStreamReader _reader = new(limits, "jabber:client");
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly byte[] _buffer = new byte[BufferBytes];
    private ReadOnlyMemory<byte> _unread;
    private bool _isEnded;
    private bool _isTold;

    public ClientTransport Transport { get; } = transport;

    /// <summary>Begins the stream, or begins it again (§4.3.3), and gives the server's features.</summary>
    public async ValueTask<XmlElement> OpenAsync(XmppClientOptions options, CancellationToken cancel)
    {
        // Whatever came after <proceed/> was not encrypted and is nobody's; the same holds for what follows <success/>.
        _unread = default;
        _reader.Restart();
        await WriteAsync(writer => WriteHeader(writer, options), cancel).ConfigureAwait(false);
        var header = await NextAsync(cancel).ConfigureAwait(false);
        if (header.Kind != XmlReadKind.StreamOpen || header.Element!.Name != "stream")
            throw new StreamException(StreamCondition.BadFormat, "the server did not open a stream");
        // §4.7.5: a server without a version has no features.
        if (header.Element.Attribute("version") is not { } version || !version.StartsWith("1.", StringComparison.Ordinal))
            throw new StreamException(StreamCondition.UnsupportedVersion);
        var features = await ReadAsync(cancel).ConfigureAwait(false);
        return features is not null && features.Is("features", XmlElement.StreamNs)
            ? features
            : throw new StreamException(StreamCondition.BadFormat, "the server sent no features");
    }

    /// <summary>The next element; null when the server has ended the stream.</summary>
    /// <exception cref="StreamException">The server reports an error, or sends what is not XMPP.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public async ValueTask<XmlElement?> ReadAsync(CancellationToken cancel)
    {
        var next = await NextAsync(cancel).ConfigureAwait(false);
        if (next.Kind == XmlReadKind.StreamClose) return null;
        if (next.Kind != XmlReadKind.Element) throw new StreamException(StreamCondition.BadFormat);
        if (!next.Element!.Is("error", XmlElement.StreamNs)) return next.Element;
        _isTold = true;
        throw ReadError(next.Element);
    }

    public async ValueTask WriteAsync(Action<XmlWriter> write, CancellationToken cancel)
    {
        using var writer = new XmlWriter();
        write(writer);
        await _writing.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (_isEnded) throw new IOException("the stream has been ended");
            await Transport.WriteAsync(writer.Written, cancel).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Ends our side (§4.4), once, with an error unless the server reported one. Never throws for a connection that is gone.</summary>
    public async ValueTask EndAsync(StreamCondition? error, CancellationToken cancel)
    {
        using var writer = new XmlWriter();
        // §4.9.1.1: an error is answered with the end alone.
        if (error is { } condition && !_isTold)
            writer.Raw("<stream:error>"u8).Start(condition.Name, StreamCondition.Ns).End().Raw("</stream:error>"u8);
        writer.Raw("</stream:stream>"u8);
        await _writing.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (_isEnded) return;
            _isEnded = true;
            await Transport.WriteAsync(writer.Written, cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (ClientTransport.IsGone(fault))
        {
            // Nobody is there to be told.
        }
        finally
        {
            _writing.Release();
        }
    }

    // The semaphore holds nothing, and who sends too late is to meet an IOException, not a disposed object.
    public void Dispose() => _reader.Dispose();

    private void WriteHeader(XmlWriter writer, XmppClientOptions options)
    {
        writer.Raw("<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0' to='"u8)
            .Raw(options.Account.Host.Utf8Escaped).Raw("'"u8);
        // §4.7.1: who we are is nobody's business before TLS.
        if (Transport.IsSecure && !options.Account.IsDomain) writer.Raw(" from='"u8).Raw(options.Account.Utf8Escaped).Raw("'"u8);
        if (options.Lang is { Length: > 0 } lang && lang.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            writer.Raw(" xml:lang='"u8).Raw(System.Text.Encoding.ASCII.GetBytes(lang)).Raw("'"u8);
        writer.Raw(">"u8);
    }

    private async ValueTask<XmlReadResult> NextAsync(CancellationToken cancel)
    {
        XmlReadResult next;
        while (!TryNext(out next))
        {
            var count = await Transport.ReadAsync(_buffer, cancel).ConfigureAwait(false);
            if (count == 0) throw new IOException("the server closed the connection without ending the stream");
            _unread = _buffer.AsMemory(0, count);
        }
        return next;
    }

    private bool TryNext([NotNullWhen(true)] out XmlReadResult next)
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

    // §4.9.1
    private static StreamException ReadError(XmlElement error)
    {
        var condition = StreamCondition.UndefinedCondition;
        string? text = null, otherHost = null;
        foreach (var child in error.Children)
        {
            if (child.Namespace != StreamCondition.Ns) continue;
            if (child.Name == "text")
            {
                text = child.Text;
                continue;
            }
            condition = new StreamCondition(child.Name);
            if (condition == StreamCondition.SeeOtherHost) otherHost = child.Text;
        }
        return new StreamException(condition, text) { OtherHost = otherHost };
    }
}
