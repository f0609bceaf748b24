// XEP-0045 §16.6: what the status codes of rooms say.
namespace Balcony.Xmpp.Payloads;

/// <summary>The registered status codes.</summary>
public static class MucStatus
{
    /// <summary>Entering: every occupant sees the real address (§7.2.3).</summary>
    public const int NonAnonymous = 100;

    /// <summary>The user's affiliation changed while he was away (registry; a message from the room).</summary>
    public const int AffiliationChangedWhileAway = 101;

    /// <summary>The room now shows members who are not there (registry).</summary>
    public const int ShowsUnavailable = 102;

    /// <summary>The room no longer shows members who are not there (registry).</summary>
    public const int HidesUnavailable = 103;

    /// <summary>The configuration changed in a way that touches nobody's privacy (§10.2.1).</summary>
    public const int ConfigurationChanged = 104;

    /// <summary>The presence is the recipient's own (§7.2.2).</summary>
    public const int Self = 110;

    /// <summary>What is said is logged for the public: from now on (§10.2.1), or told on entering (§7.2.12).</summary>
    public const int LoggingEnabled = 170;

    /// <summary>What is said is no longer logged (§10.2.1).</summary>
    public const int LoggingDisabled = 171;

    /// <summary>Every occupant now sees real addresses (§10.2.1).</summary>
    public const int NowNonAnonymous = 172;

    /// <summary>Only moderators now see real addresses (§10.2.1).</summary>
    public const int NowSemiAnonymous = 173;

    /// <summary>Nobody now sees real addresses; registered once, and no longer defined.</summary>
    public const int NowFullyAnonymous = 174;

    /// <summary>Entering made the room (§10.1.1).</summary>
    public const int Created = 201;

    /// <summary>The service chose or changed the nickname (§7.2.2).</summary>
    public const int NickAssigned = 210;

    /// <summary>Removed: banned (§9.1).</summary>
    public const int Banned = 301;

    /// <summary>The occupant goes on under the nickname in the item (§7.6).</summary>
    public const int NickChanged = 303;

    /// <summary>Removed: kicked (§8.2).</summary>
    public const int Kicked = 307;

    /// <summary>Removed: no longer a member of a members-only room (§9.4).</summary>
    public const int AffiliationLost = 321;

    /// <summary>Removed: not a member, and the room is now members-only (§10.2.1).</summary>
    public const int NowMembersOnly = 322;

    /// <summary>Removed: the service shuts down (§11.2).</summary>
    public const int Shutdown = 332;

    /// <summary>Removed: stanzas to the occupant came back as errors (§11.1).</summary>
    public const int Unreachable = 333;

    internal const int Min = 100;
    internal const int Max = 999;
}
