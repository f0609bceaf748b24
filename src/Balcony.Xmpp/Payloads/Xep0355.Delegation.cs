// XEP-0355: namespaces that a component answers requests in instead of the server.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>What is delegated: sent to the component when it connects (§4.2).</summary>
public sealed record Delegation(IReadOnlyList<DelegatedNamespace> Namespaces) : IPayload<Delegation>
{
    public const string Ns = "urn:xmpp:delegation:2";

    /// <summary>Requests for disco#info of bare addresses, for nodes that the server does not have (§7.2.4).</summary>
    public const string BareInfo = "urn:xmpp:delegation:2:bare:disco#info:*";

    /// <summary>Requests for disco#items of bare addresses, without a node or for nodes that the server does not have (§7.2.5).</summary>
    public const string BareItems = "urn:xmpp:delegation:2:bare:disco#items:*";

    public static string ElementName => "delegation";

    public static string ElementNs => Ns;

    /// <summary>The node at which the component says what a host has by a namespace (§7.2.1).</summary>
    public static string HostNode(string ns) => $"{Ns}::{ns}";

    /// <summary>The node at which the component says what accounts have by a namespace (§7.2.2).</summary>
    public static string AccountNode(string ns) => $"{Ns}:bare:{ns}";

    public static Delegation Read(XmlElement element) => new([.. element.ChildrenNamed("delegated").Select(DelegatedNamespace.Read)]);

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns);
        foreach (var delegated in Namespaces)
        {
            delegated.Write(writer);
        }
        writer.End();
    }
}

/// <summary>One delegated namespace.</summary>
/// <param name="Namespace">Of the request's payload.</param>
/// <param name="Attributes">Those that the payload must have.</param>
public sealed record DelegatedNamespace(string Namespace, IReadOnlyList<string> Attributes)
{
    internal static DelegatedNamespace Read(XmlElement element) => new(
        element.Required("namespace"), [.. element.ChildrenNamed("attribute").Select(attribute => attribute.Required("name"))]);

    internal void Write(XmlWriter writer)
    {
        writer.Start("delegated").Attribute("namespace", Namespace);
        foreach (string attribute in Attributes)
        {
            writer.Start("attribute").Attribute("name", attribute).End();
        }
        writer.End();
    }
}

/// <summary>A request on its way to the component, or the component's answer to it (§4.3).</summary>
/// <param name="Stanza">The iq.</param>
public sealed record DelegatedStanza(XmlElement Stanza) : IPayload<DelegatedStanza>
{
    public static string ElementName => Delegation.ElementName;

    public static string ElementNs => Delegation.Ns;

    public static DelegatedStanza Read(XmlElement element) => new(PrivilegedStanza.StanzaIn(element));

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Delegation.Ns);
        new Forwarded(Stanza).Write(writer);
        writer.End();
    }
}

/// <summary>A component asks for namespaces of one account (§5.1, the client mode).</summary>
/// <param name="To">The account.</param>
/// <param name="Namespaces">What is asked for.</param>
public sealed record DelegationQuery(Addressing.Jid To, IReadOnlyList<string> Namespaces) : IPayload<DelegationQuery>, IIqGet<Empty>
{
    public static string ElementName => "query";

    public static string ElementNs => Delegation.Ns;

    public static DelegationQuery Read(XmlElement element)
    {
        var namespaces = element.ChildrenNamed("delegate").Select(one => one.Required("namespace")).ToList();
        return namespaces.Count > 0 ? new DelegationQuery(element.RequiredJid("to"), namespaces) : throw Schema.BadRequest("no namespace is asked for");
    }

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Delegation.Ns).Attribute("to", To.ToString());
        foreach (string ns in Namespaces)
        {
            writer.Start("delegate").Attribute("namespace", ns).End();
        }
        writer.End();
    }
}
