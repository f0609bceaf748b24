// What a server needs to speak with others: DNS, TCP, and who verifies them.
using Balcony.Server.Checks;
using Balcony.Server.Commands;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Trust;
using Balcony.Server.Hosting;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Net;
using Balcony.Xmpp.Dns;

namespace Balcony.Cli.Serve;

/// <summary>Null parts when there is to be no federation: `serve --dev`, or federation: enabled: false, and no host that says otherwise.</summary>
internal sealed class InternetAccess : IDisposable
{
    private readonly PeerVerifier? _verifier;
    private readonly InternetPeers? _network;

    public InternetAccess(ServerOptions options, CertificateStore certificates, IDnsResolver resolver, bool isDev, TimeProvider clock)
    {
        if (isDev || (!options.Federation.Enabled && options.AllHosts.Values.All(host => host.Federation.Enabled != true)))
        {
            return;
        }
        var settings = options.ToFederation();
        _verifier = new PeerVerifier(settings, resolver, clock);
        _network = new InternetPeers(resolver, options.Limits.Connections, options.Federation.Links, clock);
        Parts = new FederationParts(_network, _verifier, host => certificates.Find(host.Domain));
    }

    public FederationParts? Parts { get; }

    /// <summary>Whether what lets us believe others goes on holding.</summary>
    public IEnumerable<ICheck> Checks(BalconyServer server, IServerConfiguration configuration, TimeProvider clock) => _verifier is not { } verifier ? [] :
    [
        new PinExpiryCheck(() => server.Policies.Pins, clock),
        new AuthorityExpiryCheck(() => configuration.Options.ToFederation(), clock),
        new RoomDomainCheck(Parts!.Network, [.. server.RoomDomains], clock),
        new RevocationSourcesCheck(() => configuration.Options.ToFederation(), () => verifier.RevocationTroubles),
    ];

    public void Dispose()
    {
        _verifier?.Dispose();
        _network?.Dispose();
    }
}
