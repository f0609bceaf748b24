// XEP-0463: versions of a room's affiliations, so that clients that were away get only what changed.
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

/// <summary>
/// A version names a change by a random mark, which nobody guesses who was not told, and the lists that its holder may read: two who see different lists have
/// different versions, so that changes which one of them does not see leave no gap for him.
/// </summary>
internal sealed class AffiliationVersions(IStorage storage, RoomOptions options) : RoomFeature
{
    private const int ItemsPerMessage = 250;

    private static readonly MucAffiliation[] Lists = [MucAffiliation.Owner, MucAffiliation.Admin, MucAffiliation.Member, MucAffiliation.Outcast];

    // Owner: the room; key: the number of the change, so that the order of keys is that of changes.
    private readonly IMapStore<LoggedAffiliation> _log = storage.OpenMap("room-affiliation-changes", LoggedAffiliationCodec.Instance);

    public override async ValueTask LoadAsync(Room room)
    {
        var log = room.StateOf<Log>().Changes;
        log.Clear();
        await foreach (var (_, change) in _log.ListAsync(room.Address).ConfigureAwait(false))
        {
            log.Add(change);
        }
    }

    public override void Describe(Room room, RoomDescription description) => description.Features.Add(AffiliationVersion.Ns);

    public override void OnAffiliated(Room room, AffiliationNews news, UnitOfWork unit)
    {
        if (room.Stage != RoomStage.Open)
        {
            // Nobody has got a version of a room that is not configured.
            return;
        }
        var log = room.StateOf<Log>().Changes;
        foreach (var change in news.Changes)
        {
            var logged = new LoggedAffiliation(
                log.Count == 0 ? 1 : log[^1].Number + 1, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), change.Account, change.Before, change.After);
            log.Add(logged);
            unit.Set(_log, room.Address, KeyOf(logged), logged);
            if (log.Count > options.MaxAffiliationChanges)
            {
                unit.Remove(_log, room.Address, KeyOf(log[0]));
                log.RemoveAt(0);
            }
            var made = new Dictionary<int, AffiliationVersion?>();
            change.Versions = session =>
            {
                int seen = SeenBy(room, session.Occupant);
                if (!made.TryGetValue(seen, out var version))
                {
                    made.Add(seen, version = Between(room, logged, seen));
                }
                return version;
            };
        }
    }

    // §5.2.1: before any presence.
    public override ValueTask OnEnteringAsync(Room room, Entry entry, OccupantSession session)
    {
        session.WantsVersions = false;
        if (entry.Request.Version is not { } asked || room.Stage != RoomStage.Open)
        {
            return default;
        }
        int seen = SeenBy(room, session.Occupant);
        if (!MayUse(seen))
        {
            // §5.2.3. Who gets an error of a message that he did not send knows it by the id.
            room.Deliver(session, new Message(MessageType.Normal, room.Address, session.Address, entry.Presence.Id)
                .ErrorReply(StanzaError.Forbidden with { By = room.Address }));
            return default;
        }
        session.WantsVersions = true;
        if (asked.Since != Current(room, seen))
        {
            Send(room, session, asked.Since, seen);
        }
        return default;
    }

    public override Change OwnPresence(Room room, OccupantSession session, Change own) =>
        session.WantsVersions ? own with { Version = new AffiliationVersion(null, Current(room, SeenBy(room, session.Occupant))) } : own;

    private static void Send(Room room, OccupantSession session, string? since, int seen)
    {
        var log = room.StateOf<Log>().Changes;
        int known = since is null ? -1 : log.FindIndex(change => Concerns(seen, change) && Name(change.Mark, seen) == since);
        var items = known < 0
            ? room.Members.Where(member => IsSeen(seen, member.Value.Affiliation)).Select(member => Item(member.Key, member.Value.Affiliation)).ToArray()
            : log.Skip(known + 1).Where(change => Concerns(seen, change)).Select(change => change.Account).Distinct().Select(account => Now(room, account, seen)).ToArray();
        string current = Current(room, seen);
        string? from = known < 0 ? null : since;
        int sent = 0;
        do
        {
            var some = items.Skip(sent).Take(ItemsPerMessage).ToArray();
            sent += some.Length;
            // Who has a part only knows no version that is ever recognised: he gets all the next time.
            string until = sent >= items.Length ? current : $"{current}.{sent}";
            room.Deliver(session, new Message(MessageType.Normal, null, room.Address, null, new MucUser { Version = new AffiliationVersion(from, until), Items = some }));
            from = until;
        }
        while (sent < items.Length);
    }

    private static MucItem Now(Room room, BareJid account, int seen) =>
        Item(account, room.Members.TryGetValue(account, out var member) && IsSeen(seen, member.Affiliation) ? member.Affiliation : MucAffiliation.None);

    private static MucItem Item(BareJid account, MucAffiliation affiliation) => new() { Jid = account, Affiliation = affiliation };

    private static AffiliationVersion? Between(Room room, LoggedAffiliation change, int seen)
    {
        var log = room.StateOf<Log>().Changes;
        int index = log.IndexOf(change);
        return index < 0 || !MayUse(seen) || !Concerns(seen, change) ? null : new AffiliationVersion(VersionAt(room, index - 1, seen), Name(change.Mark, seen));
    }

    private static string Current(Room room, int seen) => VersionAt(room, room.StateOf<Log>().Changes.Count - 1, seen);

    // The version after the change at this place, for those who see these lists.
    private static string VersionAt(Room room, int index, int seen)
    {
        var log = room.StateOf<Log>().Changes;
        for (; index >= 0; index--)
        {
            if (Concerns(seen, log[index]))
            {
                return Name(log[index].Mark, seen);
            }
        }
        // Before all that is remembered: at the beginning, or nobody knows.
        return Name(log is [{ Number: > 1 } first, ..] ? first.Mark + "-" : room.Stored.Created.UtcTicks.ToString("x", CultureInfo.InvariantCulture), seen);
    }

    private static string Name(string mark, int seen) => string.Create(CultureInfo.InvariantCulture, $"{mark}{seen:x2}");

    private static bool MayUse(int seen) => IsSeen(seen, MucAffiliation.Member);

    private static bool Concerns(int seen, LoggedAffiliation change) => IsSeen(seen, change.Before) || IsSeen(seen, change.After);

    private static bool IsSeen(int seen, MucAffiliation affiliation) => affiliation != MucAffiliation.None && (seen & (1 << (int)affiliation)) != 0;

    // §5.2.3: as the lists of XEP-0045.
    private static int SeenBy(Room room, Occupant viewer)
    {
        var standing = new Standing(viewer.Affiliation, viewer.Role);
        int seen = 0;
        foreach (var list in Lists)
        {
            seen |= Privileges.MayRead(room.Configuration, standing, list) ? 1 << (int)list : 0;
        }
        return seen;
    }

    private static string KeyOf(LoggedAffiliation change) => change.Number.ToString("d12", CultureInfo.InvariantCulture);

    /// <summary>The last changes, oldest first.</summary>
    internal sealed class Log
    {
        public List<LoggedAffiliation> Changes { get; } = [];
    }
}

