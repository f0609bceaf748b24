// XEP-0357: a client tells its server where to publish that something waits for it.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Turns notifications on (§5).</summary>
/// <param name="Service">The push service: any address.</param>
/// <param name="Node">Its node for this client; null when the service needs none.</param>
public sealed record PushEnable(Jid Service, string? Node = null) : IPayload<PushEnable>, IIqSet<Empty>
{
    /// <summary>What else the service wants with each publish, credentials usually: a form of type <see cref="PushPublish.OptionsForm"/>; null: nothing.</summary>
    public DataForm? Options { get; init; }

    /// <summary>The service is to be told how urgent each notification is (<see cref="PushUrgency"/>).</summary>
    public bool WantsUrgency { get; init; }

    public static string ElementName => "enable";

    public static string ElementNs => PushNotification.Ns;

    public static PushEnable Read(XmlElement element) => new(element.RequiredJid(), PushPublish.ReadNode(element))
    {
        Options = PushNotification.FindForm(element, PushPublish.OptionsForm),
        WantsUrgency = element.Child(PushNotification.PriorityName, PushNotification.PriorityNs) is not null,
    };

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, PushNotification.Ns).Attribute("jid", Service.ToString()).Attribute("node", Node);
        Options?.Write(writer);
        if (WantsUrgency) writer.EmptyElement(PushNotification.PriorityName, PushNotification.PriorityNs);
        writer.End();
    }
}

/// <summary>Turns notifications off (§6).</summary>
/// <param name="Service">The push service.</param>
/// <param name="Node">Only this node; null: all nodes of the service.</param>
public sealed record PushDisable(Jid Service, string? Node = null) : IPayload<PushDisable>, IIqSet<Empty>
{
    public static string ElementName => "disable";

    public static string ElementNs => PushNotification.Ns;

    public static PushDisable Read(XmlElement element) => new(element.RequiredJid(), PushPublish.ReadNode(element));

    public void Write(XmlWriter writer) =>
        writer.Start(ElementName, PushNotification.Ns).Attribute("jid", Service.ToString()).Attribute("node", Node).End();
}

/// <summary>A push service takes no more notifications of an account for a node (§8): the content of a message to the account.</summary>
/// <param name="Node">The node; null when it has none.</param>
/// <param name="Account">Who may no longer publish.</param>
public sealed record PushRevoked(string? Node, Jid Account) : IPayload<PushRevoked>
{
    public static string ElementName => PushPublish.ElementName;

    public static string ElementNs => PushPublish.Ns;

    public static PushRevoked Read(XmlElement element) =>
        element.Child("affiliation", PushPublish.Ns) is { } affiliation && affiliation.Attribute("affiliation") is "none" or "outcast"
            ? new(PushPublish.ReadNode(element), affiliation.RequiredJid()) : throw Schema.BadRequest("no affiliation that ends publishing");

    public void Write(XmlWriter writer) => writer.Start(ElementName, PushPublish.Ns).Attribute("node", Node)
        .Start("affiliation").Attribute("jid", Account.ToString()).Attribute("affiliation", "none").End().End();
}
