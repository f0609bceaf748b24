// What an operator decides about rooms: `modules: rooms:` in the configuration.
using System.ComponentModel.DataAnnotations;

namespace Balcony.Server.Rooms;

/// <summary>Who may make rooms.</summary>
public enum RoomCreation
{
    /// <summary>Accounts of the hosts that we serve.</summary>
    Local,

    /// <summary>Accounts of the host that the rooms belong to.</summary>
    SameHost,

    /// <summary>Admins of the host.</summary>
    Admins,

    /// <summary>Whoever reaches the service, other servers' users too.</summary>
    Anybody,
}

/// <summary>Who may make rooms that stay when nobody is in them.</summary>
public enum PersistentRooms
{
    /// <summary>Whoever may make rooms.</summary>
    Owners,

    /// <summary>Admins of the host.</summary>
    Admins,
}

/// <summary>Rooms of all hosts.</summary>
public sealed record RoomOptions
{
    /// <summary>The first label of the rooms' domain: rooms of example.org are at conference.example.org.</summary>
    [RegularExpression("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")]
    public string Service { get; init; } = "conference";

    /// <summary>What clients show as the name of the service.</summary>
    [Required, StringLength(128, MinimumLength = 1)]
    public string Name { get; init; } = "Rooms";

    /// <summary>Who may make rooms.</summary>
    public RoomCreation Creation { get; init; }

    /// <summary>Who may make rooms that stay when nobody is in them.</summary>
    public PersistentRooms PersistentRooms { get; init; }

    /// <summary>Names (what is before the @) of rooms that only admins make.</summary>
    public IReadOnlyList<string> ReservedNames { get; init; } = [];

    /// <summary>How long a room may wait for its maker to configure it; then it is gone.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan UnconfiguredFor { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long the name of a room that an owner destroyed is kept from everybody but its owners; those who come are led to the room that the owner named. Zero: not at all.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan KeepNameFor { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Most presences that are sent when a room becomes non-anonymous so that everybody sees the addresses of those who are there; in a larger room they are seen with each
    /// one's next presence.</summary>
    [Range(0, 10_000_000)]
    public int MaxPresencesShownAgain { get; init; } = 250_000;

    /// <summary>Rooms that one account may own by having made them; zero: as many as it likes. Admins have no limit.</summary>
    [Range(0, 1_000_000)]
    public int MaxRoomsPerAccount { get; init; } = 200;

    /// <summary>Rooms of one account that wait for it to configure them. Admins have no limit.</summary>
    [Range(1, 10_000)]
    public int MaxUnconfiguredRoomsPerAccount { get; init; } = 20;

    /// <summary>Roles and affiliations that one request may change.</summary>
    [Range(1, 100_000)]
    public int MaxChangesAtOnce { get; init; } = 1_000;

    /// <summary>Most occupants of a room, whatever its owner sets.</summary>
    [Range(2, 100_000)]
    public int MaxOccupantsPerRoom { get; init; } = 10_000;

    /// <summary>Most sessions that one account may have in a room under one nickname.</summary>
    [Range(1, 100)]
    public int MaxSessionsPerOccupant { get; init; } = 15;

    /// <summary>Addresses that may have an affiliation with a room.</summary>
    [Range(10, 1_000_000)]
    public int MaxAffiliations { get; init; } = 20_000;

    /// <summary>Most characters of the reason that is given for a kick, a ban or another change of a role or affiliation.</summary>
    [Range(0, 10_000)]
    public int MaxReasonLength { get; init; } = 1_000;

    /// <summary>How long an occupant waits between two requests for voice, and no less than this; zero: as often as he likes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan VoiceRequestInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Changes of affiliations that a room remembers, so that clients that were away for a while get only these (XEP-0463).</summary>
    [Range(1, 10_000)]
    public int MaxAffiliationChanges { get; init; } = 500;

    /// <summary>Messages to all that one occupant may send in a minute, as fast as he likes; zero: any number, as with all that follow.</summary>
    [Range(0, 1_000_000)]
    public int MessagesPerMinute { get; init; } = 12_000;

    /// <summary>Messages to all in one room in a minute.</summary>
    [Range(0, 10_000_000)]
    public int RoomMessagesPerMinute { get; init; } = 300_000;

    /// <summary>Presences of one occupant in a minute.</summary>
    [Range(0, 100_000)]
    public int PresencesPerMinute { get; init; } = 600;

    /// <summary>Changes of nickname of one occupant in a minute.</summary>
    [Range(0, 100_000)]
    public int NicknamesPerMinute { get; init; } = 60;

    /// <summary>How often one account may enter one room in a minute.</summary>
    [Range(0, 100_000)]
    public int EntriesPerMinute { get; init; } = 240;

    /// <summary>How often one room may be entered in a minute.</summary>
    [Range(0, 10_000_000)]
    public int RoomEntriesPerMinute { get; init; } = 120_000;

    /// <summary>Invitations that one occupant may send in a minute, and refusals that a room passes on.</summary>
    [Range(0, 100_000)]
    public int InvitationsPerMinute { get; init; } = 60;

    /// <summary>Most who are invited by one message.</summary>
    [Range(1, 1_000)]
    public int MaxInvitationsAtOnce { get; init; } = 20;

    /// <summary>Registrations with a room that its admins are asked about in a minute.</summary>
    [Range(0, 100_000)]
    public int RegistrationsPerMinute { get; init; } = 10;

