// Commands about rooms (XEP-0045).
using System.Globalization;
using Balcony.Server.Rooms;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Commands;

internal static class RoomAdministration
{
    private const int MaxShown = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly HostArgument Host = new("host", "Rooms of this host") { IsPositional = true };
    private static readonly RoomArgument Address = new("room", "The room's address") { IsPositional = true, IsRequired = true };
    private static readonly TextArgument Owner = new("owner", "The address of its first owner") { IsPositional = true, IsRequired = true };
    private static readonly TextArgument Name = new("name", "What it is called");
    private static readonly FlagArgument MembersOnly = new("members-only", "Only members enter");
    private static readonly FlagArgument Hidden = new("hidden", "It is in no list");
    private static readonly TextArgument Reason = new("reason", "What those are told whom it concerns");
    private static readonly RoomArgument Alternate = new("alternate", "The room to go to instead");
    private static readonly TextArgument FieldName = new("field", "A field of its form; without it all are shown") { IsPositional = true };
    private static readonly TextArgument Value = new("value", "Its new value; several in as many lines") { IsPositional = true, HasLines = true };
    private static readonly TextArgument Who = new("jid", "Whose affiliation; a domain may be banned") { IsPositional = true, IsRequired = true };
    private static readonly TextArgument Nickname = new("nickname", "Who is put out") { IsPositional = true, IsRequired = true };

    private static readonly ChoiceArgument Affiliation = new("affiliation", "What it is to be", "owner", "admin", "member", "none", "outcast") { IsPositional = true, IsRequired = true };

    public static IReadOnlyList<Command> All { get; } =
    [
        new("room list", "List the rooms that last", ListAsync) { Arguments = [Host] },
        new("room show", "Show what a room is and who is in it", context => ReadAsync(context, Show)) { Arguments = [Address] },
        new("room create", "Make a room that stays when nobody is in it", CreateAsync) { Arguments = [Address, Owner, Name, MembersOnly, Hidden] },
        new("room destroy", "Destroy a room and all that was said in it", DestroyAsync) { Arguments = [Address, Reason, Alternate], IsDestructive = true },
        new("room config", "Show the configuration of a room, or change a field of it", ConfigureAsync) { Arguments = [Address, FieldName, Value] },
        new("room affiliations", "List the owners, admins, members and outcasts of a room", context => ReadAsync(context, Affiliations)) { Arguments = [Address] },
        new("room affiliate", "Give somebody another affiliation with a room", AffiliateAsync) { Arguments = [Address, Who, Affiliation, Reason] },
        new("room occupants", "List who is in a room", context => ReadAsync(context, Occupants)) { Arguments = [Address] },
        new("room kick", "Put somebody out of a room", KickAsync) { Arguments = [Address, Nickname, Reason] },
    ];

    private static async ValueTask<CommandResult> ListAsync(CommandContext context)
    {
        if (context.Services.Rooms is not { } rooms) return NoRooms;
        var rows = new List<IReadOnlyList<string>>();
        var host = context.Get(Host);
        foreach (var service in rooms.All.Where(service => host is null || service.Host.Equals(host)))
        {
            await foreach (var (local, room) in rooms.Services.Store.ListAsync(service.Address, context.Cancel))
            {
                if (rows.Count >= MaxShown) break;
                var address = BareJid.Create(local, service.Address.Domain);
                var config = room.Configuration;
                rows.Add([address.ToString(), config.Name, Word(config.IsPublic), Word(config.IsMembersOnly), Number(service.Find(address)?.OccupantCount ?? 0)]);
            }
        }
        return CommandResult.Ok(rows.Count < MaxShown ? $"{rows.Count} {(rows.Count == 1 ? "room" : "rooms")}." : $"The first {MaxShown} rooms.") with
        {
            Columns = ["room", "name", "public", "members only", "occupants"],
            Rows = rows,
        };
    }

