// A connection that another server made: what it is offered, and how it proves its domain (RFC 6120 §4.3, §5, §6, XEP-0178, XEP-0288).
using System.Security.Cryptography;
using Balcony.Server.Federation.Diary;
using Balcony.Server.Federation.Trust;
using Balcony.Server.Net;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Federation;

/// <summary>
/// <code>
///   Plain ──starttls──► Secured ──EXTERNAL──► Proven
///                          └──dialback──► (pairs are accepted one by one)
/// </code>
/// </summary>
internal sealed partial class IncomingStream : ServerStream
{
    private const int IdBytes = 16;

    private PeerAttempt? _attempt;
    private PeerPolicy? _policy;
    private TrustVerdict? _verdict;
    private int _failures;
    private bool _isProven;
    private bool _isChallenged;
    private bool _wantsBidi;
    private bool _offersManagement;

    public IncomingStream(Transport transport, PeerServices services)
        : base(transport, services)
    {
    }

    /// <summary>The id of our header; a new one with each header (RFC 6120 §4.7.3).</summary>
    public string Id { get; private set; } = NewId();

    public override bool IsOutgoing => false;

    public override PeerAttempt? Attempt => _attempt;

    private BareJid? Host => Pair?.Host;

    private BareJid? Peer => Pair?.Peer;

    protected override async ValueTask OpenStreamAsync(XmlElement header)
    {
        CheckRoot(header);
        if (header.Attribute("to") is not { } to)
        {
            throw new StreamException(StreamCondition.ImproperAddressing, "the stream header needs a 'to'");
        }
        if (!Jid.TryParse(to, out var host) || !host.IsDomain || !Services.Router.IsOurs(host.Bare))
        {
            throw new StreamException(StreamCondition.HostUnknown);
        }
        BareJid? peer = null;
        if (header.Attribute("from") is { } from && (!BareJid.TryParse(from, out peer) || !peer.IsDomain || Services.Router.IsOurs(peer)))
        {
            throw new StreamException(StreamCondition.InvalidFrom);
        }
        if (_isProven && (!host.Bare.Equals(Host) || (peer is not null && !peer.Equals(Peer))))
        {
            // RFC 6120 §4.3.3: a restarted stream goes on between the same two.
            throw new StreamException(StreamCondition.NotAuthorized, "the stream was authenticated for other domains");
        }
        if (!_isProven)
        {
            Pair = peer is null ? null : new LinkKey(host.Bare, peer);
            if (Pair is { } pair)
            {
                await MeetAsync(pair).ConfigureAwait(false);
            }
        }
        if (!IsVersion1OrLater(header))
        {
            throw new StreamException(StreamCondition.UnsupportedVersion);
        }
        WriteControl(writer =>
        {
            Id = NewId();
            WriteHeader(writer, host.Bare, peer, Id);
            WriteFeatures(writer, host.Bare);
        });
        OfferToLink();
    }

    protected override void WriteHeader(XmlWriter writer) => WriteHeader(writer, Host, Peer, Id);

    protected override ValueTask NegotiateAsync(XmlElement element)
    {
        if (!IsOpen)
        {
            throw new StreamException(StreamCondition.BadFormat);
        }
        switch (element.Namespace, element.Name)
        {
            case (TlsNs, "starttls") when Transport.Tls is null:
                return StartTlsAsync();
            case (SaslNs, "auth") when !_isProven:
                Authenticate(element);
                return default;
            case (SaslNs, "response") when _isChallenged:
                _isChallenged = false;
                Authenticate(element.Text);
                return default;
            case (SaslNs, "abort") when !_isProven:
                _isChallenged = false;
                RefuseLogin(SaslCondition.Aborted);
                return default;
            case (BidiNs, "bidi"):
                // §2: it SHOULD come before authentication; TLS comes first in any case.
                if (Services.Options.Bidirectional && Transport.Tls is not null)
                {
                    _wantsBidi = true;
                    _attempt?.Note("bidi", "the peer wants stanzas both ways on this stream");
                    OfferToLink();
                }
                return default;
            case (DialbackNs, _):
                DialBack(element);
                return default;
            default:
                // RFC 6120 §4.9.3.12, §4.9.3.24.
                throw new StreamException(AcceptedPairs.Count > 0 ? StreamCondition.UnsupportedStanzaType : StreamCondition.NotAuthorized);
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
            case EnableName:
                Enable(element);
                return default;
            case ResumeName:
                return ResumeAsync(element);
            default:
                throw new StreamException(StreamCondition.UnsupportedStanzaType);
        }
    }