    /// <summary>Tokens for entering that one room may have given out (XEP-0488).</summary>
    [Range(0, 10_000)]
    public int MaxInviteTokens { get; init; } = 100;

    /// <summary>How long such a token holds at most.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "366.00:00:00")]
    public TimeSpan MaxInviteTokenAge { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Most bytes of a message to all.</summary>
    [Range(1_024, 16_777_216)]
    public int MaxMessageBytes { get; init; } = 262_144;

    /// <summary>Most bytes of a message that changes the subject: whoever enters gets it.</summary>
    [Range(512, 262_144)]
    public int MaxSubjectBytes { get; init; } = 8_192;

    /// <summary>Most bytes of an occupant's presence: the room has it for each session and shows it to all.</summary>
    [Range(512, 1_048_576)]
    public int MaxPresenceBytes { get; init; } = 16_384;

    /// <summary>Nicknames that look like that of somebody who is there are refused: with other capitals, invisible characters or letters of other scripts. So are
    /// those that look like a reserved one of somebody else.</summary>
    public bool GuardNicknames { get; init; } = true;

    /// <summary>Messages that a room has at hand for those who enter; the archive has all.</summary>
    [Range(0, 1_000)]
    public int MaxHistory { get; init; } = 50;

    /// <summary>Messages that are older are removed from the archives of rooms, and from the search, within a day. Zero keeps them for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "36500.00:00:00")]
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(365);

    /// <summary>The newest messages that the archive of one room keeps; zero keeps all.</summary>
    [Range(0, int.MaxValue)]
    public int MaxArchivedPerRoom { get; init; }

    /// <summary>Queries of one room's archive by users of other servers that may be under way; one more is refused for the moment.</summary>
    [Range(1, 10_000)]
    public int MaxRemoteQueriesPerRoom { get; init; } = 32;

    /// <summary>Stanzas that may wait for a room; the sender of one more is answered resource-constraint.</summary>
    [Range(16, 1_000_000)]
    public int MaxQueuedStanzasPerRoom { get; init; } = 8_192;

    /// <summary>Most characters of a nickname.</summary>
    [Range(8, 1_023)]
    public int MaxNicknameLength { get; init; } = 128;

    /// <summary>Occupants of other servers that were not heard of for so long are asked whether they are there (XEP-0199), and removed when nobody is. Zero turns it off.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan PingAfter { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>How long an occupant may take to answer a ping of the room, or what another occupant asks him through it.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:30:00")]
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Members who are not in a room and whose devices are woken by one message, at most (XEP-0357, XEP-0492).</summary>
    [Range(0, 100_000)]
    public int MaxMembersTold { get; init; } = 1_000;

    /// <summary>Requests between occupants that wait for their answers, in one room; one more is answered resource-constraint.</summary>
    [Range(10, 100_000)]
    public int MaxRequestsUnderWay { get; init; } = 1_000;

    /// <summary>The same, of one session in a room.</summary>
    [Range(1, 10_000)]
    public int MaxRequestsPerSession { get; init; } = 50;

    /// <summary>Rooms that are in memory at a time, with or without occupants; entering one more is refused for the moment.</summary>
    [Range(10, 10_000_000)]
    public int MaxRoomsInMemory { get; init; } = 100_000;

    /// <summary>Public rooms of a service that are listed and searched; what is made beyond that is found by its address only.</summary>
    [Range(100, 10_000_000)]
    public int MaxListedRooms { get; init; } = 500_000;

    /// <summary>Most rooms or occupants in one page of a list; there is a next page.</summary>
    [Range(10, 1_000)]
    public int MaxPageItems { get; init; } = 200;

    /// <summary>Most bytes of one page of a list, about; it is cut short if names and descriptions are long.</summary>
    [Range(4_096, 1_048_576)]
    public int MaxPageBytes { get; init; } = 65_536;

    /// <summary>Searches for rooms that one account may make in a minute.</summary>
    [Range(1, 10_000)]
    public int MaxSearchesPerMinute { get; init; } = 60;

    /// <summary>Searches for rooms that all together may make in a minute.</summary>
    [Range(1, 100_000)]
    public int MaxSearchesPerMinuteOfAll { get; init; } = 1_200;

    /// <summary>Largest vCard of a room with its picture, in bytes.</summary>
    [Range(4_096, 16_777_216)]
    public int MaxVCardBytes { get; init; } = 200 * 1024;

    /// <summary>Whether a room's picture is announced by a presence of the room itself, too, for older clients (XEP-0486 §5.2 advises against it).</summary>
    public bool AvatarInPresence { get; init; }

    /// <summary>Most hats of a room (XEP-0317).</summary>
    [Range(0, 1_000)]
    public int MaxHats { get; init; } = 50;

    /// <summary>Most hats that one account wears in a room.</summary>
    [Range(1, 100)]
    public int MaxHatsPerAccount { get; init; } = 10;

    /// <summary>Accounts that wear hats in a room.</summary>
    [Range(1, 10_000)]
    public int MaxHatWearers { get; init; } = 1_000;

    /// <summary>The longest time that owners may set between two messages of one user.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan MaxSlowMode { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Accounts of which a slow room remembers when they last spoke; beyond that the one that did so first is forgotten.</summary>
    [Range(100, 1_000_000)]
    public int MaxSlowedAccounts { get; init; } = 10_000;
}
