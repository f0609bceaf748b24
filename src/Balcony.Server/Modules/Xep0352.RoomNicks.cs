// XEP-0352: under which name a session is in which room, so that messages that mention it are known.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>The rooms a session entered, with its nickname. Immutable: any thread that delivers to the session reads it.</summary>
internal sealed class RoomNicks
{
    /// <summary>Of one more room the first is forgotten: what mentions the user there is held like everything else.</summary>
    internal const int MaxRooms = 500;

    private const string MucNs = "http://jabber.org/protocol/muc";
    private const string MucUserNs = "http://jabber.org/protocol/muc#user";

    private readonly FullJid[] _occupants;

    private RoomNicks(FullJid[] occupants) => _occupants = occupants;

    public static RoomNicks Empty { get; } = new([]);

    /// <summary>What <see cref="ToString"/> wrote.</summary>
    public static RoomNicks Parse(string text) => new([.. text.Split('\n').Select(FullJid.Parse)]);

    /// <summary>The occupants' addresses, which hold no line breaks.</summary>
    public override string ToString() => string.Join('\n', (object[])_occupants);

    public string? NickIn(BareJid room)
    {
        foreach (var occupant in _occupants)
        {
            if (occupant.Bare.Equals(room))
            {
                return occupant.Resource;
            }
        }
        return null;
    }

    /// <summary>After a presence that the session sent: it enters (XEP-0045 §7.2), changes its name (§7.6) or leaves (§7.14).</summary>
    public RoomNicks Sent(Presence presence) => presence switch
    {
        { To: FullJid to, Type: PresenceType.Available } when NickIn(to.Bare) is not null || presence.Has("x", MucNs) => With(to),
        { To: { } to, Type: PresenceType.Unavailable } => Without(to.Bare),
        { To: null, Type: PresenceType.Unavailable } => Empty,
        _ => this,
    };

    /// <summary>After a presence that came for the session: the room's word on its name (XEP-0045 §7.2.2), or that it is out (§8.2, §9.1).</summary>
    public RoomNicks Received(Presence presence)
    {
        if (presence.From is not FullJid from || NickIn(from.Bare) is not { } nick || !IsSelf(presence))
        {
            return this;
        }
        return presence.Type switch
        {
            PresenceType.Available => With(from),
            // §7.6: the old name goes with code 303, the new one follows.
            PresenceType.Unavailable when from.Resource == nick && !HasStatus(presence, "303") => Without(from.Bare),
            _ => this,
        };
    }

    /// <summary>After the word of a room of ours.</summary>
    public RoomNicks Placed(FullJid occupant, bool isInside) =>
        isInside ? With(occupant) : NickIn(occupant.Bare) == occupant.Resource ? Without(occupant.Bare) : this;

    /// <summary>Whether a room speaks of the very session that it writes to (XEP-0045 §7.2.2, code 110).</summary>
    public static bool IsSelf(Presence presence) => HasStatus(presence, "110");

    private static bool HasStatus(Presence presence, string code)
    {
        if (presence.Element.Child("x", MucUserNs) is { } user)
        {
            foreach (var child in user.Children)
            {
                if (child.Is("status", MucUserNs) && child.Attribute("code") == code)
                {
                    return true;
                }
            }
        }
        return false;
    }

    private RoomNicks With(FullJid occupant) => Array.IndexOf(_occupants, occupant) >= 0
        ? this
        : new RoomNicks([.. _occupants.Where(other => !other.Bare.Equals(occupant.Bare)).TakeLast(MaxRooms - 1), occupant]);

    private RoomNicks Without(BareJid room) => NickIn(room) is null ? this
        : _occupants.Length == 1 ? Empty : new RoomNicks([.. _occupants.Where(other => !other.Bare.Equals(room))]);
}
