// RFC 6120: a client's stream, from the first byte to the last. This file reads and dispatches; the other parts negotiate, log in, bind and write.
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
/// </summary>
internal sealed partial class ClientStream : XmlStream, ISessionShell
{
    private const string ClientNs = "jabber:client";

    private readonly StreamServices _services;
    private Phase _phase;
    private Session? _session;
    private NonzaContext? _nonzas;
    private volatile bool _endsSession;

    public ClientStream(Transport transport, bool isTlsRequired, StreamServices services)
        : base(transport, ClientNs, services.Limits, services.Clock, services.Logger)
    {
        _services = services;
        _acknowledgements = new Acknowledgements(services.Clock);
        _phase = transport.Tls is null && isTlsRequired ? Phase.Plain : Phase.Login;
        services.Streams.Add(this);
    }

    private enum Phase : byte
    {
        Plain,
        Login,
        Binding,
        Bound,
    }

    /// <summary>The session that it carries, or carried.</summary>
    public Session? Session => _session;

    /// <summary>Who logged in; null before.</summary>
    public BareJid? Account => _account;

    protected override void OnLost()
    {
        if (_session is { } session)
        {
            Detach(session);
        }
        else if (_account is not null)
        {
            // A guest that logged in and never bound.
            _services.Guests.Remove(_account);
        }
    }

    protected override void OnEnded() => _services.Streams.Remove(this);

    protected override ValueTask HandleAsync(XmlReadResult read)
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
