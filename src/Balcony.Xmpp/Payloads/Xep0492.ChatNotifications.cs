// XEP-0492: of which messages of a chat a user wants to be told.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Of which messages (§2.1).</summary>
public enum NotifyWhen
{
    Never,

    /// <summary>Of those that mention the user.</summary>
    OnMention,
    Always,
}

/// <summary>One setting.</summary>
/// <param name="When">Of which messages.</param>
/// <param name="Category">Only clients with an identity of this category (XEP-0030); null: all.</param>
/// <param name="Type">Only clients with an identity of this type; null: all of the category.</param>
public sealed record NotificationSetting(NotifyWhen When, string? Category = null, string? Type = null)
{
    /// <summary>What finer rules clients have (§2.3), to be kept by the others as it is.</summary>
    public IReadOnlyList<XmlElement> Advanced { get; init; } = [];
}

/// <summary>The settings of one chat; within something that names it, such as <see cref="Bookmark"/>.</summary>
public sealed record NotificationSettings(IReadOnlyList<NotificationSetting> Items) : IPayload<NotificationSettings>
{
    public const string Ns = "urn:xmpp:notification-settings:1";

    // In the order of the enumeration.
    private static readonly string[] Names = ["never", "on-mention", "always"];

    public static string ElementName => "notify";

    public static string ElementNs => Ns;

    /// <summary>What holds where nothing is set (§3).</summary>
    public static NotifyWhen Default(bool isPublicRoom) => isPublicRoom ? NotifyWhen.OnMention : NotifyWhen.Always;

    /// <summary>The setting that fits a client best (§3): that of its identity, else that of its category, else that of all; null when nothing is set.</summary>
    public NotificationSetting? For(string? category = null, string? type = null) =>
        (category is null || type is null ? null : Find(category, type))
        ?? (category is null ? null : Find(category, null))
        ?? Find(null, null);

    public static NotificationSettings Read(XmlElement element)
    {
        var items = new List<NotificationSetting>();
        foreach (var child in element.Children)
        {
            var when = child.Namespace == Ns ? Array.IndexOf(Names, child.Name) : -1;
            if (when < 0) continue;
            items.Add(new NotificationSetting((NotifyWhen)when, child.Attribute("identity-category"), child.Attribute("identity-type"))
            {
                Advanced = child.Child("advanced", Ns) is { } advanced ? [.. advanced.Children] : [],
            });
        }
        return new NotificationSettings(items);
    }

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns);
        foreach (var item in Items)
        {
            writer.Start(Names[(int)item.When]).Attribute("identity-category", item.Category).Attribute("identity-type", item.Type);
            if (item.Advanced.Count > 0)
            {
                writer.Start("advanced");
                foreach (var extension in item.Advanced) writer.Element(extension);
                writer.End();
            }
            writer.End();
        }
        writer.End();
    }

    private NotificationSetting? Find(string? category, string? type) =>
        Items.FirstOrDefault(item => item.Category == category && item.Type == type);
}
