// XEP-0249: an invitation to a room that goes from one user to another, past the room.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>The only content of its message.</summary>
/// <param name="Room">The room.</param>
/// <param name="Password">Of the room; null for none.</param>
/// <param name="Reason">For people.</param>
/// <param name="IsContinued">A chat of two goes on in the room.</param>
/// <param name="Thread">The thread of that chat.</param>
public sealed record DirectInvitation(BareJid Room, string? Password = null, string? Reason = null, bool IsContinued = false, string? Thread = null)
    : IPayload<DirectInvitation>
{
    public const string Ns = "jabber:x:conference";

    public static string ElementName => "x";

    public static string ElementNs => Ns;

    public static DirectInvitation Read(XmlElement element) => new(
        element.RequiredJid().Bare, element.Attribute("password"), element.Attribute("reason"),
        Schema.ReadBoolean(element.Attribute("continue")) ?? false, element.Attribute("thread"));

    public void Write(XmlWriter writer) => writer.Start(ElementName, Ns)
        .Attribute("continue", IsContinued ? "true" : null).Attribute("jid", Room.ToString())
        .Attribute("password", Password).Attribute("reason", Reason).Attribute("thread", Thread).End();
}
