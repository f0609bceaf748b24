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
}
