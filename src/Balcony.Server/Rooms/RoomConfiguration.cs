// XEP-0045 §10.2, §16.5.3: what an owner decides about a room.
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Rooms;

/// <summary>Who of the occupants something is for.</summary>
internal enum RoomAudience
{
    Anyone,
    Participants,
    Moderators,
    Nobody,
}

/// <summary>What becomes of those who register with a room (§7.10).</summary>
internal enum RoomRegistration
{
    /// <summary>Members at once where anybody may enter and speak; otherwise an admin decides.</summary>
    Automatic,
    Open,
    Approved,
    Closed,
}

/// <summary>
/// The configuration of a room. What it means, and how it is called in the owner's form, is in the file of the feature that it belongs to (<see cref="RoomFeature.Settings"/>).
/// Stored by the names of the form's fields: renaming a property loses nothing.
/// </summary>
internal sealed record RoomConfiguration
{
    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    public string Language { get; init; } = "";

    /// <summary>Whom to write to about the room: addresses.</summary>
    public IReadOnlyList<string> Contacts { get; init; } = [];

    /// <summary>Where what is said can be read by anybody; empty: nowhere.</summary>
    public string LogsUri { get; init; } = "";

    /// <summary>The URI of a publish-subscribe node that belongs to the room.</summary>
    public string PubSubNode { get; init; } = "";

    public bool IsPersistent { get; init; }

    public bool IsPublic { get; init; } = true;

    public bool IsMembersOnly { get; init; }

    public bool IsModerated { get; init; }

    /// <summary>Null: none is asked for.</summary>
    public string? Password { get; init; }

    /// <summary>Everybody sees the real addresses; otherwise moderators do.</summary>
    public bool IsNonAnonymous { get; init; }

    /// <summary>Null: as many as the service allows.</summary>
    public int? MaxOccupants { get; init; }

    /// <summary>Participants may change the subject, too.</summary>
    public bool AllowsSubjectChange { get; init; }

    /// <summary>Occupants without a privilege to do so may invite, too.</summary>
    public bool AllowsInvitations { get; init; } = true;

    /// <summary>Members may invite into a room for members only, and make those members whom they invite.</summary>
    public bool AllowsMemberInvitations { get; init; }

    public RoomRegistration Registration { get; init; }

    /// <summary>Who has a registered nickname is in the room under it, and under no other.</summary>
    public bool LocksNicknames { get; init; }

    public RoomAudience AllowsPrivateMessages { get; init; }

    /// <summary>Visitors may ask for voice.</summary>
    public bool AllowsVoiceRequests { get; init; } = true;

    /// <summary>The roles whose occupants everybody is told of.</summary>
    public IReadOnlySet<MucRole> ShownRoles { get; init; } = AllRoles;

    /// <summary>The lowest role that may get the lists of members, admins and owners.</summary>
    public MucRole ListsFor { get; init; } = MucRole.Visitor;

    /// <summary>Most messages of history that those who enter get.</summary>
    public int History { get; init; } = 20;

    /// <summary>Conversations are written down for the public.</summary>
    public bool IsLogged { get; init; }

    /// <summary>The room has an archive.</summary>
    public bool IsArchived { get; init; } = true;

    /// <summary>Days that the archive keeps messages; zero, or more than the service keeps them: as long as that.</summary>
    public int ArchiveDays { get; init; }

    /// <summary>Users of other servers may enter.</summary>
    public bool IsFederated { get; init; } = true;

    /// <summary>XEP-0500: between two messages of one occupant; zero: no rule.</summary>
    public TimeSpan SlowMode { get; init; }

    public static IReadOnlySet<MucRole> AllRoles { get; } = new HashSet<MucRole> { MucRole.Moderator, MucRole.Participant, MucRole.Visitor };
}
