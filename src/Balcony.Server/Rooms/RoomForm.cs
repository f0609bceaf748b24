// XEP-0045 §10.1.3, §10.2: the owner's form, shown, read, and what follows from it.
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms;

/// <summary>What a submitted form makes of a room.</summary>
/// <param name="Configuration">The same object when nothing of it changes.</param>
/// <param name="Affiliations">Those that change.</param>
internal sealed record RoomChange(RoomConfiguration Configuration, IReadOnlyList<AffiliationChange> Affiliations);

/// <summary>The owner's form. Only in the room's mailbox.</summary>
internal static class RoomForm
{
    private const FormFieldType Addresses = FormFieldType.JidMulti;

    public static DataForm Show(Room room) => DataForm.Form(
        MucForms.RoomConfig,
        [
            .. Settings(room).Select(setting => setting.Field(room.Configuration)),
            new FormField(MucForms.ConfigFields.Admins, Addresses) { Label = "Admins", Values = With(room, MucAffiliation.Admin) },
            new FormField(MucForms.ConfigFields.Owners, Addresses) { Label = "Owners", Values = With(room, MucAffiliation.Owner) },
        ]) with
    {
        Title = $"Configuration of {room.Address}",
        Instructions = ["What is not submitted stays as it is. The room keeps at least one owner."],
    };

    /// <summary>Reads a submission.</summary>
    /// <param name="room">What it is for.</param>
    /// <param name="form">Any part of the form, in any order; fields that the form does not have are passed over, since clients know other services, too.</param>
    /// <param name="by">Who submits it.</param>
    /// <exception cref="StanzaException">What is submitted cannot be.</exception>
    public static RoomChange Read(Room room, DataForm form, BareJid by)
    {
        if (form.Find(DataForm.FormTypeVar) is not null && form.FormType != MucForms.RoomConfig)
        {
            throw new StanzaException(StanzaError.BadRequest.With("the form is of another type"));
        }
        var configuration = room.Configuration;
        foreach (var setting in Settings(room))
        {
            if (form.Find(setting.Var) is { } field && (field.Values.Count > 0 || setting.MayBeEmpty))
            {
                configuration = setting.Write(configuration, field.Values);
            }
        }
        foreach (var feature in room.Services.Features)
        {
            configuration = feature.Settle(room, configuration, form, by);
        }
        bool isSame = Settings(room).All(setting => setting.Read(configuration).SequenceEqual(setting.Read(room.Configuration)));
        return new RoomChange(isSame ? room.Configuration : configuration, ReadAffiliations(room, form, by));
    }

    /// <summary>Makes it so; everybody is told when it is stored (§10.2.1).</summary>
    public static CommitTicket Apply(Room room, RoomChange change, Jid? by)
    {
        var before = room.Configuration;
        bool isConfigured = !ReferenceEquals(before, change.Configuration);
        if (room.Stage == RoomStage.Open && !isConfigured && change.Affiliations.Count == 0)
        {
            return CommitTicket.Completed;
        }
        bool isFirst = room.Stage == RoomStage.Locked;
        var unit = new UnitOfWork();
        var news = room.ChangeAffiliations(change.Affiliations, by, unit);
        var stored = room.Stored with { Configuration = change.Configuration };
        var ticket = isFirst ? room.Unlock(stored, unit) : room.Save(stored, unit);
        room.AfterCommit(ticket, () =>
        {
            room.Tell(news);
            if (isConfigured && !isFirst)
            {
                Tell(room, before);
            }
            // One that is to last only as long as somebody is in it, and nobody is.
            room.RemoveIfLeftBehind();
        });
        return ticket;
    }

    // §10.2.1: each message has one code. Who is put out for what has changed hears of it by that.
    private static void Tell(Room room, RoomConfiguration before)
    {
        var after = room.Configuration;
        foreach (var feature in room.Services.Features)
        {
            feature.AfterConfigured(room, before);
        }
        if (before.IsLogged != after.IsLogged)
        {
            Say(room, after.IsLogged ? MucStatus.LoggingEnabled : MucStatus.LoggingDisabled);
        }
        if (before.IsNonAnonymous != after.IsNonAnonymous)
        {
            Say(room, after.IsNonAnonymous ? MucStatus.NowNonAnonymous : MucStatus.NowSemiAnonymous);
        }
        var rest = before with { IsLogged = after.IsLogged, IsNonAnonymous = after.IsNonAnonymous };
        if (Settings(room).Any(setting => !setting.Read(rest).SequenceEqual(setting.Read(after))))
        {
            Say(room, MucStatus.ConfigurationChanged);
        }
    }

    private static void Say(Room room, int status) => room.Say(
        new Message(MessageType.Groupchat, null, room.Address, $"config-{Guid.NewGuid():N}", new MucUser { Statuses = [status] }), null, null);

    private static IEnumerable<RoomSetting> Settings(Room room) => room.Services.Features.SelectMany(feature => feature.Settings);

    private static IReadOnlyList<string> With(Room room, MucAffiliation affiliation) =>
        [.. room.Members.Where(one => one.Value.Affiliation == affiliation).Select(one => one.Key.ToString()).Order(StringComparer.Ordinal)];

    private static List<AffiliationChange> ReadAffiliations(Room room, DataForm form, BareJid by)
    {
        var (owners, admins) = (ReadAddresses(form, MucForms.ConfigFields.Owners), ReadAddresses(form, MucForms.ConfigFields.Admins));
        if (room.Stage == RoomStage.Locked)
        {
            // §10.1.3: at first it names additional owners; who makes the room is one.
            owners?.Add(by);
        }
        var changes = new List<AffiliationChange>();
        foreach (var address in room.Members.Keys.Union(owners ?? []).Union(admins ?? []))
        {
            var was = room.Members.TryGetValue(address, out var member) ? member.Affiliation : MucAffiliation.None;
            var becomes = Becomes(was, owners?.Contains(address), admins?.Contains(address));
            if (becomes != was)
            {
                changes.Add(new AffiliationChange(address, becomes));
            }
        }
        // §10.2: there is always an owner.
        if (changes.Count > 0)
        {
            room.CheckAffiliations(changes);
        }
        return changes;
    }

    private static MucAffiliation Becomes(MucAffiliation was, bool? isOwner, bool? isAdmin) => (was, isOwner, isAdmin) switch
    {
        (_, true, _) => MucAffiliation.Owner,
        (MucAffiliation.Owner, null, _) => MucAffiliation.Owner,
        // §10.2: who is no owner any more is an admin.
        (MucAffiliation.Owner, _, _) or (_, _, true) => MucAffiliation.Admin,
        // §10.7 shows that an admin who is none any more is a member.
        (MucAffiliation.Admin, _, false) => MucAffiliation.Member,
        _ => was,
    };

    // Null: not in the form.
    private static HashSet<BareJid>? ReadAddresses(DataForm form, string var)
    {
        if (form.Find(var) is not { } field)
        {
            return null;
        }
        var addresses = new HashSet<BareJid>();
        foreach (string text in field.Values)
        {
            if (text.Trim() is { Length: > 0 } line)
            {
                addresses.Add(Jid.TryParse(line, out var address) ? address.Bare : throw RoomSetting.Refused($"{var} has addresses, one in each line"));
            }
        }
        return addresses;
    }
}
