// What commands tell of peers: who is connected and how, what happened, and whether a peer can be reached now.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Federation.Diary;

/// <summary>A pair as it is now.</summary>
/// <param name="Outgoing">How our stanzas go there; null: no stream.</param>
/// <param name="Incoming">How theirs come; null: no stream.</param>
/// <param name="Queued">Stanzas that wait for the peer, or for its acknowledgement.</param>
/// <param name="LastProblem">Code and sentence of the last attempt that failed after the last that worked; null: none did.</param>
public sealed record PeerReport(BareJid Host, BareJid Peer, string? Outgoing, string? Incoming, int Queued, string? LastProblem);

/// <summary>Any thread may call.</summary>
public sealed class PeerReports
{
    private readonly PeerServices _services;
    private readonly PeerDiary _diary;

    internal PeerReports(PeerServices services, PeerDiary diary) => (_services, _diary) = (services, diary);

    /// <summary>The peers of a host that the diary knows, in the order of their names.</summary>
    public async ValueTask<IReadOnlyList<PeerReport>> ListAsync(BareJid host, CancellationToken cancel)
    {
        var reports = new List<PeerReport>();
        foreach (var peer in await _diary.PeersAsync(host, cancel).ConfigureAwait(false))
        {
            reports.Add(await DescribeAsync(new LinkKey(host, peer), cancel).ConfigureAwait(false));
        }
        return reports;
    }

    public async ValueTask<PeerReport> DescribeAsync(LinkKey pair, CancellationToken cancel)
    {
        var link = _services.Links.Find(pair);
        var incoming = _services.Streams.All.FirstOrDefault(stream => stream.AcceptedPairs.Contains(pair));
        var attempts = await _diary.ReadAsync(pair, cancel).ConfigureAwait(false);
        var problem = attempts.TakeWhile(attempt => attempt.Code is not null || !attempt.Succeeded).FirstOrDefault(attempt => attempt.Code is not null);
        return new PeerReport(
            pair.Host, pair.Peer, link?.Stream is { } stream ? Describe(stream, pair) : null, incoming is null ? null : Describe(incoming, pair), link?.Queue.Count ?? 0,
            problem is null ? null : $"{problem.Code}: {problem.Explanation}");
    }

    /// <summary>Newest first.</summary>
    public ValueTask<IReadOnlyList<StoredAttempt>> AttemptsAsync(LinkKey pair, CancellationToken cancel) => _diary.ReadAsync(pair, cancel);

    /// <summary>Makes a stream to the peer, whether there is one or not, and ends it again.</summary>
    /// <returns>What happened.</returns>
    public async ValueTask<StoredAttempt> TestAsync(LinkKey pair, CancellationToken cancel)
    {
        try
        {
            var stream = await PeerDialer.ConnectAsync(pair, isForLink: true, _services, cancel).ConfigureAwait(false);
            stream.Leave();
            return StoredAttempt.Of(stream.Attempt);
        }
        catch (LinkException)
        {
            return StoredAttempt.Of(_diary.Of(pair).First(attempt => attempt.IsOutgoing));
        }
    }

    private static string Describe(ServerStream stream, LinkKey pair) => string.Join(", ", new[]
    {
        stream.Security ?? "no TLS", stream.AuthenticatedBy, stream.IsBidirectional ? "both ways" : null, stream.IsManaged ? "acknowledged" : null,
        stream.Pair is { } own && !own.Equals(pair) ? $"on the stream of {own}" : null,
    }.OfType<string>());
}