    protected override void OnStreamError(string condition, string? text) => _attempt?.Fail(condition, $"The peer ended the stream: {condition}{(text is null ? "" : $" ({text})")}.", null);

    protected override void CheckPatience(long now)
    {
        if (AcceptedPairs.Count == 0 && Clock.GetElapsedTime(Accepted, now) > Services.Options.NegotiateWithin)
        {
            Close(StreamCondition.ConnectionTimeout, "the authentication took too long");
        }
        else if (!CheckAcknowledgements(now) || Clock.GetElapsedTime(LastStanza, now) > Services.Options.IdleFor + Services.Options.IdleFor)
        {
            Close(StreamCondition.ConnectionTimeout);
        }
    }

    private static string NewId()
    {
        Span<byte> id = stackalloc byte[IdBytes];
        RandomNumberGenerator.Fill(id);
        return Convert.ToHexStringLower(id);
    }

    // Who says to be a peer is looked at before anything is offered to it.
    private async ValueTask MeetAsync(LinkKey pair)
    {
        _policy = Services.PolicyFor(pair);
        if (_attempt is null || !_attempt.Pair.Equals(pair))
        {
            _attempt?.End();
            _attempt = Services.Diary.Begin(pair, isOutgoing: false);
            _attempt.Note("connect", $"from {RemoteAddress}");
        }
        if (!_policy.IsAllowed)
        {
            throw Refuse(StreamCondition.PolicyViolation, "not-allowed", _policy.WhyRefused ?? "Policy forbids it.", null, "streams with this domain are not allowed here");
        }
        if (Transport.Tls is not { } tls)
        {
            return;
        }
        _attempt.Note("tls", $"{tls.Protocol} {tls.Cipher}");
        if ((tls.Protocol & _policy.Protocols) == 0)
        {
            throw Refuse(StreamCondition.PolicyViolation, "old-tls", $"{tls.Protocol} is older than the policy asks for.", null, "a newer version of TLS is required");
        }
        using var shown = tls.Peer?.Read();
        var verdict = await Services.Parts.Verifier.VerifyAsync(
            new PeerClaim
            {
                Host = pair.Host,
                Domain = pair.Peer.Domain,
                IsOutgoing = false,
                Certificate = shown?.Leaf,
                Chain = shown?.Chain ?? [],
                Address = (Transport.RemoteEndPoint as System.Net.IPEndPoint)?.Address,
            },
            _policy, Services.Stopping).ConfigureAwait(false);
        foreach (var step in verdict.Steps)
        {
            _attempt.Note(step.What, step.Outcome);
        }
        // The steps are the diary's from here on.
        _verdict = verdict with { Steps = [] };
        if (!_verdict.IsTrusted && !_policy.AllowsDialback)
        {
            // XEP-0178 §3, RFC 6120 §13.7.2: the peer learns that, not why.
            throw Refuse(StreamCondition.NotAuthorized, _verdict.Fault.Code(), _verdict.Explanation, _verdict.Fix, "the certificate does not prove the domain");
        }
    }

    private StreamException Refuse(StreamCondition condition, string code, string explanation, string? fix, string text)
    {
        _attempt!.Fail(code, explanation, fix);
        Services.Log.Refused(Peer!.Domain, RemoteAddress, Host!.Domain, code, explanation);
        return new StreamException(condition, text);
    }

    private void WriteFeatures(XmlWriter writer, BareJid host)
    {
        var policy = _policy ?? Services.Policies.For(host, "");
        writer.Raw("<stream:features>"u8);
        if (Transport.Tls is null)
        {
            writer.Start("starttls", TlsNs);
            if (policy.IsTlsRequired)
            {
                writer.Start("required").End();
            }
            writer.End();
        }
        bool mayDialBack = !_isProven && (Transport.Tls is not null || !policy.IsTlsRequired);
        bool offersExternal = Transport.Tls is { Peer: not null } && !_isProven && _verdict is { IsTrusted: true };
        if (offersExternal)
        {
            writer.Start("mechanisms", SaslNs).TextElement("mechanism", SaslNs, SaslMechanism.External).End();
        }
        if (mayDialBack)
        {
            // XEP-0220 §2.5: dialback is offered with errors; where the certificate convinces, it need not call back (XEP-0344).
            writer.Start("dialback", DialbackFeatureNs).Start("errors").End().End();
        }
        if (Services.Options.Bidirectional && !_wantsBidi)
        {
            writer.Start("bidi", BidiFeatureNs).End();
        }
        if (Transport.Tls is not null)
        {
            writer.Start(NumbersName, NumbersNs).End();
        }
        _offersManagement = _isProven || AcceptedPairs.Count > 0 || (mayDialBack && !offersExternal);
        if (_offersManagement)
        {
            // Dialback brings no further features (XEP-0220 §2.1.1): whoever comes by it learns here what follows it.
            new StreamManagementFeature().Write(writer);
        }
        writer.Raw("</stream:features>"u8);
    }

