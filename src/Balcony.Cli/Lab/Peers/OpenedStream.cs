// A stream that a scripted server opens to the tested one, up to its authentication: the direction "in".
using System.Net.Sockets;
using Balcony.Cli.Lab.Ground;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Cli.Lab.Peers;

/// <summary>Initiating entity (RFC 6120 §1.4). One caller at a time; dispose ends the connection.</summary>
internal sealed partial class OpenedStream(PeerSelf self) : IAsyncDisposable
{
    private PeerStream? _stream;
    private string _theirId = "";
    private XmlElement? _features;

    public PeerTrace Trace { get; } = new(self.Clock);

    /// <summary>The certificate that the tested server showed; null before TLS.</summary>
    public System.Security.Cryptography.X509Certificates.X509Certificate2? TheirCertificate { get; private set; }

    /// <summary>What a peer sends that does not wait for its authentication.</summary>
    public string? EarlyStanza { get; init; }

    /// <summary>XEP-0288 was agreed on: answers come on this very stream.</summary>
    public bool IsBidi { get; private set; }

    /// <summary>The features after authentication have XEP-0198; dialback brings no new ones.</summary>
    public bool OffersManagement => _features?.Child("sm", PeerWords.ManagementNs) is not null;

    /// <summary>How the peer proved itself; null: it did not.</summary>
    public string? Method { get; private set; }

    private PeerStream Stream => _stream ?? throw new InvalidOperationException("the stream is not open");

    private PeerScript Script => self.Script;

    /// <summary>Connects and proves who the peer is, as far as its script goes and the tested server lets it.</summary>
    public async Task<Observation> OpenAsync(CancellationToken cancel)
    {
        var started = self.Clock.GetTimestamp();
        try
        {
            return await AuthenticateAsync(cancel).ConfigureAwait(false) with { Trace = Trace.Lines };
        }
        catch (Exception fault) when (Explain(fault, cancel) is { } seen)
        {
            Trace.Note(seen.Text);
            var after = PeerWords.Seconds(self.Clock.GetElapsedTime(started));
            return seen with { Text = seen.Outcome == Outcome.Unreachable ? seen.Text : $"{seen.Text}, after {after}", Trace = Trace.Lines };
        }
    }

    public Task SendAsync(string xml, CancellationToken cancel) => Stream.WriteAsync(xml, cancel);

    /// <summary>The next element; null at the stream's end.</summary>
    public Task<XmlElement?> ReadAsync(CancellationToken cancel) => Stream.ReadAsync(cancel);

    /// <summary>Comes to the point at which its script may fail.</summary>
    public Task AtAsync(PeerStep step, CancellationToken cancel) => Stream.AtAsync(step, cancel);

    /// <summary>What a fault on a stream says about the tested server; null: it is a fault of the lab's own.</summary>
    internal static Observation? Explain(Exception fault, CancellationToken cancel) => fault switch
    {
        PeerEndsException ends => new Observation(ends.Outcome, ends.Message),
        StreamException broken => Observation.Refused("what it sent is no stream: " + broken.Message),
        OperationCanceledException when cancel.IsCancellationRequested => Observation.Unanswered("no answer"),
        SocketException refused => Observation.Unreachable(refused.Message),
        LabTlsException tls => Observation.Refused("TLS: " + tls.Message),
        IOException gone => Observation.Refused("it ended the connection: " + (gone.InnerException?.Message ?? gone.Message)),
        _ => null,
    };

