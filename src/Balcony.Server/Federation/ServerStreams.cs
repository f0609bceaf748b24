// The server streams that are open.
using System.Collections.Concurrent;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Federation;

/// <summary>Any thread may call.</summary>
internal sealed class ServerStreams
{
    private readonly ConcurrentDictionary<ServerStream, bool> _streams = new();

    public int Count => _streams.Count;

    public IEnumerable<ServerStream> All => _streams.Keys;

    public void Add(ServerStream stream) => _streams.TryAdd(stream, true);

    public void Remove(ServerStream stream) => _streams.TryRemove(stream, out _);

    /// <summary>The stream that a dialback answer is for (XEP-0220 §2.2.1); null when it is gone.</summary>
    public IncomingStream? Find(string streamId) => All.OfType<IncomingStream>().FirstOrDefault(stream => stream.Id == streamId);

    public int CountOf(LinkKey pair) => All.Count(stream => !stream.IsOutgoing && pair.Equals(stream.Pair) && stream.AuthenticatedBy is not null);

    /// <summary>Their policy changed: streams that are made from now on go by the new one.</summary>
    /// <param name="isOfHost">Says of a domain of ours whether it is one of those; null: all are.</param>
    /// <param name="pattern">Null: all peers.</param>
    public void EndThoseOf(Func<BareJid, bool>? isOfHost, string? pattern)
    {
        PeerPattern? peers = null;
        if (pattern is not null && !PeerPattern.TryParse(pattern, out peers))
        {
            return;
        }
        foreach (var (stream, _) in _streams)
        {
            if (stream.Pairs.Any(IsMeant))
            {
                stream.Leave();
            }
        }

        bool IsMeant(LinkKey pair) => (isOfHost is null || isOfHost(pair.Host)) && (peers is null || (PeerPattern.NameOf(pair.Peer.Domain) is { } name && peers.Matches(name)));
    }

    /// <summary>Ends what takes too long; called about once a second.</summary>
    public void CheckDeadlines(long now)
    {
        foreach (var (stream, _) in _streams)
        {
            stream.CheckDeadlines(now);
        }
    }
}
