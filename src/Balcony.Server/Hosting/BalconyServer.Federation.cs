// The server's streams with other servers.
using Balcony.Server.Commands;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Diary;
using Balcony.Server.Net;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Streams;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Hosting;

public sealed partial class BalconyServer
{
    private readonly PeerServices? _peers;

    /// <summary>What happened with other servers lately; null without federation.</summary>
    public PeerDiary? Diary => (PeerDiary?)_peers?.Diary;

    /// <summary>Reads the policies that commands set, and goes on with what waited for other servers; before the first listener opens.</summary>
    /// <exception cref="StorageException">The store cannot be read.</exception>
    public async Task BeginFederationAsync(CancellationToken cancel = default)
    {
        if (_peers is not { } peers)
        {
            return;
        }
        await Policies.LoadAsync(cancel).ConfigureAwait(false);
        await peers.Links.AwakenAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Serves a connection that another server made until it ends; never throws. The caller disposes the transport afterwards.</summary>
    public Task ServePeerAsync(Transport transport)
    {
        var peers = _peers ?? throw new InvalidOperationException("This server was built without federation.");
        var stream = new IncomingStream(transport, peers);
        if (_isStopped)
        {
            stream.Close(StreamCondition.SystemShutdown);
        }
        return stream.RunAsync(_stopping.Token);
    }

    /// <summary>Streams with other servers that have not ended; for tests.</summary>
    internal int PeerStreams => _peers?.Streams.Count ?? 0;

    /// <summary>Everything that links would do before the clock moves is done; a link to a peer that a test plays may wait for it.</summary>
    internal bool AreLinksAtRest(Func<BareJid, bool> isPlayed) => _peers is null || _peers.Links.All.All(link => link.IsAtRest(isPlayed(link.Pair.Peer)));

    private PeerServices Federate(FederationParts parts, CommandServices commands, IStorage storage, ILoggerFactory loggers)
    {
        var options = _settings.Federation.Server;
        var diary = new PeerDiary(storage, _clock, options.Diary);
        var logger = loggers.CreateLogger("Balcony.Server.Federation");
        var peers = new PeerServices(
            _router, parts, parts.Policies ?? Policies, diary, options.Links, _settings.Limits, storage, new DialbackKeys(storage.Secret.Span), Metrics, _clock,
            logger, _stopping.Token)
        {
            Log = new PeerLog(logger, options.Diary.MaxLogLines, _clock),
        };
        peers.Links = new Links(peers);
        peers.Shared = new SharedStreams(peers);
        commands.Peers = new PeerReports(peers, diary);
        _router.Elsewhere = peers.Links;
        Policies.Changed += (host, pattern) => peers.Streams.EndThoseOf(host is null ? null : ours => Policies.HostOf(ours).Equals(host), pattern);
        return peers;
    }
}
