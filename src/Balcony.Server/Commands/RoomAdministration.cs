// Commands about rooms (XEP-0045).
using System.Globalization;
using Balcony.Server.Hosting.Options;
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
    private static readonly TextArgument Search = new("search", "Only those with this text in their name or address");
    private static readonly RoomArgument After = new("after", "Only those behind this one in the list");
    private static readonly RoomArgument Address = new("room", "The room's address") { IsPositional = true, IsRequired = true };
    private static readonly TextArgument Owner = new("owner", "The address of its first owner") { IsPositional = true, IsRequired = true };
    private static readonly TextArgument Name = new("name", "What it is called");
    private static readonly FlagArgument MembersOnly = new("members-only", "Only members enter");
    private static readonly FlagArgument Hidden = new("hidden", "It is in no list");
    private static readonly TextArgument Reason = new("reason", "What those are told whom it concerns");
    private static readonly RoomArgument Alternate = new("alternate", "The room to go to instead") { IsAnywhere = true };
    private static readonly TextArgument FieldName = new("field", "A field of its form; without it all are shown") { IsPositional = true };
    private static readonly TextArgument Value = new("value", "Its new value, several in as many lines; without it the field is shown") { IsPositional = true, HasLines = true };
    private static readonly FlagArgument Clear = new("clear", "The field is to have no value");
    private static readonly TextArgument Who = new("jid", "Whose affiliation; a domain may be banned") { IsPositional = true, IsRequired = true };
    private static readonly TextArgument Nickname = new("nickname", "Who is put out") { IsPositional = true, IsRequired = true };

    private static readonly ChoiceArgument Affiliation = new("affiliation", "What it is to be", "owner", "admin", "member", "none", "outcast") { IsPositional = true, IsRequired = true };

    public static IReadOnlyList<Command> All { get; } =
    [
        new("room list", "List the rooms, and how many are in them", ListAsync) { Arguments = [Host, Search, After] },
        new("room show", "Show what a room is", context => ReadAsync(context, Show)) { Arguments = [Address] },
        new("room create", "Make a room that stays when nobody is in it", CreateAsync) { Arguments = [Address, Owner, Name, MembersOnly, Hidden] },
        new("room destroy", "Destroy a room and all that was said in it", DestroyAsync) { Arguments = [Address, Reason, Alternate], IsDestructive = true },
        new("room config", "Show the configuration of a room, or change a field of it", ConfigureAsync) { Arguments = [Address, FieldName, Value, Clear] },
        new("room affiliations", "List the owners, admins, members and outcasts of a room", context => ReadAsync(context, Affiliations)) { Arguments = [Address] },
        new("room affiliate", "Give somebody another affiliation with a room", AffiliateAsync) { Arguments = [Address, Who, Affiliation, Reason] },
        new("room occupants", "List who is in a room", context => ReadAsync(context, Occupants)) { Arguments = [Address] },
        new("room kick", "Put somebody out of a room", KickAsync) { Arguments = [Address, Nickname, Reason] },
    ];

    private static async ValueTask<CommandResult> ListAsync(CommandContext context)
    {
        if (context.Services.Rooms is not { } rooms) return NoRooms;
        var (host, search, after) = (context.Get(Host), context.Get(Search) ?? "", context.Get(After));
        if (host is not null && rooms.Of(host) is null) return CommandResult.NotFound($"{host} is no host of this server.");
        var rows = new List<IReadOnlyList<string>>();
        string? more = null;
        foreach (var service in rooms.All.Where(service => (host is null || service.Host.Equals(host)) && string.CompareOrdinal(service.Address.Domain, after?.Domain) >= 0))
        {
            await foreach (var (local, room) in rooms.Services.Store.ListAsync(service.Address, context.Cancel))
            {
                var address = BareJid.Create(local, service.Address.Domain);
                bool isBehind = after is null || !after.Domain.Equals(address.Domain, StringComparison.Ordinal) || string.CompareOrdinal(local, after.Local) > 0;
                var config = room.Configuration;
                if (!isBehind || !(Has(address.ToString(), search) || Has(config.Name, search))) continue;
                if (rows.Count == MaxShown)
                {
                    more = rows[^1][0];
                    break;
                }
                rows.Add([address.ToString(), config.Name, Word(config.IsPublic), Word(config.IsMembersOnly), Number(service.Find(address)?.OccupantCount ?? 0)]);
            }
            if (more is not null) break;
        }
        return CommandResult.Ok(more is null ? $"{rows.Count} {(rows.Count == 1 ? "room" : "rooms")}." : $"The first {MaxShown} rooms; those after {more} come with --after {more}.") with
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
            new("owners", string.Join(", ", room.Members.Where(one => one.Value.Affiliation == MucAffiliation.Owner).Select(one => one.Key.ToString()).Order(StringComparer.Ordinal))),
            new("occupants", Number(room.Occupants.Count)),
            new("affiliations", Number(room.Members.Count)),
            new("configured", Word(room.Stage == RoomStage.Open)),
            new("persistent", Word(room.Configuration.IsPersistent)),
            new("public", Word(room.Configuration.IsPublic)),
            new("members only", Word(room.Configuration.IsMembersOnly)),
            new("password", Word(room.Configuration.Password is not null)),
            new("moderated", Word(room.Configuration.IsModerated)),
            new("addresses for", room.Configuration.IsNonAnonymous ? "everybody" : "moderators"),
            new("archived", Word(room.Configuration.IsArchived)),
        ],
    };

    private static async ValueTask<CommandResult> CreateAsync(CommandContext context)
    {
        if (!BareJid.TryParse(context.Need(Owner), out BareJid? owner) || owner.IsDomain || context.Services.Rooms?.ServiceOf(owner) is not null)
        {
            return CommandResult.Invalid($"'{context.Need(Owner)}' is not the address of an account (name@host).");
        }
        if (context.Services.Configuration.Options.AllHosts.ContainsKey(owner.Host) && !await context.Accounts.ExistsAsync(owner, context.Cancel))
        {
            return CommandResult.NotFound($"There is no account {owner}: add it first, or name another owner.");
        }
        return await RunAsync(context, async room =>
        {
            if (room.Stage is RoomStage.Open or RoomStage.Locked) return (CommandResult.Conflict($"There is a room {room.Address} already: name the new one otherwise, or destroy that first."), null);
            if (room.Stage == RoomStage.Ending || await room.EraseLeftoversAsync()) return (Leftovers, null);
            var form = DataForm.Submit(
                MucForms.RoomConfig,
                Field(MucForms.ConfigFields.Name, context.Get(Name) ?? ""), Field(MucForms.ConfigFields.Persistent, "1"),
                Field(MucForms.ConfigFields.MembersOnly, context.Get(MembersOnly) ? "1" : "0"), Field(MucForms.ConfigFields.Public, context.Get(Hidden) ? "0" : "1"));
            return (CommandResult.Ok($"{room.Address} was made; {owner} owns it."), room.Create(RoomForm.Read(room, form, owner).Configuration, owner));
        });
    }

    private static ValueTask<CommandResult> DestroyAsync(CommandContext context) => RunAsync(context, async room =>
        room.Stage is RoomStage.Open or RoomStage.Locked
            ? (CommandResult.Ok($"{room.Address} is no more."), await RoomEnds.DestroyAsync(room, new MucDestroy(context.Get(Alternate), null, context.Get(Reason)), null))
            : (Missing(room), null));

    private static ValueTask<CommandResult> ConfigureAsync(CommandContext context) => RunAsync(context, room =>
    {
        if (room.Stage != RoomStage.Open) return new((Missing(room), null));
        var fields = RoomForm.Show(room).Fields.Where(field => field.Type != FormFieldType.Hidden).ToList();
        if (context.Get(FieldName) is { } name)
        {
            fields.RemoveAll(field => field.Var != name && Short(field.Var!) != name);
            if (fields is not [var field]) return new((NoField(room, name), null));
            if (context.Has(Value) && context.Get(Clear)) return new((CommandResult.Invalid("A field has a value, or it has none: clear goes without one."), null));
            if (context.Has(Value) || context.Get(Clear)) return new(Configure(room, field, context.Has(Value) ? context.Need(Value).Split('\n') : []));
        }
        return new((CommandResult.Ok($"The configuration of {room.Address}.") with
        {
            Columns = ["field", "value", "meaning"],
            // The password is for owners.
            Rows = [.. fields.Select(field => (IReadOnlyList<string>)
                [Short(field.Var!), field.Type == FormFieldType.TextPrivate && field.Values.Any(value => value.Length > 0) ? "(not shown)" : string.Join(", ", field.Values), field.Label ?? ""])],
        }, null));
    });

    private static (CommandResult Result, CommitTicket? Ticket) Configure(Room room, FormField field, string[] values)
    {
        string name = Short(field.Var!);
        if (values.Length == 0 && field.Type is FormFieldType.Boolean or FormFieldType.ListSingle) return (CommandResult.Invalid($"{name} always has a value."), null);
        var change = RoomForm.Read(room, DataForm.Submit(MucForms.RoomConfig, Field(field.Var!, values)), room.Service.Host);
        bool endsIt = !change.Configuration.IsPersistent && room.Occupants.Count == 0;
        return (CommandResult.Ok($"{name} of {room.Address} is {(values.Length == 0 ? "empty" : "set")}{(endsIt ? "; since nobody is in it, the room is no more" : "")}."), RoomForm.Apply(room, change, null));
    }

    private static CommandResult Affiliations(Room room) => CommandResult.Ok($"{room.Members.Count} {(room.Members.Count == 1 ? "has" : "have")} an affiliation with {room.Address}.") with
    {
        Columns = ["address", "affiliation", "nickname", "reason"],
        Rows = [.. room.Members.OrderByDescending(one => one.Value.Affiliation).ThenBy(one => one.Key.ToString(), StringComparer.Ordinal).Take(MaxShown)
            .Select(one => (IReadOnlyList<string>)[one.Key.ToString(), one.Value.Affiliation.Name(), one.Value.Nickname ?? "", one.Value.Reason ?? ""])],
    };

    private static ValueTask<CommandResult> AffiliateAsync(CommandContext context) => RunAsync(context, room =>
    {
        if (room.Stage != RoomStage.Open) return new((Missing(room), null));
        if (!BareJid.TryParse(context.Need(Who), out BareJid? account)) return new((CommandResult.Invalid($"'{context.Need(Who)}' is not the address of an account (name@host)."), null));
        _ = MucNames.TryParse(context.Need(Affiliation), out MucAffiliation affiliation);
        var ticket = room.Affiliate([new AffiliationChange(account, affiliation) { Reason = context.Get(Reason) }], null);
        var effective = room.AffiliationOf(account);
        return new((CommandResult.Ok(effective == affiliation || account.IsDomain
            ? $"{account} is {affiliation.Name()} in {room.Address}."
            : $"{account} is {affiliation.Name()} in the lists of {room.Address}, and {effective.Name()} all the same: "
                + (effective == MucAffiliation.Owner ? "admins of a host own its rooms." : $"all of {account.Host} are.")), ticket));
    });

    private static CommandResult Occupants(Room room) => CommandResult.Ok($"{room.Occupants.Count} {(room.Occupants.Count == 1 ? "is" : "are")} in {room.Address}.") with
    {
        Columns = ["nickname", "address", "affiliation", "role", "sessions"],
        Rows = [.. room.Occupants.Values.OrderBy(one => one.Nickname, StringComparer.Ordinal).Take(MaxShown)
            .Select(one => (IReadOnlyList<string>)[one.Nickname, one.Account.ToString(), one.Affiliation.Name(), one.Role.Name(), Number(one.Sessions.Count)])],
    };

    private static ValueTask<CommandResult> KickAsync(CommandContext context) => RunAsync(context, room =>
    {
        if (room.Stage is not (RoomStage.Open or RoomStage.Locked)) return new((Missing(room), null));
        string name = context.Need(Nickname);
        if (!Jid.TryParse($"{room.Address}/{name}", out var wanted) || !room.Occupants.TryGetValue(wanted.Resource!, out var occupant))
        {
            return new((CommandResult.NotFound($"Nobody in {room.Address} has the nickname '{name}'{Hint(name, room.Occupants.Keys)}"), null));
        }
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
        if (rooms.ServiceOf(address) is not { } service)
        {
            return CommandResult.NotFound($"No rooms are at {address.Domain}; rooms are at {string.Join(", ", rooms.All.Select(one => one.Address.ToString()))}.");
        }
        if (context.Has(Reason) && context.Need(Reason).Length > rooms.Services.Options.MaxReasonLength)
        {
            return CommandResult.Invalid($"A reason has at most {rooms.Services.Options.MaxReasonLength} characters.");
        }
        if (service.Get(address) is not { } found) return CommandResult.Failed("Too many rooms are in memory; try again in a while, or raise modules:rooms:maxRoomsInMemory.");
        var done = new TaskCompletionSource<(CommandResult Result, CommitTicket? Ticket)>(TaskCreationOptions.RunContinuationsAsynchronously);
        found.Run(
            async room =>
            {
                try
                {
                    done.TrySetResult(await act(room));
                }
                catch (StanzaException refusal)
                {
                    done.TrySetResult((Refused(room, refusal.Error), null));
                }
                catch (Exception fault) when (fault is not OutOfMemoryException)
                {
                    done.TrySetException(fault);
                }
            },
            () => done.TrySetResult((CommandResult.Failed($"{address} cannot be loaded; the server's log says why."), null)));
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

    private static CommandResult Leftovers => CommandResult.Failed("What was said in the last room of this name is being removed; try again in a moment.");

    private static CommandResult Missing(Room room) => room.Stage == RoomStage.Locked
        ? CommandResult.Refused($"{room.Address} is not configured yet: {room.Stored.Creator}, who makes it, does that first.")
        : CommandResult.NotFound($"There is no room {room.Address}; room list shows which there are.");

    private static CommandResult NoField(Room room, string name) =>
        CommandResult.Invalid($"There is no field '{name}'{Hint(name, RoomForm.Show(room).Fields.Select(field => Short(field.Var!)))}");

    private static string Hint(string written, IEnumerable<string> names) => OptionNames.DidYouMean(written, names) is { Length: > 0 } hint ? hint : ".";

    private static CommandResult Refused(Room room, StanzaError error)
    {
        string message = $"{room.Address} does not take this: {error.Text ?? error.Condition}.";
        return error.Condition == StanzaError.Conflict.Condition ? CommandResult.Conflict(message) : CommandResult.Invalid(message);
    }

    private static FormField Field(string var, params IReadOnlyList<string> values) => new(var) { Values = values };

    private static string Short(string var) => var[(var.AsSpan().LastIndexOfAny('_', '#') + 1)..];

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static string Word(bool isSo) => isSo ? "yes" : "no";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
