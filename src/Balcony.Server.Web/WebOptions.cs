// Where HTTP is served, and to whom.
using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Balcony.Server.Web;

public sealed record WebOptions
{
    private static readonly IPNetwork[] PrivateNetworks =
    [
        IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"),
    ];

    /// <summary>Where to listen. Port 0 takes any free port.</summary>
    public IPEndPoint EndPoint { get; init; } = new(IPAddress.Loopback, 5280);

    /// <summary>
    /// Who may read <c>/metrics</c> and <c>/health/ready</c>, which tell how busy a server is and what ails it: this machine and private networks.
    /// A reverse proxy on this machine is this machine: do not have it pass these paths on.
    /// </summary>
    public IReadOnlyList<IPNetwork> MetricsFrom { get; init; } = PrivateNetworks;

    /// <summary>Most HTTP connections open at once; further ones are closed.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; init; } = 1_000;
}
