// One client of a script: its connection, what has arrived and was not yet expected, and the usual negotiation.
using System.Text;
using System.Threading.Channels;
#pragma warning disable RS0030 // The rig judges our XML with a parser that is not ours.
using System.Xml;
using System.Xml.Linq;

namespace Balcony.Testing.Scenarios;

/// <summary>One arrival. <see cref="CutKind.StreamClose"/> without <see cref="IsEnd"/> is the closing tag; with it, the connection's end.</summary>
internal sealed record Arrival(CutKind Kind, XElement? Element, bool IsEnd = false)
{
    public override string ToString() => IsEnd ? "(the connection ended)" : Kind == CutKind.StreamClose ? "</stream:stream>" : Element!.ToString();
}

/// <summary>Methods are called one at a time by the runner; reading goes on in the background.</summary>
internal sealed class ScenarioClient(Participant participant, CancellationToken cancel) : IAsyncDisposable
{
    // A guard against a server that never answers, not a wait: nothing in a passing script takes this long.
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly XNamespace Streams = "http://etherx.jabber.org/streams";
    private static readonly XNamespace Client = "jabber:client";
    private static readonly XNamespace Tls = "urn:ietf:params:xml:ns:xmpp-tls";
    private static readonly XNamespace Sasl = "urn:ietf:params:xml:ns:xmpp-sasl";
    private static readonly XNamespace Sasl2 = "urn:xmpp:sasl:2";
    private static readonly XNamespace Bind = "urn:ietf:params:xml:ns:xmpp-bind";

    private readonly Channel<Arrival> _inbox = Channel.CreateBounded<Arrival>(10_000);
    private readonly SemaphoreSlim _mayRead = new(0, 1);
    private StreamCutter _cutter = new();
    private Wire? _wire;
    private Task _reading = Task.CompletedTask;
    private string? _pingId;
    private TaskCompletionSource _pong = new();
    private int _pings;
    private volatile bool _hasEnded;

    private static ReadOnlySpan<byte> ActiveStart => "<active xmlns='urn:xmpp:csi:0'"u8;

    private static ReadOnlySpan<byte> InactiveStart => "<inactive xmlns='urn:xmpp:csi:0'"u8;

    public Participant Participant { get; } = participant;

    public string? FullJid { get; private set; }

    /// <summary>A session is bound and the connection has not ended: it can ping.</summary>
    public bool IsBound => FullJid is not null && IsConnected;

    public bool IsConnected => _wire is not null && !_hasEnded;

    /// <summary>It said that nobody looks at it (XEP-0352): a ping of ours would wake it, since the answer brings what waits.</summary>
    public bool IsInactive { get; private set; }

    /// <summary>How much has arrived so far, the answers to our own pings left out.</summary>
    public int Arrived { get; private set; }

    public async Task ConnectAsync(ScenarioTarget target)
    {
        if (_wire is not null) await DisposeAsync();
        while (_inbox.Reader.TryRead(out _)) { }
        _wire = await target.ConnectAsync(Participant, cancel);
        _cutter = new StreamCutter();
        FullJid = null;
        IsInactive = Participant["bind"]?.Contains("<inactive ", StringComparison.Ordinal) == true;
        _hasEnded = false;
        _reading = ReadLoopAsync(_wire);
        if (Participant["raw"] is "true") return;
        await OpenAsync();
        if (!_wire.IsSecure && Participant["plaintext"] is null) await StartTlsAsync();
        if (Participant["raw"] is "tls") return;
        await AuthenticateAsync();
        if (Participant["raw"] is "sasl" || IsBound) return;
        await BindAsync();
    }

    /// <summary>Sends a stream header and takes in the server's, with its features.</summary>
    public async Task OpenAsync()
    {
        await SendStreamHeaderAsync();
        await ExpectHeaderAsync();
        await ExpectAsync(Streams + "features");
    }

    public async Task SendStreamHeaderAsync()
    {
        var lang = Participant["lang"] is { } tag ? $" xml:lang='{tag}'" : "";
        await SendAsync(Encoding.UTF8.GetBytes(
            $"<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='{Streams}' to='{Participant.Host}' version='1.0'{lang}>"));
    }

    public async Task StartTlsAsync()
    {
        await SendAsync($"<starttls xmlns='{Tls}'/>");
        await ExpectAsync(Tls + "proceed");
        await HandshakeAsync();
        await OpenAsync();
    }

