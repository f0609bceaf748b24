// RFC 6121 §4: presence.
using System.Globalization;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Stanzas;

/// <summary>The types of presence (RFC 6121 §4.7.1).</summary>
public enum PresenceType
{
    Available,
    Unavailable,
    Subscribe,
    Subscribed,
    Unsubscribe,
    Unsubscribed,
    Probe,
    Error,
}

/// <summary>A presence.</summary>
public sealed class Presence : Stanza
{
    /// <summary>A presence of ours.</summary>
    public Presence(PresenceType type, Jid? to, Jid? from, string? id = null, params ReadOnlySpan<IPayload> payloads)
        : this(Build("presence", TypeName(type), id, payloads, null), to, from)
    {
    }

    internal Presence(XmlElement element, Jid? to, Jid? from)
        : base(element, to, from) =>
        Type = TypeOf(element) switch
        {
            null => PresenceType.Available,
            "unavailable" => PresenceType.Unavailable,
            "subscribe" => PresenceType.Subscribe,
            "subscribed" => PresenceType.Subscribed,
            "unsubscribe" => PresenceType.Unsubscribe,
            "unsubscribed" => PresenceType.Unsubscribed,
            "probe" => PresenceType.Probe,
            "error" => PresenceType.Error,
            // RFC 6121 §4.7.1: no other value is defined.
            _ => throw new StanzaException(StanzaError.BadRequest),
        };

    public PresenceType Type { get; }

    public override string Name => "presence";

    public override bool IsError => Type == PresenceType.Error;

    /// <summary>Whether this is one of the four types that manage subscriptions (RFC 6121 §3).</summary>
    public bool IsSubscription => Type is PresenceType.Subscribe or PresenceType.Subscribed or PresenceType.Unsubscribe or PresenceType.Unsubscribed;

    /// <summary>RFC 6121 §4.7.2.3: −128 to 127; 0 when it is not given or not a number in that range.</summary>
    public sbyte Priority =>
        Element.Child("priority", Element.ContentNs) is { } priority
        && sbyte.TryParse(priority.Text.AsSpan().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out sbyte value)
            ? value
            : (sbyte)0;

    public override Stanza ErrorReply(StanzaError error) =>
        new Presence(Build("presence", "error", Id, [], error), From, To);

    private static string? TypeName(PresenceType type) => type switch
    {
        PresenceType.Unavailable => "unavailable",
        PresenceType.Subscribe => "subscribe",
        PresenceType.Subscribed => "subscribed",
        PresenceType.Unsubscribe => "unsubscribe",
        PresenceType.Unsubscribed => "unsubscribed",
        PresenceType.Probe => "probe",
        PresenceType.Error => "error",
        _ => null,
    };
}
