// RFC 6121 appendix A: the subscription state machine, as a pure function.
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Accounts;

/// <summary>
/// A subscription as the owner's server sees it: the nine states of RFC 6121 §A.1, and pre-approval (§3.4).
/// </summary>
/// <param name="To">The owner receives the contact's presence.</param>
/// <param name="From">The contact receives the owner's presence.</param>
/// <param name="PendingOut">The owner asked and was not answered; never together with <paramref name="To"/>.</param>
/// <param name="PendingIn">The contact asked and was not answered; never together with <paramref name="From"/>.</param>
/// <param name="Approved">The owner approved a request that has not come yet.</param>
public readonly record struct Subscription(bool To = false, bool From = false, bool PendingOut = false, bool PendingIn = false, bool Approved = false)
{
    /// <summary>The word that stands in the roster (RFC 6121 §2.1.2.5).</summary>
    public string Name => (To, From) switch
    {
        (false, false) => "none",
        (true, false) => "to",
        (false, true) => "from",
        (true, true) => "both",
    };

    /// <summary>What the owner's client sends (§A.2).</summary>
    /// <returns>The new state, and whether the stanza is routed to the contact.</returns>
    public (Subscription Next, bool IsRouted) SendOutbound(PresenceType type) => type switch
    {
        // §A.2.1: always routed, so that a contact who lost the state can find it again.
        PresenceType.Subscribe => (To ? this : this with { PendingOut = true }, true),
        // §A.2.2
        PresenceType.Unsubscribe => (this with { To = false, PendingOut = false }, true),
        // §A.2.3; without a request it is a pre-approval (§3.4.2), which stays at home.
        PresenceType.Subscribed when PendingIn => (this with { From = true, PendingIn = false, Approved = false }, true),
        PresenceType.Subscribed when !From => (this with { Approved = true }, false),
        // §A.2.4; it also takes a pre-approval back (§3.4.2).
        PresenceType.Unsubscribed => (this with { From = false, PendingIn = false, Approved = false }, From || PendingIn),
        _ => (this, false),
    };

    /// <summary>What comes from the contact (§A.3).</summary>
    /// <returns>The new state, whether the stanza is delivered to the owner's clients, and the type to answer the contact with by itself.</returns>
    public (Subscription Next, bool IsDelivered, PresenceType? Answer) ReceiveInbound(PresenceType type) => type switch
    {
        // §A.3.1: who is subscribed already is told so (§3.1.3); a pre-approved one is accepted (§3.4.2).
        PresenceType.Subscribe when From => (this, false, PresenceType.Subscribed),
        PresenceType.Subscribe when Approved => (this with { From = true, PendingIn = false, Approved = false }, false, PresenceType.Subscribed),
        PresenceType.Subscribe => (this with { PendingIn = true }, !PendingIn, null),
        // §A.3.2
        PresenceType.Unsubscribe => (this with { From = false, PendingIn = false }, From || PendingIn, null),
        // §A.3.3
        PresenceType.Subscribed => (PendingOut ? this with { To = true, PendingOut = false } : this, PendingOut, null),
        // §A.3.4
        PresenceType.Unsubscribed => (this with { To = false, PendingOut = false }, To || PendingOut, null),
        _ => (this, false, null),
    };
}
