// RFC 6120: a client's stream, from the first byte to the last. This file reads and dispatches; the other parts negotiate, log in, bind and write.
using System.Buffers;
using Balcony.Server.Modules;
using Balcony.Server.Net;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Streams;

/// <summary>
/// One client connection. Its state moves one way:
/// <code>
///   Plain ──starttls──► Login ──SASL──► Binding ──bind──► Bound
///     (direct TLS and permitted plain listeners begin at Login)
/// </code>
/// One thread at a time reads; any thread may write (<see cref="Flush"/>) and close.
/// </summary>
internal sealed partial class ClientStream : ISessionShell, IDisposable
{
    private const int ReadBytes = 16 * 1024;
    private const string ClientNs = "jabber:client";

    private readonly Transport _transport;
    private readonly StreamServices _services;
    private readonly XmlStreamReader _reader;
    private readonly long _accepted;
    private Phase _phase;
    private Session? _session;
    private long _lastHeard;
    private bool _discardRest;
    private NonzaContext? _nonzas;
    private volatile bool _endsSession;

    public ClientStream(Transport transport, bool isTlsRequired, StreamServices services)
    {
        _transport = transport;
        _services = services;
        _phase = transport.Tls is null && isTlsRequired ? Phase.Plain : Phase.Login;
        _reader = new XmlStreamReader(services.Limits.BeforeLogin, ClientNs);
        _accepted = services.Clock.GetTimestamp();
        _lastHeard = _accepted;
    }

    private enum Phase : byte
    {
        Plain,
        Login,
        Binding,
        Bound,
    }

    public string RemoteAddress => _transport.RemoteEndPoint?.ToString() ?? "memory";

    public string? Security => _transport.Tls is { } tls ? $"{tls.Protocol} {tls.Cipher}" : null;

    public long LastHeard => Volatile.Read(ref _lastHeard);

    /// <summary>The session that it carries, or carried.</summary>
    public Session? Session => _session;

    /// <summary>Who logged in; null before.</summary>
    public BareJid? Account => _account;

