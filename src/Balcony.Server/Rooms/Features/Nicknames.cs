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
        return room.StateOf<SeenNames>().Occupants.TryGetValue(seen, out var same) && same.Exists(one => !one.Account.Equals(wanted.Account))
            ? StanzaError.Conflict.With("somebody has a nickname that looks the same") : null;
    }

    public override void OnNamed(Room room, Occupant occupant, string? before)
    {
        var names = room.StateOf<SeenNames>();
        if (before is not null)
        {
            names.Remove(Seen(before), occupant);
        }
        names.Add(Seen(occupant.Nickname), occupant);
    }

    public override void OnLeft(Room room, Occupant occupant) => room.StateOf<SeenNames>().Remove(Seen(occupant.Nickname), occupant);

    /// <summary>What is seen of a nickname: without what is invisible, spaces once, in Latin letters where they look so; small ones (RFC 8266 §2.4).</summary>
    public static string Seen(string nickname)
    {
        if (IsPlain(nickname))
        {
            return nickname.ToLowerInvariant();
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
        return seen.ToString().TrimEnd(' ').ToLowerInvariant();
    }

    // ASCII without spaces that are not seen.
    private static bool IsPlain(string nickname) =>
        Ascii.IsValid(nickname) && nickname.Length > 0 && nickname[0] != ' ' && nickname[^1] != ' ' && !nickname.Contains("  ", StringComparison.Ordinal);

    private static bool IsInvisible(Rune rune) => rune.Value is 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
        || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Control;

    /// <summary>Who is in a room, by what is seen of the nickname: one, or one account under several.</summary>
    private sealed class SeenNames
    {
        public Dictionary<string, List<Occupant>> Occupants { get; } = new(StringComparer.Ordinal);

        public void Add(string seen, Occupant occupant)
        {
            if (Occupants.TryGetValue(seen, out var same))
            {
                same.Add(occupant);
            }
            else
            {
                Occupants.Add(seen, [occupant]);
            }
        }

        public void Remove(string seen, Occupant occupant)
        {
            if (Occupants.TryGetValue(seen, out var same) && same.Remove(occupant) && same.Count == 0)
            {
                Occupants.Remove(seen);
            }
        }
    }
}
