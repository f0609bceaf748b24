// XEP-0352: whether somebody is looking at the client.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>The stream feature (§4.1).</summary>
public sealed record ClientStateFeature : IPayload<ClientStateFeature>
{
    public const string Ns = "urn:xmpp:csi:0";

    public static string ElementName => "csi";

    public static string ElementNs => Ns;

    public static ClientStateFeature Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, Ns);
}

/// <summary>The nonza of a client that somebody looks at again (§4.2).</summary>
public sealed record ClientActive : IPayload<ClientActive>
{
    public static string ElementName => "active";

    public static string ElementNs => ClientStateFeature.Ns;

    public static ClientActive Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, ClientStateFeature.Ns);
}

/// <summary>The nonza of a client that nobody looks at (§4.2); also inside the request to bind (XEP-0386).</summary>
public sealed record ClientInactive : IPayload<ClientInactive>
{
    public static string ElementName => "inactive";

    public static string ElementNs => ClientStateFeature.Ns;

    public static ClientInactive Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, ClientStateFeature.Ns);
}
