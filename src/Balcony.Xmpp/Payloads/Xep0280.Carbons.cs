// XEP-0280: every device sees both sides of every conversation.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>This session wants copies (§4); also inside the request to bind (XEP-0386).</summary>
public sealed record CarbonsEnable : IPayload<CarbonsEnable>, IIqSet<Empty>
{
    public static string ElementName => "enable";

    public static string ElementNs => CarbonReceived.Ns;

    public static CarbonsEnable Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, CarbonReceived.Ns);
}

/// <summary>This session wants copies no more (§5).</summary>
public sealed record CarbonsDisable : IPayload<CarbonsDisable>, IIqSet<Empty>
{
    public static string ElementName => "disable";

    public static string ElementNs => CarbonReceived.Ns;

    public static CarbonsDisable Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, CarbonReceived.Ns);
}

/// <summary>The message is not to be copied (§9).</summary>
public sealed record CarbonsPrivate : IPayload<CarbonsPrivate>
{
    public static string ElementName => "private";

    public static string ElementNs => CarbonReceived.Ns;

    public static CarbonsPrivate Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, CarbonReceived.Ns);
}

/// <summary>A copy of what came for another device (§7). To be believed only in a message from the own bare JID (§11).</summary>
/// <param name="Message">The message as that device got it.</param>
public sealed record CarbonReceived(Forwarded Message) : IPayload<CarbonReceived>
{
    public const string Ns = "urn:xmpp:carbons:2";

    public static string ElementName => "received";

    public static string ElementNs => Ns;

    public static CarbonReceived Read(XmlElement element) => new(ReadForwarded(element));

    public void Write(XmlWriter writer) => WriteForwarded(writer, ElementName, Message);

    internal static Forwarded ReadForwarded(XmlElement element) => Forwarded.Read(
        element.Child(Forwarded.ElementName, Forwarded.Ns) ?? throw Schema.BadRequest("a copy needs what it is a copy of"));

    internal static void WriteForwarded(XmlWriter writer, string name, Forwarded message)
    {
        writer.Start(name, Ns);
        message.Write(writer);
        writer.End();
    }
}

/// <summary>A copy of what another device sent (§8). To be believed only in a message from the own bare JID (§11).</summary>
/// <param name="Message">The message as that device sent it.</param>
public sealed record CarbonSent(Forwarded Message) : IPayload<CarbonSent>
{
    public static string ElementName => "sent";

    public static string ElementNs => CarbonReceived.Ns;

    public static CarbonSent Read(XmlElement element) => new(CarbonReceived.ReadForwarded(element));

    public void Write(XmlWriter writer) => CarbonReceived.WriteForwarded(writer, ElementName, Message);
}
