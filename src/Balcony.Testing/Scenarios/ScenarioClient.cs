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
internal sealed partial class ScenarioClient(Participant participant, CancellationToken cancel) : IAsyncDisposable
{
    // A guard against a server that never answers, not a wait: nothing in a passing script takes this long.
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const string Settling = "settle-";

    private static readonly XNamespace Streams = "http://etherx.jabber.org/streams";
    private static readonly XNamespace Client = "jabber:client";
    private static readonly XNamespace Tls = "urn:ietf:params:xml:ns:xmpp-tls";
    private static readonly XNamespace Sasl = "urn:ietf:params:xml:ns:xmpp-sasl";
    private static readonly XNamespace Sasl2 = "urn:xmpp:sasl:2";
    private static readonly XNamespace Bind = "urn:ietf:params:xml:ns:xmpp-bind";

    private readonly Channel<Arrival> _inbox = Channel.CreateBounded<Arrival>(10_000);
    private readonly SemaphoreSlim _mayRead = new(0, 1);
    private readonly SemaphoreSlim _maySend = new(1, 1);
    private StreamCutter _cutter = new();
    private Wire? _wire;
    private Task _reading = Task.CompletedTask;
    private string? _pingId;
    private TaskCompletionSource _pong = new();
    private int _pings;
    private volatile bool _hasEnded;
    private string? _lastFullJid;

    private static ReadOnlySpan<byte> ActiveStart => "<active xmlns='urn:xmpp:csi:0'"u8;

    private static ReadOnlySpan<byte> InactiveStart => "<inactive xmlns='urn:xmpp:csi:0'"u8;

    public Participant Participant { get; } = participant;

    public string? FullJid { get; private set; }

    /// <summary>A session is bound and the connection has not ended: it can ping.</summary>
    public bool IsBound => FullJid is not null && IsConnected;

    public bool IsConnected => _wire is not null && !_hasEnded;

    /// <summary>It said that nobody looks at it (XEP-0352): a ping of ours would wake it, since the answer brings what waits.</summary>
    public bool IsInactive { get; private set; }

    /// <summary>Its counts of XEP-0198; null for a participant without <c>management</c>.</summary>
    public ManagedStream? Management { get; } = participant["management"] is { } management ? new ManagedStream(management is "by hand") : null;

    /// <summary>How much has arrived so far, the answers to our own pings left out.</summary>
    public int Arrived { get; private set; }

    public async Task ConnectAsync(ScenarioTarget target)
    {
        await ReachAsync(target);
        if (Participant["raw"] is "true") return;
        if (IsComponent)
        {
            await JoinAsComponentAsync();
            return;
        }
        if (IsPeer)
        {
            await JoinAsPeerAsync();
            return;
        }
        await SecureAsync();
        if (Participant["raw"] is "tls") return;
        await AuthenticateAsync();
        if (Participant["raw"] is "sasl" || IsBound) return;
        await BindAsync();
        await ManageAsync();
    }

    public Task SendAsync(string xml) => SendAsync(Encoding.UTF8.GetBytes(xml));

