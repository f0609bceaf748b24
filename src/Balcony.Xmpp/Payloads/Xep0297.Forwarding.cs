// XEP-0297: a stanza inside another.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>A stanza that somebody else wrote (§3). Who says so must be asked before it is believed (§6).</summary>
/// <param name="Stanza">The whole stanza with its addresses.</param>
/// <param name="Delay">When it was first sent; null: now, or nobody says.</param>
public sealed record Forwarded(XmlElement Stanza, Delay? Delay = null) : IPayload<Forwarded>
{
    public const string Ns = "urn:xmpp:forward:0";

    public static string ElementName => "forwarded";

    public static string ElementNs => Ns;

    public static Forwarded Read(XmlElement element)
    {
        XmlElement? stanza = null;
        Delay? delay = null;
        foreach (var child in element.Children)
        {
            if (child.Is(Payloads.Delay.ElementName, Payloads.Delay.ElementNs)) delay ??= Payloads.Delay.Read(child);
            else if ((child.Namespace, child.Name) is ("jabber:client" or "jabber:server", "message" or "presence" or "iq")) stanza ??= child;
        }
        return new Forwarded(stanza ?? throw Schema.BadRequest("nothing is forwarded"), delay);
    }

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns);
        Delay?.Write(writer);
        writer.Element(Stanza).End();
    }
}
