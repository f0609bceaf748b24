// RFC 6120 between servers, XEP-0220, XEP-0288: what both ends of a server stream do.
using System.Globalization;
using Balcony.Server.Federation.Diary;
using Balcony.Server.Net;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Streams;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Federation;

/// <summary>
/// One connection with another server. It carries stanzas of the peer for the pairs that the peer proved (<see cref="Accept"/>), and those of at most one
/// <see cref="Link"/>. One thread at a time reads; any thread may write and close.
/// </summary>
internal abstract partial class ServerStream : XmlStream
{
    protected const string ServerNs = "jabber:server";
    protected const string SaslNs = "urn:ietf:params:xml:ns:xmpp-sasl";
    protected const string DialbackNs = "jabber:server:dialback";
    protected const string DialbackFeatureNs = "urn:xmpp:features:dialback";
    protected const string BidiNs = "urn:xmpp:bidi";
    protected const string BidiFeatureNs = "urn:xmpp:features:bidi";

    private const string ClientNs = "jabber:client";

    // Pairs whose stanzas the peer may send: its domain, our host.
    private readonly HashSet<LinkKey> _accepted = [];
    private string? _lang;
    private volatile bool _isLost;
    private volatile bool _isLeaving;
    private volatile bool _hasPeerEnded;
    private volatile bool _endedInOrder;
    private long _lastStanza;

    protected ServerStream(Transport transport, PeerServices services)
        : base(transport, ServerNs, services.Limits, services.Clock, services.Logger)
    {
        Services = services;
        Pace = new AcknowledgementPace(services.Options.AskEvery, services.Options.AcknowledgeWithin);
        _acknowledgements = new Acknowledgements(services.Clock);
        _lastStanza = Accepted;
        services.Streams.Add(this);
    }

    /// <summary>When a stanza last passed, in either direction, as a timestamp of the clock.</summary>
    public long LastStanza => Volatile.Read(ref _lastStanza);

    public abstract bool IsOutgoing { get; }

    /// <summary>Stanzas pass both ways (XEP-0288).</summary>
    public bool IsBidirectional { get; protected set; }

    /// <summary>How the peer proved itself, or we did, for people: <c>EXTERNAL</c>, <c>dialback</c>.</summary>
    public string? AuthenticatedBy { get; protected set; }

    /// <summary>The pair of the stream headers.</summary>
    public LinkKey? Pair { get; protected set; }

    public bool IsManaged => _management != Management.Off;

    /// <summary>What of it stands in the diary.</summary>
    public abstract PeerAttempt? Attempt { get; }

    protected PeerServices Services { get; }

    /// <summary>Pairs that the peer proved.</summary>
    public IReadOnlyList<LinkKey> AcceptedPairs
    {
        get
        {
            lock (_accepted)
            {
                return [.. _accepted];
            }
        }
    }

    /// <summary>Every pair that it is for, in either direction; one may stand there twice.</summary>
    public IEnumerable<LinkKey> Pairs => AcceptedPairs.Concat(Guests.Select(guest => guest.Pair)).Concat(Pair is { } own ? [own] : []);

    /// <summary>One of the two said that it is over: nobody goes on with it.</summary>
    protected bool HasEndedInOrder => _endedInOrder;

    /// <summary>The peer did, by an error or the closing tag.</summary>
    protected bool HasPeerEnded => _hasPeerEnded;

    /// <summary>Nothing more comes on it, and what it carries must go another way.</summary>
    public bool IsLost => _isLost;

    /// <summary>Ends the stream in good order: what is queued is written first.</summary>
    public void Leave()
    {
        (_isLeaving, _endedInOrder) = (true, true);
        End();
    }

    /// <summary>The server stops.</summary>
    public void Shutdown()
    {
        _isLeaving = true;
        Close(StreamCondition.SystemShutdown);
    }

    // What was on its way counts, and so does what the peer acknowledges; with XEP-0198 the peer sends its stanzas again that came behind our last count.
    protected override bool HearsOut => _isLeaving && !_hasPeerEnded;

