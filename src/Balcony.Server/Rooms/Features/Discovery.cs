// XEP-0045 §6: what others learn of a service, of its rooms and of who is in them.
using System.Text;
using Balcony.Server.Modules;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class Discovery(RoomOptions options) : RoomFeature, IDiscoNodes
{
    private const int MaxContacts = 10;
    private const int MaxUriLength = 1_000;

    // What an item takes beside its texts.
    private const int ItemBytes = 32;

    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        // The addresses of owners are nobody's business in a room that does not show addresses: they name whom they like.
        new(
            MucForms.InfoFields.Contacts, FormFieldType.JidMulti, "Whom to write to about the room", config => config.Contacts,
            (config, values) => config with { Contacts = ReadContacts(values) }),
        RoomSetting.Text(
            MucForms.InfoFields.Logs, "Address of public logs", MaxUriLength, config => config.LogsUri,
            (config, uri) => uri.Length == 0 || Uri.TryCreate(uri, UriKind.Absolute, out _) ? config with { LogsUri = uri } : throw RoomSetting.Refused("logs are at a URI")),
    ];

    public override void Register(ModuleBuilder module)
    {
        module.Identity(IqTarget.RoomService, "conference", "text", options.Name);
        module.Feature(IqTarget.RoomService | IqTarget.Room, MucEnter.Ns);
        module.Feature(IqTarget.RoomService | IqTarget.Room, PageRequest.Ns);
        // §7.4: messages come back with the id that they were sent with; "on both the service domain and on individual MUCs".
        module.Feature(IqTarget.RoomService | IqTarget.Room, MucEnter.StableIdFeature);
        // §16.3
        module.Feature(IqTarget.RoomService, MucForms.Features.Rooms);
        foreach (string form in (string[])[MucForms.Register, MucForms.RoomConfig, MucForms.RoomInfo])
        {
            module.Feature(IqTarget.Room, form);
        }
        module.Describes(IqTarget.Room, DescribeRoom);
        module.Lists(IqTarget.RoomService, ListRoomsAsync);
        module.Lists(IqTarget.Room, (context, page) => new(ListOccupants(context, page)));
        module.Nodes(IqTarget.Room, this);
    }

    // §18.1.1: nothing is kept from passing, so there is no list of what may pass.
    public DiscoInfo? InfoOf(IqContext context, string node) =>
        node == MucEnter.TrafficNode ? throw new StanzaException(StanzaError.ServiceUnavailable) : null;

    public IReadOnlyList<DiscoItem>? ItemsOf(IqContext context, string? node) => null;

    public override void Describe(Room room, RoomDescription description)
    {
        if (room.Configuration.Contacts.Count > 0)
        {
            description.Fields.Add(new FormField(MucForms.InfoFields.Contacts, FormFieldType.JidMulti) { Label = "Contact addresses", Values = room.Configuration.Contacts });
        }
        if (room.Configuration.LogsUri.Length > 0)
        {
            description.Fields.Add(new FormField(MucForms.InfoFields.Logs, FormFieldType.TextSingle, room.Configuration.LogsUri) { Label = "Logs" });
        }
        if (description.IsForInsider)
        {
            description.Fields.Add(new FormField(MucForms.InfoFields.Occupants, FormFieldType.TextSingle, $"{room.Occupants.Count}") { Label = "Occupants" });
        }
    }

    // §6.4
    private static DiscoInfo DescribeRoom(IqContext context, DiscoInfo info)
    {
        var room = context.Room!;
        var description = new RoomDescription { IsForInsider = room.IsOpenTo(context.From) || room.IsInsider(context.From) };
        foreach (var feature in room.Services.Features)
        {
            feature.Describe(room, description);
            foreach (var setting in feature.Settings)
            {
                if (setting.InfoVar is { } name)
                {
                    description.Fields.Add(new FormField(name, setting.Type) { Label = setting.Label, Values = setting.Read(room.Configuration) });
                }
            }
        }
        string name_ = room.Configuration.Name;
        return info with
        {
            Identities = [new DiscoIdentity("conference", "text", name_.Length > 0 ? name_ : null), .. info.Identities],
            Features = [.. info.Features.Concat(description.Features).Distinct()],
            Forms = [.. info.Forms, DataForm.Result(MucForms.RoomInfo, description.Fields), .. description.Forms],
        };
    }

    // §6.3: hidden rooms are in no list, whoever asks.
    private async ValueTask<DiscoItems> ListRoomsAsync(IqContext context, PageRequest? request)
    {
        var listing = context.Service!.Listing;
        await listing.ReadyAsync().ConfigureAwait(false);
        return listing.Read(rooms =>
        {
            var page = ItemPage.Find(
                request, rooms.Count, options.MaxPageItems, name => PlaceOf(rooms, name),
                index => ItemBytes + rooms[index].Address.ToString().Length + Encoding.UTF8.GetByteCount(rooms[index].Name), options.MaxPageBytes);
            return new DiscoItems(null, page.Describe(request, rooms.Count, index => rooms[index].Address.ToString()))
            {
                Items =
                [
                    .. Enumerable.Range(page.Start, page.Count).Select(index => rooms[index])
                        .Select(room => new DiscoItem(room.Address, null, room.Name.Length > 0 ? room.Name : null)),
                ],
            };
        });
    }

    private static (int Before, int Through) PlaceOf(IReadOnlyList<ListedRoom> rooms, string name)
    {
        string local = BareJid.TryParse(name, out var address) && address.Local is not null ? address.Local : throw new StanzaException(StanzaError.ItemNotFound);
        return (RoomListing.CountUpTo(rooms, local, inclusive: false), RoomListing.CountUpTo(rooms, local, inclusive: true));
    }

    // §6.5: who is in the room is known to who is in the room, as far as they see each other, and to who could just enter and see.
    private DiscoItems ListOccupants(IqContext context, PageRequest? request)
    {
        var room = context.Room!;
        var viewer = room.FindSession(context.From)?.Occupant;
        if (viewer is null && !room.IsOpenTo(context.From))
        {
            return new DiscoItems(null, request is null ? null : new Page(Count: 0));
        }
        var shown = room.Occupants.Values
            .Where(one => one == viewer || room.Configuration.ShownRoles.Contains(one.Role))
            .Select(one => one.Address).OrderBy(address => address.Resource, StringComparer.Ordinal).ToList();
        (int Before, int Through) Place(string name)
        {
            string nickname = FullJid.TryParse(name, out var address) ? address.Resource! : throw new StanzaException(StanzaError.ItemNotFound);
            return (shown.Count(one => string.CompareOrdinal(one.Resource, nickname) < 0), shown.Count(one => string.CompareOrdinal(one.Resource, nickname) <= 0));
        }
        var page = ItemPage.Find(
            request, shown.Count, options.MaxPageItems, Place, index => ItemBytes + Encoding.UTF8.GetByteCount(shown[index].ToString()), options.MaxPageBytes);
        return new DiscoItems(null, page.Describe(request, shown.Count, index => shown[index].ToString()))
        {
            Items = [.. shown.Skip(page.Start).Take(page.Count).Select(address => new DiscoItem(address))],
        };
    }

    private static List<string> ReadContacts(IReadOnlyList<string> values)
    {
        var contacts = new List<string>();
        foreach (string value in values.Where(value => value.Length > 0))
        {
            contacts.Add(Jid.TryParse(value, out var contact) ? contact.Bare.ToString() : throw RoomSetting.Refused("a contact is an address"));
        }
        return contacts.Count <= MaxContacts ? contacts : throw RoomSetting.Refused($"at most {MaxContacts} contacts");
    }
}
