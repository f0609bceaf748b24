// XEP-0386: binding a resource with the login, and turning features of the session on in the same moment.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>The feature inside that of SASL2 (§3.1).</summary>
/// <param name="Features">What can be turned on with the binding, by namespace or disco feature.</param>
public sealed record Bind2Feature(IReadOnlyList<string> Features) : IPayload<Bind2Feature>
{
    public static string ElementName => Bind2.ElementName;

    public static string ElementNs => Bind2.Ns;

    public static Bind2Feature Read(XmlElement element) =>
        new([.. (element.Child("inline", Bind2.Ns)?.ChildrenNamed("feature") ?? []).Select(feature => feature.Required("var"))]);

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Bind2.Ns);
        if (Features.Count > 0)
        {
            writer.Start("inline");
            foreach (var feature in Features) writer.Start("feature").Attribute("var", feature).End();
            writer.End();
        }
        writer.End();
    }
}

/// <summary>The request (§3.2).</summary>
/// <param name="Tag">What the resource should begin with; null when the client does not mind.</param>
public sealed record Bind2(string? Tag = null) : IPayload<Bind2>
{
    public const string Ns = "urn:xmpp:bind:0";

    public static string ElementName => "bind";

    public static string ElementNs => Ns;

    /// <summary>What is to be turned on with the binding: the children in other namespaces.</summary>
    public IReadOnlyList<XmlElement> Features { get; init; } = [];

    public static Bind2 Read(XmlElement element) =>
        new(element.ChildText("tag") is { Length: > 0 } tag ? tag : null) { Features = [.. element.ForeignChildren()] };

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns).OptionalText("tag", Tag);
        foreach (var feature in Features) writer.Element(feature);
        writer.End();
    }
}

/// <summary>A resource is bound; its address is the success's authorization identifier (§3.2).</summary>
/// <param name="Features">What the features have to say that were turned on.</param>
public sealed record Bound(IReadOnlyList<XmlElement> Features) : IPayload<Bound>
{
    public static string ElementName => "bound";

    public static string ElementNs => Bind2.Ns;

    public static Bound Read(XmlElement element) => new([.. element.ForeignChildren()]);

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Bind2.Ns);
        foreach (var feature in Features) writer.Element(feature);
        writer.End();
    }
}
