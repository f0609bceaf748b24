// Writing a client stream: whoever has something to write becomes the writer, everybody else only leaves it in the queue.
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Streams;

internal sealed partial class ClientStream
{
    // One TLS record carries 16 kB; more in one go would only hold more memory.
    private const int WriteBytes = 15 * 1024;

    private const int NobodyWrites = 0;
    private const int Writing = 1;
    private const int WritingWithMore = 2;

    [ThreadStatic]
    private static XmlWriter? _threadsWriter;

    private readonly Lock _gate = new();
    private XmlWriter? _control;
    private byte[]? _lastWords;
    private bool _isLastAnError;
    private int _writer;
    private List<long>? _taken;
    private long _writeBegan;
    private long _closeBegan;
    private volatile bool _isClosing;
    private bool _saidLastWords;

    // Completes when the last words are written, or never can be.
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool IsClosing => _isClosing;

    public void Flush()
    {
        while (true)
        {
            int state = Volatile.Read(ref _writer);
            if (state == NobodyWrites)
            {
                if (Interlocked.CompareExchange(ref _writer, Writing, NobodyWrites) == NobodyWrites)
                {
                    WriteQueued();
                    return;
                }
            }
            else if (state == WritingWithMore || Interlocked.CompareExchange(ref _writer, WritingWithMore, Writing) == Writing)
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    public void Close(StreamCondition condition, string? text = null) => Close(condition, text, null, null);

    /// <summary>Ends the stream with <c>see-other-host</c> (RFC 6120 §4.9.3.19).</summary>
    public void SendElsewhere(string otherHost) => Close(StreamCondition.SeeOtherHost, null, otherHost, null);

    /// <summary>Ends what takes too long: called about once a second.</summary>
    public void CheckDeadlines(long now)
    {
        if (_isClosing)
        {
            if (_services.Clock.GetElapsedTime(_closeBegan, now) > _services.Limits.CloseTimeout)
            {
                BreakOff();
            }
            return;
        }
        long began = Volatile.Read(ref _writeBegan);
        if (began != 0 && _services.Clock.GetElapsedTime(began, now) > _services.Limits.WriteTimeout)
        {
            // A client that does not read would not read an error either.
            BreakOff();
        }
        else if (_phase != Phase.Bound && _services.Clock.GetElapsedTime(_accepted, now) > _services.Limits.NegotiationTimeout)
        {
            Close(StreamCondition.ConnectionTimeout, "the login took too long");
        }
        else if (_session is { } session && ReferenceEquals(session.Shell, this) && !CheckAcknowledgements(session, now))
        {
            Close(StreamCondition.ConnectionTimeout, "no acknowledgement of what was sent");
        }
    }

    private void Close(StreamCondition condition, string? text, string? otherHost, IPayload? detail)
    {
        // XEP-0198 §5: after these the client may come back to its session; the others are final.
        _endsSession |= condition != StreamCondition.ConnectionTimeout && condition != StreamCondition.SystemShutdown && condition != StreamCondition.InternalServerError;
        using var writer = new XmlWriter(ClientNs);
        writer.Raw("<stream:error>"u8);
        writer.Start(condition.Name, StreamCondition.Ns).Text(otherHost).End();
        if (text is not null)
        {
            writer.Start("text", StreamCondition.Ns).Lang("en").Text(text).End();
        }
        detail?.Write(writer);
        writer.Raw("</stream:error></stream:stream>"u8);
        End(writer.Written.ToArray(), isError: true);
    }

    private void CloseGracefully()
    {
        // The client leaves, unless it only answers our own end of the stream.
        if (!_isClosing)
        {
            _endsSession = true;
            if (_session is { } session)
            {
                End(session);
            }
        }
        End("</stream:stream>"u8.ToArray());
    }

    // The first end wins; what is queued is still written before it.
    private void End(byte[] lastWords, bool isError = false)
    {
        lock (_gate)
        {
            if (_isClosing)
            {
                return;
            }
            _closeBegan = _services.Clock.GetTimestamp();
            (_lastWords, _isLastAnError) = (lastWords, isError);
            _isClosing = true;
        }
        Flush();
    }

    private Task FinishAsync()
    {
        // The client left without a word, or was told why it had to: then this call does nothing.
        End("</stream:stream>"u8.ToArray());
        return _written.Task;
    }

    // For what belongs to the stream and not to a session: features, SASL, bind results.
    internal void WriteControl(Action<XmlWriter> write)
    {
        lock (_gate)
        {
            write(_control ??= new XmlWriter(ClientNs));
        }
        Flush();
    }

    private void WriteQueued()
    {
        while (true)
        {
            Volatile.Write(ref _writer, Writing);
            // Not shared while in use: writing may run code on this thread that writes another stream.
            var writer = _threadsWriter ?? new XmlWriter(ClientNs);
            _threadsWriter = null;
            try
            {
                while (Fill(writer))
                {
                    var writing = _transport.WriteAsync(writer.Written, CancellationToken.None);
                    if (!writing.IsCompletedSuccessfully)
                    {
                        _ = WriteOnAsync(writing, writer);
                        return;
                    }
                    Written();
                    writer.Clear();
                }
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                NotWritten();
                return;
            }
            _threadsWriter = writer;
            if (Interlocked.CompareExchange(ref _writer, NobodyWrites, Writing) == Writing)
            {
                return;
            }
        }
    }

    // The client reads slower than we write.
    private async Task WriteOnAsync(ValueTask writing, XmlWriter writer)
    {
        try
        {
            Volatile.Write(ref _writeBegan, _services.Clock.GetTimestamp());
            await writing.ConfigureAwait(false);
            Volatile.Write(ref _writeBegan, 0);
            Written();
            writer.Dispose();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            NotWritten();
            return;
        }
        WriteQueued();
    }

    // What was on its way is for another connection, or another session.
    private void NotWritten()
    {
        BreakOff();
        if (_taken is { Count: > 0 } lost)
        {
            _taken = null;
            _session!.Account.NotTaken(lost);
        }
    }

    // The connection is gone. The writer's role is kept for ever: nobody may write any more.
    private void BreakOff()
    {
        _isClosing = true;
        _transport.Abort();
        _written.TrySetResult();
    }

    // Puts up to a record's worth into the writer; false when there is nothing (now).
    private bool Fill(XmlWriter writer)
    {
        writer.Clear();
        if (_saidLastWords)
        {
            // RFC 6120 §4.4: our side ends; the client ends its own, or CheckDeadlines does. Nothing follows: it is for another connection.
            _ = _transport.CloseAsync().AsTask();
            _written.TrySetResult();
            return false;
        }
        lock (_gate)
        {
            if (_control is { } control)
            {
                writer.Raw(control.Written.Span);
                control.Dispose();
                _control = null;
            }
        }
        // XEP-0198 §4: at once, but not before the client was told that its stanzas are counted.
        bool isEnabled = _session is { Queue.KeepsWritten: true };
        if (isEnabled)
        {
            WriteAcknowledgement(writer);
        }
        bool isBlocked = false;
        if (_session is { } session)
        {
            int stanzas = 0;
            var state = QueueState.Item;
            while (writer.Written.Length < WriteBytes && (state = session.Queue.TryTake(this, out var item, out _)) == QueueState.Item)
            {
                Write(writer, item, session);
                stanzas += item.IsStanza ? 1 : 0;
            }
            if (state == QueueState.NotLoaded)
            {
                session.Load();
            }
            if (!isEnabled && session.Queue.KeepsWritten)
            {
                WriteAcknowledgement(writer);
            }
            isBlocked = state is QueueState.Gated or QueueState.Item && session.Queue.Waiting > 0;
            RequestAcknowledgement(writer, session, stanzas);
        }
        if (_isClosing && !isBlocked)
        {
            WriteLastWords(writer);
        }
        return writer.Written.Length > 0;
    }

    private void WriteLastWords(XmlWriter writer)
    {
        lock (_gate)
        {
            // What came meanwhile goes first: whoever left it there flushes.
            if (_control is not null || _lastWords is not { } lastWords)
            {
                return;
            }
            // RFC 6120 §4.9.1.2: an error before our header, or between two streams, needs the header first.
            if (_isLastAnError && !_isOpen)
            {
                WriteHeader(writer, null);
            }
            writer.Raw(lastWords);
            _lastWords = null;
            _saidLastWords = true;
        }
    }

    private void Write(XmlWriter writer, in SessionItem item, Session session)
    {
        if (item.Nonza is { } nonza)
        {
            writer.Raw(nonza);
            return;
        }
        var stanza = item.Stanza!;
        _services.Metrics.Stanza(stanza, Flow.Outbound);
        if (item is { IsHeldForAccount: true, AwaitsAcknowledgement: false })
        {
            (_taken ??= []).Add(item.LedgerId);
        }
        var came = item.Came == 0 ? (DateTimeOffset?)null : new DateTimeOffset(item.Came, TimeSpan.Zero);
        if (item.Form is { } form)
        {
            form.Write(writer, item.To is null ? stanza : stanza.Readdress(item.To, stanza.From), session, item.LedgerId == 0 ? null : StanzaIdOf(session, item), came);
            return;
        }
        if (came is { } time)
        {
            // XEP-0203 §4, XEP-0198 §4: what is delivered late says when it came.
            stanza = stanza.With(new Delay(time, session.Account.Host));
        }
        if (item.LedgerId == 0)
        {
            stanza.WriteTo(writer, item.To);
            return;
        }
        // XEP-0359 §3: the name that the account's archive has for it.
        var by = session.Account.Address.Utf8Escaped;
        int length = StanzaIdStart.Length + by.Length + StanzaIdMiddle.Length + StanzaIds.Length + StanzaIdEnd.Length;
        Span<byte> stamp = length <= 512 ? stackalloc byte[length] : new byte[length];
        StanzaIdStart.CopyTo(stamp);
        var rest = stamp[StanzaIdStart.Length..];
        by.CopyTo(rest);
        rest = rest[by.Length..];
        StanzaIdMiddle.CopyTo(rest);
        rest = rest[StanzaIdMiddle.Length..];
        _services.StanzaIds.Write(session.Account.Address, item.LedgerId, rest);
        StanzaIdEnd.CopyTo(rest[StanzaIds.Length..]);
        stanza.WriteTo(writer, item.To, stamp);
    }

    private static ReadOnlySpan<byte> StanzaIdStart => "<stanza-id xmlns='urn:xmpp:sid:0' by='"u8;

    private static ReadOnlySpan<byte> StanzaIdMiddle => "' id='"u8;

    private static ReadOnlySpan<byte> StanzaIdEnd => "'/>"u8;

    private string StanzaIdOf(Session session, in SessionItem item) => _services.StanzaIds.Of(session.Account.Address, item.LedgerId);

    // Without XEP-0198 a device has what was written to it.
    private void Written()
    {
        if (_taken is { Count: > 0 } taken)
        {
            _taken = null;
            _session!.Account.Taken(_session, taken);
        }
    }
}
