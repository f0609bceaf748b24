// XEP-0388: SASL with room for what comes before and after it: the stream feature, the request, and how it ends.
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>The stream feature (§2.1).</summary>
/// <param name="Mechanisms">Never empty.</param>
public sealed record AuthenticationFeature(IReadOnlyList<string> Mechanisms) : IPayload<AuthenticationFeature>
{
    public static string ElementName => "authentication";

    public static string ElementNs => Authenticate.Ns;

    /// <summary>What else may be negotiated with the login, each as the feature that says so.</summary>
    public IReadOnlyList<XmlElement> Inline { get; init; } = [];

    /// <summary>Upgrade tasks by name (XEP-0480 §2.1).</summary>
    public IReadOnlyList<string> Upgrades { get; init; } = [];

    public static AuthenticationFeature Read(XmlElement element)
    {
        string[] mechanisms = [.. element.ChildrenNamed("mechanism").Select(child => child.Text)];
        if (mechanisms.Length == 0) throw Schema.BadRequest("no mechanism");
        return new AuthenticationFeature(mechanisms)
        {
            Inline = element.Child("inline", Authenticate.Ns) is { } inline ? [.. inline.Children] : [],
            Upgrades = ScramUpgrade.ReadNames(element),
        };
    }

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Authenticate.Ns);
        foreach (var mechanism in Mechanisms) writer.TextElement("mechanism", null, mechanism);
        if (Inline.Count > 0)
        {
            writer.Start("inline");
            foreach (var feature in Inline) writer.Element(feature);
            writer.End();
        }
        ScramUpgrade.WriteNames(writer, Upgrades);
        writer.End();
    }
}

/// <summary>The client program and where it runs (§2.3). Nobody but the account's owner may see it.</summary>
/// <param name="Id">The installation; null when the client does not say.</param>
/// <param name="Software">For people; null when unknown.</param>
/// <param name="Device">For people; null when unknown.</param>
public sealed record UserAgent(Guid? Id = null, string? Software = null, string? Device = null) : IPayload<UserAgent>
{
    public static string ElementName => "user-agent";

    public static string ElementNs => Authenticate.Ns;

    /// <remarks>§2.3 wants a UUID of version 4; some clients make theirs otherwise, and any will do to know them again.</remarks>
    public static UserAgent Read(XmlElement element)
    {
        Guid? id = null;
        if (element.Attribute("id") is { } text)
        {
            id = Guid.TryParseExact(text, "D", out var parsed) ? parsed : throw Schema.BadRequest("the id of the user agent is no UUID");
        }
        return new UserAgent(id, element.ChildText("software"), element.ChildText("device"));
    }

    public void Write(XmlWriter writer) => writer.Start(ElementName, Authenticate.Ns).Attribute("id", Id?.ToString())
        .OptionalText("software", Software).OptionalText("device", Device).End();
}

/// <summary>The request (§2.3).</summary>
/// <param name="Mechanism">As the client named it.</param>
/// <param name="InitialResponse">In base64, as it came; null when there is none.</param>
/// <param name="UserAgent">Null when the client does not say.</param>
public sealed record Authenticate(string Mechanism, string? InitialResponse = null, UserAgent? UserAgent = null) : IPayload<Authenticate>
{
    public const string Ns = "urn:xmpp:sasl:2";

    public static string ElementName => "authenticate";

    public static string ElementNs => Ns;

    /// <summary>What the client wants done with the login: the children in other namespaces.</summary>
    public IReadOnlyList<XmlElement> Features { get; init; } = [];

    public static Authenticate Read(XmlElement element) => new(
        element.Attribute("mechanism") ?? "",
        element.ChildText("initial-response"),
        element.Child(Payloads.UserAgent.ElementName, Ns) is { } agent ? Payloads.UserAgent.Read(agent) : null)
    {
        Features = [.. element.ForeignChildren()],
    };

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns).Attribute("mechanism", Mechanism);
        if (InitialResponse is not null) writer.TextElement("initial-response", null, InitialResponse);
        UserAgent?.Write(writer);
        foreach (var feature in Features) writer.Element(feature);
        writer.End();
    }

    /// <summary>The feature of this name that the client wants; null when it does not.</summary>
    public XmlElement? Feature(string name, string ns) => Features.FirstOrDefault(feature => feature.Is(name, ns));
}

