// XEP-0045 §5.2.3: affiliations that change, and what others are told of it once it lasts.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Rooms;

/// <summary>An affiliation to be given.</summary>
/// <param name="Account">Whom; a domain may be banned.</param>
/// <param name="Affiliation">None: what there was is taken away.</param>
internal sealed record AffiliationChange(BareJid Account, MucAffiliation Affiliation)
{
    public string? Reason { get; init; }

    /// <summary>The nickname to reserve; empty: none any more; null: as it was.</summary>
    public string? Nickname { get; init; }
}

/// <summary>One that was given.</summary>
/// <param name="Account">To whom.</param>
/// <param name="Before">The list that he was on; none: on no list.</param>
/// <param name="After">The list that he is on.</param>
/// <param name="Effective">What he is to the room now: an outcast without being named with his domain, an owner as an admin of the host.</param>
/// <param name="Reason">Why; null: nobody said.</param>
internal sealed record AffiliationChanged(BareJid Account, MucAffiliation Before, MucAffiliation After, MucAffiliation Effective, string? Reason)
{
    /// <summary>XEP-0463: from and to which version this leads, for each session that wants to know.</summary>
    public Func<OccupantSession, AffiliationVersion?>? Versions { get; set; }
}

/// <summary>Changes that are in force, and that nobody has been told of yet.</summary>
/// <param name="Changes">Of lists; a reason or nickname alone is none.</param>
/// <param name="By">Who did it; null: the service.</param>
internal sealed record AffiliationNews(IReadOnlyList<AffiliationChanged> Changes, Jid? By)
{
    /// <summary>Those who are not in the room get a message, too: an invitation, or that they are somebody else to it now.</summary>
    public bool TellsAbsent { get; init; } = true;
}
