// A stream that the tested server opens to a scripted one: the direction "out".
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Cli.Lab.Peers;

/// <summary>Receiving entity (RFC 6120 §1.4). What comes is told to <paramref name="server"/>.</summary>
internal sealed partial class AcceptedStream(PeerSelf self, ScriptedServer server, Stream bytes, bool isDirect) : IAsyncDisposable
{
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PeerStream _stream = new(bytes, self.Script, new PeerTrace(self.Clock), self.Clock);
    private readonly string _id = PeerSelf.NewId();
    private uint _taken;
    private string _theirDomain = "";
    private string _ourDomain = self.Domain;

    public PeerTrace Trace => _stream.Trace;

    /// <summary>How far the tested server went.</summary>
    public AcceptedStage Stage { get; private set; }

    /// <summary>How it ended, in a few words; null while it lives.</summary>
    public string? End { get; private set; }

    /// <summary>XEP-0288 was agreed on: the peer may answer here.</summary>
    public bool IsBidi { get; private set; }

    /// <summary>XEP-0198 was turned on.</summary>
    public bool IsManaged { get; private set; }

    private PeerScript Script => self.Script;

    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            if (isDirect) await SecureAsync(cancel).ConfigureAwait(false);
            await GreetAsync(cancel).ConfigureAwait(false);
            while (await _stream.ReadAsync(cancel).ConfigureAwait(false) is { } element)
            {
                if (element.Is("error", XmlElement.StreamNs)) End = "the tested server: " + PeerWords.Describe(element);
                else await HandleAsync(element, cancel).ConfigureAwait(false);
            }
            End ??= "the tested server ended the stream";
            await _stream.WriteAsync("</stream:stream>", cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (OpenedStream.Explain(fault, cancel) is { } seen)
        {
            End ??= cancel.IsCancellationRequested ? "the lab ended" : seen.Text;
        }
        catch (Exception gone) when (gone is ObjectDisposedException or InvalidOperationException)
        {
            End ??= "the connection is gone";
        }
        Trace.Note(End);
        _ended.TrySetResult();
    }

    public Task SendAsync(string xml, CancellationToken cancel) => _stream.WriteAsync(xml, cancel);

