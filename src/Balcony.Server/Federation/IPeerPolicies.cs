// Where the policy for a peer is asked for.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Federation;

/// <summary>The policies of our hosts. Any thread may call; the answer is worked out in memory.</summary>
public interface IPeerPolicies
{
    /// <summary>What a host of ours asks of a peer now. A reload or a command may change it: ask again for each stream.</summary>
    /// <param name="host">One of ours, or a service below one: rooms, a component.</param>
    /// <param name="peer">The peer's domain, prepared as in a JID, or as A-labels.</param>
    PeerPolicy For(BareJid host, string peer);
}
