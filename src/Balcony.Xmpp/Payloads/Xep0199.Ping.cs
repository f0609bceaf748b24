// XEP-0199: are you there?
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>A request that wants any answer (§4).</summary>
public sealed record Ping : IPayload<Ping>, IIqGet<Empty>
{
    public const string Ns = "urn:xmpp:ping";

    public static string ElementName => "ping";

    public static string ElementNs => Ns;

    public static Ping Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, Ns);
}
