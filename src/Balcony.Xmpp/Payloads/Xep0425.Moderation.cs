// XEP-0425: a moderator takes back what another said in a room. The older form is in Xep0422.Fastening.cs.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Asks a room to take a message back (§3).</summary>
/// <param name="Id">The room's stanza-id of the message.</param>
/// <param name="Reason">For people.</param>
public sealed record Moderate(string Id, string? Reason = null) : IPayload<Moderate>, IIqSet<Empty>
{
    public const string Ns = "urn:xmpp:message-moderate:1";

    public static string ElementName => "moderate";

    public static string ElementNs => Ns;

    public static Moderate Read(XmlElement element)
    {
        // §1: other actions may be defined.
        if (element.Child(Retract.ElementName, Retract.Ns) is null) throw Schema.BadRequest("the one action is to retract");
        return new Moderate(element.Required("id"), element.ChildText("reason"));
    }

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns).Attribute("id", Id)
        .EmptyElement(Retract.ElementName, Retract.Ns).OptionalText("reason", Reason).End();
}

/// <summary>Within <see cref="Retract"/> and <see cref="Retracted"/>: a moderator did it (§3.1, §4).</summary>
/// <param name="By">The occupant, or the real address where all see it; null when it is not said.</param>
/// <param name="OccupantId">The moderator's (XEP-0421); null when it is not said.</param>
public sealed record Moderated(Jid? By = null, string? OccupantId = null) : IPayload<Moderated>
{
    public static string ElementName => "moderated";

    public static string ElementNs => Moderate.Ns;

    public static Moderated Read(XmlElement element) => new(element.OptionalJid("by"), Payloads.OccupantId.In(element));

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Moderate.Ns).Attribute("by", By?.ToString());
        if (OccupantId is not null) new OccupantId(OccupantId).Write(writer);
        writer.End();
    }

    internal static Moderated? In(XmlElement parent) => parent.Child(ElementName, Moderate.Ns) is { } child ? Read(child) : null;
}