    /// <summary>Serves the connection until it ends. Never throws.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        _services.Streams.Add(this);
        try
        {
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
            StreamsLog.StreamFault(_services.Logger, RemoteAddress, fault);
            Close(StreamCondition.InternalServerError);
        }
        finally
        {
            if (_session is { } session)
            {
                End(session);
            }
            else if (_account is not null)
            {
                // A guest that logged in and never bound.
                _services.Guests.Remove(_account);
            }
            await FinishAsync().ConfigureAwait(false);
            Dispose();
            _services.Streams.Remove(this);
        }
    }

    /// <summary>Gives pooled memory back; <see cref="RunAsync"/> does it at its end.</summary>
    public void Dispose()
    {
        _reader.Dispose();
        _control?.Dispose();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        while (!IsClosing)
        {
            await _transport.WaitForDataAsync(cancel).ConfigureAwait(false);
            byte[] buffer = ArrayPool<byte>.Shared.Rent(ReadBytes);
            try
            {
                int length = await _transport.ReadAsync(buffer.AsMemory(0, ReadBytes), cancel).ConfigureAwait(false);
                if (length == 0)
                {
                    return;
                }
                Volatile.Write(ref _lastHeard, _services.Clock.GetTimestamp());
                for (int done = 0; done < length && !IsClosing;)
                {
                    var handling = ReadBatch(buffer.AsSpan(0, length), ref done);
                    if (!handling.IsCompletedSuccessfully)
                    {
                        await handling.ConfigureAwait(false);
                    }
                    if (_discardRest)
                    {
                        // What came in plain after <starttls/> must not be taken for something said under TLS.
                        _discardRest = false;
                        break;
                    }
                }
                var pause = PauseFor(length);
                if (pause > TimeSpan.Zero)
                {
                    await Task.Delay(pause, _services.Clock, cancel).ConfigureAwait(false);
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
        while (!left.IsEmpty && !IsClosing)
        {
            var read = _reader.Read(ref left);
            done = bytes.Length - left.Length;
            if (read.Kind == XmlReadKind.NeedMoreData)
            {
                break;
            }
            var handling = HandleAsync(read);
            if (!handling.IsCompletedSuccessfully || _discardRest)
            {
                return handling;
            }
        }
        return default;
    }

    private ValueTask HandleAsync(XmlReadResult read)
    {
        switch (read.Kind)
        {
            case XmlReadKind.Element when _phase == Phase.Bound && read.Element!.Namespace == ClientNs:
                return HandleStanza(read.Element!);
            case XmlReadKind.Element when _phase >= Phase.Binding && _services.Registrations.FindNonza(read.Element!) is { } handler:
                return handler(_nonzas ??= new NonzaContext(this), read.Element!);
            case XmlReadKind.Element when _phase == Phase.Bound:
                throw new StreamException(StreamCondition.UnsupportedStanzaType);
            case XmlReadKind.Element:
                return NegotiateAsync(read.Element!);
            case XmlReadKind.StreamOpen:
                return OpenStreamAsync(read.Element!);
            case XmlReadKind.StreamClose:
                // RFC 6120 §4.4: answered by ours, after what is still to be written.
                CloseGracefully();
                return default;
            default:
                return default;
        }
    }

    private ValueTask HandleStanza(XmlElement element)
    {
        var session = _session!;
        if (element.Name is not ("message" or "presence" or "iq"))
        {
            throw new StreamException(StreamCondition.UnsupportedStanzaType);
        }
        CheckFrom(element, session.Address);
        Stanza stanza;
        try
        {
            // RFC 6120 §8.1.1.1 and §8.1.2.1: a message without 'to' is for the sender's own account; 'from' is what we know.
            var to = Stanza.ReadAddress(element, "to"u8);
            stanza = Stanza.Read(element, to ?? (element.Name == "message" ? session.Account.Address : null), session.Address, _lang);
        }
        catch (StanzaException fault)
        {
            // XEP-0198 §4: it was handled, if only by refusing it.
            session.Management?.Receive(session, this)?.Release();
            RefuseMalformed(element, fault.Error, session);
            return default;
        }
        _services.Metrics.Stanza(stanza, Flow.Inbound);
        var receipt = stanza is Iq ? null : new Receipt(session);
        if (session.Management is { } management)
        {
            // With XEP-0198 every stanza counts, and only its count acknowledges it.
            if (management.Receive(session, this) is not { } counted)
            {
                return default;
            }
            receipt = counted;
        }
        if (!session.Account.Submit(stanza, session, receipt))
        {
            return SubmitLaterAsync(stanza, session, receipt);
        }
        return receipt is null ? default : Acknowledge(session, receipt);
    }

    // The account is flooded: its own stream is not read until there is room.
    private static async ValueTask SubmitLaterAsync(Stanza stanza, Session session, Receipt? receipt)
    {
        do
        {
            await session.Account.DrainAsync().ConfigureAwait(false);
        }
        while (!session.Account.Submit(stanza, session, receipt));
        if (receipt is not null)
        {
            await Acknowledge(session, receipt).ConfigureAwait(false);
        }
    }

    // Design decision 3: without XEP-0198 any later reply on this stream acknowledges the stanza, so replies wait until what it caused is committed.
    private static ValueTask Acknowledge(Session session, Receipt receipt)
    {
        receipt.Release();
        if (receipt.Sequence == 0)
        {
            if (!receipt.IsSettled)
            {
                session.HoldUntil(receipt);
            }
            return default;
        }
        // Nearly always placed: a mailbox runs on this thread, unless it is busy or not loaded.
        return receipt.IsPlaced || session.Management is not { CanResume: true } management ? default : new ValueTask(management.WhenPlacedAsync());
    }

    // RFC 6120 §8.1.2.1: a 'from' must be the session's full or bare address.
    private static void CheckFrom(XmlElement element, FullJid address)
    {
        if (!element.TryGetAttributeUtf8("from"u8, out var from, out bool isEscaped))
        {
            return;
        }
        if (!isEscaped && (from.SequenceEqual(address.Utf8) || from.SequenceEqual(address.Bare.Utf8)))
        {
            return;
        }
        if (!Jid.TryParse(element.Attribute("from"), out var claimed) || (!claimed.Equals(address) && !claimed.Equals(address.Bare)))
        {
            throw new StreamException(StreamCondition.InvalidFrom);
        }
    }

    // A stanza that could not even be read is answered by what can be told of it (RFC 6120 §8.3.1); errors never are.
    private void RefuseMalformed(XmlElement element, StanzaError error, Session session)
    {
        if (element.Attribute("type") is "error" or "result")
        {
            return;
        }
        if (element is { Name: "iq" } && element.Attribute("id") is null)
        {
            // RFC 6120 §8.1.3: without an id it is no iq that could be routed to the session; the error has none either.
            WriteControl(writer =>
            {
                writer.Start("iq").Attribute("type", "error").Attribute("to", session.Address.ToString());
                error.Write(writer);
                writer.End();
            });
            return;
        }
        string? from = element.Attribute("to");
        var reply = XmlElement.Build(writer =>
        {
            writer.Start(element.Name).Attribute("type", "error").Attribute("id", element.Attribute("id"));
            error.Write(writer);
            writer.End();
        });
        // RFC 6120 §8.3.3.8: the malformed address itself can't be stamped as ours.
        Jid.TryParse(from, out var sender);
        session.Deliver(Stanza.Read(reply, session.Address, sender));
    }
}
