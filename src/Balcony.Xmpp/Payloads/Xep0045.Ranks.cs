// XEP-0045 §5: what someone is to a room (affiliation) and may do in it while there (role).
using System.Diagnostics.CodeAnalysis;

namespace Balcony.Xmpp.Payloads;

/// <summary>What an account is to a room, lasting (§5.2); ascending in rank.</summary>
public enum MucAffiliation
{
    /// <summary>Banned.</summary>
    Outcast,
    None,
    Member,
    Admin,
    Owner,
}

/// <summary>What an occupant may do, for one visit (§5.1); ascending in rank.</summary>
public enum MucRole
{
    /// <summary>Not in the room.</summary>
    None,

    /// <summary>Without voice in a moderated room.</summary>
    Visitor,
    Participant,
    Moderator,
}

/// <summary>The words of the two on the wire.</summary>
public static class MucNames
{
    public static string Name(this MucAffiliation affiliation) => affiliation switch
    {
        MucAffiliation.Outcast => "outcast",
        MucAffiliation.Member => "member",
        MucAffiliation.Admin => "admin",
        MucAffiliation.Owner => "owner",
        _ => "none",
    };

    public static string Name(this MucRole role) => role switch
    {
        MucRole.Visitor => "visitor",
        MucRole.Participant => "participant",
        MucRole.Moderator => "moderator",
        _ => "none",
    };

    public static ReadOnlySpan<byte> Utf8Name(this MucAffiliation affiliation) => affiliation switch
    {
        MucAffiliation.Outcast => "outcast"u8,
        MucAffiliation.Member => "member"u8,
        MucAffiliation.Admin => "admin"u8,
        MucAffiliation.Owner => "owner"u8,
        _ => "none"u8,
    };

    public static ReadOnlySpan<byte> Utf8Name(this MucRole role) => role switch
    {
        MucRole.Visitor => "visitor"u8,
        MucRole.Participant => "participant"u8,
        MucRole.Moderator => "moderator"u8,
        _ => "none"u8,
    };

    public static bool TryParse([NotNullWhen(true)] string? text, out MucAffiliation affiliation)
    {
        affiliation = text switch
        {
            "outcast" => MucAffiliation.Outcast,
            "member" => MucAffiliation.Member,
            "admin" => MucAffiliation.Admin,
            "owner" => MucAffiliation.Owner,
            _ => MucAffiliation.None,
        };
        return affiliation != MucAffiliation.None || text == "none";
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out MucRole role)
    {
        role = text switch
        {
            "visitor" => MucRole.Visitor,
            "participant" => MucRole.Participant,
            "moderator" => MucRole.Moderator,
            _ => MucRole.None,
        };
        return role != MucRole.None || text == "none";
    }

    /// <exception cref="Stanzas.StanzaException"><c>bad-request</c> for a word that is none.</exception>
    internal static MucAffiliation? ReadAffiliation(string? text)
    {
        if (text is null) return null;
        return TryParse(text, out MucAffiliation affiliation) ? affiliation : throw Schema.BadRequest("not an affiliation");
    }

    /// <exception cref="Stanzas.StanzaException"><c>bad-request</c> for a word that is none.</exception>
    internal static MucRole? ReadRole(string? text)
    {
        if (text is null) return null;
        return TryParse(text, out MucRole role) ? role : throw Schema.BadRequest("not a role");
    }
}
