// Makes streams to peers: DNS, the targets one after the other, and the stream until it is ready.
using Balcony.Server.Federation.Diary;
using Balcony.Xmpp.Dns;

namespace Balcony.Server.Federation;

internal static class PeerDialer
{
    /// <summary>A stream that can carry the pair's stanzas, or ask about keys.</summary>
    /// <exception cref="LinkException">None could be made.</exception>
    public static Task<OutgoingStream> ConnectAsync(LinkKey pair, bool isForLink, PeerServices services, CancellationToken cancel) =>
        ConnectAsync(pair, isForLink, null, services, cancel);

    /// <summary>A stream that can carry the pair's stanzas; it may be one that carries those of other pairs, too (XEP-0220 §2.6).</summary>
    /// <exception cref="LinkException">None could be made.</exception>
    public static async Task<OutgoingStream> FindAsync(LinkKey pair, PeerServices services, CancellationToken cancel)
    {
        // What was lost is resumed by a stream of the pair's own.
        if (!services.Options.SharedStreams || services.Links.Find(pair)?.Resumption is not null)
        {
            return await ConnectAsync(pair, isForLink: true, services, cancel).ConfigureAwait(false);
        }
        var dial = new SharedStreams.Dial(pair);
        try
        {
            var stream = await ConnectAsync(pair, isForLink: true, dial, services, cancel).ConfigureAwait(false);
            if (pair.Equals(stream.Pair))
            {
                services.Shared.Made(dial, stream);
            }
            return stream;
        }
        catch
        {
            services.Shared.End(dial);
            throw;
        }
    }

    private static async Task<OutgoingStream> ConnectAsync(LinkKey pair, bool isForLink, SharedStreams.Dial? dial, PeerServices services, CancellationToken cancel)
    {
        var attempt = services.Diary.Begin(pair, isOutgoing: true);
        try
        {
            var policy = services.PolicyFor(pair);
            if (!policy.IsAllowed)
            {
                throw new LinkException(LinkFault.Forbidden(policy.WhyRefused ?? "Streams with this domain are not allowed."));
            }
            return await TryTargetsAsync(pair, isForLink, dial, policy, attempt, services, cancel).ConfigureAwait(false);
        }
        catch (LinkException failed)
        {
            attempt.Fail(failed.Fault.Code, failed.Fault.Explanation, failed.Fault.Fix);
            attempt.End();
            services.Diary.Keep(attempt);
            throw;
        }
    }

    /// <summary>XEP-0220 §2.1.2: asks the peer's own server about a key.</summary>
    /// <exception cref="LinkException">It could not be asked.</exception>
    public static async Task<bool> AskAboutKeyAsync(LinkKey pair, string streamId, string key, PeerServices services)
    {
        using var timeout = new CancellationTokenSource(services.Options.DialbackWithin, services.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, services.Stopping);
        try
        {
            var stream = await ConnectAsync(pair, isForLink: false, services, either.Token).ConfigureAwait(false);
            try
            {
                return await stream.AskAsync(streamId, key, either.Token).ConfigureAwait(false);
            }
            finally
            {
                stream.Leave();
            }
        }
        catch (OperationCanceledException)
        {
            throw new LinkException(LinkFault.Unreachable("dialback-timeout", "The domain's server did not answer in time."));
        }
    }

    private static async Task<OutgoingStream> TryTargetsAsync(
        LinkKey pair, bool isForLink, SharedStreams.Dial? dial, PeerPolicy policy, PeerAttempt attempt, PeerServices services, CancellationToken cancel)
    {
        var route = await services.Parts.Network.FindAsync(pair.Peer, cancel).ConfigureAwait(false);
        foreach (string step in route.Steps ?? [])
        {
            attempt.Note("dns", step);
        }
        if (route.Targets.Count == 0)
        {
            string problem = route.Problem ?? "The domain has no XMPP server.";
            if (route.IsBogus) throw new LinkException(LinkFault.Bogus(problem));
            throw new LinkException(route.IsFinal ? LinkFault.NotFound(problem) : LinkFault.Unreachable("dns-failed", problem));
        }
        if (dial is not null && await services.Shared.FindAsync(pair, route.Targets, policy, attempt, dial, cancel).ConfigureAwait(false) is { } shared)
        {
            return shared;
        }
        LinkException? worst = null;
        foreach (var target in route.Targets)
        {
            try
            {
                return await TryAsync(target, pair, isForLink, policy, attempt, services, cancel).ConfigureAwait(false);
            }
            catch (LinkException failed)
            {
                attempt.Note("connect", $"{target.Host}:{target.Port}: {failed.Fault.Explanation}");
                // One that answered, and would not do, says more than one that did not answer.
                worst = worst is { Fault.IsFinal: true } ? worst : failed;
            }
        }
        throw worst!;
    }

    private static async Task<OutgoingStream> TryAsync(
        ServiceTarget target, LinkKey pair, bool isForLink, PeerPolicy policy, PeerAttempt attempt, PeerServices services, CancellationToken cancel)
    {
        PeerConnection connection;
        using (var timeout = new CancellationTokenSource(services.Options.ConnectWithin, services.Clock))
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel))
        {
            try
            {
                connection = await services.Parts.Network.ConnectAsync(target, either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                throw new LinkException(LinkFault.Unreachable("connect-failed", $"{target.Host} did not answer in time."));
            }
            catch (NoAddressException fault)
            {
                throw new LinkException(LinkFault.NotFound(fault.Message));
            }
            catch (BogusAddressException fault)
            {
                throw new LinkException(LinkFault.Bogus(fault.Message));
            }
            catch (IOException fault)
            {
                throw new LinkException(LinkFault.Unreachable("connect-failed", fault.Message));
            }
        }
        attempt.Note("connect", $"{target.Host}:{target.Port}{(connection.Address is null ? "" : $" ({connection.Address})")}");
        var stream = new OutgoingStream(connection, target, pair, isForLink, policy, attempt, services);
        _ = ServeAsync(stream, connection, services);
        await stream.Ready.WaitAsync(cancel).ConfigureAwait(false);
        return stream;
    }

    private static async Task ServeAsync(OutgoingStream stream, PeerConnection connection, PeerServices services)
    {
        await using var transport = connection.Transport;
        await stream.RunAsync(services.Stopping).ConfigureAwait(false);
    }
}
