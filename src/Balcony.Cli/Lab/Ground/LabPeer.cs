// A peer of a running lab: where it listens and what it shows.
using System.Net;
using System.Net.Sockets;

namespace Balcony.Cli.Lab.Ground;

internal sealed class LabPeer(LabPeerSpec spec, IPAddress address, IReadOnlyList<LabListener> listeners, LabIdentity identity)
{
    public LabPeerSpec Spec => spec;

    public string Domain => spec.Domain;

    /// <summary>Where it listens and connects from.</summary>
    public IPAddress Address => address;

    /// <summary>Bound and listening; the scripted server accepts on them.</summary>
    public IReadOnlyList<LabListener> Listeners => listeners;

    public LabIdentity Identity => identity;

    /// <summary>Why it cannot be tested on this machine; null when it can. What was not tested is never passed.</summary>
    public string? WhyNot { get; init; }
}

internal sealed record LabListener(Socket Socket, bool IsDirectTls)
{
    public IPEndPoint EndPoint { get; } = (IPEndPoint)Socket.LocalEndPoint!;
}
