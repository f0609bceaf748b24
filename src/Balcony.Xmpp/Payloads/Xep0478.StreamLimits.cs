// XEP-0478: a server says in its stream features what it will not take.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>The stream feature (§3.1), also inside bidi (§3.2).</summary>
/// <param name="MaxBytes">Largest first-level element; null when unknown.</param>
/// <param name="IdleSeconds">Silence after which the stream may be checked or closed; null when unknown.</param>
public sealed record LimitsFeature(long? MaxBytes = null, long? IdleSeconds = null) : IPayload<LimitsFeature>
{
    public const string Ns = "urn:xmpp:stream-limits:0";

    public static string ElementName => "limits";

    public static string ElementNs => Ns;

    public static LimitsFeature Read(XmlElement element) =>
        new(Schema.ReadNumber(element.ChildText("max-bytes")), Schema.ReadNumber(element.ChildText("idle-seconds")));

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns).OptionalText("max-bytes", Schema.WriteNumber(MaxBytes))
        .OptionalText("idle-seconds", Schema.WriteNumber(IdleSeconds)).End();
}
