// XEP-0317: titles that people in a room wear beside their role; admins make and assign them by commands (XEP-0050).
using Balcony.Server.Modules;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Rooms.Features;

internal sealed class HatStand : RoomFeature
{
    private const int MaxTextLength = 256;

    private readonly IStorage _storage;
    private readonly RoomOptions _options;

    // Owner: the room.
    private readonly IValueStore<RoomHats> _store;

    public HatStand(IStorage storage, RoomOptions options)
    {
        (_storage, _options) = (storage, options);
        _store = storage.OpenValue("room-hats", RoomHatsCodec.Instance);
        Commands =
        [
            new(HatCommands.Create, "Create or change a hat", IsAdmin, Create) { Ask = _ => AskForHat() },
            new(HatCommands.Destroy, "Destroy a hat", IsAdmin, Destroy) { Ask = room => Form("Destroying a hat", Choice(room)) },
            new(HatCommands.List, "List hats", MayList, (room, _) => List(room)),
            new(HatCommands.Assign, "Assign a hat", IsAdmin, Assign) { Ask = room => Form("Assigning a hat", Wearer(), Choice(room)) },
            new(HatCommands.Unassign, "Take a hat off", IsAdmin, Unassign) { Ask = room => Form("Taking a hat off", Wearer(), Choice(room)) },
            new(HatCommands.ListAssigned, "List who wears which hat", IsAdmin, (room, _) => ListAssigned(room)),
        ];
    }

    public override IReadOnlyList<RoomCommand> Commands { get; }

    public override void Register(ModuleBuilder module) => module.Feature(IqTarget.Room, Hats.Ns);

    public override async ValueTask LoadAsync(Room room) =>
        room.StateOf<Stand>().Hats = await _store.GetAsync(room.Address).ConfigureAwait(false) ?? RoomHats.None;

    public override void Describe(Room room, RoomDescription description)
    {
        if (HatsOf(room) is { All.Count: > 0 } hats)
        {
            description.Fields.Add(new FormField(HatCommands.Hash, FormFieldType.TextSingle, hats.Hash()) { Label = "Hats hash" });
        }
    }

    public override bool IsReserved(XmlElement child) => child.Is(Hats.ElementName, Hats.Ns);

    public override void AddPresence(Room room, Occupant occupant, XmlWriter writer)
    {
        var hats = HatsOf(room);
        if (hats.Worn.TryGetValue(occupant.Account, out var uris))
        {
            new Hats([.. uris.Select(hats.Find).OfType<Hat>()]).Write(writer);
        }
    }

    private static RoomHats HatsOf(Room room) => room.StateOf<Stand>().Hats;

    private static bool IsAdmin(Room room, Jid who) => room.AffiliationOf(who.Bare) >= MucAffiliation.Admin;

    // Hats are worn for all to see: who may be in the room may know them. Who wears them is said by real address.
    private static bool MayList(Room room, Jid who) => room.IsInsider(who);

    private RoomCommandResult Create(Room room, DataForm form)
    {
        string uri = form.Value(HatCommands.Uri)!.Trim();
        string title = form.Value(HatCommands.Title)!.Trim();
        double? hue = form.Value(HatCommands.Hue) switch
        {
            null or "" => null,
            var text when Hat.TryParseHue(text, out double degrees) => degrees,
            _ => throw BadForm("a hue has 0 to 360 degrees"),
        };
        if (title.Length is 0 or > MaxTextLength || uri.Length > MaxTextLength || !Uri.IsWellFormedUriString(uri, UriKind.Absolute))
        {
            throw BadForm($"a hat has a title and a URI of at most {MaxTextLength} characters");
        }
        var hats = HatsOf(room);
        if (hats.Find(uri) is null && hats.All.Count >= _options.MaxHats)
        {
            throw new StanzaException(StanzaError.ResourceConstraint.With($"a room has at most {_options.MaxHats} hats"));
        }
        return Change(room, hats.With(new Hat(uri, title) { Hue = hue }), hats.Wearers(uri), isListChanged: true);
    }

    // §3.3: nobody wears what is no more.
    private RoomCommandResult Destroy(Room room, DataForm form)
    {
        var hats = HatsOf(room);
        string uri = form.Value(HatCommands.Uri)!;
        return Change(room, hats.Without(uri), hats.Wearers(uri), isListChanged: true);
    }

