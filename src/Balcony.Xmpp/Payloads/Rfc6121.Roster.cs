// RFC 6121 §2: the roster on the wire.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>State of a subscription, seen from the account (§2.1.2.5).</summary>
public enum RosterSubscription
{
    None,
    /// <summary>The account gets the contact's presence.</summary>
    To,
    /// <summary>The contact gets the account's presence.</summary>
    From,
    Both,
    /// <summary>In a set: remove the item. In a push: it was removed.</summary>
    Remove,
}

/// <summary>A contact (§2.1.2).</summary>
/// <param name="Jid">Usually bare.</param>
/// <param name="Name">The account's name for it, or null.</param>
/// <param name="Subscription">In a set only <see cref="RosterSubscription.Remove"/> means anything.</param>
/// <param name="IsAsking">The account asked for the contact's presence and has no answer yet; ignored in a set.</param>
/// <param name="IsApproved">The contact's request is approved in advance (§3.4); ignored in a set.</param>
public sealed record RosterItem(
    Jid Jid, string? Name = null, RosterSubscription Subscription = RosterSubscription.None, bool IsAsking = false, bool IsApproved = false)
{
    /// <summary>Names of groups, in order, none empty, no two the same.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    internal static RosterItem Read(XmlElement element) => new(element.RequiredJid(), element.Attribute("name"))
    {
        Subscription = element.Attribute("subscription") switch
        {
            "to" => RosterSubscription.To,
            "from" => RosterSubscription.From,
            "both" => RosterSubscription.Both,
            "remove" => RosterSubscription.Remove,
            // §2.1.2.5: a value that is not known is as good as none.
            _ => RosterSubscription.None,
        },
        IsAsking = element.Attribute("ask") == "subscribe",
        IsApproved = Schema.ReadBoolean(element.Attribute("approved")) ?? false,
        Groups = [.. element.ChildrenNamed("group").Select(group => group.Text)],
    };

    internal void Write(XmlWriter writer, bool isSet = false)
    {
        writer.Start("item").Attribute("jid", Jid.ToString()).Attribute("name", Name)
            .Attribute("subscription", isSet && Subscription != RosterSubscription.Remove ? null : SubscriptionName);
        if (!isSet) writer.Attribute("ask", IsAsking ? "subscribe" : null).Attribute("approved", IsApproved ? "true" : null);
        foreach (var group in Groups) writer.TextElement("group", null, group);
        writer.End();
    }

    private string SubscriptionName => Subscription switch
    {
        RosterSubscription.To => "to",
        RosterSubscription.From => "from",
        RosterSubscription.Both => "both",
        RosterSubscription.Remove => "remove",
        _ => "none",
    };
}

/// <summary>Asks for the roster (§2.1.3), and is the answer, or the push of one item (§2.1.6).</summary>
/// <param name="Items">Empty in a request.</param>
public sealed record RosterQuery(params IReadOnlyList<RosterItem> Items) : IPayload<RosterQuery>, IIqGet<RosterQuery>
{
    public const string Ns = "jabber:iq:roster";

    public static string ElementName => "query";

    public static string ElementNs => Ns;

    /// <summary>§2.6. In a request: the version that the client holds, "" when it holds none, null when it does not version. In an answer
    /// or push: the version of the roster after it. A result without payload says that the client's version is the current one (§2.6.3).</summary>
    public string? Version { get; init; }

    public static RosterQuery Read(XmlElement element) =>
        new([.. element.ChildrenNamed("item").Select(RosterItem.Read)]) { Version = element.Attribute("ver") };

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns).Attribute("ver", Version);
        foreach (var item in Items) item.Write(writer);
        writer.End();
    }
}

/// <summary>Adds, changes or removes one item (§2.1.5).</summary>
public sealed record RosterSet(RosterItem Item) : IPayload<RosterSet>, IIqSet<Empty>
{
    public static string ElementName => RosterQuery.ElementName;

    public static string ElementNs => RosterQuery.Ns;

    /// <exception cref="StanzaException">As §2.3.3: <c>bad-request</c> for no item, several items or a group twice;
    /// <c>not-acceptable</c> for an empty group. How long names may be is for the server to check.</exception>
    public static RosterSet Read(XmlElement element)
    {
        var items = element.ChildrenNamed("item").Take(2).ToList();
        if (items.Count != 1) throw Schema.BadRequest("a roster set has one item");
        var item = RosterItem.Read(items[0]);
        if (item.Groups.Contains("")) throw new StanzaException(StanzaError.NotAcceptable.With("a group needs a name"));
        if (item.Groups.Distinct(StringComparer.Ordinal).Count() != item.Groups.Count) throw Schema.BadRequest("a group is given twice");
        return new RosterSet(item);
    }

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, RosterQuery.Ns);
        Item.Write(writer, isSet: true);
        writer.End();
    }
}