    public async Task SendAsync(byte[] bytes)
    {
        // Answers to the server's requests are sent by who reads, at any time.
        await _maySend.WaitAsync(cancel);
        try
        {
            if (_wire is null) throw new InvalidOperationException($"{Participant.Name} is not connected");
            var (inactive, active) = (bytes.AsSpan().LastIndexOf(InactiveStart), bytes.AsSpan().LastIndexOf(ActiveStart));
            if (inactive != active) IsInactive = inactive > active;
            Management?.CountSent(bytes);
            // What a peer that we let in says next is a new stream.
            if (_hasAccepted && bytes.AsSpan().IndexOf("<success"u8) >= 0) _cutter.Restart();
            // Who refuses TLS after all goes on reading in plain.
            if (_hasAccepted && bytes.AsSpan().IndexOf("<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'"u8) >= 0 && _mayRead.CurrentCount == 0) _mayRead.Release();
            await _wire.WriteAsync(bytes, cancel).AsTask().WaitAsync(Patience, cancel);
        }
        finally
        {
            _maySend.Release();
        }
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
        if (!IsBound || IsInactive || Participant["pings"] is "no") return;
        _pong = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _pingId = $"{Settling}{++_pings}";
        try
        {
            var request = Management is { IsByHand: false } ? $"<r xmlns='{ManagedStream.Ns}'/>" : "";
            await SendAsync($"<iq type='get' id='{_pingId}' to='{PingedHost}'{(IsComponent ? $" from='{Participant.Jid}'" : "")}><ping xmlns='urn:xmpp:ping'/></iq>{request}");
        }
        catch (IOException)
        {
            // The server has ended the connection: what it said before is being read.
        }
        var acknowledged = Management is { IsByHand: false } ? Management.WhenAcknowledged() : Task.CompletedTask;
        await Task.WhenAny(Task.WhenAll(_pong.Task, acknowledged), _reading).WaitAsync(Patience, cancel);
    }

    /// <summary>Closes the stream in good order and waits until the server has done so too.</summary>
    public async Task DisconnectAsync()
    {
        if (_wire is null) return;
        try
        {
            // XEP-0198 §4: so that the server does not take for lost what came.
            var answer = Management is { IsByHand: false } && Participant["acks"] is not "none" ? Management.Answer() : "";
            await SendAsync(answer + "</stream:stream>");
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
        // It may wait for a TLS handshake that will not be.
        if (_mayRead.CurrentCount == 0) _mayRead.Release();
        await _reading.WaitAsync(Patience, cancel);
        await DisposeAsync();
        TakeStreamEnd();
    }

    public async ValueTask DisposeAsync()
    {
        if (_wire is null) return;
        Management?.Pause();
        await _wire.DisposeAsync();
        if (_mayRead.CurrentCount == 0) _mayRead.Release();
        await _reading.WaitAsync(Patience, CancellationToken.None);
        _mayRead.Wait(0, CancellationToken.None);
        _wire = null;
        _lastFullJid = FullJid ?? _lastFullJid;
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
                    if (cut.Kind == CutKind.StreamOpen) HeaderId = cut.Element?.Attribute("id")?.Value;
                    if (Take(new Arrival(cut.Kind, (IsComponent || IsPeer) && cut is { Kind: CutKind.Element, Element: { } element } ? InClient(element) : cut.Element)) is { } answer) await SendAsync(answer);
                    if (cut.Element?.Name == Tls + (_hasAccepted ? "starttls" : "proceed")) await _mayRead.WaitAsync(cancel);
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

    // Returns what is to be answered at once.
    private string? Take(Arrival arrival)
    {
        var isPong = arrival.Element is { } iq && iq.Name == Client + "iq" && iq.Attribute("id")?.Value is { } id && id.StartsWith(Settling, StringComparison.Ordinal);
        string? answer = null;
        if (Management is { } management && arrival.Element is { } element)
        {
            answer = management.Take(element, !isPong);
            if (Participant["acks"] is "none") answer = null;
            if (!management.IsByHand && (element.Name == ManagedStream.Ns + "a" || element.Name == ManagedStream.Ns + "r")) return answer;
        }
        if (isPong)
        {
            // One that is sent again after a resumption was asked for long ago.
            if (arrival.Element!.Attribute("id")?.Value == _pingId) _pong.TrySetResult();
            return answer;
        }
        // A success of SASL2 names the session, if one was bound or resumed with it: from here on it can ping.
        if (arrival.Element?.Name == Sasl2 + "success" && arrival.Element.Element(Sasl2 + "authorization-identifier")?.Value is { } jid && jid.Contains('/'))
        {
            FullJid = jid;
        }
        Arrived++;
        _hasEnded |= arrival.IsEnd;
        if (!_inbox.Writer.TryWrite(arrival)) throw new InvalidDataException($"{Participant.Name} has more unread arrivals than the runner holds");
        return answer;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string FromBase64(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text.Trim()));
}
