// RFC 6120 §4: an XML stream over a connection, whoever is at the other end. This file reads; XmlStream.Write.cs writes and ends.
using System.Buffers;
using Balcony.Server.Net;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Streams;

/// <summary>
/// What client, server and component streams have in common: bytes come in and are cut into elements, what is to be written is written by whoever has it,
/// faults become stream errors, and everything takes a bounded time. One thread at a time reads; any thread may write and close.
/// </summary>
internal abstract partial class XmlStream : IDisposable
{
    protected const string TlsNs = "urn:ietf:params:xml:ns:xmpp-tls";

    private const int ReadBytes = 16 * 1024;

    private readonly ILogger _logger;
    private readonly string _contentNs;
    private long _lastHeard;
    private double _allowance = double.MaxValue;
    private long _allowanceAt;

    /// <param name="transport">The connection; whoever made it disposes it after <see cref="RunAsync"/>.</param>
    /// <param name="contentNs">The namespace of its stanzas (RFC 6120 §4.8.2).</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="clock">The time.</param>
    /// <param name="logger">Where faults of ours go.</param>
    protected XmlStream(Transport transport, string contentNs, StreamLimits limits, TimeProvider clock, ILogger logger)
    {
        (Transport, _contentNs, Limits, Clock, _logger) = (transport, contentNs, limits, clock, logger);
        Reader = new XmlStreamReader(limits.BeforeLogin, contentNs);
        Accepted = _lastHeard = clock.GetTimestamp();
    }

    public string RemoteAddress => Transport.RemoteEndPoint?.ToString() ?? "memory";

    public string? Security => Transport.Tls is { } tls ? $"{tls.Protocol} {tls.Cipher}" : null;

    public long LastHeard => Volatile.Read(ref _lastHeard);

    protected Transport Transport { get; }

    protected XmlStreamReader Reader { get; }

    protected TimeProvider Clock { get; }

    /// <summary>What it may cost; what the other end proves may change it.</summary>
    protected StreamLimits Limits { get; set; }

    /// <summary>When the connection was made, as a timestamp of the clock.</summary>
    protected long Accepted { get; }

    /// <summary>What came in plain after <c>&lt;starttls/&gt;</c> must not be taken for something said under TLS.</summary>
    protected bool DiscardsRest { get; set; }

    /// <summary>RFC 6120 §4.4: we have ended our side in good order, and what the other end says until it ends its own still counts.</summary>
    protected virtual bool HearsOut => false;

    private bool IsReading => !IsClosing || HearsOut;

    /// <summary>Our header is written.</summary>
    protected bool IsOpen { get; set; }

    /// <summary>Serves the connection until it ends. Never throws.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            await BeginAsync(cancel).ConfigureAwait(false);
            await ReadAsync(cancel).ConfigureAwait(false);
        }
        catch (StreamException fault)
        {
            // RFC 6120 §4.9.1.1: the one place where a stream's fault becomes a stream error.
            Close(fault.Condition, fault.Text, fault.OtherHost, fault.Detail);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection is gone: nobody is left to tell.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            StreamsLog.StreamFault(_logger, RemoteAddress, fault);
            Close(StreamCondition.InternalServerError);
        }
        finally
        {
            OnLost();
            await FinishAsync().ConfigureAwait(false);
            Dispose();
            OnEnded();
        }
    }

    /// <summary>Gives pooled memory back; <see cref="RunAsync"/> does it at its end.</summary>
    public void Dispose()
    {
        Reader.Dispose();
        _control?.Dispose();
    }

    /// <summary>What is said before anything is read.</summary>
    protected virtual Task BeginAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Handles what was read; what follows waits until it is done.</summary>
    /// <exception cref="StreamException">Ends the stream with this error.</exception>
    protected abstract ValueTask HandleAsync(XmlReadResult read);

    /// <summary>Nothing more is read: what the stream carried goes elsewhere.</summary>
    protected abstract void OnLost();

    /// <summary>Nothing more is written either.</summary>
    protected abstract void OnEnded();

    /// <summary>RFC 6120 §4.3.3: both sides forget the stream, and the initiator opens a new one.</summary>
    protected void Restart()
    {
        Reader.Restart();
        IsOpen = false;
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        while (IsReading)
        {
            await Transport.WaitForDataAsync(cancel).ConfigureAwait(false);
            byte[] buffer = ArrayPool<byte>.Shared.Rent(ReadBytes);
            try
            {
                int length = await Transport.ReadAsync(buffer.AsMemory(0, ReadBytes), cancel).ConfigureAwait(false);
                if (length == 0)
                {
                    return;
                }
                Volatile.Write(ref _lastHeard, Clock.GetTimestamp());
                for (int done = 0; done < length && IsReading;)
                {
                    var handling = ReadBatch(buffer.AsSpan(0, length), ref done);
                    if (!handling.IsCompletedSuccessfully)
                    {
                        await handling.ConfigureAwait(false);
                    }
                    if (DiscardsRest)
                    {
                        DiscardsRest = false;
                        break;
                    }
                }
                var pause = PauseFor(length);
                if (pause > TimeSpan.Zero)
                {
                    await Task.Delay(pause, Clock, cancel).ConfigureAwait(false);
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    // Handles as much as can be handled without waiting; what is delivered on the way is written at the end, once per recipient.
    private ValueTask ReadBatch(ReadOnlySpan<byte> bytes, ref int done)
    {
        using var flush = FlushScope.Enter();
        var left = bytes[done..];
        while (!left.IsEmpty && IsReading)
        {
            var read = Reader.Read(ref left);
            done = bytes.Length - left.Length;
            if (read.Kind == XmlReadKind.NeedMoreData)
            {
                break;
            }
            var handling = HandleAsync(read);
            if (!handling.IsCompletedSuccessfully || DiscardsRest)
            {
                return handling;
            }
        }
        return default;
    }

    // A bucket that holds one second's worth: what was read too fast is paid for by reading later, which slows the other end down through TCP.
    private TimeSpan PauseFor(int bytes)
    {
        int rate = Limits.BytesPerSecond;
        if (rate == 0)
        {
            return TimeSpan.Zero;
        }
        long now = _lastHeard;
        double refilled = _allowance + (Clock.GetElapsedTime(_allowanceAt, now).TotalSeconds * rate);
        _allowance = Math.Min(refilled, rate) - bytes;
        _allowanceAt = now;
        return _allowance >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_allowance / rate);
    }
}
