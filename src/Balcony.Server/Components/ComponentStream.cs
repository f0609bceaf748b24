// XEP-0114: one connection of a component, accepted or made. The handshake, and what the component sends.
using System.Security.Cryptography;
using System.Text;
using Balcony.Server.Net;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Streams;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Components;

/// <summary>
/// <code>
///   accepted:  component ─ header to='DOMAIN' ─►  ◄─ header id ─  ─ handshake ─►  ◄─ handshake/ ─
///   connected: server    ─ header from='DOMAIN' ─►  ◄─ header id ─  ─ handshake ─►  ◄─ handshake/ ─
/// </code>
/// </summary>
internal sealed partial class ComponentStream : XmlStream, IFlushable
{
    private const string ClientNs = "jabber:client";

    private readonly ComponentDirectory _directory;
    private readonly string _ns;
    private readonly bool _isDialed;
    private Component? _component;
    private Phase _phase;
    private string? _id;

    /// <param name="transport">The connection.</param>
    /// <param name="directory">Who may connect.</param>
    /// <param name="dialed">Whom we connected to; null: the connection was accepted.</param>
    public ComponentStream(Transport transport, ComponentDirectory directory, Component? dialed = null)
        : base(transport, dialed is null ? ComponentHandshake.AcceptNs : ComponentHandshake.ConnectNs, directory.Services.Limits, directory.Services.Clock, directory.Services.Logger)
    {
        (_directory, _component, _isDialed) = (directory, dialed, dialed is not null);
        _ns = Reader.ContentNs;
        Queue = new ComponentQueue(dialed?.Options.Limits ?? new ComponentLimits());
        directory.Add(this);
    }

    private enum Phase : byte
    {
        Opening,
        Proving,
        Joined,
    }

    public ComponentQueue Queue { get; private set; }

    /// <summary>It carries stanzas.</summary>
    public bool IsJoined => _phase == Phase.Joined;

    public DateTimeOffset Since { get; private set; }

    /// <summary>Why a stream that we began did not come about; null: it did, or nobody said.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Whose connection it is; null: it has not proved that.</summary>
    public BareJid? Joined => _phase == Phase.Joined ? _component?.Domain : null;

    private ComponentServices Services => _directory.Services;

    protected override Task BeginAsync(CancellationToken cancel)
    {
        if (_isDialed)
        {
            WriteControl(WriteHeader);
        }
        return Task.CompletedTask;
    }

    protected override ValueTask HandleAsync(XmlReadResult read)
    {
        switch (read.Kind)
        {
            case XmlReadKind.Element when _phase == Phase.Joined:
                HandleStanza(read.Element!);
                return default;
            case XmlReadKind.Element when read.Element!.Is("error", XmlElement.StreamNs):
                Refusal = read.Element!.FirstChild?.Name ?? StreamCondition.UndefinedCondition.Name;
                End();
                return default;
            case XmlReadKind.Element when _phase == Phase.Proving && read.Element!.Is(ComponentHandshake.ElementName, _ns):
                return _isDialed ? JoinAsync() : CheckAsync(read.Element!.Text.Trim());
            case XmlReadKind.Element:
                // RFC 6120 §4.9.3.12: nothing counts before the handshake.
                throw new StreamException(StreamCondition.NotAuthorized);
            case XmlReadKind.StreamOpen:
                return OpenAsync(read.Element!);
            case XmlReadKind.StreamClose:
                End();
                return default;
            default:
                return default;
        }
    }

    protected override void WriteHeader(XmlWriter writer)
    {
        IsOpen = true;
        // XEP-0114 has no version: these are streams of the time before RFC 6120, without features.
        writer.Raw("<?xml version='1.0'?><stream:stream xmlns='"u8).Raw(Encoding.ASCII.GetBytes(_ns)).Raw("' xmlns:stream='http://etherx.jabber.org/streams'"u8);
        if (_component is not null)
        {
            writer.Raw(" from='"u8).Raw(_component.Domain.Utf8Escaped).Raw("'"u8);
            if (_isDialed)
            {
                // §3, note 1, wants the component's name in 'from'; RFC 6120 §4.7.2 in 'to'.
                writer.Raw(" to='"u8).Raw(_component.Domain.Utf8Escaped).Raw("'"u8);
            }
        }
        if (!_isDialed)
        {
            _id ??= Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            writer.Raw(" id='"u8).Raw(Encoding.ASCII.GetBytes(_id)).Raw("'"u8);
        }
        writer.Raw(">"u8);
    }

    protected override void CheckPatience(long now)
    {
        if (_phase != Phase.Joined)
        {
            if (Clock.GetElapsedTime(Accepted, now) > Limits.NegotiationTimeout)
            {
                Close(StreamCondition.ConnectionTimeout, "the handshake took too long");
            }
            return;
        }
        KeepAlive(now);
    }

    private ValueTask OpenAsync(XmlElement header)
    {
        if (header.Name != "stream")
        {
            throw new StreamException(StreamCondition.BadFormat, "the root element must be 'stream'");
        }
        if (_isDialed)
        {
            _id = header.Attribute("id") is { Length: > 0 } id ? id : throw new StreamException(StreamCondition.BadFormat, "the stream header needs an 'id'");
            _phase = Phase.Proving;
            return ProveAsync();
        }
        string? to = header.Attribute("to");
        if (string.IsNullOrEmpty(to))
        {
            throw new StreamException(StreamCondition.ImproperAddressing, "the stream header needs a 'to'");
        }
        if (!Jid.TryParse(to, out var domain) || !domain.IsDomain || _directory.Find(domain.Bare) is not { } component)
        {
            _directory.Refused(RemoteAddress, Domain(to), "no such component is configured");
            throw new StreamException(StreamCondition.HostUnknown);
        }
        _component = component;
        _phase = Phase.Proving;
        WriteControl(WriteHeader);
        return default;
    }

