// XEP-0220: a peer wants to be called back (§2.2.1), or asks whether a key is ours (§2.2.2).
using Balcony.Server.Federation.Trust;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Federation;

internal sealed partial class IncomingStream
{
    // Requests that wait for somebody else; each may cost a connection.
    private const int MaxUnderWay = 4;

    private int _underWay;

    private void DialBack(XmlElement element)
    {
        if (element.Attribute("type") is not null)
        {
            // §6: an answer to nothing that we asked here is an attack; nothing is asked on streams that others made.
            return;
        }
        var (from, to) = DomainsOf(element);
        switch (element.Name)
        {
            case "result":
                // §2.2.1: pairs that were proven, and other requests, go on meanwhile.
                _ = AskedToAcceptAsync(new LinkKey(to, from), Id, element.Text);
                break;
            case "verify":
                Vouch(element, to, from);
                break;
            default:
                throw new StreamException(StreamCondition.UnsupportedStanzaType);
        }
    }

    private async Task AskedToAcceptAsync(LinkKey pair, string streamId, string key)
    {
        StanzaError? error;
        try
        {
            error = Interlocked.Increment(ref _underWay) > MaxUnderWay ? StanzaError.ResourceConstraint : await JudgeAsync(pair, streamId, key).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            FederationLog.DialbackFault(Services.Logger, pair, fault);
            error = StanzaError.InternalServerError;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
        if (error is not null)
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
                Services.Log.Refused(pair.Peer.Domain, RemoteAddress, pair.Host.Domain, "dialback-forged", "The peer's own server does not know the key.");
                End();
                return;
            }
            Answer("result", pair, null, "error", error with { Text = null, Type = StanzaErrorType.Cancel });
            return;
        }
        AuthenticatedBy ??= "dialback";
        // Stanzas that follow at once are the peer's right only from here on.
        Answer("result", pair, null, "valid");
        if (pair.Equals(Pair))
        {
            Proven(pair);
        }
        else
        {
            OfferToLink(pair);
        }
    }

    // Null: the pair is accepted.
    private async ValueTask<StanzaError?> JudgeAsync(LinkKey pair, string streamId, string key)
    {
        if (!Services.Router.IsOurs(pair.Host))
        {
            return StanzaError.ItemNotFound;
        }
        if (Services.Router.IsOurs(pair.Peer))
        {
            return StanzaError.NotAcceptable;
        }
        var policy = Services.PolicyFor(pair);
        if (!policy.IsAllowed || (Transport.Tls is null && policy.IsTlsRequired))
        {
            return StanzaError.PolicyViolation;
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
            if (await CallBackAsync(pair, streamId, key).ConfigureAwait(false) is { } error)
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
    private async ValueTask<TrustVerdict?> VerifyAsync(LinkKey pair, PeerPolicy policy)
    {
        if (Transport.Tls is not { } tls)
        {
            return null;
        }
        using var shown = tls.Peer?.Read();
        return await Services.Parts.Verifier.VerifyAsync(
            new PeerClaim { Host = pair.Host, Domain = pair.Peer.Domain, IsOutgoing = false, Certificate = shown?.Leaf, Chain = shown?.Chain ?? [] },
            policy, Services.Stopping).ConfigureAwait(false);
    }

    private async ValueTask<StanzaError?> CallBackAsync(LinkKey pair, string streamId, string key)
    {
        if (key.Length is 0 or > MaxKey)
        {
            return StanzaError.BadRequest;
        }
        try
        {
            return await PeerDialer.AskAboutKeyAsync(pair, streamId, key, Services).ConfigureAwait(false)
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
    }
}
