// XEP-0463: a version for a room's affiliations, so that only what changed is sent.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>In <see cref="MucEnter"/>: what the user knows already (§5.1). In <see cref="MucUser"/>: from and to which version the items lead, or
/// in one's own presence which version it is now (§5.2).</summary>
/// <param name="Since">The version before; null: nothing is known, or everything is told. Opaque.</param>
/// <param name="Until">The version after; null when the user asks.</param>
public sealed record AffiliationVersion(string? Since = null, string? Until = null) : IPayload<AffiliationVersion>
{
    /// <summary>Also the feature of a room.</summary>
    public const string Ns = "urn:xmpp:muc:affiliations:1";

    public static string ElementName => "mav";

    public static string ElementNs => Ns;

    public static AffiliationVersion Read(XmlElement element) => new(element.Attribute("since"), element.Attribute("until"));

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns).Attribute("since", Since).Attribute("until", Until).End();

    internal static AffiliationVersion? In(XmlElement parent) => parent.Child(ElementName, Ns) is { } child ? Read(child) : null;
}
