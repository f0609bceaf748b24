// XEP-0377: why an address is blocked, for those who run the server. Travels in the items of XEP-0191.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>What is told of a blocked address (§4).</summary>
/// <param name="Reason">A URN; others than <see cref="Spam"/> and <see cref="Abuse"/> may be registered.</param>
public sealed record Report(string Reason) : IPayload<Report>
{
    public const string Ns = "urn:xmpp:reporting:1";
    public const string Spam = "urn:xmpp:reporting:spam";
    public const string Abuse = "urn:xmpp:reporting:abuse";

    public static string ElementName => "report";

    public static string ElementNs => Ns;

    /// <summary>The messages that are reported (§6); to be verified.</summary>
    public IReadOnlyList<StanzaId> StanzaIds { get; init; } = [];

    /// <summary>What the reporter says, in several languages perhaps.</summary>
    public IReadOnlyList<ReportText> Texts { get; init; } = [];

    /// <summary>§5: the reporter allows that the domain of the reported address is told.</summary>
    public bool MayTellOrigin { get; init; }

    /// <summary>§5: the reporter allows that third parties are told.</summary>
    public bool MayTellThirdParties { get; init; }

    public static Report Read(XmlElement element) => new(element.Required("reason"))
    {
        StanzaIds = [.. element.Children.Where(child => child.Is(StanzaId.ElementName, StanzaId.Ns)).Select(StanzaId.Read)],
        Texts = [.. element.ChildrenNamed("text").Select(text => new ReportText(text.Text.Trim(), text.Lang))],
        MayTellOrigin = element.HasChild("report-origin"),
        MayTellThirdParties = element.HasChild("third-party"),
    };

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns).Attribute("reason", Reason);
        foreach (var id in StanzaIds) id.Write(writer);
        foreach (var text in Texts) writer.Start("text").Lang(text.Lang).Text(text.Text).End();
        if (MayTellOrigin) writer.EmptyElement("report-origin");
        if (MayTellThirdParties) writer.EmptyElement("third-party");
        writer.End();
    }
}

/// <param name="Lang">Its language; null when not said.</param>
public sealed record ReportText(string Text, string? Lang = null);

/// <summary>A report, and whom it is about.</summary>
public sealed record BlockReport(Jid Contact, Report Report);
