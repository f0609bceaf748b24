// XEP-0059: long answers in pages. The set element travels inside other payloads.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Which page is wanted.</summary>
/// <param name="Max">Most items; 0 asks for the count alone (§2.7); null leaves it to the one who answers.</param>
/// <param name="After">The page that begins behind this item (§2.2).</param>
/// <param name="Before">The page that ends before this item (§2.3); "" is the last page (§2.5).</param>
/// <param name="Index">The page that begins at this item, counted from 0 (§2.6).</param>
public sealed record PageRequest(long? Max = null, string? After = null, string? Before = null, long? Index = null) : IPayload<PageRequest>
{
    public const string Ns = "http://jabber.org/protocol/rsm";

    public static string ElementName => "set";

    public static string ElementNs => Ns;

    public static PageRequest Read(XmlElement element) => new(
        Schema.ReadNumber(element.ChildText("max")), element.ChildText("after"), element.ChildText("before"),
        Schema.ReadNumber(element.ChildText("index")));

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns).OptionalText("max", Schema.WriteNumber(Max))
        .OptionalText("after", After).OptionalText("before", Before).OptionalText("index", Schema.WriteNumber(Index)).End();

    internal static PageRequest? In(XmlElement parent) => parent.Child(ElementName, Ns) is { } set ? Read(set) : null;
}

/// <summary>Which page an answer is.</summary>
/// <param name="First">Its first item; null when it is empty.</param>
/// <param name="Last">Its last item; null when it is empty.</param>
/// <param name="FirstIndex">The place of the first item among all, from 0; may be approximate.</param>
/// <param name="Count">How many items there are in all pages; may be approximate.</param>
public sealed record Page(string? First = null, string? Last = null, long? FirstIndex = null, long? Count = null) : IPayload<Page>
{
    public static string ElementName => "set";

    public static string ElementNs => PageRequest.Ns;

    public static Page Read(XmlElement element)
    {
        var first = element.Child("first", PageRequest.Ns);
        return new Page(first?.Text, element.ChildText("last"), Schema.ReadNumber(first?.Attribute("index")),
            Schema.ReadNumber(element.ChildText("count")));
    }

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, PageRequest.Ns);
        if (First is not null) writer.Start("first").Attribute("index", Schema.WriteNumber(FirstIndex)).Text(First).End();
        writer.OptionalText("last", Last).OptionalText("count", Schema.WriteNumber(Count)).End();
    }

    internal static Page? In(XmlElement parent) => parent.Child(ElementName, PageRequest.Ns) is { } set ? Read(set) : null;
}