/// <summary>The client is in (§2.6.1).</summary>
/// <param name="AuthorizationId">A bare address, or the full one when a resource is bound.</param>
/// <param name="AdditionalData">The mechanism's last word; null when it has none.</param>
public sealed record AuthenticationSuccess(string AuthorizationId, byte[]? AdditionalData = null) : IPayload<AuthenticationSuccess>
{
    public static string ElementName => "success";

    public static string ElementNs => Authenticate.Ns;

    /// <summary>What became of the features that were asked for.</summary>
    public IReadOnlyList<XmlElement> Features { get; init; } = [];

    public static AuthenticationSuccess Read(XmlElement element) => new(
        element.ChildText("authorization-identifier") ?? throw Schema.BadRequest("no authorization-identifier"), Sasl2Data.Read(element, "additional-data"))
    {
        Features = [.. element.ForeignChildren()],
    };

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Authenticate.Ns);
        Sasl2Data.Write(writer, "additional-data", AdditionalData);
        writer.TextElement("authorization-identifier", null, AuthorizationId);
        foreach (var feature in Features) writer.Element(feature);
        writer.End();
    }
}

/// <summary>The client is not in, and may try again (§2.6.2).</summary>
public sealed record AuthenticationFailure(SaslCondition Condition, string? Text = null) : IPayload<AuthenticationFailure>
{
    public static string ElementName => "failure";

    public static string ElementNs => Authenticate.Ns;

    public static AuthenticationFailure Read(XmlElement element) => new(
        element.Children.FirstOrDefault(child => child.Namespace == SaslCondition.Ns) is { } condition
            ? new SaslCondition(condition.Name) : throw Schema.BadRequest("no condition"),
        element.ChildText("text"));

    public void Write(XmlWriter writer) =>
        writer.Start(ElementName, Authenticate.Ns).EmptyElement(Condition.Name, SaslCondition.Ns).OptionalText("text", Text).End();
}

/// <summary>The mechanism was satisfied, and there is something to do before the client is in (§2.6.3).</summary>
/// <param name="Tasks">Of which the client chooses one; never empty.</param>
/// <param name="AdditionalData">The mechanism's last word; null when it has none, or was said before.</param>
/// <param name="Text">Why, for people.</param>
public sealed record AuthenticationContinue(IReadOnlyList<string> Tasks, byte[]? AdditionalData = null, string? Text = null)
    : IPayload<AuthenticationContinue>
{
    public static string ElementName => "continue";

    public static string ElementNs => Authenticate.Ns;

    public static AuthenticationContinue Read(XmlElement element)
    {
        string[] tasks = [.. (element.Child("tasks", Authenticate.Ns)?.ChildrenNamed("task") ?? []).Select(task => task.Text)];
        return tasks.Length > 0
            ? new AuthenticationContinue(tasks, Sasl2Data.Read(element, "additional-data"), element.ChildText("text"))
            : throw Schema.BadRequest("no task");
    }

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Authenticate.Ns);
        Sasl2Data.Write(writer, "additional-data", AdditionalData);
        writer.Start("tasks");
        foreach (var task in Tasks) writer.TextElement("task", null, task);
        writer.End().OptionalText("text", Text).End();
    }
}

/// <summary>SASL data in the profile of XEP-0388 (§2.2): an empty element is empty data, a missing one none; <c>=</c> means nothing here.</summary>
public static class Sasl2Data
{
    /// <returns>False: answer with <see cref="SaslCondition.IncorrectEncoding"/>.</returns>
    /// <remarks>§2.2 only advises against whitespace, and its examples have it.</remarks>
    public static bool TryDecode(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out byte[]? data)
    {
        var trimmed = text.AsSpan().Trim(" \t\r\n").ToString();
        data = null;
        return trimmed != "=" && SaslBase64.TryDecode(trimmed, out data);
    }

    internal static byte[]? Read(XmlElement element, string name)
    {
        if (element.ChildText(name) is not { } text) return null;
        return TryDecode(text, out var data) ? data : throw Schema.BadRequest($"<{name}/> is not base64");
    }

    internal static void Write(XmlWriter writer, string name, byte[]? data)
    {
        if (data is not null) writer.TextElement(name, null, Convert.ToBase64String(data));
    }
}
