// XEP-0012: how long somebody was idle, gone, or up.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Asks for the last activity: of an account §3, a session §4, a server §5.</summary>
public sealed record LastActivityQuery : IPayload<LastActivityQuery>, IIqGet<LastActivity>
{
    public static string ElementName => "query";

    public static string ElementNs => LastActivity.Ns;

    public static LastActivityQuery Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, LastActivity.Ns);
}

/// <param name="Elapsed">Whole seconds: since a session was used, an account was last online, or a server started.</param>
/// <param name="Status">What the account said when it left; null when it said nothing.</param>
public sealed record LastActivity(TimeSpan Elapsed, string? Status = null) : IPayload<LastActivity>
{
    public const string Ns = "jabber:iq:last";

    public static string ElementName => "query";

    public static string ElementNs => Ns;

    public static LastActivity Read(XmlElement element)
    {
        // A TimeSpan ends after about 29,000 years, xs:unsignedLong does not.
        var seconds = Schema.ReadNumber(element.Required("seconds")).Value;
        if (seconds > (long)TimeSpan.MaxValue.TotalSeconds) throw Schema.BadRequest("too many seconds");
        return new LastActivity(TimeSpan.FromSeconds(seconds), element.Text is { Length: > 0 } status ? status : null);
    }

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns)
        .Attribute("seconds", Schema.WriteNumber(Math.Max(0, (long)Elapsed.TotalSeconds))).Text(Status).End();
}
