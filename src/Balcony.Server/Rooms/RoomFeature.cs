// What one feature of rooms may do; everything about it stands in its own file in Features/.
using Balcony.Server.Modules;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Rooms;

/// <summary>
/// One feature of rooms: the fields of the form that configure it, what service discovery says of it, what it checks, what it answers. One instance serves all
/// rooms; what it keeps on a room is <see cref="Room.StateOf"/>. Everything is called in the room's mailbox unless it says otherwise.
/// </summary>
internal abstract class RoomFeature
{
    /// <summary>The fields of the owner's form that belong to it. Any thread; the same each time.</summary>
    public virtual IReadOnlyList<RoomSetting> Settings => [];

    /// <summary>Declares handlers of requests (<see cref="IqTarget.Room"/>, <see cref="IqTarget.RoomService"/>) and features of the service. Called once.</summary>
    public virtual void Register(ModuleBuilder module)
    {
    }

    /// <summary>Its commands (XEP-0050). Any thread; the same each time.</summary>
    public virtual IReadOnlyList<RoomCommand> Commands => [];

    /// <summary>What is loaded with the room, before its first stanza.</summary>
    public virtual ValueTask LoadAsync(Room room) => default;

    /// <summary>Adds what disco#info of the room says (XEP-0045 §6.4).</summary>
    public virtual void Describe(Room room, RoomDescription description)
    {
    }

    /// <summary>May refuse somebody who enters, or who makes the room (<see cref="Entry.IsCreator"/>).</summary>
    /// <returns>The error; null: nothing against it.</returns>
    public virtual ValueTask<StanzaError?> CheckEntryAsync(Room room, Entry entry) => default;

    /// <summary>Somebody is in the room, and has got nobody's presence yet, nor has anybody his.</summary>
    public virtual ValueTask OnEnteringAsync(Room room, Entry entry, OccupantSession session) => default;

    /// <summary>More in the presence by which a session learns that it has entered.</summary>
    public virtual Change OwnPresence(Room room, OccupantSession session, Change own) => own;

    /// <summary>Somebody has entered: he has got everybody's presence and his own; in the order of the catalogue (§7.2.1: history, then subject).</summary>
    public virtual ValueTask OnEnteredAsync(Room room, Entry entry, OccupantSession session) => default;

    /// <summary>Status codes of an occupant's own presence when he enters (§7.2).</summary>
    public virtual void AddStatuses(Room room, Entry entry, List<int> statuses)
    {
    }

    /// <summary>More elements in an occupant's presence.</summary>
    public virtual void AddPresence(Room room, Occupant occupant, XmlWriter writer)
    {
    }

    /// <summary>May refuse a nickname, of somebody who enters or who changes his.</summary>
    public virtual StanzaError? CheckNickname(Room room, BareNickname wanted) => null;

    /// <summary>An occupant has a nickname now.</summary>
    /// <param name="room">Where.</param>
    /// <param name="occupant">Whose.</param>
    /// <param name="before">The one that he had; null: he enters.</param>
    public virtual void OnNamed(Room room, Occupant occupant, string? before)
    {
    }

    /// <summary>May refuse a presence of a session that is in the room: another status, or another nickname (it is to that then).</summary>
    public virtual StanzaError? CheckPresence(Room room, OccupantSession session, Presence presence) => null;

    /// <summary>The nickname that an account gets whichever it wants; null: the one that it wants.</summary>
    public virtual string? AssignNickname(Room room, BareJid account) => null;

    /// <summary>May refuse a message to everybody (§7.4), before anything is done with it.</summary>
    public virtual StanzaError? CheckMessage(Room room, Occupant sender, Message message) => null;

    /// <summary>What else changes with a message to everybody that nothing spoke against, in one unit with it.</summary>
    /// <param name="room">Where.</param>
    /// <param name="sender">Who says it.</param>
    /// <param name="message">As everybody gets it, but for the name that the room gives it.</param>
    /// <param name="unit">In which the message is kept, if it is.</param>
    public virtual ValueTask AddChangesAsync(Room room, Occupant sender, Message message, UnitOfWork unit) => default;

    /// <summary>Elements that only the room may say: left out of what occupants send.</summary>
    public virtual bool IsReserved(XmlElement child) => false;

    /// <summary>More elements in a message to everybody, before it is kept.</summary>
    public virtual void AddMessage(Room room, Occupant sender, Message message, XmlWriter writer)
    {
    }

    /// <summary>A message to everybody is placed.</summary>
    /// <param name="room">Where.</param>
    /// <param name="sender">Null: the room itself.</param>
    /// <param name="message">As everybody gets it.</param>
    /// <param name="id">Its place in the ledger; from <see cref="Room.FirstUnkept"/> on a name for a message that is only remembered; 0: neither.</param>
    public virtual void OnMessage(Room room, Occupant? sender, Message message, long id)
    {
    }

    /// <summary>A message to the room that is not of type groupchat (invitations, requests for voice, ...).</summary>
    /// <returns>Whether this feature took it.</returns>
    public virtual ValueTask<bool> TakeMessageAsync(Room room, Message message, RoomItem item) => new(false);

    /// <summary>An occupant is gone, with his last session.</summary>
    public virtual void OnLeft(Room room, Occupant occupant)
    {
    }

    /// <summary>An occupant who stays has another role, given by somebody; everybody has been told.</summary>
    public virtual void OnRole(Room room, Occupant occupant, MucRole before)
    {
    }

    /// <summary>Affiliations are others now.</summary>
    /// <param name="room">Where.</param>
    /// <param name="news">Of which nobody has been told; only those that others notice.</param>
    /// <param name="unit">In which they are kept.</param>
    public virtual void OnAffiliated(Room room, AffiliationNews news, Storage.UnitOfWork unit)
    {
    }

    /// <summary>Makes one thing of fields that belong together, when a form was read.</summary>
    /// <param name="room">What it is for.</param>
    /// <param name="configuration">What the settings made of it, one after the other.</param>
    /// <param name="form">What was submitted.</param>
    /// <param name="by">Who submitted it.</param>
    /// <exception cref="StanzaException">The configuration cannot be.</exception>
    public virtual RoomConfiguration Settle(Room room, RoomConfiguration configuration, DataForm form, BareJid by) => configuration;

    /// <summary>The configuration is another one now, and not stored yet: what the room knows may change, what others see must not.</summary>
    public virtual void OnConfigured(Room room, RoomConfiguration before)
    {
    }

    /// <summary>The configuration is another one, and stored: occupants may see what follows from it.</summary>
    public virtual void AfterConfigured(Room room, RoomConfiguration before)
    {
    }
}

/// <summary>Who wants which name.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Nickname">As a resourcepart.</param>
/// <param name="Affiliation">Of the account.</param>
internal readonly record struct BareNickname(BareJid Account, string Nickname, MucAffiliation Affiliation);

/// <summary>What disco#info of a room says.</summary>
internal sealed class RoomDescription
{
    /// <summary>Who asks is in the room or could be (<see cref="Room.IsInsider"/>), or anybody could: otherwise what is said inside is not told.</summary>
    public required bool IsForInsider { get; init; }

    public List<string> Features { get; } = [];

    /// <summary>Fields of the form <c>muc#roominfo</c>.</summary>
    public List<FormField> Fields { get; } = [];

    public List<DataForm> Forms { get; } = [];
}
