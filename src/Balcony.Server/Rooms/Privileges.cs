// XEP-0045 §5.1.3, §5.2.3: who may change whose role and affiliation; the tables of the specification as functions.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms;

/// <summary>What somebody is to a room.</summary>
/// <param name="Affiliation">Of the account.</param>
/// <param name="Role">The highest of its occupants; none: it has none in the room.</param>
internal readonly record struct Standing(MucAffiliation Affiliation, MucRole Role)
{
    /// <summary>An admin or owner has all privileges of a moderator, in the room or not (§5.2.1).</summary>
    public bool IsModerator => Role == MucRole.Moderator || IsAdmin;

    public bool IsAdmin => Affiliation >= MucAffiliation.Admin;

    public bool IsOwner => Affiliation == MucAffiliation.Owner;
}

/// <summary>The tables. Each answers with the error that the text names; null: allowed.</summary>
internal static class Privileges
{
    /// <summary>Whether somebody may give an occupant another role.</summary>
    /// <param name="actor">Who wants it.</param>
    /// <param name="target">The occupant.</param>
    /// <param name="role">None: kicked.</param>
    /// <param name="isSelf">Both are one account.</param>
    public static StanzaError? CheckRole(Standing actor, Standing target, MucRole role, bool isSelf)
    {
        // §8: every request of these is a moderator's.
        if (!actor.IsModerator)
        {
            return StanzaError.Forbidden.With("only moderators change roles");
        }
        if (role == target.Role)
        {
            return null;
        }
        return role switch
        {
            MucRole.None => CheckKick(actor, target, isSelf),
            MucRole.Moderator => actor.IsAdmin ? null : StanzaError.Forbidden.With("only admins and owners make moderators"),
            MucRole.Visitor => CheckMute(actor, target, isSelf),
            // §8.3: whoever moderates grants voice.
            _ when target.Role < MucRole.Participant => null,
            _ => CheckRevokeModerator(actor, target, isSelf),
        };
    }

    /// <summary>Whether somebody may give an account another affiliation.</summary>
    /// <param name="actor">Who wants it.</param>
    /// <param name="before">What the account has.</param>
    /// <param name="affiliation">What it is to have.</param>
    /// <param name="isSelf">The account is his own.</param>
    public static StanzaError? CheckAffiliation(Standing actor, MucAffiliation before, MucAffiliation affiliation, bool isSelf)
    {
        // §9: every request of these is an admin's.
        if (!actor.IsAdmin)
        {
            return StanzaError.Forbidden.With("only admins and owners change affiliations");
        }
        if (affiliation == MucAffiliation.Outcast)
        {
            // §9.1. An admin bans members and those without affiliation, an owner everybody else (§5.2.2).
            return isSelf ? StanzaError.Conflict.With("nobody bans himself")
                : before >= MucAffiliation.Admin && !actor.IsOwner ? StanzaError.NotAllowed.With("only owners ban admins and owners")
                : null;
        }
        // §10.3 to §10.8: the lists of owners and admins are the owners'.
        return actor.IsOwner || (before < MucAffiliation.Admin && affiliation < MucAffiliation.Admin)
            ? null : StanzaError.Forbidden.With("only owners change the lists of admins and owners");
    }

    /// <summary>§5.1.3: the role of an occupant whose affiliation changes.</summary>
    /// <param name="role">What it is.</param>
    /// <param name="before">The affiliation that he had.</param>
    /// <param name="affiliation">The one that he gets.</param>
    /// <param name="isModerated">The room is moderated.</param>
    public static MucRole RoleAfter(MucRole role, MucAffiliation before, MucAffiliation affiliation, bool isModerated)
    {
        var initial = InitialRole(affiliation, isModerated);
        return affiliation switch
        {
            MucAffiliation.Outcast => MucRole.None,
            MucAffiliation.Admin or MucAffiliation.Owner => MucRole.Moderator,
            // Moderator by his affiliation, and no longer.
            _ when before >= MucAffiliation.Admin => initial,
            // Moderator because he was made one, and still.
            _ when role == MucRole.Moderator => role,
            // Who becomes a member has voice.
            MucAffiliation.Member => initial,
            _ => role < initial ? role : initial,
        };
    }

    /// <summary>§5.1.2: the role of those who enter.</summary>
    public static MucRole InitialRole(MucAffiliation affiliation, bool isModerated) => affiliation switch
    {
        MucAffiliation.Owner or MucAffiliation.Admin => MucRole.Moderator,
        MucAffiliation.Member => MucRole.Participant,
        MucAffiliation.Outcast => MucRole.None,
        _ => isModerated ? MucRole.Visitor : MucRole.Participant,
    };

    /// <summary>Whether somebody may read the list of an affiliation.</summary>
    /// <param name="room">Whose configuration decides.</param>
    /// <param name="viewer">Who asks; without a role: from outside the room.</param>
    /// <param name="affiliation">The list.</param>
    public static bool MayRead(RoomConfiguration room, Standing viewer, MucAffiliation affiliation)
    {
        if (viewer.IsOwner || (viewer.IsAdmin && affiliation is MucAffiliation.Outcast or MucAffiliation.Member))
        {
            return true;
        }
        // §5.2.2, §9.5, §10.5, §10.8: the lists have real addresses, which a semi-anonymous room keeps to itself.
        if (!room.IsNonAnonymous || affiliation is MucAffiliation.Outcast or MucAffiliation.None)
        {
            return false;
        }
        // §9.5: members read them without being there, too, as if they were.
        var role = viewer.Role != MucRole.None ? viewer.Role
            : viewer.Affiliation >= MucAffiliation.Member ? InitialRole(viewer.Affiliation, room.IsModerated) : MucRole.None;
        return role != MucRole.None && room.ListsFor != MucRole.None && role >= room.ListsFor;
    }

    /// <summary>Whether somebody may read the list of a role (§8.5, §9.8).</summary>
    public static bool MayRead(Standing viewer, MucRole role) => role == MucRole.Moderator ? viewer.IsAdmin : viewer.IsModerator;

    // §8.2; the state chart of §5.1.3: moderators are kicked by admins and owners.
    private static StanzaError? CheckKick(Standing actor, Standing target, bool isSelf) =>
        isSelf ? null
        : target.Affiliation > actor.Affiliation ? StanzaError.NotAllowed.With("nobody is kicked by somebody with a lower affiliation")
        : target.Role == MucRole.Moderator && !actor.IsAdmin ? StanzaError.NotAllowed.With("only admins and owners kick moderators")
        : null;

    // §8.4
    private static StanzaError? CheckMute(Standing actor, Standing target, bool isSelf)
    {
        if (target.IsAdmin)
        {
            return StanzaError.NotAllowed.With("admins and owners always have voice");
        }
        if (isSelf || actor.IsAdmin)
        {
            return null;
        }
        // "At or above the moderator's level": who has no affiliation is on no level.
        return target.Affiliation > actor.Affiliation || (target.Affiliation == actor.Affiliation && target.Affiliation >= MucAffiliation.Member)
            || target.Role == MucRole.Moderator
            ? StanzaError.NotAllowed.With("only admins and owners take this occupant's voice") : null;
    }

    // §9.7
    private static StanzaError? CheckRevokeModerator(Standing actor, Standing target, bool isSelf) =>
        target.IsAdmin ? StanzaError.NotAllowed.With("admins and owners are moderators")
        : !actor.IsAdmin && !isSelf ? StanzaError.Forbidden.With("only admins and owners change the list of moderators")
        : null;
}
