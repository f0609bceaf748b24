// What the configuration says of federation, for the server and each host.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Federation;

public sealed record FederationSettings
{
    public FederationOptions Server { get; init; } = new();

    /// <summary>Hosts that are not there have nothing of their own.</summary>
    public IReadOnlyDictionary<BareJid, HostFederationOptions> Hosts { get; init; } = new Dictionary<BareJid, HostFederationOptions>();

    /// <summary>PEM files with the authorities that a host believes; hosts that are not there believe the system's.</summary>
    public IReadOnlyDictionary<BareJid, IReadOnlyList<string>> Anchors { get; init; } = new Dictionary<BareJid, IReadOnlyList<string>>();

    /// <summary>The host whose settings hold for a domain of ours: itself or, for rooms and components, the nearest one above it. A domain that is below no host has none.</summary>
    /// <param name="domain">One of ours.</param>
    public BareJid HostOf(BareJid domain)
    {
        var name = domain;
        while (!Hosts.ContainsKey(name) && !Anchors.ContainsKey(name))
        {
            int dot = name.Domain.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0 || !BareJid.TryParse(name.Domain[(dot + 1)..], out name))
            {
                return domain;
            }
        }
        return name;
    }
}
