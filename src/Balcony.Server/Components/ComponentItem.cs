// What waits to be written to a component.
using Balcony.Server.Routing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Components;

/// <summary>A stanza for a component, or a place that later ones wait at.</summary>
/// <param name="Stanza">Null: nothing is written, but what follows must not overtake the gate.</param>
/// <param name="To">The address to write.</param>
/// <param name="Gate">Nothing from here on is written before it is settled; null: at once.</param>
/// <param name="Key">By which <see cref="KeptMessages"/> has it; 0: it is not kept.</param>
internal readonly record struct ComponentItem(Stanza? Stanza, Jid? To, Receipt? Gate = null, long Key = 0)
{
    public int Bytes => Stanza?.Bytes ?? 0;
}
