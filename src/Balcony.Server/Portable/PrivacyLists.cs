// XEP-0016 in XEP-0227 §3.8: what of a user's privacy lists is a blocklist.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Portable;

internal static class PrivacyLists
{
    public const string Ns = "jabber:iq:privacy";

    /// <summary>Whom the default list denies everything (XEP-0191 §5); the rest of the lists has no counterpart here.</summary>
    /// <param name="query">All lists of a user.</param>
    /// <param name="isWhole">False when something was left out.</param>
    public static IReadOnlyList<Jid> Blocked(XmlElement query, out bool isWhole)
    {
        var name = query.Child("default", Ns)?.Attribute("name");
        var blocked = new List<Jid>();
        isWhole = true;
        foreach (var list in query.Children)
        {
            if (!list.Is("list", Ns)) continue;
            if (list.Attribute("name") != name)
            {
                isWhole = false;
                continue;
            }
            foreach (var item in list.Children)
            {
                // An item that allows everybody else is what a blocklist does by itself.
                if (item.Attribute("action") == "allow" && item.Attribute("type") is null) continue;
                if (item.Attribute("action") == "deny" && item.Attribute("type") == "jid" && item.FirstChild is null && Jid.TryParse(item.Attribute("value"), out var jid)) blocked.Add(jid);
                else isWhole = false;
            }
        }
        return blocked;
    }
}
