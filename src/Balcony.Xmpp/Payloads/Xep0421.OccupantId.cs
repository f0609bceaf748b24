// XEP-0421: a name for who speaks in a room that outlives nicknames and tells nothing of the account.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>In every message and presence from a room; to be believed only from a room with this feature (§4).</summary>
/// <param name="Id">The same for one account in one room, always; opaque.</param>
public sealed record OccupantId(string Id) : IPayload<OccupantId>
{
    public const string Ns = "urn:xmpp:occupant-id:0";

    /// <summary>Most characters (§4.1).</summary>
    public const int MaxLength = 128;

    public static string ElementName => "occupant-id";

    public static string ElementNs => Ns;

    public static OccupantId Read(XmlElement element) => element.Required("id") is { Length: <= MaxLength } id
        ? new OccupantId(id) : throw Schema.BadRequest("an occupant's name is too long");

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns).Attribute("id", Id).End();

    /// <summary>The name in a child of <paramref name="parent"/>; null when there is none.</summary>
    internal static string? In(XmlElement parent) => parent.Child(ElementName, Ns) is { } child ? Read(child).Id : null;
}
