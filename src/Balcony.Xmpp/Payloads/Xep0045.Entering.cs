// XEP-0045 §7.2: what the presence that enters a room says.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Enters a room; in presence to <c>room@service/nick</c> (§7.2.1).</summary>
/// <param name="Password">For a room that has one (§7.2.5); null when none is given.</param>
/// <param name="History">How much of what was said before is wanted (§7.2.14); null leaves it to the room.</param>
public sealed record MucEnter(string? Password = null, MucHistory? History = null) : IPayload<MucEnter>
{
    /// <summary>Also the feature of a service and of a room (§6.2, §6.4).</summary>
    public const string Ns = "http://jabber.org/protocol/muc";

    /// <summary>The feature of a room that hands the message's own <c>id</c> on (§16.3).</summary>
    public const string StableIdFeature = "http://jabber.org/protocol/muc#stable_id";

    /// <summary>The node of a client that lists the rooms it is in (§16.4).</summary>
    public const string RoomsNode = "http://jabber.org/protocol/muc#rooms";

    /// <summary>The node that lists which namespaces a room lets through (§18.1.1).</summary>
    public const string TrafficNode = "http://jabber.org/protocol/muc#traffic";

    /// <summary>The node that tells the asker's reserved nickname (§7.12).</summary>
    public const string ReservedNickNode = "x-roomuser-item";

    public static string ElementName => "x";

    public static string ElementNs => Ns;

    /// <summary>The version of the affiliations that the user knows (XEP-0463); null: no version is wanted.</summary>
    public AffiliationVersion? Version { get; init; }

    public static MucEnter Read(XmlElement element) => new(
        element.ChildText("password"), element.Child("history", Ns) is { } history ? MucHistory.Read(history) : null)
    {
        Version = AffiliationVersion.In(element),
    };

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns);
        History?.Write(writer);
        writer.OptionalText("password", Password);
        Version?.Write(writer);
        writer.End();
    }
}

/// <summary>Limits on the history that a room sends (§7.2.14); the one that gives least holds, null limits nothing.</summary>
/// <param name="MaxChars">Characters of whole stanzas; zero: no history at all.</param>
/// <param name="MaxStanzas">Messages.</param>
/// <param name="Seconds">Only what was said within so many seconds.</param>
/// <param name="Since">Only what was said since then.</param>
public sealed record MucHistory(int? MaxChars = null, int? MaxStanzas = null, int? Seconds = null, DateTimeOffset? Since = null)
{
    internal static MucHistory Read(XmlElement element) => new(
        ReadLimit(element, "maxchars"), ReadLimit(element, "maxstanzas"), ReadLimit(element, "seconds"),
        element.Attribute("since") is { } since ? XmppDateTime.Read(since) : null);

    internal void Write(XmlWriter writer) => writer.Start("history")
        .Attribute("maxchars", Schema.WriteNumber(MaxChars))
        .Attribute("maxstanzas", Schema.WriteNumber(MaxStanzas))
        .Attribute("seconds", Schema.WriteNumber(Seconds))
        .Attribute("since", Since is { } since ? XmppDateTime.Format(since) : null)
        .End();

    // More than xs:int holds is as good as no limit.
    private static int? ReadLimit(XmlElement element, string name) =>
        Schema.ReadNumber(element.Attribute(name)) is { } number ? (int)Math.Min(number, int.MaxValue) : null;
}
