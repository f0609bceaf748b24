// XEP-0313: reading an archive of messages.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>By set: asks for the messages that the form selects, which arrive as <see cref="MamResult"/> before the answer (§4). By get, and in its answer:
/// the form with all fields that the archive knows (§4.1.5).</summary>
/// <param name="QueryId">Comes back in each result; null for none.</param>
/// <param name="Form">What <see cref="MamFilter"/> reads and makes; null: all messages.</param>
/// <param name="Page">Which page of them; null: the first, as long as the archive wants.</param>
public sealed record MamQuery(string? QueryId = null, DataForm? Form = null, PageRequest? Page = null)
    : IPayload<MamQuery>, IIqGet<MamQuery>, IIqSet<MamFin>
{
    public const string Ns = "urn:xmpp:mam:2";

    /// <summary>The feature beside <see cref="Ns"/> of an archive that knows identifiers in forms, flipped pages and metadata (§7).</summary>
    public const string ExtendedFeature = "urn:xmpp:mam:2#extended";

    /// <summary>The feature of an archive that knows the field include-groupchat (§7).</summary>
    public const string GroupchatFieldFeature = "urn:xmpp:mam:2#groupchat-field";

    public static string ElementName => "query";

    public static string ElementNs => Ns;

    /// <summary>The results of the page in reverse order (§4.3.5).</summary>
    public bool IsFlipped { get; init; }

    /// <summary>The pubsub node whose archive is meant (XEP-0442); null for none.</summary>
    public string? Node { get; init; }

    public static MamQuery Read(XmlElement element) => new(
        element.Attribute("queryid"),
        element.Child(DataForm.ElementName, DataForm.Ns) is { } form ? DataForm.Read(form) : null,
        PageRequest.In(element))
    {
        IsFlipped = element.HasChild("flip-page"),
        Node = element.Attribute("node"),
    };

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns).Attribute("queryid", QueryId).Attribute("node", Node);
        Form?.Write(writer);
        Page?.Write(writer);
        if (IsFlipped) writer.EmptyElement("flip-page");
        writer.End();
    }
}

/// <summary>One message of the archive (§4.2), in a message of its own. To be believed only from the archive that was asked, while a query is open (§8.2).</summary>
/// <param name="Id">The message's name in the archive (XEP-0359).</param>
/// <param name="QueryId">That of the query.</param>
/// <param name="Message">The message as it was sent, and when the archive got it.</param>
public sealed record MamResult(string Id, string? QueryId, Forwarded Message) : IPayload<MamResult>
{
    public static string ElementName => "result";

    public static string ElementNs => MamQuery.Ns;

    public static MamResult Read(XmlElement element) => new(
        element.Required("id"), element.Attribute("queryid"),
        Forwarded.Read(element.Child(Forwarded.ElementName, Forwarded.Ns) ?? throw Schema.BadRequest("a result needs a message")));

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, MamQuery.Ns).Attribute("queryid", QueryId).Attribute("id", Id);
        Message.Write(writer);
        writer.End();
    }
}

/// <summary>The results were all sent (§4).</summary>
/// <param name="Page">Which page it was.</param>
/// <param name="IsComplete">Nothing is behind this page, seen in the direction of paging (§4.3.2).</param>
public sealed record MamFin(Page Page, bool IsComplete = false) : IPayload<MamFin>
{
    public static string ElementName => "fin";

    public static string ElementNs => MamQuery.Ns;

    /// <summary>False: the same query may give something else later (§4.3.2).</summary>
    public bool IsStable { get; init; } = true;

    public static MamFin Read(XmlElement element) => new(
        Page.In(element) ?? throw Schema.BadRequest("a page is needed"), Schema.ReadBoolean(element.Attribute("complete")) ?? false)
    {
        IsStable = Schema.ReadBoolean(element.Attribute("stable")) ?? true,
    };

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, MamQuery.Ns).Attribute("complete", IsComplete ? "true" : null).Attribute("stable", IsStable ? null : "false");
        Page.Write(writer);
        writer.End();
    }
}

/// <summary>By get: asks for the ends of the archive; and the answer (§5).</summary>
/// <param name="Start">The oldest message; null when the archive is empty.</param>
/// <param name="End">The newest message; null when the archive is empty.</param>
public sealed record MamMetadata(MamMetadata.Entry? Start = null, MamMetadata.Entry? End = null) : IPayload<MamMetadata>, IIqGet<MamMetadata>
{
    /// <summary>A message's name in the archive and when the archive got it.</summary>
    public sealed record Entry(string Id, DateTimeOffset Time);

    public static string ElementName => "metadata";

    public static string ElementNs => MamQuery.Ns;

    public static MamMetadata Read(XmlElement element) => new(ReadEntry(element, "start"), ReadEntry(element, "end"));

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, MamQuery.Ns);
        Write(writer, "start", Start);
        Write(writer, "end", End);
        writer.End();
    }

    private static Entry? ReadEntry(XmlElement element, string name) => element.Child(name, MamQuery.Ns) is { } entry
        ? new(entry.Required("id"), XmppDateTime.Read(entry.Required("timestamp"))) : null;

    private static void Write(XmlWriter writer, string name, Entry? entry)
    {
        if (entry is not null) writer.Start(name).Attribute("id", entry.Id).Attribute("timestamp", XmppDateTime.Format(entry.Time)).End();
    }
}
