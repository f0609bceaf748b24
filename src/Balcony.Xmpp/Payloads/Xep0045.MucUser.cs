// XEP-0045: what a room says of its occupants, and what occupants and rooms say about invitations.
using System.Buffers.Text;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>In presence: who the occupant is. In messages: an invitation, a change of the room, or, empty, that the message is private (§7.5).</summary>
public sealed record MucUser : IPayload<MucUser>
{
    public const string Ns = "http://jabber.org/protocol/muc#user";

    public static string ElementName => "x";

    public static string ElementNs => Ns;

    /// <summary>The first of <see cref="Items"/>; null when there is none. Setting it makes it the only one.</summary>
    public MucItem? Item
    {
        get => Items.Count > 0 ? Items[0] : null;
        init => Items = value is null ? [] : [value];
    }

    public IReadOnlyList<MucItem> Items { get; init; } = [];

    /// <summary>Numbers of three digits, see <see cref="MucStatus"/>.</summary>
    public IReadOnlyList<int> Statuses { get; init; } = [];

    /// <summary>The room is gone (§10.9).</summary>
    public MucDestroy? Destroy { get; init; }

    /// <summary>Mediated invitations (§7.8.2).</summary>
    public IReadOnlyList<MucInvite> Invites { get; init; } = [];

    public MucDecline? Decline { get; init; }

    /// <summary>That of the room, beside an invitation.</summary>
    public string? Password { get; init; }

    /// <summary>Which version of the affiliations it is, or from which to which the items lead (XEP-0463).</summary>
    public AffiliationVersion? Version { get; init; }

    public static MucUser Read(XmlElement element)
    {
        List<MucItem>? items = null;
        List<MucInvite>? invites = null;
        List<int>? statuses = null;
        MucDestroy? destroy = null;
        MucDecline? decline = null;
        string? password = null;
        foreach (var child in element.Children)
        {
            if (child.Namespace != Ns) continue;
            switch (child.Name)
            {
                case "item": (items ??= []).Add(MucItem.Read(child)); break;
                case "status": (statuses ??= []).Add(ReadCode(child)); break;
                case "invite": (invites ??= []).Add(MucInvite.Read(child)); break;
                case "destroy": destroy ??= MucDestroy.Read(child); break;
                case "decline": decline ??= MucDecline.Read(child); break;
                case "password": password ??= child.Text; break;
            }
        }
        return new MucUser
        {
            Items = items ?? (IReadOnlyList<MucItem>)[],
            Statuses = statuses ?? (IReadOnlyList<int>)[],
            Destroy = destroy,
            Invites = invites ?? (IReadOnlyList<MucInvite>)[],
            Decline = decline,
            Password = password,
            Version = AffiliationVersion.In(element),
        };
    }

    // Presence to each occupant goes through here: no enumerator is made, and no text of a number.
    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns);
        Version?.Write(writer);
        for (var i = 0; i < Items.Count; i++) Items[i].Write(writer);
        Destroy?.Write(writer);
        for (var i = 0; i < Invites.Count; i++) Invites[i].Write(writer);
        Decline?.Write(writer);
        writer.OptionalText("password", Password);
        for (var i = 0; i < Statuses.Count; i++) WriteStatus(writer, Statuses[i]);
        writer.End();
    }

    public bool Has(int status) => Statuses.Contains(status);

    private static void WriteStatus(XmlWriter writer, int code)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(code, MucStatus.Min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code, MucStatus.Max);
        var xml = "<status code='000'/>"u8;
        var copy = writer.GetSpan(xml.Length);
        xml.CopyTo(copy);
        Utf8Formatter.TryFormat(code, copy[xml.IndexOf((byte)'0')..], out _);
        writer.Advance(xml.Length);
    }

    private static int ReadCode(XmlElement status) => Schema.ReadNumber(status.Required("code")) is >= MucStatus.Min and <= MucStatus.Max and var code
        ? (int)code : throw Schema.BadRequest("a status code has three digits");
}

/// <summary>An invitation that the room passes on (§7.8.2).</summary>
/// <param name="To">Who is invited; null in what the invited gets.</param>
/// <param name="From">Who invites: real address or occupant; null in what the inviter sends.</param>
/// <param name="Reason">For people.</param>
/// <param name="IsContinued">A chat of two goes on in the room (§7.9).</param>
/// <param name="Thread">The thread of that chat.</param>
public sealed record MucInvite(Jid? To, Jid? From = null, string? Reason = null, bool IsContinued = false, string? Thread = null)
{
    internal static MucInvite Read(XmlElement element)
    {
        var continued = element.Child("continue", element.Namespace);
        return new MucInvite(
            element.OptionalJid("to"), element.OptionalJid("from"), element.ChildText("reason"), continued is not null, continued?.Attribute("thread"));
    }

    internal void Write(XmlWriter writer)
    {
        writer.Start("invite").Attribute("from", From?.ToString()).Attribute("to", To?.ToString()).OptionalText("reason", Reason);
        if (IsContinued) writer.Start("continue").Attribute("thread", Thread).End();
        writer.End();
    }
}

/// <summary>The invited does not come (§7.8.2).</summary>
/// <param name="To">Who invited; null in what the inviter gets.</param>
/// <param name="From">Who was invited; null in what the invited sends.</param>
/// <param name="Reason">For people.</param>
public sealed record MucDecline(Jid? To, Jid? From = null, string? Reason = null)
{
    internal static MucDecline Read(XmlElement element) => new(element.OptionalJid("to"), element.OptionalJid("from"), element.ChildText("reason"));

    internal void Write(XmlWriter writer) =>
        writer.Start("decline").Attribute("from", From?.ToString()).Attribute("to", To?.ToString()).OptionalText("reason", Reason).End();
}

/// <summary>The end of a room (§10.9), in <see cref="MucOwnerQuery"/> to ask for it, in <see cref="MucUser"/> to tell.</summary>
/// <param name="Alternate">The room to go to instead; null for none.</param>
/// <param name="Password">Of that room.</param>
/// <param name="Reason">For people.</param>
public sealed record MucDestroy(BareJid? Alternate = null, string? Password = null, string? Reason = null)
{
    internal static MucDestroy Read(XmlElement element) =>
        new(element.OptionalJid("jid")?.Bare, element.ChildText("password"), element.ChildText("reason"));

    internal void Write(XmlWriter writer) => writer.Start("destroy").Attribute("jid", Alternate?.ToString())
        .OptionalText("password", Password).OptionalText("reason", Reason).End();
}
