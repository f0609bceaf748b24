// XEP-0045 §13.5: nicknames that nobody can read, or that look like another's.
using System.Text;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class Nicknames(RoomOptions options) : RoomFeature
{
    // Letters of other scripts that look like those of Latin; both in the order of the other.
    private const string Lookalikes = "АВЕЅІЈКМНОРСТУХаеіјорсухѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα";
    private const string Letters = "ABESIJKMHOPCTYXaeijopcyxsABEZHIKMNOPTYXoa";

    public override StanzaError? CheckNickname(Room room, BareNickname wanted)
    {
        string seen = Seen(wanted.Nickname);
        if (seen.Length == 0)
        {
            return StanzaError.NotAcceptable.With("a nickname has something that can be seen");
        }
        if (!options.GuardNicknames)
        {
            return null;
        }
        // Only names that are not plain can be taken for another one: most rooms have none.
        if (!IsPlain(wanted.Nickname) && room.Occupants.TryGetValue(seen, out var same) && !same.Account.Equals(wanted.Account))
        {
            return StanzaError.Conflict.With("somebody has a nickname that looks the same");
        }
        foreach (var (nickname, occupant) in room.Occupants)
        {
            if (!IsPlain(nickname) && nickname != wanted.Nickname && !occupant.Account.Equals(wanted.Account) && Seen(nickname) == seen)
            {
                return StanzaError.Conflict.With("somebody has a nickname that looks the same");
            }
        }
        return null;
    }

    /// <summary>What is seen of a nickname: without what is invisible, spaces once, in Latin letters where they look so.</summary>
    public static string Seen(string nickname)
    {
        if (IsPlain(nickname))
        {
            return nickname;
        }
        var seen = new StringBuilder(nickname.Length);
        bool wasSpace = true;
        foreach (var rune in nickname.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (IsInvisible(rune))
            {
                continue;
            }
            bool isSpace = Rune.IsWhiteSpace(rune);
            if (!isSpace)
            {
                int like = rune.IsBmp ? Lookalikes.IndexOf((char)rune.Value, StringComparison.Ordinal) : -1;
                _ = like >= 0 ? seen.Append(Letters[like]) : seen.Append(rune.ToString());
            }
            else if (!wasSpace)
            {
                seen.Append(' ');
            }
            wasSpace = isSpace;
        }
        return seen.ToString().TrimEnd(' ');
    }

    // ASCII without spaces that are not seen.
    private static bool IsPlain(string nickname) =>
        Ascii.IsValid(nickname) && nickname.Length > 0 && nickname[0] != ' ' && nickname[^1] != ' ' && !nickname.Contains("  ", StringComparison.Ordinal);

    private static bool IsInvisible(Rune rune) => rune.Value is 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
        || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Control;
}