    /// <summary>The peer may send for this pair.</summary>
    /// <returns>False when it proved too many already.</returns>
    protected bool Accept(LinkKey pair)
    {
        lock (_accepted)
        {
            if (_accepted.Count >= Services.Options.MaxPairsPerStream)
            {
                return false;
            }
            _accepted.Add(pair);
        }
        // RFC 6120 §13.7: who proved who it is may say more.
        Reader.Limits = Services.Limits.AfterLogin;
        return true;
    }

    protected bool IsAccepted(LinkKey pair)
    {
        lock (_accepted)
        {
            return _accepted.Contains(pair);
        }
    }

    /// <summary>Everything but stanzas.</summary>
    protected abstract ValueTask NegotiateAsync(XmlElement element);

    protected abstract ValueTask OpenStreamAsync(XmlElement header);

    /// <summary>The peer ended the stream with this error.</summary>
    protected abstract void OnStreamError(string condition, string? text);

    protected override ValueTask HandleAsync(XmlReadResult read)
    {
        switch (read.Kind)
        {
            case XmlReadKind.Element when read.Element!.Namespace == ServerNs:
                return HandleStanza(read.Element!);
            case XmlReadKind.Element when read.Element!.Namespace == StreamManagementFeature.Ns:
                return ManageAsync(read.Element!);
            case XmlReadKind.Element when read.Element!.Namespace == NumbersNs && Transport.Tls is not null:
                HandleNumber(read.Element!);
                return default;
            case XmlReadKind.Element when read.Element!.Is("error", XmlElement.StreamNs):
                var condition = read.Element!.Children.FirstOrDefault(child => child.Namespace == StreamCondition.Ns && child.Name != "text");
                OnStreamError(condition?.Name ?? "undefined-condition", read.Element!.Child("text", StreamCondition.Ns)?.Text);
                // RFC 6120 §4.9.1.1: who sends an error ends the stream.
                _hasPeerEnded = true;
                End();
                return default;
            case XmlReadKind.Element:
                return NegotiateAsync(read.Element!);
            case XmlReadKind.StreamOpen:
                _lang = read.Element!.Lang is { Length: > 0 and <= 35 } lang && lang != "en" && lang.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? lang : null;
                return OpenStreamAsync(read.Element!);
            case XmlReadKind.StreamClose:
                (_hasPeerEnded, _endedInOrder) = (true, true);
                End();
                return default;
            default:
                return default;
        }
    }

    private ValueTask HandleStanza(XmlElement element)
    {
        if (element.Name is not ("message" or "presence" or "iq"))
        {
            throw new StreamException(StreamCondition.UnsupportedStanzaType);
        }
        Volatile.Write(ref _lastStanza, Clock.GetTimestamp());
        Jid? from, to;
        try
        {
            from = Stanza.ReadAddress(element, "from"u8);
            to = Stanza.ReadAddress(element, "to"u8);
        }
        catch (StanzaException)
        {
            throw new StreamException(StreamCondition.ImproperAddressing);
        }
        // RFC 6120 §8.1.1.2, §8.1.2.2: both are there, and 'from' is of a domain that the peer proved.
        if (from is null || to is null)
        {
            throw new StreamException(StreamCondition.ImproperAddressing);
        }
        var pair = new LinkKey(to.Bare.Host, from.Bare.Host);
        if (!IsAccepted(pair))
        {
            throw Stranger(pair);
        }
        if (MustWaitForNumbers(pair))
        {
            return HandleNumberedAsync(element, pair);
        }
        if (Receive() is not { } receipt)
        {
            // Our last count is said: the peer sends it again.
            _number = null;
            return default;
        }
        if (!IsNews(pair, receipt))
        {
            return WhenPlacedAsync(receipt);
        }
        Stanza stanza;
        try
        {
            // Namespaces of stanzas are the stream's (RFC 6120 §4.8.3): inside the server there is one.
            stanza = Stanza.Read(element.InContent(ClientNs), to, from, _lang);
        }
        catch (StanzaException fault)
        {
            receipt.Release();
            Refuse(element, pair, from, to, fault.Error);
            return default;
        }
        Services.Metrics.Stanza(stanza, Flow.Inbound);
        Services.Router.Route(stanza, to, receipt);
        receipt.Release();
        return WhenPlacedAsync(receipt);
    }

