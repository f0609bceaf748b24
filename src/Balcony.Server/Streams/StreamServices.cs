// What every client stream works with, held once.
using System.Collections.Concurrent;
using Balcony.Server.Accounts;
using Balcony.Server.Metering;
using Balcony.Server.Modules;
using Balcony.Server.Routing;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Streams;

/// <summary>What every client stream works with.</summary>
internal sealed record StreamServices(
    Router Router,
    IqDispatcher Dispatcher,
    ServerRegistrations Registrations,
    IAccounts Accounts,
    GuestAccounts Guests,
    ClientAccess Clients,
    AttemptCounter FailedLogins,
    StreamTable Streams,
    StreamLimits Limits,
    LoginOptions Login,
    StanzaIds StanzaIds,
    LateAcknowledgements Late,
    ServerMetrics Metrics,
    TimeProvider Clock,
    ILogger Logger)
{
    /// <summary>Where clients of a host are sent instead (<c>see-other-host</c>, RFC 6120 §4.9.3.19), while it is being moved.</summary>
    public ConcurrentDictionary<BareJid, string> OtherHosts { get; } = new();

    public bool IsHost(BareJid host) => Router.IsLocal(host);

    public string? OtherHost(BareJid host) => OtherHosts.TryGetValue(host, out string? other) ? other : null;
}

/// <summary>The client streams that are open.</summary>
internal sealed class StreamTable(TimeProvider clock)
{
    private readonly ConcurrentDictionary<ClientStream, bool> _streams = new();

    public int Count => _streams.Count;

    public IEnumerable<ClientStream> All => _streams.Keys;

    public void Add(ClientStream stream) => _streams.TryAdd(stream, true);

    public void Remove(ClientStream stream) => _streams.TryRemove(stream, out _);

    /// <summary>Ends what takes too long; called about once a second.</summary>
    public void CheckDeadlines()
    {
        long now = clock.GetTimestamp();
        foreach (var (stream, _) in _streams)
        {
            stream.CheckDeadlines(now);
        }
    }
}
