// XEP-0307: a name for a room that nobody else has or will have.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>By get, and empty: asks a service of rooms for a name; and the answer.</summary>
/// <param name="Name">The localpart of the room.</param>
public sealed record UniqueRoomName(string? Name = null) : IPayload<UniqueRoomName>, IIqGet<UniqueRoomName>
{
    public const string Ns = "http://jabber.org/protocol/muc#unique";

    public static string ElementName => "unique";

    public static string ElementNs => Ns;

    public static UniqueRoomName Read(XmlElement element) => new(element.Text.Trim() is { Length: > 0 } name ? name : null);

    public void Write(XmlWriter writer) => writer.TextElement(ElementName, Ns, Name);
}
