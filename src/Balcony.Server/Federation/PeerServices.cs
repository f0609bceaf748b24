// What links and server streams work with, held once.
using Balcony.Server.Federation.Diary;
using Balcony.Server.Federation.Trust;
using Balcony.Server.Metering;
using Balcony.Server.Net;
using Balcony.Server.Routing;
using Balcony.Server.Storage;
using Balcony.Server.Streams;
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Federation;

/// <summary>What the caller of the server brings, so that tests may bring something else.</summary>
/// <param name="Network">Finds peers and connects to them.</param>
/// <param name="Verifier">Says who they are.</param>
/// <param name="Certificate">What a host of ours presents; null: nothing.</param>
/// <param name="Policies">What is asked of them; null: what the configuration and commands say.</param>
public sealed record FederationParts(IPeerNetwork Network, IPeerVerifier Verifier, Func<BareJid, HostCertificate?> Certificate, IPeerPolicies? Policies = null);

/// <summary>What links and server streams work with.</summary>
internal sealed record PeerServices(
    Router Router,
    FederationParts Parts,
    IPeerPolicies Policies,
    IPeerDiary Diary,
    LinkOptions Options,
    StreamLimits Limits,
    IStorage Storage,
    DialbackKeys Keys,
    ServerMetrics Metrics,
    TimeProvider Clock,
    ILogger Logger,
    CancellationToken Stopping)
{
    public Links Links { get; set; } = null!;

    public required PeerLog Log { get; init; }

    public ServerStreams Streams { get; } = new();

    public SharedStreams Shared { get; set; } = null!;

    public InboundCounts Counts { get; } = new(Options.MaxStreamsPerPeer, Clock);

    public PeerNumbers Numbers { get; } = new(Storage, Clock, Options.MaxLinks);

    public PeerPolicy PolicyFor(LinkKey pair) => Policies.For(pair.Host, pair.Peer.Domain);
}
