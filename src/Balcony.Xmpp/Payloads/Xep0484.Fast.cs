// XEP-0484: tokens that a client gets after one login and proves at the next.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>The feature inside that of SASL2 (§3.1). 0-RTT data is never offered.</summary>
/// <param name="Mechanisms">Never empty.</param>
public sealed record FastFeature(IReadOnlyList<string> Mechanisms) : IPayload<FastFeature>
{
    public static string ElementName => Fast.ElementName;

    public static string ElementNs => Fast.Ns;

    public static FastFeature Read(XmlElement element) =>
        element.ChildrenNamed("mechanism").Select(mechanism => mechanism.Text).ToList() is { Count: > 0 } mechanisms
            ? new FastFeature(mechanisms) : throw Schema.BadRequest("no mechanism");

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Fast.Ns);
        foreach (var mechanism in Mechanisms) writer.TextElement("mechanism", null, mechanism);
        writer.End();
    }
}

/// <summary>The client proves a token (§3.4).</summary>
/// <param name="Count">Higher at each use of the token; null when the client does not count.</param>
/// <param name="Invalidates">The token is not to be accepted again (§3.6).</param>
public sealed record Fast(int? Count = null, bool Invalidates = false) : IPayload<Fast>
{
    public const string Ns = "urn:xmpp:fast:0";

    public static string ElementName => "fast";

    public static string ElementNs => Ns;

    public static Fast Read(XmlElement element)
    {
        var count = Schema.ReadNumber(element.Attribute("count"));
        // xs:int
        if (count > int.MaxValue) throw Schema.BadRequest("the count is too large");
        return element.Attribute("invalidate") is { } text
            ? new Fast((int?)count, Schema.ReadBoolean(text) ?? throw Schema.BadRequest("'invalidate' is no boolean"))
            : new Fast((int?)count);
    }

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns)
        .Attribute("count", Schema.WriteNumber(Count)).Attribute("invalidate", Invalidates ? "true" : null).End();
}

/// <summary>The client wants a token (§3.2).</summary>
/// <param name="Mechanism">By which it will prove it.</param>
public sealed record RequestToken(string Mechanism) : IPayload<RequestToken>
{
    public static string ElementName => "request-token";

    public static string ElementNs => Fast.Ns;

    public static RequestToken Read(XmlElement element) => new(element.Required("mechanism"));

    public void Write(XmlWriter writer) => writer.Start(ElementName, Fast.Ns).Attribute("mechanism", Mechanism).End();
}

/// <summary>A token for the client (§3.3, §3.5).</summary>
/// <param name="Token">The secret, as the client is to use it.</param>
/// <param name="Expiry">When it is no longer accepted.</param>
public sealed record FastToken(string Token, DateTimeOffset Expiry) : IPayload<FastToken>
{
    public static string ElementName => "token";

    public static string ElementNs => Fast.Ns;

    public static FastToken Read(XmlElement element) =>
        new(element.Required("token"), XmppDateTime.TryParse(element.Required("expiry"), out var expiry) ? expiry : throw Schema.BadRequest("the expiry is no time"));

    public void Write(XmlWriter writer) => writer.Start(ElementName, Fast.Ns)
        .Attribute("expiry", XmppDateTime.Format(Expiry)).Attribute("token", Token).End();

    /// <summary>Never the token.</summary>
    public override string ToString() => $"token until {XmppDateTime.Format(Expiry)}";
}