    /// <summary>The TLS handshake alone: the read loop stopped after <c>&lt;proceed/&gt;</c> and goes on once the wire is TLS.</summary>
    public async Task HandshakeAsync()
    {
        await _wire!.StartTlsAsync(Participant.Host, cancel).AsTask().WaitAsync(Patience, cancel);
        _cutter.Restart();
        _mayRead.Release();
    }

    public async Task AuthenticateAsync()
    {
        var mechanism = Participant["mechanism"] ?? "SCRAM-SHA-1";
        if (Participant["login"] is "sasl2")
        {
            await AuthenticateBySasl2Async(mechanism);
            return;
        }
        if (mechanism == "PLAIN")
        {
            await SendAsync($"<auth xmlns='{Sasl}' mechanism='PLAIN'>{Base64($"\0{Participant.Localpart}\0{Participant.Password}")}</auth>");
            await ExpectAsync(Sasl + "success");
        }
        else
        {
            var scram = new ScramLogin(mechanism, Participant.Localpart, Participant.Password);
            await SendAsync($"<auth xmlns='{Sasl}' mechanism='{mechanism}'>{Base64(scram.First())}</auth>");
            var challenge = await ExpectAsync(Sasl + "challenge");
            await SendAsync($"<response xmlns='{Sasl}'>{Base64(scram.Answer(FromBase64(challenge.Value)))}</response>");
            var success = await ExpectAsync(Sasl + "success");
            if (!scram.Accepts(FromBase64(success.Value))) throw new InvalidDataException("the server's SCRAM signature is wrong");
        }
        await OpenAsync();
    }

    // XEP-0388 with Bind 2 (XEP-0386): the success says the full address, and no stream restarts.
    private async Task AuthenticateBySasl2Async(string mechanism)
    {
        var scram = new ScramLogin(mechanism, Participant.Localpart, Participant.Password);
        var agent = Participant["client"] is { } id ? $"<user-agent id='{id}'><software>scenario</software></user-agent>" : "";
        var tag = Participant["tag"] is { } wanted ? $"<tag>{wanted}</tag>" : "";
        var bind = Participant["raw"] is "sasl" ? "" : $"<bind xmlns='urn:xmpp:bind:0'>{tag}{Participant["bind"]}</bind>";
        await SendAsync($"<authenticate xmlns='{Sasl2}' mechanism='{mechanism}'><initial-response>{Base64(scram.First())}</initial-response>{agent}{Participant["inline"]}{bind}</authenticate>");
        var challenge = await ExpectAsync(Sasl2 + "challenge");
        await SendAsync($"<response xmlns='{Sasl2}'>{Base64(scram.Answer(FromBase64(challenge.Value)))}</response>");
        var success = await ExpectAsync(Sasl2 + "success");
        if (!scram.Accepts(FromBase64(success.Element(Sasl2 + "additional-data")?.Value ?? ""))) throw new InvalidDataException("the server's SCRAM signature is wrong");
        await ExpectAsync(Streams + "features");
    }

    public async Task BindAsync()
    {
        var resource = Participant.Resource is { } wanted ? new XElement(Bind + "resource", wanted) : null;
        await SendAsync(new XElement(Client + "iq", new XAttribute("type", "set"), new XAttribute("id", "bind"), new XElement(Bind + "bind", resource)).ToString(SaveOptions.DisableFormatting));
        var result = await ExpectAsync(Client + "iq");
        FullJid = result.Element(Bind + "bind")?.Element(Bind + "jid")?.Value ?? throw new InvalidDataException("binding failed:\n" + result);
    }

    public Task SendAsync(string xml) => SendAsync(Encoding.UTF8.GetBytes(xml));

    public async Task SendAsync(byte[] bytes)
    {
        if (_wire is null) throw new InvalidOperationException($"{Participant.Name} is not connected");
        var (inactive, active) = (bytes.AsSpan().LastIndexOf(InactiveStart), bytes.AsSpan().LastIndexOf(ActiveStart));
        if (inactive != active) IsInactive = inactive > active;
        await _wire.WriteAsync(bytes, cancel).AsTask().WaitAsync(Patience, cancel);
    }

