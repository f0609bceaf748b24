// XEP-0198: acknowledgement of stanzas, and streams that go on after their connection was lost.
using System.Globalization;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>The stream feature (§3).</summary>
public sealed record StreamManagementFeature : IPayload<StreamManagementFeature>
{
    public const string Ns = "urn:xmpp:sm:3";

    public static string ElementName => "sm";

    public static string ElementNs => Ns;

    public static StreamManagementFeature Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns).End();

    /// <summary>A count (§4): an unsigned 32-bit number.</summary>
    /// <exception cref="StanzaException"><c>bad-request</c>.</exception>
    internal static uint Count(XmlElement element) =>
        uint.TryParse(element.Attribute("h"), NumberStyles.None, CultureInfo.InvariantCulture, out uint count)
            ? count
            : throw new StanzaException(StanzaError.BadRequest);

    // XML Schema: a boolean is also written as a number.
    internal static bool IsTrue(string? value) => value is "true" or "1";
}

/// <summary>The client wants its stanzas counted (§3).</summary>
/// <param name="Resume">The session is to be kept when the connection is lost.</param>
/// <param name="Max">For how long, in whole seconds; null: the server decides.</param>
public sealed record EnableManagement(bool Resume, TimeSpan? Max = null) : IPayload<EnableManagement>
{
    public static string ElementName => "enable";

    public static string ElementNs => StreamManagementFeature.Ns;

    public static EnableManagement Read(XmlElement element) => new(
        StreamManagementFeature.IsTrue(element.Attribute("resume")),
        element.Attribute("max") is not { } max ? null
            : uint.TryParse(max, NumberStyles.None, CultureInfo.InvariantCulture, out uint seconds) ? TimeSpan.FromSeconds(seconds)
            : throw new StanzaException(StanzaError.BadRequest));

    public void Write(XmlWriter writer) => writer.Start(ElementName, ElementNs)
        .Attribute("resume", Resume ? "true" : null).Attribute("max", Max?.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)).End();
}

/// <summary>Stanzas are counted from here on, both ways (§3).</summary>
/// <param name="Id">By which the session is resumed; null: it cannot be.</param>
/// <param name="Max">For how long it is kept without a connection, in whole seconds.</param>
/// <param name="Location">Where the client had best come back to, as host or host:port; null: as it came.</param>
public sealed record ManagementEnabled(string? Id = null, TimeSpan? Max = null, string? Location = null) : IPayload<ManagementEnabled>
{
    public static string ElementName => "enabled";

    public static string ElementNs => StreamManagementFeature.Ns;

    public static ManagementEnabled Read(XmlElement element) => new(
        StreamManagementFeature.IsTrue(element.Attribute("resume")) ? element.Attribute("id") : null,
        uint.TryParse(element.Attribute("max"), NumberStyles.None, CultureInfo.InvariantCulture, out uint seconds) ? TimeSpan.FromSeconds(seconds) : null,
        element.Attribute("location"));

    public void Write(XmlWriter writer) => writer.Start(ElementName, ElementNs)
        .Attribute("id", Id).Attribute("resume", Id is null ? null : "true")
        .Attribute("max", Max?.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)).Attribute("location", Location).End();
}

/// <summary>The client wants to go on with a session whose connection was lost (§5).</summary>
/// <param name="PreviousId">Of <see cref="ManagementEnabled"/>.</param>
/// <param name="Count">How many stanzas it got.</param>
public sealed record ResumeSession(string PreviousId, uint Count) : IPayload<ResumeSession>
{
    public static string ElementName => "resume";

    public static string ElementNs => StreamManagementFeature.Ns;

    public static ResumeSession Read(XmlElement element) => new(element.Required("previd"), StreamManagementFeature.Count(element));

    public void Write(XmlWriter writer) => writer.Start(ElementName, ElementNs)
        .Attribute("h", Count.ToString(CultureInfo.InvariantCulture)).Attribute("previd", PreviousId).End();
}

/// <summary>The session goes on (§5).</summary>
/// <param name="PreviousId">Of the session.</param>
/// <param name="Count">How many stanzas came from the client.</param>
public sealed record SessionResumed(string PreviousId, uint Count) : IPayload<SessionResumed>
{
    public static string ElementName => "resumed";

    public static string ElementNs => StreamManagementFeature.Ns;

    public static SessionResumed Read(XmlElement element) => new(element.Required("previd"), StreamManagementFeature.Count(element));

    public void Write(XmlWriter writer) => writer.Start(ElementName, ElementNs)
        .Attribute("h", Count.ToString(CultureInfo.InvariantCulture)).Attribute("previd", PreviousId).End();
}

/// <summary>It does not (§5, §6).</summary>
/// <param name="Error">Why.</param>
/// <param name="Count">How many stanzas of the lost session came and are kept; null when it is not known.</param>
public sealed record ManagementFailed(StanzaError Error, uint? Count = null) : IPayload<ManagementFailed>
{
    public static string ElementName => "failed";

    public static string ElementNs => StreamManagementFeature.Ns;

    public static ManagementFailed Read(XmlElement element)
    {
        var condition = element.Children.FirstOrDefault(child => child.Namespace == StanzaError.Ns && child.Name != "text");
        uint? count = element.Attribute("h") is null ? null : StreamManagementFeature.Count(element);
        return new(condition is null ? StanzaError.UndefinedCondition : StanzaError.UndefinedCondition with { Condition = condition.Name }, count);
    }

    public void Write(XmlWriter writer) => writer.Start(ElementName, ElementNs).Attribute("h", Count?.ToString(CultureInfo.InvariantCulture))
        .Start(Error.Condition, StanzaError.Ns).End().End();
}

/// <summary>Asks the other side for its count (§4).</summary>
public sealed record AcknowledgementRequest : IPayload<AcknowledgementRequest>
{
    public static string ElementName => "r";

    public static string ElementNs => StreamManagementFeature.Ns;

    public static AcknowledgementRequest Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.Start(ElementName, ElementNs).End();
}

/// <summary>So many stanzas were handled (§4).</summary>
public sealed record Acknowledgement(uint Count) : IPayload<Acknowledgement>
{
    public static string ElementName => "a";

    public static string ElementNs => StreamManagementFeature.Ns;

    public static Acknowledgement Read(XmlElement element) => new(StreamManagementFeature.Count(element));

    public void Write(XmlWriter writer) => writer.Start(ElementName, ElementNs).Attribute("h", Count.ToString(CultureInfo.InvariantCulture)).End();
}

/// <summary>What goes with the stream error for a peer that acknowledged more than it got (§6).</summary>
/// <param name="Count">What it acknowledged.</param>
/// <param name="Sent">What was sent.</param>
public sealed record HandledCountTooHigh(uint Count, uint Sent) : IPayload<HandledCountTooHigh>
{
    public static string ElementName => "handled-count-too-high";

    public static string ElementNs => StreamManagementFeature.Ns;

    public static HandledCountTooHigh Read(XmlElement element) => new(
        StreamManagementFeature.Count(element),
        uint.TryParse(element.Attribute("send-count"), NumberStyles.None, CultureInfo.InvariantCulture, out uint sent) ? sent : 0);

    public void Write(XmlWriter writer) => writer.Start(ElementName, ElementNs)
        .Attribute("h", Count.ToString(CultureInfo.InvariantCulture)).Attribute("send-count", Sent.ToString(CultureInfo.InvariantCulture)).End();
}