    private static CommandResult Show(Room room) => CommandResult.Ok($"{room.Address} was made by {room.Stored.Creator}.") with
    {
        Fields =
        [
            new("name", room.Configuration.Name),
            new("made", room.Stored.Created.ToString("u", CultureInfo.InvariantCulture)),
            new("occupants", Number(room.Occupants.Count)),
            new("affiliations", Number(room.Members.Count)),
            new("public", Word(room.Configuration.IsPublic)),
            new("members only", Word(room.Configuration.IsMembersOnly)),
            new("moderated", Word(room.Configuration.IsModerated)),
            new("persistent", Word(room.Configuration.IsPersistent)),
        ],
    };

    private static ValueTask<CommandResult> CreateAsync(CommandContext context) => RunAsync(context, async room =>
    {
        if (room.Stage is RoomStage.Open or RoomStage.Locked) return (CommandResult.Conflict($"There is a room {room.Address}."), null);
        if (!BareJid.TryParse(context.Need(Owner), out BareJid? owner) || owner.IsDomain) return (CommandResult.Invalid($"'{context.Need(Owner)}' is not the address of a user."), null);
        if (room.Stage == RoomStage.Ending || await room.Services.Storage.Ledger.CountAsync(room.Address, LedgerQuery.All, max: 1) > 0)
        {
            return (CommandResult.Failed("What was said in the last room of this name is being removed; try again in a while."), null);
        }
        var configuration = new RoomConfiguration
        {
            Name = context.Get(Name) ?? "",
            IsPersistent = true,
            IsMembersOnly = context.Get(MembersOnly),
            IsPublic = !context.Get(Hidden),
        };
        return (CommandResult.Ok($"{room.Address} was made; {owner} owns it."), room.Create(configuration, owner));
    });

    private static ValueTask<CommandResult> DestroyAsync(CommandContext context) => RunAsync(context, async room =>
        room.Stage is RoomStage.Open or RoomStage.Locked
            ? (CommandResult.Ok($"{room.Address} is no more."), await RoomEnds.DestroyAsync(room, new MucDestroy(context.Get(Alternate), null, context.Get(Reason)), null))
            : (Missing(room), null));

    private static ValueTask<CommandResult> ConfigureAsync(CommandContext context) => RunAsync(context, room =>
    {
        if (room.Stage != RoomStage.Open) return new((Missing(room), null));
        var form = RoomForm.Show(room);
        if (context.Get(FieldName) is not { } name)
        {
            return new((CommandResult.Ok($"The configuration of {room.Address}.") with
            {
                Columns = ["field", "value", "meaning"],
                // The password is for owners.
                Rows = [.. form.Fields.Where(field => field.Type is not (FormFieldType.Hidden or FormFieldType.TextPrivate))
                    .Select(field => (IReadOnlyList<string>)[Short(field.Var!), string.Join(", ", field.Values), field.Label ?? ""])],
            }, null));
        }
        if (form.Fields.FirstOrDefault(field => field.Var == name || Short(field.Var!) == name) is not { Var: { } var }) return new((CommandResult.Invalid($"There is no field '{name}'."), null));
        if (!context.Has(Value)) return new((CommandResult.Invalid("Say the value, too."), null));
        var submitted = DataForm.Submit(MucForms.RoomConfig, new FormField(var) { Values = context.Need(Value).Split('\n') });
        var change = RoomForm.Read(room, submitted, room.Service.Host);
        return new((CommandResult.Ok($"{Short(var)} of {room.Address} is set."), RoomForm.Apply(room, change, null)));
    });

    private static CommandResult Affiliations(Room room) => CommandResult.Ok($"{room.Members.Count} have an affiliation with {room.Address}.") with
    {
        Columns = ["address", "affiliation", "nickname", "reason"],
        Rows = [.. room.Members.OrderByDescending(one => one.Value.Affiliation).ThenBy(one => one.Key.ToString(), StringComparer.Ordinal).Take(MaxShown)
            .Select(one => (IReadOnlyList<string>)[one.Key.ToString(), one.Value.Affiliation.Name(), one.Value.Nickname ?? "", one.Value.Reason ?? ""])],
    };

