// XEP-0313 §3.1.2, §6.1.2: the archive of a room, and who may read it.
using System.Globalization;
using Balcony.Server.Modules;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class RoomArchives(ArchiveQueries queries, IStorage storage, RoomOptions options, RoomDirectory rooms, TimeProvider clock) : RoomFeature
{
    private const int MaxDays = 36_500;

    private static readonly TimeSpan TrimInterval = TimeSpan.FromHours(12);

    private readonly RoomTrimming _trimming = new(storage, rooms, options, clock);

    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        RoomSetting.Boolean(
            "muc#roomconfig_enablearchiving", "Has an archive", config => config.IsArchived, (config, isOn) => config with { IsArchived = isOn }),
        // XEP-0068 §3.4: a field that is not registered.
        new(
            "x-roomconfig_archivedays", FormFieldType.TextSingle, "Days that the archive keeps messages, 0 for as long as the service does",
            config => [config.ArchiveDays.ToString(CultureInfo.InvariantCulture)],
            (config, values) => values is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days <= MaxDays
                ? config with { ArchiveDays = days } : throw RoomSetting.Refused($"days are a number up to {MaxDays}")),
    ];

    public override void Register(ModuleBuilder module)
    {
        module.OnGet<MamQuery>(IqTarget.Room, (context, _) => Check(context) ?? queries.Form(), isAdvertised: false);
        module.OnSet<MamQuery>(IqTarget.Room, Answer, isAdvertised: false);
        module.OnGet<MamMetadata>(
            IqTarget.Room, (context, _) => Check(context) ?? queries.Metadata(context.Room!.Address, context.Room.WhenKeptAsync(), context.Cancel), isAdvertised: false);
        module.Feature(IqTarget.Room, StanzaId.Ns);
        module.Every(TrimInterval, _trimming.TrimAllAsync);
    }

    public override void Describe(Room room, RoomDescription description)
    {
        if (room.Configuration.IsArchived)
        {
            description.Features.AddRange([MamQuery.Ns, MamQuery.ExtendedFeature]);
            if (storage.HasTextIndex)
            {
                description.Features.Add(FullTextSearch.Ns);
            }
        }
    }

    private ValueTask<IqReply> Answer(IqContext context, MamQuery query)
    {
        if (Check(context) is { } refused)
        {
            return refused;
        }
        var room = context.Room!;
        bool seesAll = SeesAll(room, context.From);
        bool seesOpen = room.Configuration.IsNonAnonymous;
        return queries.Answer(
            filter => new ArchiveAsker(room.Address, context.From, context.Session, room.WhenKeptAsync())
            {
                Selection = Select(room, filter.With, seesAll || seesOpen),
                Shows = entry => StoredSpeaker.Shown(entry, seesAll, seesOpen),
                Others = (room.StateOf<ArchiveQueriesUnderWay>(), options.MaxRemoteQueriesPerRoom),
            },
            query, context.Cancel);
    }

    // §4.1.1: by whom it was said; by his real address only for those who may know that.
    private static LedgerQuery Select(Room room, Jid? with, bool seesAddresses) => with switch
    {
        null => LedgerQuery.All,
        _ when with.Equals(room.Address) => LedgerQuery.All,
        FullJid occupant when occupant.Bare.Equals(room.Address) => new LedgerQuery { Peer = occupant },
        _ when seesAddresses => new LedgerQuery { Speaker = with },
        // Every message of a room is with the room: nothing, whoever it is.
        _ => new LedgerQuery { Contact = with.Bare },
    };

    // Moderators see real addresses, admins get them with the lists.
    private static bool SeesAll(Room room, Jid asker) =>
        room.AffiliationOf(asker.Bare) >= MucAffiliation.Admin || room.OccupantsOf(asker.Bare).Any(occupant => occupant.Role == MucRole.Moderator);

    // §6.1.2: who may enter now may read. No archive: nobody answers.
    private static ValueTask<IqReply>? Check(IqContext context)
    {
        var (room, account) = (context.Room!, context.From.Bare);
        var config = room.Configuration;
        if (!config.IsArchived)
        {
            return IqReply.Error(StanzaError.ServiceUnavailable);
        }
        bool mayEnter = room.MayEnter(account)
            // Nobody can say the password here: those have said it who are in the room.
            && (config.Password is null || room.AffiliationOf(account) == MucAffiliation.Owner || room.OccupantsOf(account).Any());
        if (mayEnter)
        {
            return null;
        }
        return IqReply.Error(StanzaError.Forbidden);
    }
}
