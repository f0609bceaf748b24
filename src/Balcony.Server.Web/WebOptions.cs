// Where HTTP is served, and to whom.
using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Balcony.Server.Web;

public sealed record WebOptions
{
    /// <summary>Where to listen. Port 0 takes any free port.</summary>
    public IPEndPoint EndPoint { get; init; } = new(IPAddress.Loopback, 5280);

    /// <summary>Who may read <c>/metrics</c> and <c>/health/ready</c>: they tell how busy a server is and what ails it.</summary>
    public IReadOnlyList<IPNetwork> MetricsFrom { get; init; } = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>Most HTTP connections open at once; further ones are closed.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; init; } = 1_000;
}
