// XEP-0422: how XEP-0424 and XEP-0425 were written until 2023; some clients still read and write nothing else.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>XEP-0424 0.3: the sender takes a message back; in a message.</summary>
/// <param name="Id">The message's stanza-id in a room, else its origin-id.</param>
public sealed record FastenedRetract(string Id) : IPayload<FastenedRetract>
{
    public const string Ns = "urn:xmpp:fasten:0";

    /// <summary>The namespace of what is fastened.</summary>
    public const string RetractNs = "urn:xmpp:message-retract:0";

    public static string ElementName => "apply-to";

    public static string ElementNs => Ns;

    public static FastenedRetract Read(XmlElement element) => element.Child("retract", RetractNs) is not null
        ? new FastenedRetract(element.Required("id")) : throw Schema.BadRequest("no retraction is fastened");

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns).Attribute("id", Id).EmptyElement("retract", RetractNs).End();
}

/// <summary>XEP-0425 0.2: asks a room to take a message back.</summary>
/// <param name="Id">The room's stanza-id of the message.</param>
/// <param name="Reason">For people.</param>
public sealed record FastenedModerate(string Id, string? Reason = null) : IPayload<FastenedModerate>, IIqSet<Empty>
{
    /// <summary>The namespace of what is fastened, and the feature of a room that understands it.</summary>
    public const string Ns = "urn:xmpp:message-moderate:0";

    public static string ElementName => FastenedRetract.ElementName;

    public static string ElementNs => FastenedRetract.Ns;

    public static FastenedModerate Read(XmlElement element)
    {
        if (element.Child("moderate", Ns) is not { } moderate || moderate.Child("retract", FastenedRetract.RetractNs) is null)
            throw Schema.BadRequest("no moderation is fastened");
        return new FastenedModerate(element.Required("id"), moderate.ChildText("reason"));
    }

    public void Write(XmlWriter writer) => writer.Start(ElementName, ElementNs).Attribute("id", Id)
        .Start("moderate", Ns).EmptyElement("retract", FastenedRetract.RetractNs).OptionalText("reason", Reason).End().End();
}

/// <summary>XEP-0425 0.2: the room took a message back; in a message from the room.</summary>
/// <param name="Id">The room's stanza-id of the message.</param>
/// <param name="By">Who did it: the occupant.</param>
/// <param name="Reason">For people.</param>
public sealed record FastenedModerated(string Id, Jid By, string? Reason = null) : IPayload<FastenedModerated>
{
    public static string ElementName => FastenedRetract.ElementName;

    public static string ElementNs => FastenedRetract.Ns;

    public static FastenedModerated Read(XmlElement element)
    {
        if (element.Child("moderated", FastenedModerate.Ns) is not { } moderated || moderated.Child("retract", FastenedRetract.RetractNs) is null)
            throw Schema.BadRequest("no moderation is fastened");
        return new FastenedModerated(element.Required("id"), moderated.RequiredJid("by"), moderated.ChildText("reason"));
    }

    public void Write(XmlWriter writer) => writer.Start(ElementName, ElementNs).Attribute("id", Id)
        .Start("moderated", FastenedModerate.Ns).Attribute("by", By.ToString())
        .EmptyElement("retract", FastenedRetract.RetractNs).OptionalText("reason", Reason).End().End();
}
