// XEP-0030 §3.2, §4.2: nodes whose answers are a module's own.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>Answers service discovery for the nodes of a module. Any thread may call; nothing here waits.</summary>
public interface IDiscoNodes
{
    /// <summary>What a node is; null when it is none of these nodes.</summary>
    /// <exception cref="StanzaException">The requester may not know.</exception>
    DiscoInfo? InfoOf(IqContext context, string node);

    /// <summary>What belongs to a node, or to the address itself; null when it is none of these nodes.</summary>
    /// <param name="context">The request.</param>
    /// <param name="node">Null for the address itself: its items are those of all modules.</param>
    /// <exception cref="StanzaException">The requester may not know.</exception>
    IReadOnlyList<DiscoItem>? ItemsOf(IqContext context, string? node);
}
