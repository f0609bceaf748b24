// XEP-0486: a room's picture is the PHOTO of its vCard (XEP-0054).
namespace Balcony.Xmpp.Payloads;

/// <summary>How the picture is announced.</summary>
public static class RoomAvatar
{
    /// <summary>In <see cref="MucForms.RoomInfo"/>: the SHA-1 of each picture in hexadecimal, as in <see cref="VCardUpdate"/>; without a picture there is no
    /// such field.</summary>
    public const string HashField = "muc#roominfo_avatarhash";
}
