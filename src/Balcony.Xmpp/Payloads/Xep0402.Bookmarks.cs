// XEP-0402: the rooms that a user wants to find again, each an item of a private node.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>A room; its address is the id of the item (§2).</summary>
/// <param name="Name">As the user calls it.</param>
/// <param name="IsAutojoin">Clients enter it as soon as they are there, and leave it when this becomes false (§4).</param>
/// <param name="Nick">The nickname to enter with; null: the user's own (XEP-0172).</param>
/// <param name="Password">To enter with.</param>
public sealed record Bookmark(string? Name = null, bool IsAutojoin = false, string? Nick = null, string? Password = null) : IPayload<Bookmark>
{
    /// <summary>Also the name of the node.</summary>
    public const string Ns = "urn:xmpp:bookmarks:1";

    /// <summary>The feature of an account whose bookmarks are those of XEP-0049, too (§6).</summary>
    public const string CompatFeature = "urn:xmpp:bookmarks:1#compat";

    /// <summary>The feature of an account whose bookmarks are those of XEP-0048 in PEP, too (§6).</summary>
    public const string CompatPepFeature = "urn:xmpp:bookmarks:1#compat-pep";

    public static string ElementName => "conference";

    public static string ElementNs => Ns;

    /// <summary>What else clients keep here; to be kept by the others as it is (§3.4).</summary>
    public IReadOnlyList<XmlElement> Extensions { get; init; } = [];

    /// <summary>When the user wants to be told of messages (XEP-0492); null: nothing is set.</summary>
    public NotificationSettings? Notifications =>
        Extensions.FirstOrDefault(IsNotifications) is { } settings ? NotificationSettings.Read(settings) : null;

    public static Bookmark Read(XmlElement element) => new(
        element.Attribute("name"), Schema.ReadBoolean(element.Attribute("autojoin")) ?? false, element.ChildText("nick"), element.ChildText("password"))
    {
        Extensions = element.Child("extensions", Ns) is { } extensions ? [.. extensions.Children] : [],
    };

    /// <summary>The same with other settings, and with everything else that is kept here.</summary>
    /// <param name="settings">Null takes them out.</param>
    public Bookmark With(NotificationSettings? settings)
    {
        var others = Extensions.Where(extension => !IsNotifications(extension));
        return this with { Extensions = settings is null ? [.. others] : [.. others, XmlElement.Build(settings.Write)] };
    }

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns).Attribute("autojoin", IsAutojoin ? "true" : null).Attribute("name", Name)
            .OptionalText("nick", Nick).OptionalText("password", Password);
        if (Extensions.Count > 0)
        {
            writer.Start("extensions");
            foreach (var extension in Extensions) writer.Element(extension);
            writer.End();
        }
        writer.End();
    }

    private static bool IsNotifications(XmlElement extension) => extension.Is(NotificationSettings.ElementName, NotificationSettings.Ns);
}
