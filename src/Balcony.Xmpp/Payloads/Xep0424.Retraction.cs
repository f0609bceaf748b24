// XEP-0424: a message is taken back.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Takes a message back; in a message of the same sender, or with <see cref="Moderated"/> of the room (§3, XEP-0425 §3.1).</summary>
/// <param name="Id">The id attribute of the message; in a room its stanza-id (§5.1).</param>
public sealed record Retract(string Id) : IPayload<Retract>
{
    public const string Ns = "urn:xmpp:message-retract:1";

    /// <summary>The feature of an archive that puts <see cref="Retracted"/> in the place of what was taken back (§4).</summary>
    public const string TombstoneFeature = "urn:xmpp:message-retract:1#tombstone";

    public static string ElementName => "retract";

    public static string ElementNs => Ns;

    /// <summary>A moderator did it (XEP-0425); to be believed only from the room.</summary>
    public Moderated? Moderated { get; init; }

    /// <summary>For people.</summary>
    public string? Reason { get; init; }

    public static Retract Read(XmlElement element) => new(element.Required("id"))
    {
        Moderated = Moderated.In(element),
        Reason = element.ChildText("reason"),
    };

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns).Attribute("id", Id);
        Moderated?.Write(writer);
        writer.OptionalText("reason", Reason).End();
    }
}

/// <summary>What is left in an archive of a message that was taken back (§4).</summary>
/// <param name="Id">The id attribute of the message that took it back. XEP-0424 requires it, the examples of XEP-0425 leave it out.</param>
/// <param name="Stamp">When that was.</param>
public sealed record Retracted(string? Id = null, DateTimeOffset? Stamp = null) : IPayload<Retracted>
{
    public static string ElementName => "retracted";

    public static string ElementNs => Retract.Ns;

    /// <summary>Who did it, where that is said (§9).</summary>
    public Jid? By { get; init; }

    /// <summary>A moderator did it (XEP-0425 §4).</summary>
    public Moderated? Moderated { get; init; }

    /// <summary>For people.</summary>
    public string? Reason { get; init; }

    public static Retracted Read(XmlElement element) => new(
        element.Attribute("id"), element.Attribute("stamp") is { } stamp ? XmppDateTime.Read(stamp) : null)
    {
        By = element.OptionalJid("by"),
        Moderated = Moderated.In(element),
        Reason = element.ChildText("reason"),
    };

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Retract.Ns).Attribute("by", By?.ToString()).Attribute("id", Id)
            .Attribute("stamp", Stamp is { } stamp ? XmppDateTime.Format(stamp) : null);
        Moderated?.Write(writer);
        writer.OptionalText("reason", Reason).End();
    }
}