    /// <summary>The connection is lost: nothing is said about it.</summary>
    public async Task BreakAsync()
    {
        Trace.Note("the connection is lost");
        if (_stream is { } stream) await stream.DisposeAsync().ConfigureAwait(false);
        _stream = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_stream is null) return;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), self.Clock);
        try
        {
            if (Script.At is null) await _stream.WriteAsync("</stream:stream>", patience.Token).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // It was faster.
        }
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<Observation> AuthenticateAsync(CancellationToken cancel)
    {
        await ConnectAsync(cancel).ConfigureAwait(false);
        if (await NegotiateAsync(cancel).ConfigureAwait(false) is { } refused) return refused;
        if (Script.Tls == TlsUse.StartTls)
        {
            if (await StartTlsAsync(cancel).ConfigureAwait(false) is { } noTls) return noTls;
            if (await NegotiateAsync(cancel).ConfigureAwait(false) is { } refusedInside) return refusedInside;
        }
        if (Script.SendsEarly)
            await SendAsync(EarlyStanza ?? PeerWords.Ping(self.Domain, self.Target.Domain, "early"), cancel).ConfigureAwait(false);
        await Stream.AtAsync(PeerStep.BeforeAuthentication, cancel).ConfigureAwait(false);
        if (Script.Bidi == BidiUse.Right && _features?.Child("bidi", PeerWords.BidiFeatureNs) is not null)
        {
            await SendAsync($"<bidi xmlns='{PeerWords.BidiNs}'/>", cancel).ConfigureAwait(false);
            IsBidi = true;
        }
        var external = OffersExternal ? await ExternalAsync(cancel).ConfigureAwait(false) : null;
        if (external is { Outcome: Outcome.Accepted }) return external;
        var first = external?.Text ?? "EXTERNAL is not offered";
        if (!Script.HasDialback) return external ?? Observation.Refused(first);
        var dialback = await DialbackAsync(self.Domain, cancel).ConfigureAwait(false);
        return dialback.Outcome == Outcome.Accepted ? dialback : dialback with { Text = $"{first}; {dialback.Text}" };
    }

    private bool OffersExternal => Script.External == ExternalUse.Accepted && _features?.Child("mechanisms", PeerWords.SaslNs) is { } offer
        && Any(offer, mechanism => mechanism.Name == "mechanism" && mechanism.Text == "EXTERNAL");

    private async Task ConnectAsync(CancellationToken cancel)
    {
        var isDirect = Script.Tls == TlsUse.Direct;
        var bytes = await self.Target.ConnectAsync(isDirect, self.Address, cancel).ConfigureAwait(false);
        Trace.Note($"connected to {(isDirect ? self.Target.DirectEndPoint : self.Target.EndPoint)}");
        _stream = new PeerStream(bytes, Script, Trace, self.Clock);
        if (isDirect) await SecureAsync(isDirect: true, cancel).ConfigureAwait(false);
    }

    // Header and features. Null when all is well.
    private async Task<Observation?> NegotiateAsync(CancellationToken cancel)
    {
        await Stream.AtAsync(PeerStep.BeforeHeader, cancel).ConfigureAwait(false);
        await Stream.AtAsync(PeerStep.InHeader, cancel).ConfigureAwait(false);
        await SendAsync(PeerWords.Header(Script.Header, self.Domain, self.Target.Domain, id: null), cancel).ConfigureAwait(false);
        await Stream.AtAsync(PeerStep.AfterHeader, cancel).ConfigureAwait(false);
        var header = await Stream.ReadHeaderAsync(cancel).ConfigureAwait(false);
        _theirId = header.Attribute("id") ?? "";
        _features = null;
        // RFC 6120 §4.7.5: who says no version has no features.
        if (header.Attribute("version") is null && Script.Header is HeaderFault.None or HeaderFault.NoVersion) return null;
        if (await Stream.ReadAsync(cancel).ConfigureAwait(false) is not { } features) return Observation.Refused("it ended the stream");
        if (!features.Is("features", XmlElement.StreamNs)) return Observation.Refused(PeerWords.Describe(features));
        _features = features;
        await Stream.AtAsync(PeerStep.AfterFeatures, cancel).ConfigureAwait(false);
        return null;
    }

    private async Task<Observation?> StartTlsAsync(CancellationToken cancel)
    {
        if (_features?.Child("starttls", PeerWords.TlsNs) is null) return Observation.Refused("it offers no TLS");
        await SendAsync($"<starttls xmlns='{PeerWords.TlsNs}'/>", cancel).ConfigureAwait(false);
        var answer = await Stream.ReadAsync(cancel).ConfigureAwait(false);
        if (answer is null) return Observation.Refused("it ended the stream");
        if (!answer.Is("proceed", PeerWords.TlsNs)) return Observation.Refused(PeerWords.Describe(answer));
        await SecureAsync(isDirect: false, cancel).ConfigureAwait(false);
        return null;
    }

    private async Task SecureAsync(bool isDirect, CancellationToken cancel)
    {
        await Stream.AtAsync(PeerStep.InHandshake, cancel).ConfigureAwait(false);
        await Stream.SecureAsync(async bytes =>
        {
            var secure = await self.Tls.ConnectAsync(bytes, self.Target.Domain, isDirect, cancel).ConfigureAwait(false);
            TheirCertificate = secure.Certificate;
            return secure;
        }).ConfigureAwait(false);
        await Stream.AtAsync(PeerStep.AfterHandshake, cancel).ConfigureAwait(false);
    }

    // XEP-0178 §3.
    private async Task<Observation> ExternalAsync(CancellationToken cancel)
    {
        var name = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(self.Domain));
        await SendAsync($"<auth xmlns='{PeerWords.SaslNs}' mechanism='EXTERNAL'>{name}</auth>", cancel).ConfigureAwait(false);
        var answer = await Stream.ReadAsync(cancel).ConfigureAwait(false);
        if (answer is null) return Observation.Refused("it ended the stream");
        if (!answer.Is("success", PeerWords.SaslNs)) return Observation.Refused("EXTERNAL: " + PeerWords.Describe(answer));
        Stream.Restart();
        if (await NegotiateAsync(cancel).ConfigureAwait(false) is { } refused) return refused;
        Method = "EXTERNAL";
        await Stream.AtAsync(PeerStep.AfterAuthentication, cancel).ConfigureAwait(false);
        return Observation.Accepted("authenticated by EXTERNAL");
    }

    private static bool Any(XmlElement parent, Func<XmlElement, bool> isSought)
    {
        foreach (var child in parent.Children)
        {
            if (isSought(child)) return true;
        }
        return false;
    }
}