    // §3: the proof is the initiator's to give: here ours.
    private async ValueTask ProveAsync()
    {
        if (await _directory.SecretOfAsync(_component!).ConfigureAwait(false) is not { } secret)
        {
            throw new StreamException(StreamCondition.InternalServerError, "the secret cannot be read");
        }
        WriteControl(new ComponentHandshake(ComponentHandshake.ValueFor(_id!, secret)).Write);
    }

    private async ValueTask CheckAsync(string proof)
    {
        var component = _component!;
        if (await _directory.SecretOfAsync(component).ConfigureAwait(false) is not { } secret)
        {
            throw new StreamException(StreamCondition.InternalServerError, "the secret cannot be read");
        }
        byte[] expected = Encoding.ASCII.GetBytes(ComponentHandshake.ValueFor(_id!, secret));
        if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(proof)))
        {
            _directory.Refused(RemoteAddress, component.Domain.Domain, "the handshake is wrong: it has another secret");
            throw new StreamException(StreamCondition.NotAuthorized);
        }
        await JoinAsync().ConfigureAwait(false);
    }

    // What waited over a restart goes first.
    private async ValueTask JoinAsync()
    {
        var component = _component!;
        await component.Loaded.ConfigureAwait(false);
        Limits = Limits with
        {
            WriteTimeout = component.Options.Limits.WriteTimeout,
            BytesPerSecond = component.Options.Limits.BytesPerSecond,
        };
        Reader.Limits = component.Options.Limits.Stanzas;
        Queue = new ComponentQueue(component.Options.Limits);
        Since = Clock.GetUtcNow();
        try
        {
            component.Join(this, () => _owesWelcome = !_isDialed);
        }
        catch (StreamException)
        {
            _directory.Refused(RemoteAddress, component.Domain.Domain, "it is connected already");
            throw;
        }
        _phase = Phase.Joined;
        _directory.Joined(component);
        FlushScope.Mark(this);
    }

    private void HandleStanza(XmlElement element)
    {
        if (element.Name is not ("message" or "presence" or "iq") || (element.Namespace != _ns && element.Namespace != ClientNs))
        {
            throw new StreamException(StreamCondition.UnsupportedStanzaType);
        }
        // COMPAT(slixmpp with use_jc_ns): stanzas that say jabber:client for themselves mean those of this stream.
        element = element.Namespace == ClientNs && element.ContentNs != ClientNs ? XmlElement.Parse(element.Utf8.Span) : element.InContent(ClientNs);
        var from = CheckFrom(element);
        Stanza stanza;
        try
        {
            // RFC 6120 §8.1.1.2: between servers a stanza without 'to' ends the stream, and §3 has components do as servers.
            var to = Stanza.ReadAddress(element, "to"u8) ?? throw new StreamException(StreamCondition.ImproperAddressing, "a stanza needs a 'to'");
            stanza = Stanza.Read(element, to, from);
        }
        catch (StanzaException fault)
        {
            RefuseMalformed(element, fault.Error, from);
            return;
        }
        Services.Metrics.Stanza(stanza, Flow.Inbound);
        Route(stanza);
    }

    // Design decision 3: what is written to the component behind this would acknowledge it, and waits for its commit.
    private void Route(Stanza stanza)
    {
        if (stanza is Iq)
        {
            Services.Router.Route(stanza);
            return;
        }
        var receipt = new Receipt();
        if (stanza is not Message { To: { IsDomain: true } to } message || !Services.Router.IsLocal(to.Bare) || !Services.OnMessage(_component!, message, receipt))
        {
            Services.Router.Route(stanza, receipt: receipt);
        }
        receipt.Release();
        if (!receipt.IsSettled)
        {
            Queue.TryAdd(new ComponentItem(null, null, receipt));
        }
    }

    // §3: "The domain identifier portion of the JID contained in the 'from' attribute MUST match the hostname of the component."
    private Jid CheckFrom(XmlElement element)
    {
        Jid? from;
        try
        {
            from = Stanza.ReadAddress(element, "from"u8);
        }
        catch (StanzaException)
        {
            from = null;
        }
        if (from is null)
        {
            throw new StreamException(StreamCondition.ImproperAddressing, "a stanza needs a 'from'");
        }
        if (!_component!.Owns(from.Bare.Host))
        {
            _directory.Refused(RemoteAddress, _component.Domain.Domain, $"it sent a stanza from {from.Bare.Host}");
            throw new StreamException(StreamCondition.InvalidFrom);
        }
        return from;
    }

    // What could not be read is answered by what can be told of it (RFC 6120 §8.3.1); errors never are.
    private void RefuseMalformed(XmlElement element, StanzaError error, Jid from)
    {
        if (element.Attribute("type") is "error" or "result")
        {
            return;
        }
        WriteControl(writer =>
        {
            writer.Start(element.Name).Attribute("type", "error").Attribute("id", element.Attribute("id")).Attribute("to", from.ToString());
            error.Write(writer);
            writer.End();
        });
    }

    // For the log: what a stranger says is no more than a name there.
    private static string Domain(string to) => BareJid.TryParse(to, out var domain) ? domain.Domain : "(no domain)";
}
