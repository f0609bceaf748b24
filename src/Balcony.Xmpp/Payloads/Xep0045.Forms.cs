// XEP-0045 §16.5: the forms of rooms and their registered fields. Those that other specifications add are in their files.
namespace Balcony.Xmpp.Payloads;

/// <summary>FORM_TYPE and fields of each form; and the features that describe a room beside them.</summary>
public static class MucForms
{
    /// <summary>Configuration, for owners (§10.1.3).</summary>
    public const string RoomConfig = "http://jabber.org/protocol/muc#roomconfig";

    /// <summary>Registration with a room, and its approval (§7.10, §9.9).</summary>
    public const string Register = "http://jabber.org/protocol/muc#register";

    /// <summary>Asking for voice, and its approval (§7.13, §8.6).</summary>
    public const string Request = "http://jabber.org/protocol/muc#request";

    /// <summary>What a room tells of itself in disco#info (§6.4).</summary>
    public const string RoomInfo = "http://jabber.org/protocol/muc#roominfo";

    /// <summary>How many messages of history the room sends at most; in <see cref="RoomConfig"/> and <see cref="RoomInfo"/>.</summary>
    public const string MaxHistoryFetch = "muc#maxhistoryfetch";

    /// <summary>§16.5.3.</summary>
    public static class ConfigFields
    {
        /// <summary>Who may send private messages: <c>anyone</c>, <c>participants</c>, <c>moderators</c> or <c>none</c>.</summary>
        public const string AllowPrivateMessages = "muc#roomconfig_allowpm";
        public const string AllowInvites = "muc#roomconfig_allowinvites";
        public const string ChangeSubject = "muc#roomconfig_changesubject";
        public const string EnableLogging = "muc#roomconfig_enablelogging";

        /// <summary>Who may read the list of members: roles and affiliations.</summary>
        public const string GetMemberList = "muc#roomconfig_getmemberlist";
        public const string Lang = "muc#roomconfig_lang";
        public const string Pubsub = "muc#roomconfig_pubsub";
        public const string MaxUsers = "muc#roomconfig_maxusers";
        public const string MembersOnly = "muc#roomconfig_membersonly";
        public const string Moderated = "muc#roomconfig_moderatedroom";
        public const string PasswordProtected = "muc#roomconfig_passwordprotectedroom";
        public const string Persistent = "muc#roomconfig_persistentroom";

        /// <summary>Whose presence is told: roles.</summary>
        public const string PresenceBroadcast = "muc#roomconfig_presencebroadcast";
        public const string Public = "muc#roomconfig_publicroom";
        public const string Admins = "muc#roomconfig_roomadmins";
        public const string Description = "muc#roomconfig_roomdesc";
        public const string Name = "muc#roomconfig_roomname";
        public const string Owners = "muc#roomconfig_roomowners";
        public const string Password = "muc#roomconfig_roomsecret";

        /// <summary>Who sees real addresses: <c>moderators</c> or <c>anyone</c>.</summary>
        public const string Whois = "muc#roomconfig_whois";
    }

    /// <summary>§16.5.1.</summary>
    public static class RegisterFields
    {
        public const string Allow = "muc#register_allow";
        public const string Email = "muc#register_email";
        public const string FaqEntry = "muc#register_faqentry";
        public const string First = "muc#register_first";
        public const string Last = "muc#register_last";
        public const string Nick = "muc#register_roomnick";
        public const string Url = "muc#register_url";
    }

    /// <summary>§16.5.2.</summary>
    public static class RequestFields
    {
        public const string Role = "muc#role";
        public const string Jid = "muc#jid";
        public const string Nick = "muc#roomnick";
        public const string Allow = "muc#request_allow";
    }

    /// <summary>§16.5.4.</summary>
    public static class InfoFields
    {
        public const string Contacts = "muc#roominfo_contactjid";
        public const string Description = "muc#roominfo_description";
        public const string Lang = "muc#roominfo_lang";
        public const string LdapGroup = "muc#roominfo_ldapgroup";
        public const string Logs = "muc#roominfo_logs";
        public const string Occupants = "muc#roominfo_occupants";
        public const string Subject = "muc#roominfo_subject";
        public const string SubjectMayChange = "muc#roominfo_subjectmod";
    }

    /// <summary>What a room is, as disco features (§16.3): one of each pair or group.</summary>
    public static class Features
    {
        /// <summary>Of a service, whose items are rooms.</summary>
        public const string Rooms = "muc_rooms";
        public const string Hidden = "muc_hidden";
        public const string Public = "muc_public";
        public const string MembersOnly = "muc_membersonly";
        public const string Open = "muc_open";
        public const string Moderated = "muc_moderated";
        public const string Unmoderated = "muc_unmoderated";
        public const string NonAnonymous = "muc_nonanonymous";
        public const string SemiAnonymous = "muc_semianonymous";
        public const string PasswordProtected = "muc_passwordprotected";
        public const string Unsecured = "muc_unsecured";
        public const string Persistent = "muc_persistent";
        public const string Temporary = "muc_temporary";
    }
}
