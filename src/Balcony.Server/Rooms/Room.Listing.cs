// XEP-0045 §6: who may know what of a room, and that it is in the list of its service.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms;

internal sealed partial class Room
{
    /// <summary>Anybody could go in and see, and so could this one: nothing of it is secret.</summary>
    public bool IsOpenTo(Jid address) =>
        Configuration is { IsPublic: true, IsMembersOnly: false, Password: null } && !IsBarredTo(address.Bare);

    /// <summary>About how many occupants there are. Any thread.</summary>
    public int OccupantCount => Math.Max(0, _occupants.Count);

    /// <summary>Somebody who is in the room, or who could be: he may know what is said of it inside.</summary>
    public bool IsInsider(Jid address) =>
        FindSession(address) is not null || AffiliationOf(address.Bare) >= MucAffiliation.Member;

    /// <summary>The room is for users of our own hosts only, and this is none.</summary>
    public bool IsClosedTo(BareJid account) => !Configuration.IsFederated && !_services.Router.IsOurs(account.Host);

    /// <summary>Banned, or kept out with all of another server: he gets nothing through the room.</summary>
    public bool IsBarredTo(BareJid account) => AffiliationOf(account) == MucAffiliation.Outcast || IsClosedTo(account);

    /// <summary>Whether somebody with this account could enter. The password is another matter: it is said by who enters.</summary>
    public bool MayEnter(BareJid account) => !IsBarredTo(account) && (!Configuration.IsMembersOnly || AffiliationOf(account) >= MucAffiliation.Member);

    /// <summary>§10.2.1: everybody is told that something about the room has changed, and asks what.</summary>
    public void TellOfChange() =>
        Say(new Message(MessageType.Groupchat, null, Address, null, new MucUser { Statuses = [MucStatus.ConfigurationChanged] }), null, null);

    /// <summary>What belongs to a room is kept when the room is.</summary>
    /// <exception cref="StanzaException">It is not configured yet.</exception>
    public void CheckConfigured()
    {
        if (Stage != RoomStage.Open)
        {
            throw new StanzaException(StanzaError.UnexpectedRequest.With("the room is to be configured first"));
        }
    }

    // What it is now, as soon as it is so; only public rooms that are configured are listed.
    private void List(CommitTicket ticket) =>
        AfterCommit(ticket, () => Service.Listing.Set(Address.Local!, Stage == RoomStage.Open ? ListedRoom.Of(Address, Configuration) : null));
}