    private async ValueTask StartTlsAsync()
    {
        DiscardsRest = true;
        await Transport.WriteAsync("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"u8.ToArray(), CancellationToken.None).ConfigureAwait(false);
        try
        {
            await Transport.StartTlsAsync(Host?.Domain, CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException fault)
        {
            _attempt?.Fail("tls-failed", (fault.InnerException ?? fault).Message, null);
            throw;
        }
        Restart();
    }

    // XEP-0178 §3
    private void Authenticate(XmlElement element)
    {
        if (Transport.Tls is null)
        {
            RefuseLogin(SaslCondition.EncryptionRequired);
            return;
        }
        if (element.Attribute("mechanism") != SaslMechanism.External)
        {
            RefuseLogin(SaslCondition.InvalidMechanism);
            return;
        }
        if (element.Text.Length == 0)
        {
            // RFC 6120 §6.4.2: EXTERNAL has the client speak first; who did not is asked to.
            _isChallenged = true;
            WriteControl(writer => writer.Start("challenge", SaslNs).End());
            return;
        }
        Authenticate(element.Text);
    }

    private void Authenticate(string response)
    {
        if (!SaslBase64.TryDecode(response, out byte[]? authzid))
        {
            RefuseLogin(SaslCondition.IncorrectEncoding);
            return;
        }
        if (Pair is not { } pair || _verdict is not { IsTrusted: true })
        {
            RefuseLogin(SaslCondition.NotAuthorized);
            return;
        }
        if (authzid.Length > 0 && (!BareJid.TryParse(System.Text.Encoding.UTF8.GetString(authzid), out BareJid? claimed) || !claimed.Equals(pair.Peer)))
        {
            RefuseLogin(SaslCondition.InvalidAuthzid);
            return;
        }
        CheckNumber(pair);
        Accept(pair);
        AuthenticatedBy = SaslMechanism.External;
        WriteControl(writer =>
        {
            writer.Start("success", SaslNs).End();
            Restart();
        });
        _isProven = true;
        Proven(pair);
    }

    private void CheckNumber(LinkKey pair)
    {
        if (Services.Streams.CountOf(pair) >= Services.Options.MaxStreamsPerPeer)
        {
            throw Refuse(StreamCondition.ResourceConstraint, "too-many-streams", "The peer has as many streams open as it may.", null, "too many streams");
        }
    }

    private void Proven(LinkKey pair)
    {
        _attempt?.Note("authentication", AuthenticatedBy!);
        _attempt?.Ready();
        FederationLog.Up(Services.Logger, pair, "incoming", Security);
        if (_attempt is not null)
        {
            Services.Diary.Keep(_attempt);
        }
        OfferToLink();
    }

    // XEP-0288 §2: what we have for the peer may go this way, now that it proved who it is. Without waiting for the restart of the stream nothing may be sent.
    private void OfferToLink()
    {
        if (_wantsBidi && IsOpen && !_isResuming && !WillBeManaged && Pair is { } pair && IsAccepted(pair) && Link is null && Services.Links.Get(pair) is { } link)
        {
            IsBidirectional = link.Attach(this);
        }
    }

    // A server of ours, which turns XEP-0198 on before anything else. What went out before that would have no number, and a peer that has it already from before
    // its crash, or ours, would take it once more.
    private bool WillBeManaged => WantsNumbers && _offersManagement && Inbound is null;

    // The same for the inverse of a further pair that the peer proved (XEP-0220 §2.6).
    private void OfferToLink(LinkKey pair)
    {
        if (_wantsBidi && Services.Options.SharedStreams && IsOpen && !_isResuming && Services.Links.Get(pair) is { } link && link.Attach(this))
        {
            IsBidirectional = true;
        }
    }

    private void RefuseLogin(SaslCondition condition)
    {
        _attempt?.Note("authentication", $"refused: {condition.Name}");
        WriteControl(writer => writer.Start("failure", SaslNs).Start(condition.Name).End().End());
        if (++_failures >= Services.Limits.MaxLoginAttempts)
        {
            throw new StreamException(StreamCondition.PolicyViolation, "too many failed logins");
        }
    }
}
