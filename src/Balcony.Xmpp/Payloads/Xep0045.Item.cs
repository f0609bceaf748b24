// XEP-0045: one person in relation to a room, as presence, lists and changes name them.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>One person, in <see cref="MucUser"/> or <see cref="MucAdminQuery"/>, in whose namespace it is.</summary>
public sealed record MucItem
{
    /// <summary>Null when it is not said.</summary>
    public MucAffiliation? Affiliation { get; init; }

    /// <summary>Null when it is not said.</summary>
    public MucRole? Role { get; init; }

    /// <summary>The real address; null when it is not said, or not to be seen.</summary>
    public Jid? Jid { get; init; }

    /// <summary>As it was sent; null when it is not said. In presence of type unavailable with 303 the new one (§7.6).</summary>
    public string? Nick { get; init; }

    /// <summary>For people.</summary>
    public string? Reason { get; init; }

    /// <summary>Who did it; null when it is not said.</summary>
    public MucActor? Actor { get; init; }

    /// <exception cref="Stanzas.StanzaException"><c>bad-request</c> for an unknown affiliation or role, <c>jid-malformed</c>.</exception>
    internal static MucItem Read(XmlElement element) => new()
    {
        Affiliation = MucNames.ReadAffiliation(element.Attribute("affiliation")),
        Role = MucNames.ReadRole(element.Attribute("role")),
        Jid = element.OptionalJid("jid"),
        Nick = element.Attribute("nick"),
        Reason = element.ChildText("reason"),
        Actor = element.Child("actor", element.Namespace) is { } actor ? new MucActor(actor.OptionalJid("jid"), actor.Attribute("nick")) : null,
    };

    internal void Write(XmlWriter writer)
    {
        writer.Start("item")
            .Attribute("affiliation", Affiliation?.Name()).Attribute("jid", Jid?.ToString())
            .Attribute("nick", Nick).Attribute("role", Role?.Name());
        if (Actor is not null) writer.Start("actor").Attribute("jid", Actor.Jid?.ToString()).Attribute("nick", Actor.Nick).End();
        writer.OptionalText("reason", Reason).End();
    }
}

/// <summary>Who changed something.</summary>
/// <param name="Jid">The real bare address, where it may be seen.</param>
/// <param name="Nick">The nickname in the room.</param>
public sealed record MucActor(Jid? Jid, string? Nick);
