// XEP-0220: a peer wants to be called back (§2.2.1), or asks whether a key is ours (§2.2.2).
using Balcony.Server.Federation.Trust;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Federation;

internal sealed partial class IncomingStream
{
    private const int MaxKey = 256;

    // Requests that wait for somebody else; each costs a connection.
    private const int MaxUnderWay = 4;

    private int _underWay;

    private async ValueTask DialBackAsync(XmlElement element)
    {
        if (element.Attribute("type") is not null)
        {
            // §6: an answer to nothing that we asked here is an attack; nothing is asked on streams that others made.
            return;
        }
        if (!BareJid.TryParse(element.Attribute("from"), out BareJid? from) || !from.IsDomain || !BareJid.TryParse(element.Attribute("to"), out BareJid? to) || !to.IsDomain)
        {
            throw new StreamException(StreamCondition.ImproperAddressing, "a dialback element needs the two domains");
        }
        switch (element.Name)
        {
            case "result":
                await AskedToAcceptAsync(new LinkKey(to, from), element.Text).ConfigureAwait(false);
                break;
            case "verify":
                Vouch(to, from, element.Attribute("id"), element.Text);
                break;
            default:
                throw new StreamException(StreamCondition.UnsupportedStanzaType);
        }
    }

    // §2.2.2: anybody may ask, for the key says everything.
    private void Vouch(BareJid host, BareJid receiving, string? id, string key)
    {
        if (!Services.Router.IsLocal(host))
        {
            Answer("verify", new LinkKey(host, receiving), id, "error", StanzaError.ItemNotFound);
            return;
        }
        bool isOurs = id is { Length: > 0 and <= MaxKey } && key.Length <= MaxKey && Services.Keys.IsKey(key, receiving, host, id);
        Answer("verify", new LinkKey(host, receiving), id, isOurs ? "valid" : "invalid");
    }

    private async ValueTask AskedToAcceptAsync(LinkKey pair, string key)
    {
        if (await JudgeAsync(pair, key).ConfigureAwait(false) is { } error)
        {
            bool isForged = error.Condition == "forbidden";
            _attempt?.Note("authentication", $"dialback for {pair.Peer} to {pair.Host}: {error.Condition}");
            if (pair.Equals(Pair))
            {
                _attempt?.Fail(isForged ? "dialback-forged" : $"dialback-{error.Condition}", error.Text ?? $"Dialback failed: {error.Condition}.", null);
            }
            if (isForged && AcceptedPairs.Count == 0)
            {
                // §2.2.1: who tries to be somebody else is not spoken with any more.
                Answer("result", pair, null, "invalid");
                FederationLog.Refused(Services.Logger, pair.Peer.Domain, RemoteAddress, pair.Host.Domain, "dialback-forged", "The peer's own server does not know the key.");
                End();
                return;
            }
            Answer("result", pair, null, "error", error with { Text = null });
            return;
        }
        AuthenticatedBy ??= "dialback";
        // Stanzas that follow at once are the peer's right only from here on.
        Answer("result", pair, null, "valid");
        if (pair.Equals(Pair))
        {
            Proven(pair);
        }
    }

    // Null: the pair is accepted.
    private async ValueTask<StanzaError?> JudgeAsync(LinkKey pair, string key)
    {
        if (!Services.Router.IsLocal(pair.Host))
        {
            return StanzaError.ItemNotFound;
        }
        if (Services.Router.IsLocal(pair.Peer))
        {
            return StanzaError.NotAcceptable;
        }
        var policy = Services.PolicyFor(pair);
        if (!policy.IsAllowed || (Transport.Tls is null && policy.IsTlsRequired))
        {
            return StanzaError.PolicyViolation with { Type = StanzaErrorType.Cancel };
        }
        if (IsAccepted(pair))
        {
            return null;
        }
        var verdict = pair.Equals(Pair) && _verdict is not null ? _verdict : await VerifyAsync(pair, policy).ConfigureAwait(false);
        if (verdict is not { IsTrusted: true })
        {
            if (!policy.AllowsDialback)
            {
                return StanzaError.NotAuthorized.With(verdict?.Explanation ?? "There is no certificate.");
            }
            if (await CallBackAsync(pair, key).ConfigureAwait(false) is { } error)
            {
                return error;
            }
        }
        if (Services.Streams.CountOf(pair) >= Services.Options.MaxStreamsPerPeer || !Accept(pair))
        {
            return StanzaError.ResourceConstraint;
        }
        return null;
    }

    // XEP-0344: under TLS the certificate may say all that is needed, for every domain in it.
    private async ValueTask<TrustVerdict?> VerifyAsync(LinkKey pair, PeerPolicy policy) => Transport.Tls is not { } tls ? null
        : await Services.Parts.Verifier.VerifyAsync(
            new PeerClaim { Host = pair.Host, Domain = pair.Peer.Domain, IsOutgoing = false, Certificate = tls.PeerCertificate, Chain = tls.PeerChain },
            policy, Services.Stopping).ConfigureAwait(false);

    private async ValueTask<StanzaError?> CallBackAsync(LinkKey pair, string key)
    {
        if (_underWay >= MaxUnderWay || key.Length is 0 or > MaxKey)
        {
            return key.Length is 0 or > MaxKey ? StanzaError.BadRequest : StanzaError.ResourceConstraint;
        }
        _underWay++;
        try
        {
            return await PeerDialer.AskAboutKeyAsync(pair, Id, key, Services).ConfigureAwait(false)
                ? null
                : StanzaError.Forbidden.With("The peer's own server does not know the key.");
        }
        catch (LinkException failed)
        {
            return failed.Fault switch
            {
                { Error.Condition: "remote-server-not-found", Code: "not-found" or "host-unknown" } => StanzaError.RemoteServerNotFound,
                { Code: "connect-failed" } => new StanzaError(StanzaErrorType.Cancel, "remote-connection-failed"),
                _ => StanzaError.RemoteServerTimeout,
            };
        }
        finally
        {
            _underWay--;
        }
    }

    // §2.5: errors are answers; they do not end the stream.
    private void Answer(string name, LinkKey pair, string? id, string type, StanzaError? error = null) =>
        WriteControl(writer => WriteDialback(writer, "db:" + name, pair.Host, pair.Peer, id, type, error));
}