/// <summary>A change as it is kept.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Mark">Random; names it.</param>
/// <param name="Account">Whose affiliation.</param>
/// <param name="Before">The list he was on.</param>
/// <param name="After">The list he is on.</param>
internal sealed record LoggedAffiliation(long Number, string Mark, BareJid Account, MucAffiliation Before, MucAffiliation After);

internal sealed class LoggedAffiliationCodec : JsonStoreCodec<LoggedAffiliation>
{
    public static LoggedAffiliationCodec Instance { get; } = new();

    protected override void Write(Utf8JsonWriter json, LoggedAffiliation value)
    {
        json.WriteNumber("number", value.Number);
        json.WriteString("mark", value.Mark);
        json.WriteString("account", value.Account.ToString());
        json.WriteString("before", value.Before.Name());
        json.WriteString("after", value.After.Name());
    }

    protected override LoggedAffiliation Read(JsonElement json, byte writtenAs) => new(
        json.GetProperty("number").GetInt64(), json.GetProperty("mark").GetString()!, BareJid.Parse(json.GetProperty("account").GetString()!),
        Affiliation(json, "before"), Affiliation(json, "after"));

    private static MucAffiliation Affiliation(JsonElement json, string name) =>
        MucNames.TryParse(json.GetProperty(name).GetString(), out MucAffiliation affiliation) ? affiliation : throw new FormatException("no such affiliation");
}
