// XEP-0433: searching for public rooms; the question and what is found. The form is in Xep0433.Filter.cs.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Asks for the form, and the answer to that (§4.2.1): what the service supports, with its defaults.</summary>
public sealed record ChannelSearchForm(DataForm? Form = null) : IPayload<ChannelSearchForm>, IIqGet<ChannelSearchForm>
{
    public static string ElementName => ChannelSearch.ElementName;

    public static string ElementNs => ChannelSearch.Ns;

    public static ChannelSearchForm Read(XmlElement element) => new(ChannelSearch.Read(element).Form);

    public void Write(XmlWriter writer) => new ChannelSearch(Form).Write(writer);
}

/// <summary>Searches (§4.2.2).</summary>
/// <param name="Form">What <see cref="ChannelFilter"/> reads and makes. A service answers a search without one with <see cref="ChannelSearchForm"/>.</param>
/// <param name="Page">Which page of what is found; null leaves it to the service.</param>
public sealed record ChannelSearch(DataForm? Form = null, PageRequest? Page = null) : IPayload<ChannelSearch>, IIqGet<ChannelSearchResult>
{
    /// <summary>Also the feature of a service.</summary>
    public const string Ns = "urn:xmpp:channel-search:0:search";

    public static string ElementName => "search";

    public static string ElementNs => Ns;

    public static ChannelSearch Read(XmlElement element) => new(
        element.Child(DataForm.ElementName, DataForm.Ns) is { } form ? DataForm.Read(form) : null, PageRequest.In(element));

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns);
        Page?.Write(writer);
        Form?.Write(writer);
        writer.End();
    }
}

/// <summary>A page of what was found, perhaps nothing.</summary>
public sealed record ChannelSearchResult(IReadOnlyList<FoundChannel> Items, Page? Page = null) : IPayload<ChannelSearchResult>
{
    public static string ElementName => "result";

    public static string ElementNs => ChannelSearch.Ns;

    public static ChannelSearchResult Read(XmlElement element) => new([.. element.ChildrenNamed("item").Select(FoundChannel.Read)], Page.In(element));

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, ChannelSearch.Ns);
        foreach (var item in Items) item.Write(writer);
        Page?.Write(writer);
        writer.End();
    }
}

/// <summary>One room or channel (§6.2); what is null is not known.</summary>
public sealed record FoundChannel(Jid Address)
{
    /// <summary>For <see cref="ServiceType"/> and <see cref="ChannelFilter.Types"/>: a room of XEP-0045.</summary>
    public const string Muc = "xep-0045";

    /// <summary>For <see cref="ServiceType"/> and <see cref="ChannelFilter.Types"/>: a channel of XEP-0369.</summary>
    public const string Mix = "xep-0369";

    /// <summary>For <see cref="AnonymityMode"/>: everyone sees real addresses.</summary>
    public const string NonAnonymous = "{urn:xmpp:channel-search:0:anonymity}none";

    /// <summary>For <see cref="AnonymityMode"/>: as in a semi-anonymous room.</summary>
    public const string SemiAnonymous = "muc_semianonymous";

    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>As in xml:lang.</summary>
    public string? Language { get; init; }

    /// <summary>How many are there; may be some time ago.</summary>
    public long? Users { get; init; }

    public string? ServiceType { get; init; }

    /// <summary>Whoever likes may enter, without a password or membership.</summary>
    public bool? IsOpen { get; init; }

    public string? AnonymityMode { get; init; }

    internal static FoundChannel Read(XmlElement element) => new(element.RequiredJid("address"))
    {
        Name = element.ChildText("name"),
        Description = element.ChildText("description"),
        Language = element.ChildText("language"),
        Users = Schema.ReadNumber(element.ChildText("nusers")),
        ServiceType = element.ChildText("service-type"),
        // §6.2 says a boolean, the examples of §4 have an empty element.
        IsOpen = element.ChildText("is-open")?.Trim() is { } open ? open.Length == 0 ? true : Schema.ReadBoolean(open) : null,
        AnonymityMode = element.ChildText("anonymity-mode"),
    };

    internal void Write(XmlWriter writer) => writer.Start("item").Attribute("address", Address.ToString())
        .OptionalText("name", Name).OptionalText("description", Description).OptionalText("language", Language)
        .OptionalText("nusers", Schema.WriteNumber(Users)).OptionalText("service-type", ServiceType)
        .OptionalText("is-open", IsOpen switch { true => "true", false => "false", null => null })
        .OptionalText("anonymity-mode", AnonymityMode).End();
}

/// <summary>What a service refuses a search with (§4.2.2).</summary>
public static class ChannelSearchErrors
{
    public const string Ns = "urn:xmpp:channel-search:0:error";

    /// <summary>Nothing says what to look for (§4.2.2.7).</summary>
    public static StanzaError NoSearchConditions { get; } =
        (StanzaError.BadRequest with { Type = StanzaErrorType.Cancel }).With(Condition("no-search-conditions"));

    /// <summary>The order is not known (§4.2.2.2).</summary>
    public static StanzaError InvalidSortKey { get; } =
        (StanzaError.FeatureNotImplemented with { Type = StanzaErrorType.Modify }).With(Condition("invalid-sort-key"));

    /// <summary>Nobody gets everything (§4.2.2.5).</summary>
    public static StanzaError FullSetNotAllowed { get; } = StanzaError.NotAllowed.With(Condition("full-set-retrieval-rejected"));

    /// <summary>The asker does not get everything (§4.2.2.5).</summary>
    public static StanzaError FullSetForbidden { get; } = StanzaError.Forbidden.With(Condition("full-set-retrieval-rejected"));

    /// <summary>There is no word to search for (§4.2.2.3).</summary>
    /// <param name="text">What words there may be.</param>
    public static StanzaError InvalidSearchTerms(string text) => StanzaError.BadRequest.With(text).With(Condition("invalid-search-terms"));

    /// <summary>Too many searches (§4.2.2.4).</summary>
    /// <param name="retryAfter">When to try again, in whole seconds.</param>
    public static StanzaError RateLimited(TimeSpan retryAfter) => StanzaError.ResourceConstraint.With(XmlElement.Build(
        writer => writer.Start("rate-limit", Ns).Attribute("retry-after", Schema.WriteNumber((long)Math.Ceiling(retryAfter.TotalSeconds))).End()));

    /// <summary>Some fields contradict each other (§4.2.2.6).</summary>
    public static StanzaError ConflictingFields(string text, params IReadOnlyList<string> vars) => StanzaError.BadRequest.With(text).With(XmlElement.Build(
        writer =>
        {
            writer.Start("conflicting-fields", Ns);
            foreach (var name in vars) writer.TextElement("var", null, name);
            writer.End();
        }));

    private static XmlElement Condition(string name) => XmlElement.Build(writer => writer.EmptyElement(name, Ns));
}
