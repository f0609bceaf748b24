// XEP-0357 §7: what the server publishes at a push service: a profile of XEP-0060 §7.1.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>How urgent a notification is.</summary>
public enum PushUrgency
{
    /// <summary>The device may wait for a good moment.</summary>
    Low,

    /// <summary>Somebody waits for the user's attention: the device is to be woken.</summary>
    High,
}

/// <summary>What there is to know (§7); every part may be left out.</summary>
public sealed record PushSummary
{
    /// <summary>Unread or undelivered messages.</summary>
    public long? MessageCount { get; init; }

    /// <summary>Subscription requests that wait for an answer.</summary>
    public long? PendingSubscriptionCount { get; init; }

    public Jid? LastMessageSender { get; init; }

    public string? LastMessageBody { get; init; }

    internal static PushSummary Read(DataForm form) => new()
    {
        MessageCount = Schema.ReadNumber(form.Value("message-count")),
        PendingSubscriptionCount = Schema.ReadNumber(form.Value("pending-subscription-count")),
        LastMessageSender = Jid.TryParse(form.Value("last-message-sender"), out var sender) ? sender : null,
        LastMessageBody = form.Value("last-message-body"),
    };

    internal DataForm ToForm()
    {
        var fields = new List<FormField>(4);
        Add("message-count", Schema.WriteNumber(MessageCount));
        Add("pending-subscription-count", Schema.WriteNumber(PendingSubscriptionCount));
        Add("last-message-sender", LastMessageSender?.ToString());
        Add("last-message-body", LastMessageBody);
        // The examples say no type at all, which XEP-0004 §3.1 requires; the app servers in use expect a submission.
        return DataForm.Submit(PushNotification.SummaryForm, fields);

        void Add(string var, string? value)
        {
            if (value is not null) fields.Add(new FormField(var, null, value));
        }
    }
}

/// <summary>The item that is published (§7).</summary>
public sealed record PushNotification : IPayload<PushNotification>
{
    public const string Ns = "urn:xmpp:push:0";

    /// <summary>The FORM_TYPE of the summary.</summary>
    public const string SummaryForm = "urn:xmpp:push:summary";

    // Not of this XEP, which has no priorities: Tigase's extension, which Siskin and Snikket and the push services of several clients understand.
    internal const string PriorityNs = "tigase:push:priority:0";
    internal const string PriorityName = "priority";

    public static string ElementName => "notification";

    public static string ElementNs => Ns;

    public PushSummary? Summary { get; init; }

    /// <summary>An element beside the summary, in the namespace <c>tigase:push:priority:0</c>; null leaves it out.</summary>
    public PushUrgency? Urgency { get; init; }

    public static PushNotification Read(XmlElement element) => new()
    {
        Summary = FindForm(element, SummaryForm) is { } form ? PushSummary.Read(form) : null,
        Urgency = element.Child(PriorityName, PriorityNs)?.Text switch
        {
            "high" => PushUrgency.High,
            "low" => PushUrgency.Low,
            _ => null,
        },
    };

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns);
        Summary?.ToForm().Write(writer);
        if (Urgency is { } urgency) writer.TextElement(PriorityName, PriorityNs, urgency == PushUrgency.High ? "high" : "low");
        writer.End();
    }

    // The schema allows several forms; those of other types are somebody else's extension.
    internal static DataForm? FindForm(XmlElement parent, string formType) => parent.Children
        .Where(child => child.Is(DataForm.ElementName, DataForm.Ns)).Select(DataForm.Read)
        .FirstOrDefault(form => form.Value(DataForm.FormTypeVar) == formType);
}

/// <summary>The request to a push service (§7): one item, with the publish options that the client gave.</summary>
/// <param name="Node">The node; null when the service needs none.</param>
public sealed record PushPublish(string? Node, PushNotification Notification) : IPayload<PushPublish>, IIqSet<Empty>
{
    public const string Ns = "http://jabber.org/protocol/pubsub";

    /// <summary>The FORM_TYPE of <see cref="Options"/>.</summary>
    public const string OptionsForm = "http://jabber.org/protocol/pubsub#publish-options";

    public static string ElementName => "pubsub";

    public static string ElementNs => Ns;

    /// <summary>As the client gave them; null for none.</summary>
    public DataForm? Options { get; init; }

    public static PushPublish Read(XmlElement element)
    {
        var publish = element.Child("publish", Ns) ?? throw Schema.BadRequest("no <publish/>");
        var notification = publish.Child("item", Ns)?.Child(PushNotification.ElementName, PushNotification.Ns) ?? throw Schema.BadRequest("no <notification/>");
        return new(ReadNode(publish), PushNotification.Read(notification))
        {
            Options = element.Child("publish-options", Ns) is { } options ? PushNotification.FindForm(options, OptionsForm) : null,
        };
    }

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns).Start("publish").Attribute("node", Node).Start("item");
        Notification.Write(writer);
        writer.End().End();
        if (Options is not null)
        {
            writer.Start("publish-options");
            Options.Write(writer);
            writer.End();
        }
        writer.End();
    }

    internal static string? ReadNode(XmlElement element) => element.Attribute("node") is { Length: > 0 } node ? node : null;
}
