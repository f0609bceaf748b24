// XEP-0085: what somebody is doing in a chat.
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>A chat state (§2): the element's name is the state. Of the moment; nobody misses one.</summary>
public sealed record ChatState : IPayload
{
    public const string Ns = "http://jabber.org/protocol/chatstates";

    private ChatState(string name) => Name = name;

    public static ChatState Active { get; } = new("active");

    public static ChatState Composing { get; } = new("composing");

    public static ChatState Gone { get; } = new("gone");

    public static ChatState Inactive { get; } = new("inactive");

    public static ChatState Paused { get; } = new("paused");

    public string Name { get; }

    /// <summary>The state that a message carries; null when it has none.</summary>
    public static ChatState? Of(Stanza message)
    {
        foreach (var state in (ReadOnlySpan<ChatState>)[Active, Composing, Paused, Inactive, Gone])
        {
            if (message.Has(state.Name, Ns)) return state;
        }
        return null;
    }

    public void Write(XmlWriter writer) => writer.EmptyElement(Name, Ns);
}