    /// <summary>The next arrival; waits for it. Null when nothing comes.</summary>
    public async Task<Arrival?> ReceiveAsync()
    {
        if (_inbox.Reader.TryRead(out var there)) return there;
        try
        {
            return await _inbox.Reader.ReadAsync(cancel).AsTask().WaitAsync(Patience, cancel);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    public bool TryReceive(out Arrival arrival) => _inbox.Reader.TryRead(out arrival!);

    /// <summary>Asks the server something and waits for the answer: what it had for us before has then arrived.</summary>
    public async Task PingAsync()
    {
        if (!IsBound || IsInactive) return;
        _pong = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _pingId = $"settle-{++_pings}";
        try
        {
            await SendAsync($"<iq type='get' id='{_pingId}' to='{Participant.Host}'><ping xmlns='urn:xmpp:ping'/></iq>");
        }
        catch (IOException)
        {
            // The server has ended the connection: what it said before is being read.
        }
        await Task.WhenAny(_pong.Task, _reading).WaitAsync(Patience, cancel);
    }

    /// <summary>Closes the stream in good order and waits until the server has done so too.</summary>
    public async Task DisconnectAsync()
    {
        if (_wire is null) return;
        try
        {
            await SendAsync("</stream:stream>");
            await _reading.WaitAsync(Patience, cancel);
        }
        catch (IOException)
        {
            // The server had gone already.
        }
        await _wire.CloseAsync();
        await DisposeAsync();
        TakeStreamEnd();
    }

    public async Task LoseConnectionAsync()
    {
        _wire?.Abort();
        await _reading.WaitAsync(Patience, cancel);
        await DisposeAsync();
        TakeStreamEnd();
    }

    public async ValueTask DisposeAsync()
    {
        if (_wire is null) return;
        await _wire.DisposeAsync();
        if (_mayRead.CurrentCount == 0) _mayRead.Release();
        await _reading.WaitAsync(Patience, CancellationToken.None);
        _mayRead.Wait(0, CancellationToken.None);
        _wire = null;
        FullJid = null;
    }

    // What we asked for ourselves is no surprise at the script's end.
    private void TakeStreamEnd()
    {
        while (_inbox.Reader.TryPeek(out var next) && next.Kind == CutKind.StreamClose) _inbox.Reader.TryRead(out _);
    }

    private async Task ExpectHeaderAsync()
    {
        var arrival = await ReceiveAsync();
        if (arrival?.Kind != CutKind.StreamOpen) throw new InvalidDataException($"expected a stream header, got {arrival?.ToString() ?? "nothing"}");
    }

    private async Task<XElement> ExpectAsync(XName name)
    {
        var arrival = await ReceiveAsync();
        return arrival?.Element?.Name == name ? arrival.Element : throw new InvalidDataException($"expected <{name.LocalName}/>, got {arrival?.ToString() ?? "nothing"}");
    }

    private async Task ReadLoopAsync(Wire wire)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await wire.ReadAsync(buffer, cancel)) > 0)
            {
                _cutter.Append(buffer.AsSpan(0, read));
                while (_cutter.Next() is { Kind: not CutKind.NeedMoreData } cut)
                {
                    if (cut.Element?.Name == Sasl + "success") _cutter.Restart();
                    Take(new Arrival(cut.Kind, cut.Element));
                    if (cut.Element?.Name == Tls + "proceed") await _mayRead.WaitAsync(cancel);
                }
            }
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or DecoderFallbackException)
        {
            Take(new Arrival(CutKind.Element, new XElement("unreadable", broken.Message)));
        }
        catch (Exception over) when (over is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The end follows.
        }
        Take(new Arrival(CutKind.StreamClose, null, IsEnd: true));
    }

    private void Take(Arrival arrival)
    {
        if (arrival.Element is { } element && element.Name == Client + "iq" && _pingId is not null && element.Attribute("id")?.Value == _pingId)
        {
            _pingId = null;
            _pong.TrySetResult();
            return;
        }
        // A success of SASL2 names the session, if one was bound or resumed with it: from here on it can ping.
        if (arrival.Element?.Name == Sasl2 + "success" && arrival.Element.Element(Sasl2 + "authorization-identifier")?.Value is { } jid && jid.Contains('/'))
        {
            FullJid = jid;
        }
        Arrived++;
        _hasEnded |= arrival.IsEnd;
        if (!_inbox.Writer.TryWrite(arrival)) throw new InvalidDataException($"{Participant.Name} has more unread arrivals than the runner holds");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string FromBase64(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text.Trim()));
}
