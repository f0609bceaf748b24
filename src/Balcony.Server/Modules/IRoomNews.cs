// What rooms tell modules of: they deliver past the mailboxes of accounts (design decision 1), and so past the filters.
using Balcony.Server.Accounts;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>Hears of what is said in rooms.</summary>
internal interface IRoomNews
{
    /// <summary>Whether it wants to hear of this account's rooms at all. Any thread; asked for each message and recipient: must be quick.</summary>
    bool Cares(Account account);

    /// <summary>A message is in the queue of a session that is in the room. In the account's mailbox.</summary>
    /// <param name="session">Whose queue.</param>
    /// <param name="message">Addressed to it.</param>
    /// <param name="gate">Nothing is seen before it is settled; null: at once.</param>
    void Delivered(Session session, Message message, Receipt? gate);

    /// <summary>A message was said where the account is a member, and none of its sessions is. In the account's mailbox.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="message">Addressed to the account.</param>
    /// <param name="gate">Nothing is seen before it is settled; null: at once.</param>
    void Missed(Account account, Message message, Receipt? gate);
}

/// <summary>Hears under which nicknames sessions are in rooms.</summary>
internal interface IRoomPlaces
{
    /// <summary>A session is in a room under a nickname now, or no longer in the room. In the room's mailbox: must be quick.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="occupant">The room's address with the nickname that it has, or had.</param>
    /// <param name="isInside">It is in the room.</param>
    void Placed(Session session, FullJid occupant, bool isInside);
}