    private RoomCommandResult Assign(Room room, DataForm form)
    {
        var (hats, account, uri) = Read(room, form);
        var worn = hats.WornBy(account);
        if (worn.Contains(uri))
        {
            return new RoomCommandResult();
        }
        if (worn.Count >= _options.MaxHatsPerAccount || (worn.Count == 0 && hats.Worn.Count >= _options.MaxHatWearers))
        {
            throw new StanzaException(StanzaError.ResourceConstraint.With(
                $"at most {_options.MaxHatWearers} people wear hats, each at most {_options.MaxHatsPerAccount}"));
        }
        return Change(room, hats.With(account, [.. worn, uri]), [account], isListChanged: false);
    }

    private RoomCommandResult Unassign(Room room, DataForm form)
    {
        var (hats, account, uri) = Read(room, form);
        return hats.WornBy(account) is var worn && worn.Contains(uri)
            ? Change(room, hats.With(account, [.. worn.Where(one => one != uri)]), [account], isListChanged: false)
            : throw new StanzaException(StanzaError.ItemNotFound);
    }

    private static RoomCommandResult List(Room room) => new(Table(
        "Hats", [HatCommands.Title, HatCommands.Uri, HatCommands.Hue], HatsOf(room).All.Select(hat => (IReadOnlyList<string?>)[hat.Title, hat.Uri, Hue(hat)])));

    private static RoomCommandResult ListAssigned(Room room)
    {
        var hats = HatsOf(room);
        var rows =
            from worn in hats.Worn
            from uri in worn.Value
            let hat = hats.Find(uri)
            where hat is not null
            select (IReadOnlyList<string?>)[worn.Key.ToString(), hat.Uri, hat.Title, Hue(hat)];
        return new(Table("Who wears which hat", [HatCommands.Jid, HatCommands.Uri, HatCommands.Title, HatCommands.Hue], rows));
    }

    private RoomCommandResult Change(Room room, RoomHats hats, IReadOnlyList<BareJid> wearers, bool isListChanged)
    {
        room.CheckConfigured();
        room.StateOf<Stand>().Hats = hats;
        var ticket = _storage.Commit(new UnitOfWork().Set(_store, room.Address, hats));
        room.AfterCommit(ticket, () =>
        {
            if (isListChanged)
            {
                room.TellOfChange();
            }
            foreach (var occupant in room.Occupants.Values.Where(one => wearers.Contains(one.Account)))
            {
                occupant.Changed();
                room.Announce(occupant, Balcony.Server.Rooms.Change.None);
            }
        });
        return new RoomCommandResult(Ticket: ticket);
    }

    private static (RoomHats Hats, BareJid Account, string Uri) Read(Room room, DataForm form)
    {
        var who = Jid.Parse(form.Value(HatCommands.Jid)!);
        // An admin may know an occupant by the nickname only.
        var account = !who.Bare.Equals(room.Address) ? who.Bare
            : who is FullJid { Resource: { } nickname } && room.Occupants.TryGetValue(nickname, out var occupant) ? occupant.Account
            : throw new StanzaException(StanzaError.ItemNotFound);
        return account.IsDomain ? throw BadForm("a hat is worn by an account") : (HatsOf(room), account, form.Value(HatCommands.Uri)!);
    }

    private static StanzaException BadForm(string why) => new(CommandErrors.BadPayload.With(why));

    private static string? Hue(Hat hat) => hat.Hue is { } hue ? Hat.FormatHue(hue) : null;

    private static DataForm AskForHat() => Form(
        "Creating a hat",
        new FormField(HatCommands.Title, FormFieldType.TextSingle) { Label = "Title", IsRequired = true },
        new FormField(HatCommands.Uri, FormFieldType.TextSingle) { Label = "URI", IsRequired = true },
        new FormField(HatCommands.Hue, FormFieldType.TextSingle) { Label = "Hue, in degrees" });

    private static DataForm Form(string title, params IReadOnlyList<FormField> fields) => DataForm.Form(HatCommands.Form, fields) with { Title = title };

    private static FormField Wearer() => new(HatCommands.Jid, FormFieldType.JidSingle) { Label = "Address", IsRequired = true };

    private static FormField Choice(Room room) => new(HatCommands.Uri, FormFieldType.ListSingle)
    {
        Label = "Hat",
        IsRequired = true,
        Options = [.. HatsOf(room).All.Select(hat => new FormOption(hat.Uri, hat.Title))],
    };

    private static DataForm Table(string title, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows) => DataForm.Result(HatCommands.Form) with
    {
        Title = title,
        Reported = [.. columns.Select(column => new FormField(column))],
        Items = [.. rows.Select(row => columns.Select((column, at) => new FormField(column) { Values = row[at] is { } value ? [value] : [] }).ToList())],
    };

    internal sealed class Stand
    {
        public RoomHats Hats { get; set; } = RoomHats.None;
    }
}
