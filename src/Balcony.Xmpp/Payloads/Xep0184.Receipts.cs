// XEP-0184: "your message reached my client".
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Asks for a receipt (§5.1).</summary>
public sealed record ReceiptRequest : IPayload<ReceiptRequest>
{
    public static string ElementName => "request";

    public static string ElementNs => ReceiptReceived.Ns;

    public static ReceiptRequest Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, ReceiptReceived.Ns);
}

/// <summary>The receipt.</summary>
/// <param name="Id">The id attribute of the message that was received.</param>
public sealed record ReceiptReceived(string Id) : IPayload<ReceiptReceived>
{
    public const string Ns = "urn:xmpp:receipts";

    public static string ElementName => "received";

    public static string ElementNs => Ns;

    public static ReceiptReceived Read(XmlElement element) => new(element.Required("id"));

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns).Attribute("id", Id).End();
}
