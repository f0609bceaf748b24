// XEP-0049: anything a client wants to keep on the server, by namespace.
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Asks for what was stored under an element's name and namespace.</summary>
public sealed record PrivateXmlQuery(string Name, string Namespace) : IPayload<PrivateXmlQuery>, IIqGet<PrivateXml>
{
    public static string ElementName => PrivateXml.ElementName;

    public static string ElementNs => PrivateXml.Ns;

    /// <exception cref="StanzaException"><c>not-acceptable</c> without a child, <c>bad-request</c> with several.</exception>
    public static PrivateXmlQuery Read(XmlElement element)
    {
        if (element.FirstChild is not { } asked) throw new StanzaException(StanzaError.NotAcceptable);
        if (element.Children.Count > 1) throw Schema.BadRequest("one element at a time");
        return new PrivateXmlQuery(asked.Name, asked.Namespace);
    }

    public void Write(XmlWriter writer) => writer.Start(ElementName, PrivateXml.Ns).EmptyElement(Name, Namespace).End();
}

/// <summary>Elements to store, or stored ones. They replace what is stored under their names and namespaces.</summary>
public sealed record PrivateXml(IReadOnlyList<XmlElement> Content) : IPayload<PrivateXml>, IIqSet<Empty>
{
    public const string Ns = "jabber:iq:private";

    public static string ElementName => "query";

    public static string ElementNs => Ns;

    /// <exception cref="StanzaException"><c>not-acceptable</c> when there is nothing, or something without a namespace of its own.</exception>
    public static PrivateXml Read(XmlElement element)
    {
        var content = element.Children.ToList();
        if (content.Count == 0 || content.Exists(child => child.Namespace is "" or Ns)) throw new StanzaException(StanzaError.NotAcceptable);
        return new PrivateXml(content);
    }

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns);
        foreach (var element in Content) writer.Element(element);
        writer.End();
    }
}
