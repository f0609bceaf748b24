// XEP-0045: the lists of a room, and changes of roles and affiliations.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>By get: asks for everyone with the affiliation or role of the one item; the answer has them all, perhaps nobody. By set: changes each of
/// those named (§8, §9, §10).</summary>
public sealed record MucAdminQuery(IReadOnlyList<MucItem> Items) : IPayload<MucAdminQuery>, IIqGet<MucAdminQuery>, IIqSet<Empty>
{
    public const string Ns = "http://jabber.org/protocol/muc#admin";

    public static string ElementName => "query";

    public static string ElementNs => Ns;

    /// <summary>Asks who has the affiliation.</summary>
    public static MucAdminQuery List(MucAffiliation affiliation) => new([new MucItem { Affiliation = affiliation }]);

    /// <summary>Asks who has the role.</summary>
    public static MucAdminQuery List(MucRole role) => new([new MucItem { Role = role }]);

    public static MucAdminQuery Read(XmlElement element) => new([.. element.ChildrenNamed("item").Select(MucItem.Read)]);

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns);
        foreach (var item in Items) item.Write(writer);
        writer.End();
    }
}