    /// <summary>Ends the stream (RFC 6120 §4.4) and waits a little for the tested server to end it, too.</summary>
    public async Task EndAsync()
    {
        if (End is not null || Script is { At: not null, Fault: not PeerFault.Closes }) return;
        using var patience = new CancellationTokenSource(EndsWithin, self.Clock);
        await _stream.WriteAsync("</stream:stream>", patience.Token).ConfigureAwait(false);
        await _ended.Task.WaitAsync(patience.Token).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task HandleAsync(XmlElement element, CancellationToken cancel)
    {
        switch (element.Name)
        {
            case "starttls" when element.Namespace == PeerWords.TlsNs && !OffersTls:
                await SendAsync($"<failure xmlns='{PeerWords.TlsNs}'/></stream:stream>", cancel).ConfigureAwait(false);
                throw new PeerEndsException(Outcome.Refused, "the tested server asks for TLS, which the peer did not offer");
            case "starttls" when element.Namespace == PeerWords.TlsNs:
                await SendAsync($"<proceed xmlns='{PeerWords.TlsNs}'/>", cancel).ConfigureAwait(false);
                await SecureAsync(cancel).ConfigureAwait(false);
                await GreetAsync(cancel).ConfigureAwait(false);
                break;
            case "auth" when element.Namespace == PeerWords.SaslNs:
                await AuthenticateAsync(cancel).ConfigureAwait(false);
                break;
            case "result" when element.Namespace == PeerWords.DialbackNs:
                server.Own(TakeKeyAsync(element, cancel));
                break;
            case "verify" when element.Namespace == PeerWords.DialbackNs:
                await AnswerVerifyAsync(element, cancel).ConfigureAwait(false);
                break;
            case "bidi" when element.Namespace == PeerWords.BidiNs:
                IsBidi = true;
                break;
            case "enable" when element.Namespace == PeerWords.ManagementNs && Script.Management != ManagementUse.None:
                await EnableAsync(element, cancel).ConfigureAwait(false);
                break;
            case "resume" when element.Namespace == PeerWords.ManagementNs && Script.Management != ManagementUse.None:
                await ResumeAsync(element, cancel).ConfigureAwait(false);
                break;
            case "r" when element.Namespace == PeerWords.ManagementNs && IsManaged:
                await SendAsync($"<a xmlns='{PeerWords.ManagementNs}' h='{_taken}'/>", cancel).ConfigureAwait(false);
                break;
            case "message" or "presence" or "iq" when element.Namespace == PeerStream.ServerNs:
                await TakeStanzaAsync(element, cancel).ConfigureAwait(false);
                break;
            default:
                // XEP-0198 and whatever else was not offered.
                break;
        }
    }

    private async Task SecureAsync(CancellationToken cancel)
    {
        Reach(AcceptedStage.StartsTls);
        await _stream.AtAsync(PeerStep.InHandshake, cancel).ConfigureAwait(false);
        await _stream.SecureAsync(raw => self.Tls.AcceptAsync(raw, isDirect, cancel)).ConfigureAwait(false);
        Reach(AcceptedStage.Secured);
        await _stream.AtAsync(PeerStep.AfterHandshake, cancel).ConfigureAwait(false);
    }

    // Header for header, then features.
    private async Task GreetAsync(CancellationToken cancel)
    {
        var isLast = _stream.IsSecure || Script.Tls == TlsUse.None;
        var header = await _stream.ReadHeaderAsync(cancel).ConfigureAwait(false);
        Reach(AcceptedStage.HeaderRead);
        _theirDomain = header.Attribute("from") ?? self.Target.Domain;
        _ourDomain = header.Attribute("to") ?? self.Domain;
        await _stream.AtAsync(PeerStep.BeforeHeader, cancel).ConfigureAwait(false);
        await _stream.AtAsync(PeerStep.InHeader, cancel).ConfigureAwait(false);
        await SendAsync(PeerWords.Header(Script.Header, _ourDomain, _theirDomain, _id), cancel).ConfigureAwait(false);
        await _stream.AtAsync(PeerStep.AfterHeader, cancel).ConfigureAwait(false);
        // RFC 6120 §4.7.5: without a version there are no features.
        if (Script.Header == HeaderFault.NoVersion) return;
        await SendAsync("<stream:features>" + Features() + "</stream:features>", cancel).ConfigureAwait(false);
        await _stream.AtAsync(PeerStep.AfterFeatures, cancel).ConfigureAwait(false);
        if (Script.Bidi == BidiUse.Unasked && isLast && !IsAuthenticated) await SendUnaskedAsync(_theirDomain, cancel).ConfigureAwait(false);
    }

    private bool OffersTls => Script.Tls != TlsUse.None && Script.Header != HeaderFault.NoVersion;

    private bool IsAuthenticated => Stage >= AcceptedStage.Authenticated;

    private string Features()
    {
        if (!_stream.IsSecure && Script.Tls != TlsUse.None) return $"<starttls xmlns='{PeerWords.TlsNs}'><required/></starttls>";
        if (IsAuthenticated) return Script.Management == ManagementUse.None ? "" : $"<sm xmlns='{PeerWords.ManagementNs}'/>";
        return (Script.External == ExternalUse.NotOffered || !_stream.IsSecure
                ? ""
                : $"<mechanisms xmlns='{PeerWords.SaslNs}'><mechanism>EXTERNAL</mechanism></mechanisms>")
            + (Script.HasDialback ? "<dialback xmlns='urn:xmpp:features:dialback'><errors/></dialback>" : "")
            + (Script.Bidi is BidiUse.Right or BidiUse.OtherDomain ? $"<bidi xmlns='{PeerWords.BidiFeatureNs}'/>" : "");
    }

    private async Task AuthenticateAsync(CancellationToken cancel)
    {
        Reach(AcceptedStage.Authenticates);
        await _stream.AtAsync(PeerStep.BeforeAuthentication, cancel).ConfigureAwait(false);
        if (Script.External != ExternalUse.Accepted)
        {
            await SendAsync($"<failure xmlns='{PeerWords.SaslNs}'><not-authorized/></failure>", cancel).ConfigureAwait(false);
            return;
        }
        await SendAsync($"<success xmlns='{PeerWords.SaslNs}'/>", cancel).ConfigureAwait(false);
        _stream.Restart();
        Reach(AcceptedStage.Authenticated);
        await GreetAsync(cancel).ConfigureAwait(false);
        await AfterAuthenticationAsync(cancel).ConfigureAwait(false);
    }

    private async Task AfterAuthenticationAsync(CancellationToken cancel)
    {
        await _stream.AtAsync(PeerStep.AfterAuthentication, cancel).ConfigureAwait(false);
        // XEP-0288 §2.2: only for the domain of the stream.
        if (Script.Bidi == BidiUse.OtherDomain && IsBidi)
            await SendUnaskedAsync(_theirDomain, cancel, from: "other." + _ourDomain).ConfigureAwait(false);
    }

    private Task SendUnaskedAsync(string to, CancellationToken cancel, string? from = null) =>
        SendAsync(server.Forgery(from ?? _ourDomain, to), cancel);

    private async Task TakeStanzaAsync(XmlElement stanza, CancellationToken cancel)
    {
        if (!IsAuthenticated)
        {
            await SendAsync(
                $"<stream:error><not-authorized xmlns='{StreamCondition.Ns}'/></stream:error></stream:stream>", cancel).ConfigureAwait(false);
            return;
        }
        Reach(AcceptedStage.Stanza);
        if (BreaksNow())
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
            throw new PeerEndsException(Outcome.Refused, "the peer loses the connection, and this stanza");
        }
        _taken++;
        if (IsManaged && Script.Management == ManagementUse.CountTooHigh)
            await SendAsync($"<a xmlns='{PeerWords.ManagementNs}' h='{_taken + 1000}'/>", cancel).ConfigureAwait(false);
        await _stream.AtAsync(PeerStep.InStanza, cancel).ConfigureAwait(false);
        server.Took(stanza, this);
    }

    private void Reach(AcceptedStage stage)
    {
        if (stage > Stage) Stage = stage;
    }
}

internal enum AcceptedStage { Connected, HeaderRead, StartsTls, Secured, Authenticates, Authenticated, Stanza }