    private static ValueTask<CommandResult> AffiliateAsync(CommandContext context) => RunAsync(context, room =>
    {
        if (room.Stage != RoomStage.Open) return new((Missing(room), null));
        if (!BareJid.TryParse(context.Need(Who), out BareJid? account)) return new((CommandResult.Invalid($"'{context.Need(Who)}' is not an address."), null));
        _ = MucNames.TryParse(context.Need(Affiliation), out MucAffiliation affiliation);
        var change = new AffiliationChange(account, affiliation) { Reason = context.Get(Reason) };
        var ticket = room.Affiliate([change], null);
        return new((CommandResult.Ok($"{account} is {affiliation.Name()} in {room.Address}."), ticket));
    });

    private static CommandResult Occupants(Room room) => CommandResult.Ok($"{room.Occupants.Count} {(room.Occupants.Count == 1 ? "is" : "are")} in {room.Address}.") with
    {
        Columns = ["nickname", "address", "affiliation", "role", "sessions"],
        Rows = [.. room.Occupants.Values.OrderBy(one => one.Nickname, StringComparer.Ordinal).Take(MaxShown)
            .Select(one => (IReadOnlyList<string>)[one.Nickname, one.Account.ToString(), one.Affiliation.Name(), one.Role.Name(), Number(one.Sessions.Count)])],
    };

    private static ValueTask<CommandResult> KickAsync(CommandContext context) => RunAsync(context, room =>
    {
        if (!room.Occupants.TryGetValue(context.Need(Nickname), out var occupant)) return new((CommandResult.NotFound($"No {context.Need(Nickname)} is in {room.Address}."), null));
        room.ChangeRole(occupant, MucRole.None, new Change { Reason = context.Get(Reason) });
        return new((CommandResult.Ok($"{occupant.Nickname} is out of {room.Address}."), null));
    });

    private static ValueTask<CommandResult> ReadAsync(CommandContext context, Func<Room, CommandResult> read) =>
        RunAsync(context, room => new((room.Stage is RoomStage.Open or RoomStage.Locked ? read(room) : Missing(room), null)));

    // In the room's mailbox; what it stores is waited for outside of it.
    private static async ValueTask<CommandResult> RunAsync(CommandContext context, Func<Room, ValueTask<(CommandResult Result, CommitTicket? Ticket)>> act)
    {
        if (context.Services.Rooms is not { } rooms) return NoRooms;
        var address = context.Need(Address);
        if (rooms.ServiceOf(address) is not { } service || address.IsDomain) return CommandResult.NotFound($"No rooms are at {address.Domain}.");
        if (service.Get(address) is not { } found) return CommandResult.Failed("Too many rooms are in memory; try again in a while.");
        var done = new TaskCompletionSource<(CommandResult Result, CommitTicket? Ticket)>(TaskCreationOptions.RunContinuationsAsynchronously);
        found.Run(async room =>
        {
            try
            {
                done.TrySetResult(await act(room));
            }
            catch (StanzaException refusal)
            {
                done.TrySetResult((CommandResult.Invalid($"The room does not take this: {refusal.Error.Text ?? refusal.Error.Condition}."), null));
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                done.TrySetException(fault);
            }
        });
        try
        {
            var (result, ticket) = await done.Task.WaitAsync(Patience, context.Services.Clock, context.Cancel);
            if (ticket is not null) await ticket;
            return result;
        }
        catch (TimeoutException)
        {
            return CommandResult.Failed("The room does not answer; the server's log may say why.");
        }
    }

    private static CommandResult NoRooms => CommandResult.Refused("This server has no rooms: the module rooms is off.");

    private static CommandResult Missing(Room room) => CommandResult.NotFound($"There is no room {room.Address}.");

    private static string Short(string var) => var.StartsWith("muc#roomconfig_", StringComparison.Ordinal) ? var["muc#roomconfig_".Length..] : var;

    private static string Word(bool isSo) => isSo ? "yes" : "no";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