    // A peer that speaks before it is accepted, or for others.
    private StreamException Stranger(LinkKey pair)
    {
        lock (_accepted)
        {
            if (_accepted.Count == 0)
            {
                return new StreamException(StreamCondition.NotAuthorized);
            }
            return _accepted.Any(accepted => accepted.Peer.Equals(pair.Peer))
                ? new StreamException(Services.Router.IsOurs(pair.Host) ? StreamCondition.InvalidFrom : StreamCondition.HostUnknown)
                : new StreamException(StreamCondition.InvalidFrom);
        }
    }

    // What could not be read as a stanza is answered by what can be told of it (RFC 6120 §8.3.1).
    private void Refuse(XmlElement element, LinkKey pair, Jid from, Jid to, StanzaError error)
    {
        if (element.Attribute("type") is "error" or "result" || (element.Name == "iq" && element.Attribute("id") is null))
        {
            return;
        }
        var reply = XmlElement.Build(writer =>
        {
            writer.Start(element.Name).Attribute("type", "error").Attribute("id", element.Attribute("id"));
            error.Write(writer);
            writer.End();
        });
        Services.Links.Send(pair, Stanza.Read(reply, from, to), from, null);
    }

    protected override void OnEnded()
    {
        Services.Streams.Remove(this);
        if (Attempt is { } attempt)
        {
            attempt.End();
            Services.Diary.Keep(attempt);
        }
    }

    protected override void OnLost()
    {
        _isLost = true;
        Interlocked.MemoryBarrier();
        // Guests first: when they wait for what becomes of the stream, its own link knows that.
        foreach (var guest in _guests)
        {
            guest.Detach(this);
        }
        _link?.Detach(this);
    }

    /// <summary>Our header; <paramref name="id"/> from the receiving side only (RFC 6120 §4.7.3).</summary>
    protected void WriteHeader(XmlWriter writer, BareJid? from, BareJid? to, string? id)
    {
        IsOpen = true;
        writer.Raw("<?xml version='1.0'?><stream:stream xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams' xmlns:db='jabber:server:dialback' version='1.0' xml:lang='en'"u8);
        if (id is not null)
        {
            writer.Raw(" id='"u8).Raw(System.Text.Encoding.ASCII.GetBytes(id)).Raw("'"u8);
        }
        if (from is not null)
        {
            writer.Raw(" from='"u8).Raw(from.Utf8Escaped).Raw("'"u8);
        }
        if (to is not null)
        {
            writer.Raw(" to='"u8).Raw(to.Utf8Escaped).Raw("'"u8);
        }
        writer.Raw(">"u8);
    }

    /// <summary>XEP-0220 §2: its elements carry the prefix that our header declared.</summary>
    protected static void WriteDialback(
        XmlWriter writer, string name, BareJid from, BareJid to, string? id = null, string? type = null, StanzaError? error = null, string? key = null)
    {
        writer.Start(name).Attribute("from", from.Domain).Attribute("to", to.Domain).Attribute("id", id).Attribute("type", type);
        error?.Write(writer);
        writer.Text(key).End();
    }

    protected static void CheckRoot(XmlElement header)
    {
        if (header.Name != "stream")
        {
            throw new StreamException(StreamCondition.BadFormat, "the root element must be 'stream'");
        }
    }

    // §4.7.5
    /// <summary>RFC 6120 §4.7.5: who speaks a newer version is answered with ours, and goes on or does not.</summary>
    protected static bool IsVersion1OrLater(XmlElement header) => header.Attribute("version") is { } version && version.Split('.') is [var major, var minor]
        && int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1
        && int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    protected static bool IsVersion1(XmlElement header) => header.Attribute("version") is { } version && version.Split('.') is ["1", var minor] && int.TryParse(minor, out _);
}
