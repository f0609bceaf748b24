// XEP-0030: what an address is, what it can do, and what belongs to it. With the forms of XEP-0128.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Asks what an address is and can do (§3).</summary>
/// <param name="Node">A part of it, or null; never part of an address.</param>
public sealed record DiscoInfoQuery(string? Node = null) : IPayload<DiscoInfoQuery>, IIqGet<DiscoInfo>
{
    public static string ElementName => "query";

    public static string ElementNs => DiscoInfo.Ns;

    public static DiscoInfoQuery Read(XmlElement element) => new(element.Attribute("node"));

    public void Write(XmlWriter writer) => writer.Start(ElementName, DiscoInfo.Ns).Attribute("node", Node).End();
}

/// <summary>What an address is, in one language (§3.1).</summary>
/// <param name="Category">Such as <c>server</c>, never empty.</param>
/// <param name="Type">Such as <c>im</c>, never empty.</param>
/// <param name="Name">For people.</param>
/// <param name="Lang">Of the name.</param>
public sealed record DiscoIdentity(string Category, string Type, string? Name = null, string? Lang = null);

/// <summary>The answer to <see cref="DiscoInfoQuery"/>.</summary>
public sealed record DiscoInfo(string? Node = null) : IPayload<DiscoInfo>
{
    public const string Ns = "http://jabber.org/protocol/disco#info";

    public static string ElementName => "query";

    public static string ElementNs => Ns;

    public IReadOnlyList<DiscoIdentity> Identities { get; init; } = [];

    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>XEP-0128: more about it, each under its FORM_TYPE.</summary>
    public IReadOnlyList<DataForm> Forms { get; init; } = [];

    public bool Has(string feature) => Features.Contains(feature);

    public static DiscoInfo Read(XmlElement element) => new(element.Attribute("node"))
    {
        Identities =
        [
            .. element.ChildrenNamed("identity").Select(identity =>
                new DiscoIdentity(identity.Required("category"), identity.Required("type"), identity.Attribute("name"), identity.Lang)),
        ],
        Features = [.. element.ChildrenNamed("feature").Select(feature => feature.Required("var"))],
        Forms = [.. element.Children.Where(child => child.Is(DataForm.ElementName, DataForm.Ns)).Select(DataForm.Read)],
    };

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns).Attribute("node", Node);
        foreach (var identity in Identities)
        {
            writer.Start("identity").Attribute("category", identity.Category).Attribute("type", identity.Type)
                .Attribute("name", identity.Name).Lang(identity.Lang).End();
        }
        foreach (var feature in Features) writer.Start("feature").Attribute("var", feature).End();
        foreach (var form in Forms) form.Write(writer);
        writer.End();
    }
}

/// <summary>Asks what belongs to an address (§4).</summary>
/// <param name="Set">XEP-0059: which page; null for all.</param>
public sealed record DiscoItemsQuery(string? Node = null, PageRequest? Set = null) : IPayload<DiscoItemsQuery>, IIqGet<DiscoItems>
{
    public static string ElementName => "query";

    public static string ElementNs => DiscoItems.Ns;

    public static DiscoItemsQuery Read(XmlElement element) => new(element.Attribute("node"), PageRequest.In(element));

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, DiscoItems.Ns).Attribute("node", Node);
        Set?.Write(writer);
        writer.End();
    }
}

/// <summary>Something that belongs to an address, and can be asked in turn (§4.1).</summary>
public sealed record DiscoItem(Jid Jid, string? Node = null, string? Name = null);

/// <summary>The answer to <see cref="DiscoItemsQuery"/>.</summary>
/// <param name="Set">XEP-0059: which page this is; null for all.</param>
public sealed record DiscoItems(string? Node = null, Page? Set = null) : IPayload<DiscoItems>
{
    public const string Ns = "http://jabber.org/protocol/disco#items";

    public static string ElementName => "query";

    public static string ElementNs => Ns;

    public IReadOnlyList<DiscoItem> Items { get; init; } = [];

    public static DiscoItems Read(XmlElement element) => new(element.Attribute("node"), Page.In(element))
    {
        Items =
        [
            .. element.ChildrenNamed("item").Select(item => new DiscoItem(item.RequiredJid(), item.Attribute("node"), item.Attribute("name"))),
        ],
    };

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns).Attribute("node", Node);
        foreach (var item in Items)
            writer.Start("item").Attribute("jid", item.Jid.ToString()).Attribute("node", item.Node).Attribute("name", item.Name).End();
        Set?.Write(writer);
        writer.End();
    }
}
