// A pair: one of our hosts and a domain elsewhere.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Federation;

/// <param name="Host">Ours.</param>
/// <param name="Peer">Theirs.</param>
public readonly record struct LinkKey(BareJid Host, BareJid Peer)
{
    public override string ToString() => $"{Host} - {Peer}";
}
