// A connection that we made to another server: TLS, who it is, and our proof of who we are (RFC 6120 §4.3, §5, §6, XEP-0178, XEP-0220 §2.1, XEP-0288).
using System.Security.Authentication;
using Balcony.Server.Federation.Diary;
using Balcony.Server.Federation.Trust;
using Balcony.Server.Net;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Dns;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Federation;

/// <summary>
/// <code>
///   header ─► features ─► STARTTLS ─► verify the peer ─► bidi ─► EXTERNAL or dialback ─► XEP-0198 ─► Ready
///                                          └─ only to ask about a key ─► Ready
/// </code>
/// Nothing of ours but the two domains is said before the peer is verified.
/// </summary>
internal sealed partial class OutgoingStream : ServerStream
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PeerConnection _connection;
    private readonly ServiceTarget _target;
    private readonly LinkKey _pair;
    private readonly PeerPolicy _policy;
    private readonly PeerAttempt _attempt;
    private readonly bool _isForLink;
    private Phase _phase;
    private string? _streamId;
    private string? _whyDialback;
    private bool _triedExternal;
    private bool _isVerified;
    private bool _saidBidi;
    private volatile bool _isReady;
    private bool _hasManagement;

    public OutgoingStream(PeerConnection connection, ServiceTarget target, LinkKey pair, bool isForLink, PeerPolicy policy, PeerAttempt attempt, PeerServices services)
        : base(connection.Transport, services)
    {
        (_connection, _target, _pair, _isForLink, _policy, _attempt) = (connection, target, pair, isForLink, policy, attempt);
        Pair = pair;
    }

    private enum Phase : byte
    {
        /// <summary>Their header and features are due.</summary>
        Opening,
        Starting,
        Authenticating,
        DialingBack,
        Resuming,
        Managing,
        Ready,
    }

    public override bool IsOutgoing => true;

    public override PeerAttempt Attempt => _attempt;

    /// <summary>It goes on with the stream that carried the link before.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>Completes when stanzas, or questions about keys, may be sent.</summary>
    /// <exception cref="LinkException">That will never be.</exception>
    public Task Ready => _ready.Task;

    protected override async Task BeginAsync(CancellationToken cancel)
    {
        if (_target.DirectTls)
        {
            // XEP-0368 §3
            await SecureAsync("xmpp-server").ConfigureAwait(false);
            await VerifyAsync().ConfigureAwait(false);
        }
        WriteControl(WriteHeader);
    }

    protected override void WriteHeader(XmlWriter writer) => WriteHeader(writer, _pair.Host, _pair.Peer, null);

    protected override ValueTask OpenStreamAsync(XmlElement header)
    {
        CheckRoot(header);
        if (header.Attribute("from") is { Length: > 0 } from && (!BareJid.TryParse(from, out BareJid? peer) || !peer.Equals(_pair.Peer)))
        {
            throw Fail(LinkFault.Refused("wrong-domain", "The server that answered says to be another domain."), StreamCondition.InvalidFrom);
        }
        _streamId = header.Attribute("id");
        if (!IsVersion1(header))
        {
            // Without features there is no TLS.
            throw Fail(LinkFault.Refused("old-version", "The peer speaks no XMPP 1.0."), StreamCondition.UnsupportedVersion);
        }
        return default;
    }

    protected override ValueTask NegotiateAsync(XmlElement element)
    {
        switch (element.Namespace, element.Name)
        {
            case (XmlElement.StreamNs, "features") when _phase == Phase.Opening:
                return ChooseAsync(element);
            case (TlsNs, "proceed") when _phase == Phase.Starting:
                return StartTlsAsync();
            case (TlsNs, "failure"):
                throw Fail(LinkFault.Refused("no-tls", "The peer offered TLS and then refused it."), StreamCondition.PolicyViolation);
            case (SaslNs, "success") when _phase == Phase.Authenticating:
                AuthenticatedBy = SaslMechanism.External;
                _attempt.Note("authentication", "EXTERNAL");
                _phase = Phase.Opening;
                CarryBothWays();
                WriteControl(writer =>
                {
                    Restart();
                    WriteHeader(writer);
                });
                return default;
            case (SaslNs, "failure") when _phase == Phase.Authenticating:
                return ExternalRefused(element);
            case (DialbackNs, _):
                return AnsweredAsync(element);
            default:
                throw new StreamException(_isReady ? StreamCondition.UnsupportedStanzaType : StreamCondition.NotAuthorized);
        }
    }

    protected override ValueTask ManageAsync(XmlElement element)
    {
        if (Manage(element))
        {
            return default;
        }
        switch (element.Name)
        {
            case "resumed" when _phase == Phase.Resuming:
                Resumed(element);
                return default;
            case "failed" when _phase == Phase.Resuming:
                NotResumed(element);
                return default;
            case "enabled" when _phase == Phase.Managing:
                _attempt.Note("management", "XEP-0198 is on");
                ResumptionId = ManagementEnabled.Read(element).Id;
                ManagementBegins(new StreamManagement(ResumptionId ?? "", Link.OwnerOf(_pair), TimeSpan.Zero, Pace, Services.Storage));
                IsReady();
                return default;
            case "failed" when _phase == Phase.Managing:
                EndManagement();
                IsReady();
                return default;
            default:
                throw new StreamException(StreamCondition.UnsupportedStanzaType);
        }
    }

    protected override void OnStreamError(string condition, string? text)
    {
        string explanation = $"The peer ended the stream: {condition}{(text is null ? "" : $" ({text})")}.";
        if (_phase == Phase.DialingBack)
        {
            // It would not even call back: what went wrong before is the reason.
            explanation = $"{_whyDialback} Dialback is no way either: {explanation}";
        }
        SetFault(condition switch
        {
            // RFC 6120 §4.9.3.5, §4.9.3.6
            "host-gone" => new LinkFault(Xmpp.Stanzas.StanzaError.Gone, LinkTrouble.Gone, condition, explanation, IsFinal: true),
            "host-unknown" => LinkFault.Refused(condition, explanation, "The domain's DNS points to a server that does not serve it."),
            "not-authorized" or "policy-violation" or "invalid-from" or "unsupported-version" => LinkFault.Refused(
                condition, explanation, "The peer does not believe or does not want us: check our certificate with `balcony federation test`, and the peer's policy."),
            _ => LinkFault.Unreachable(condition, explanation),
        });
    }

    protected override void CheckPatience(long now)
    {
        if (!_isReady && Clock.GetElapsedTime(Accepted, now) > Services.Options.NegotiateWithin)
        {
            SetFault(LinkFault.Unreachable("negotiation-timeout", "The peer took too long to agree on a stream."));
            Close(StreamCondition.ConnectionTimeout);
        }
        else if (!CheckAcknowledgements(now))
        {
            SetFault(LinkFault.Unreachable("no-acknowledgement", "The peer no longer acknowledges what it gets."));
            Close(StreamCondition.ConnectionTimeout);
        }
    }

    protected override void OnClosing(StreamCondition condition) =>
        SetFault(LinkFault.Unreachable(condition.Name, $"We ended the stream: {condition.Name}."));

    protected override void OnLost()
    {
        if (!_isReady)
        {
            SetFault(LinkFault.Unreachable("connection-lost", "The connection ended before the stream was agreed on."));
        }
        FailQuestions();
        base.OnLost();
        FailFurther();
        FederationLog.Ended(Services.Logger, _pair, _attempt.Code ?? "closed");
    }

    // §4.3.2: one after the other, and TLS first.
    private ValueTask ChooseAsync(XmlElement features)
    {
        if (Transport.Tls is null)
        {
            if (features.Child("starttls", TlsNs) is not null)
            {
                _phase = Phase.Starting;
                WriteControl(writer => writer.Start("starttls", TlsNs).End());
                return default;
            }
            if (_policy.IsTlsRequired)
            {
                throw Fail(LinkFault.Refused("no-tls", "The peer offers no TLS."), StreamCondition.PolicyViolation);
            }
        }
        if (!_isVerified && !_policy.AllowsDialback)
        {
            // Plain, where the policy allows that, proves nothing.
            throw Fail(LinkFault.NotVerified("no-certificate", "The peer proved nothing: there is no TLS."), StreamCondition.NotAuthorized);
        }
        if (!_isForLink)
        {
            IsReady();
            return default;
        }
        if (features.Child("dialback", DialbackFeatureNs) is { } dialback)
        {
            _dialback = dialback.Child("errors", DialbackFeatureNs) is null ? DialbackOffer.Plain : DialbackOffer.WithErrors;
        }
        _hasManagement = features.Child("sm", StreamManagementFeature.Ns) is not null;
        WantsNumbers = features.Child(NumbersName, NumbersNs) is not null;
        if (AuthenticatedBy is not null)
        {
            Manage();
            return default;
        }
        if (Services.Options.Bidirectional && !_saidBidi && features.Child("bidi", BidiFeatureNs) is not null)
        {
            _saidBidi = true;
            WriteControl(writer =>
            {
                if (WantsNumbers)
                {
                    // So that it may number what it sends on this stream.
                    writer.Start(NumbersName, NumbersNs).End();
                }
                writer.Start("bidi", BidiNs).End();
            });
        }
        bool offersExternal = features.Child("mechanisms", SaslNs)?.Children.Any(child => child.Text == SaslMechanism.External) == true;
        if (offersExternal && !_triedExternal && Services.Parts.Certificate(_pair.Host) is not null)
        {
            _triedExternal = true;
            _phase = Phase.Authenticating;
            // XEP-0178 §3: the stream's 'from' says who we are.
            WriteControl(writer => writer.Start("auth", SaslNs).Attribute("mechanism", SaslMechanism.External).Text("=").End());
            return default;
        }
        return AskToBeCalledBack(offersExternal
            ? "The peer refused our certificate."
            : "The peer does not believe our certificate, or asks for none.");
    }

    private ValueTask ExternalRefused(XmlElement failure)
    {
        string why = failure.Children.FirstOrDefault(child => child.Name != "text")?.Name ?? "failure";
        // Some peers say what is wrong with our certificate (RFC 6120 §6.4.5).
        if (failure.Child("text", SaslNs)?.Text is { Length: > 0 } text)
        {
            why = $"{why} ({text})";
        }
        _attempt.Note("authentication", $"EXTERNAL was refused: {why}");
        // The stream goes on: dialback may do (RFC 6120 §6.4.5).
        return AskToBeCalledBack($"The peer refused our certificate: {why}.");
    }

    // XEP-0288 §2: the peer may send on this stream, too, as soon as it has accepted us; it need not wait for the rest of the negotiation.
    private void CarryBothWays()
    {
        if (_saidBidi && !IsBidirectional && Accept(_pair))
        {
            IsBidirectional = true;
            _attempt.Note("bidi", "stanzas pass both ways on this stream");
        }
    }

    private void IsReady()
    {
        _phase = Phase.Ready;
        if (_isForLink && !IsResumed)
        {
            ForgetLost(null);
        }
        Reader.Limits = Services.Limits.AfterLogin;
        _isReady = true;
        if (_isForLink)
        {
            _attempt.Ready();
            Services.Diary.Keep(_attempt);
            FederationLog.Up(Services.Logger, _pair, "outgoing", Security);
        }
        _ready.TrySetResult();
    }

    private async ValueTask StartTlsAsync()
    {
        DiscardsRest = true;
        await SecureAsync(null).ConfigureAwait(false);
        // From here on it is another stream: an error needs a header of its own (§4.9.1.2).
        Restart();
        await VerifyAsync().ConfigureAwait(false);
        _phase = Phase.Opening;
        WriteControl(WriteHeader);
    }

    private async Task SecureAsync(string? protocol)
    {
        try
        {
            await Transport.StartClientTlsAsync(
                new ClientHandshake
                {
                    // RFC 6066 §3: as the DNS was asked; what cannot be a name there, as it is.
                    ServerName = DnsNames.TryPrepare(_pair.Peer.Domain, out string? name) ? name : _pair.Peer.Domain,
                    Own = Services.Parts.Certificate(_pair.Host),
                    ApplicationProtocol = protocol,
                    Protocols = _policy.Protocols,
                },
                Services.Stopping).ConfigureAwait(false);
        }
        catch (IOException fault)
        {
            if (fault.InnerException is not AuthenticationException)
            {
                // It went away: nobody said that it would not.
                throw Fail(LinkFault.Unreachable("tls-failed", fault.Message), StreamCondition.UndefinedCondition);
            }
            throw Fail(LinkFault.Refused("tls-failed", fault.Message, "The peer and we agree on no TLS: its version, key or signature may be too old."), StreamCondition.UndefinedCondition);
        }
        var tls = Transport.Tls!;
        _attempt.Note("tls", $"{tls.Protocol} {tls.Cipher}{(protocol is null ? "" : ", direct")}");
    }

    private async Task VerifyAsync()
    {
        var verdict = await JudgeAsync(_pair, _target, _policy, _attempt).ConfigureAwait(false);
        _isVerified = verdict.IsTrusted;
        if (!verdict.IsTrusted && !_policy.AllowsDialback)
        {
            throw Fail(LinkFault.NotVerified(verdict.Fault.Code(), verdict.Explanation, verdict.Fix), StreamCondition.NotAuthorized);
        }
    }

    // Whether the peer is the pair's domain.
    private async ValueTask<TrustVerdict> JudgeAsync(LinkKey pair, ServiceTarget target, PeerPolicy policy, PeerAttempt attempt)
    {
        var tls = Transport.Tls!;
        using var shown = tls.Peer?.Read();
        var verdict = await Services.Parts.Verifier.VerifyAsync(
            new PeerClaim
            {
                Host = pair.Host,
                Domain = pair.Peer.Domain,
                IsOutgoing = true,
                Certificate = shown?.Leaf,
                Chain = shown?.Chain ?? [],
                StapledOcsp = tls.StapledOcsp,
                Target = target,
                Address = _connection.Address,
                IsAddressSecure = _connection.IsAddressSecure,
            },
            policy, Services.Stopping).ConfigureAwait(false);
        foreach (var step in verdict.Steps)
        {
            attempt.Note(step.What, step.Outcome);
        }
        return verdict;
    }

    private StreamException Fail(LinkFault fault, StreamCondition condition)
    {
        SetFault(fault);
        return new StreamException(condition);
    }

    // The first reason is the reason.
    private void SetFault(LinkFault fault)
    {
        _attempt.Fail(fault.Code, fault.Explanation, fault.Fix);
        _ready.TrySetException(new LinkException(fault));
    }
}
