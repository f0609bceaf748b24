// XEP-0092: name and version of the software at an address.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Asks for <see cref="SoftwareVersion"/>.</summary>
public sealed record SoftwareVersionQuery : IPayload<SoftwareVersionQuery>, IIqGet<SoftwareVersion>
{
    public static string ElementName => "query";

    public static string ElementNs => SoftwareVersion.Ns;

    public static SoftwareVersionQuery Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, SoftwareVersion.Ns);
}

/// <param name="Os">Null keeps it private (§5).</param>
public sealed record SoftwareVersion(string Name, string Version, string? Os = null) : IPayload<SoftwareVersion>
{
    public const string Ns = "jabber:iq:version";

    public static string ElementName => "query";

    public static string ElementNs => Ns;

    // The schema requires name and version; many answer with one of them.
    public static SoftwareVersion Read(XmlElement element) =>
        new(element.ChildText("name") ?? "", element.ChildText("version") ?? "", element.ChildText("os"));

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns)
        .TextElement("name", null, Name).TextElement("version", null, Version).OptionalText("os", Os).End();
}
