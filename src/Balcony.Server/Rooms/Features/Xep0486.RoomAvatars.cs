// XEP-0486: a room's vCard (XEP-0054), and the picture in it.
using System.Security.Cryptography;
using System.Text;
using Balcony.Server.Modules;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Rooms.Features;

internal sealed class RoomAvatars(IStorage storage, RoomOptions options) : RoomFeature
{
    // Owner: the room. The hashes stand beside the vCard, so that loading a room does not read its picture.
    private readonly IValueStore<byte[]> _cards = storage.OpenValue("room-vcards", BytesCodec.Instance);
    private readonly IValueStore<string> _hashes = storage.OpenValue("room-avatars", TextCodec.Instance);

    public override void Register(ModuleBuilder module)
    {
        module.OnGet<VCardQuery>(IqTarget.Room, GetAsync);
        module.OnSet<VCard>(IqTarget.Room, Set);
        // §3.1: by this feature of the service clients know that its rooms have pictures. It has a vCard itself, with nothing but its name.
        module.OnGet<VCardQuery>(IqTarget.RoomService, (_, _) => IqReply.Result(new VCard(XmlElement.Build(
            writer => writer.Start(VCard.ElementName, VCard.Ns).Start("FN").Text(options.Name).End().End()))));
    }

    public override async ValueTask LoadAsync(Room room) =>
        room.StateOf<Pictures>().Hashes = await _hashes.GetAsync(room.Address).ConfigureAwait(false) is { } known ? known.Split(' ') : [];

    public override void Describe(Room room, RoomDescription description)
    {
        if (room.StateOf<Pictures>().Hashes is { Count: > 0 } hashes)
        {
            description.Fields.Add(new FormField(RoomAvatar.HashField, FormFieldType.TextMulti) { Label = "Avatar hash", Values = hashes });
        }
    }

    // §5.2: older clients look for it there, others take it for an occupant without a name.
    public override ValueTask OnEnteredAsync(Room room, Entry entry, OccupantSession session)
    {
        if (options.AvatarInPresence && room.StateOf<Pictures>().Hashes is [var hash, ..])
        {
            room.Deliver(session, Announcement(room, hash));
        }
        return default;
    }

    private async ValueTask<IqReply> GetAsync(IqContext context, VCardQuery query)
    {
        var room = context.Room!;
        if (!room.MayEnter(context.From.Bare))
        {
            return IqReply.Error(StanzaError.Forbidden);
        }
        return await _cards.GetAsync(room.Address, context.Cancel).ConfigureAwait(false) is { } xml
            ? IqReply.Result(new VCard(XmlElement.Parse(xml))) : IqReply.Error(StanzaError.ItemNotFound);
    }

    private ValueTask<IqReply> Set(IqContext context, VCard card)
    {
        var room = context.Room!;
        if (room.AffiliationOf(context.From.Bare) != MucAffiliation.Owner)
        {
            return IqReply.Error(StanzaError.Forbidden.With("only owners set the picture of a room"));
        }
        room.CheckConfigured();
        byte[] xml = Encoding.UTF8.GetBytes(card.Content.ToXml());
        if (xml.Length > options.MaxVCardBytes)
        {
            return IqReply.Error(StanzaError.PolicyViolation.With($"a vCard may have {options.MaxVCardBytes} bytes"));
        }
        // §3.2: an empty one takes the picture away, and is what is read from then on.
        var hashes = HashesOf(card.Content);
        var unit = new UnitOfWork().Set(_cards, room.Address, xml);
        unit = hashes.Count > 0 ? unit.Set(_hashes, room.Address, string.Join(' ', hashes)) : unit.Remove(_hashes, room.Address);
        var ticket = storage.Commit(unit);
        room.AfterCommit(ticket, () => Changed(room, hashes));
        return IqReply.Result().After(ticket);
    }

    private void Changed(Room room, List<string> hashes)
    {
        room.StateOf<Pictures>().Hashes = hashes;
        room.TellOfChange();
        if (options.AvatarInPresence)
        {
            var announcement = Announcement(room, hashes.Count > 0 ? hashes[0] : "");
            foreach (var session in room.Audience)
            {
                room.Deliver(session, announcement);
            }
        }
    }

    private static Presence Announcement(Room room, string hash) => new(PresenceType.Available, null, room.Address, null, new VCardUpdate(hash));

    // §5.1: several pictures are one in several formats. XEP-0153 names the hash.
    private static List<string> HashesOf(XmlElement card)
    {
        var hashes = new List<string>();
        foreach (var photo in card.Children.Where(child => child.Is("PHOTO", VCard.Ns)))
        {
            if (photo.Child("BINVAL", VCard.Ns)?.Text is not { } text || string.IsNullOrWhiteSpace(text))
            {
                continue;
            }
            byte[] bytes = new byte[text.Length];
            if (!Convert.TryFromBase64String(text, bytes, out int length))
            {
                throw new StanzaException(StanzaError.BadRequest.With("a picture is in base64"));
            }
#pragma warning disable CA5350 // XEP-0153 §3.1 names SHA-1; it is an identifier here, not a proof
            hashes.Add(Convert.ToHexStringLower(SHA1.HashData(bytes.AsSpan(0, length))));
#pragma warning restore CA5350
        }
        return hashes;
    }

    internal sealed class Pictures
    {
        /// <summary>In hexadecimal; empty: there is no picture.</summary>
        public IReadOnlyList<string> Hashes { get; set; } = [];
    }
}
