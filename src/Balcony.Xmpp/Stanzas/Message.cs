// RFC 6121 §5: messages.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Stanzas;

/// <summary>The types of message (RFC 6121 §5.2.2).</summary>
public enum MessageType
{
    Normal,
    Chat,
    Groupchat,
    Headline,
    Error,
}

/// <summary>A message.</summary>
public sealed class Message : Stanza
{
    /// <summary>A message of ours.</summary>
    public Message(MessageType type, Jid? to, Jid? from, string? id, params ReadOnlySpan<IPayload> payloads)
        : this(Build("message", TypeName(type), id, payloads, null), to, from)
    {
    }

    /// <summary>A message of ours that is serialised already: it is copied as it is, and read only when somebody looks into it.</summary>
    /// <param name="type">As in the bytes.</param>
    /// <param name="to">As in the bytes.</param>
    /// <param name="from">As in the bytes.</param>
    /// <param name="serialised">The whole element in canonical form (<see cref="XmlElement.Utf8"/>), trusted; must not change.</param>
    public Message(MessageType type, Jid? to, Jid? from, byte[] serialised)
        : base(serialised, to, from) => Type = type;

    internal Message(XmlElement element, Jid? to, Jid? from)
        : base(element, to, from) =>
        // RFC 6121 §5.2.2: an unknown type is to be understood as normal.
        Type = TypeOf(element) switch
        {
            "chat" => MessageType.Chat,
            "groupchat" => MessageType.Groupchat,
            "headline" => MessageType.Headline,
            "error" => MessageType.Error,
            _ => MessageType.Normal,
        };

    public MessageType Type { get; }

    public override string Name => "message";

    public override bool IsError => Type == MessageType.Error;

    /// <summary>The text of the first body; null when there is none.</summary>
    public string? Body => Element.Child("body", Element.ContentNs)?.Text;

    public override Stanza ErrorReply(StanzaError error) =>
        new Message(Build("message", "error", Id, [], error), From, To);

    private static string? TypeName(MessageType type) => type switch
    {
        MessageType.Chat => "chat",
        MessageType.Groupchat => "groupchat",
        MessageType.Headline => "headline",
        MessageType.Error => "error",
        _ => null,
    };
}

/// <summary>The human-readable text of a message (RFC 6121 §5.2.3).</summary>
public sealed record Body(string Text, string? Lang = null) : IPayload
{
    public void Write(XmlWriter writer) => writer.Start("body").Lang(Lang).Text(Text).End();
}

/// <summary>The topic of a message (RFC 6121 §5.2.4).</summary>
public sealed record Subject(string Text, string? Lang = null) : IPayload
{
    public void Write(XmlWriter writer) => writer.Start("subject").Lang(Lang).Text(Text).End();
}
