// XEP-0045 §5.1: the roles of occupants, and how they change.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Rooms;

internal sealed partial class Room
{
    /// <summary>What an account is to the room: its affiliation, and the highest role that it has under any nickname.</summary>
    public Standing StandingOf(BareJid account)
    {
        var role = MucRole.None;
        foreach (var occupant in OccupantsOf(account))
        {
            role = occupant.Role > role ? occupant.Role : role;
        }
        return new Standing(AffiliationOf(account), role);
    }

    /// <summary>How the room names somebody who did something (§8.2): by nickname; if he is not there, by address where everybody may see it.</summary>
    public MucActor? ActorOf(Jid from)
    {
        var occupant = FindSession(from)?.Occupant ?? OccupantsOf(from.Bare).MaxBy(one => one.Role);
        return occupant is not null ? new MucActor(null, occupant.Nickname)
            : Configuration.IsNonAnonymous ? new MucActor(from.Bare, null)
            : null;
    }

    /// <summary>Gives an occupant another role; everybody is told. None: he is put out (§8.2).</summary>
    /// <param name="occupant">Who is in the room.</param>
    /// <param name="role">Another one than he has.</param>
    /// <param name="why">Actor and reason.</param>
    public void ChangeRole(Occupant occupant, MucRole role, Change why)
    {
        if (role == MucRole.None)
        {
            Remove(occupant, why with { Statuses = [MucStatus.Kicked] });
            return;
        }
        var before = occupant.Role;
        occupant.Role = role;
        AnnounceAs(occupant, before, why);
        ForEachFeature((Room: this, Occupant: occupant, Before: before), static (feature, change) => feature.OnRole(change.Room, change.Occupant, change.Before));
    }

    // After a change of role or affiliation, or both.
    private void AnnounceAs(Occupant occupant, MucRole before, Change change)
    {
        occupant.Changed();
        Announce(occupant, change);
        if (occupant.Role == MucRole.Moderator && before != MucRole.Moderator && !Configuration.IsNonAnonymous)
        {
            // §8: a moderator has everybody's real address "automatically through presence".
            ShowOthers(occupant);
        }
    }

    private void ShowOthers(Occupant viewer)
    {
        foreach (var one in _occupants.Values)
        {
            if (one == viewer || !IsTold(one))
            {
                continue;
            }
            foreach (var session in viewer.Sessions)
            {
                Deliver(session, ShownTo(one, viewer));
            }
        }
    }
}
