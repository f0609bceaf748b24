// Writing a stream: whoever has something to write becomes the writer, everybody else only leaves it in the queue.
using Balcony.Server.Sessions;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Streams;

internal abstract partial class XmlStream
{
    // One TLS record carries 16 kB; more in one go would only hold more memory.
    protected const int WriteBytes = 15 * 1024;

    // For streams of all kinds: what FillQueued puts into it leaves the namespace of stanzas to the stream.
    [ThreadStatic]
    private static XmlWriter? _threadsWriter;

    private readonly Lock _gate = new();
    private XmlWriter? _control;
    private byte[]? _lastWords;
    private bool _isLastAnError;
    private WriterRole _writer;
    private long _writeBegan;
    private long _closeBegan;
    private volatile bool _isClosing;
    private bool _saidLastWords;
    private bool _closesLate;

    // Completes when the last words are written, or never can be.
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected bool IsClosing => _isClosing;

    public void Flush()
    {
        if (_writer.TryTake())
        {
            WriteQueued();
        }
    }

    /// <summary>Ends the stream: what is queued is written, then the error and the closing tag. Later calls are ignored.</summary>
    public void Close(StreamCondition condition, string? text = null) => Close(condition, text, null, null);

    /// <summary>Ends what takes too long: called about once a second.</summary>
    public void CheckDeadlines(long now)
    {
        if (_isClosing)
        {
            if (Clock.GetElapsedTime(_closeBegan, now) > Limits.CloseTimeout)
            {
                BreakOff();
            }
            return;
        }
        long began = Volatile.Read(ref _writeBegan);
        if (began != 0 && Clock.GetElapsedTime(began, now) > Limits.WriteTimeout)
        {
            // Who does not read would not read an error either.
            BreakOff();
            return;
        }
        CheckPatience(now);
    }

    /// <summary>For what belongs to the stream itself: features, SASL, nonzas.</summary>
    internal void WriteControl(Action<XmlWriter> write)
    {
        lock (_gate)
        {
            write(_control ??= new XmlWriter(_contentNs));
        }
        Flush();
    }

    /// <summary>The kind's own deadlines: negotiation, acknowledgements, idleness.</summary>
    protected abstract void CheckPatience(long now);

    /// <summary>Writes our stream header and sets <see cref="IsOpen"/>: also for an error that comes before it (RFC 6120 §4.9.1.2).</summary>
    protected abstract void WriteHeader(XmlWriter writer);

    /// <summary>Puts what is queued into the writer, up to about <see cref="WriteBytes"/>.</summary>
    /// <returns>True when the next in the queue has to wait, and last words must come behind it.</returns>
    protected abstract bool FillQueued(XmlWriter writer);

    /// <summary>What <see cref="FillQueued"/> took is with the system, which sends it.</summary>
    protected abstract void OnWritten();

    /// <summary>What it took may never arrive; the connection is gone.</summary>
    protected abstract void OnNotWritten();

    /// <summary>The stream ends with this error.</summary>
    protected virtual void OnClosing(StreamCondition condition)
    {
    }

    protected void Close(StreamCondition condition, string? text, string? otherHost, IPayload? detail)
    {
        OnClosing(condition);
        using var writer = new XmlWriter(_contentNs);
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

    // The first end wins; what is queued is still written before it.
    private void End(byte[] lastWords, bool isError)
    {
        lock (_gate)
        {
            if (_isClosing)
            {
                return;
            }
            _closeBegan = Clock.GetTimestamp();
            (_lastWords, _isLastAnError) = (lastWords, isError);
            _isClosing = true;
        }
        Flush();
    }

    /// <summary>Ends our side with the closing tag (RFC 6120 §4.4).</summary>
    protected void End() => End("</stream:stream>"u8.ToArray(), isError: false);

    /// <summary>The connection is gone, or has to be. The writer's role is kept for ever: nobody may write any more.</summary>
    protected void BreakOff()
    {
        _isClosing = true;
        Transport.Abort();
        _written.TrySetResult();
    }

    private async Task FinishAsync()
    {
        // The other end left without a word, or was told why it had to: then this call does nothing.
        End();
        await _written.Task.ConfigureAwait(false);
        if (_closesLate)
        {
            await Transport.CloseAsync().ConfigureAwait(false);
        }
    }

    private void WriteQueued()
    {
        while (true)
        {
            _writer.Begin();
            // Not shared while in use: writing may run code on this thread that writes another stream.
            var writer = _threadsWriter ?? new XmlWriter();
            _threadsWriter = null;
            try
            {
                while (Fill(writer))
                {
                    var writing = Transport.WriteAsync(writer.Written, CancellationToken.None);
                    if (!writing.IsCompletedSuccessfully)
                    {
                        _ = WriteOnAsync(writing, writer);
                        return;
                    }
                    OnWritten();
                    writer.Clear();
                }
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                NotWritten();
                return;
            }
            _threadsWriter = writer;
            if (_writer.TryLeave())
            {
                return;
            }
        }
    }

    // The other end reads slower than we write.
    private async Task WriteOnAsync(ValueTask writing, XmlWriter writer)
    {
        try
        {
            Volatile.Write(ref _writeBegan, Clock.GetTimestamp());
            await writing.ConfigureAwait(false);
            Volatile.Write(ref _writeBegan, 0);
            OnWritten();
            writer.Dispose();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            NotWritten();
            return;
        }
        WriteQueued();
    }

    private void NotWritten()
    {
        BreakOff();
        OnNotWritten();
    }

    // Puts up to a record's worth into the writer; false when there is nothing (now).
    private bool Fill(XmlWriter writer)
    {
        writer.Clear();
        if (_saidLastWords)
        {
            // RFC 6120 §4.4: our side ends; the other ends its own, or CheckDeadlines does. Nothing follows: it is for another connection.
            if (HearsOut)
            {
                _closesLate = true;
            }
            else
            {
                _ = Transport.CloseAsync().AsTask();
            }
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
        bool isBlocked = FillQueued(writer);
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
            if (_isLastAnError && !IsOpen)
            {
                WriteHeader(writer);
            }
            writer.Raw(lastWords);
            _lastWords = null;
            _saidLastWords = true;
        }
    }
}
