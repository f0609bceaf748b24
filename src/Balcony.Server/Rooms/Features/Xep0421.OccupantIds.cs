// XEP-0421: a name for who speaks that is the same whenever he comes, and says nothing of who he is.
using System.Buffers.Text;
using System.Security.Cryptography;
using Balcony.Server.Modules;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Rooms.Features;

internal sealed class OccupantIds : RoomFeature
{
    // Of the 32 that a MAC has; the text has 32 characters.
    private const int Bytes = 24;

    private readonly byte[] _key = new byte[HMACSHA256.HashSizeInBytes];

    public OccupantIds(IStorage storage) => HKDF.DeriveKey(HashAlgorithmName.SHA256, storage.Secret.Span, _key, salt: [], "occupant ids"u8);

    // §4: all rooms have it, so the service says so, too.
    public override void Register(ModuleBuilder module) => module.Feature(IqTarget.Room | IqTarget.RoomService, OccupantId.Ns);

    public override void AddPresence(Room room, Occupant occupant, XmlWriter writer) => Of(room, occupant).Write(writer);

    public override void AddMessage(Room room, Occupant sender, Message message, XmlWriter writer) => Of(room, sender).Write(writer);

    // §4: what somebody claims to be is replaced.
    public override bool IsReserved(XmlElement child) => child.Is(OccupantId.ElementName, OccupantId.ElementNs);

    public OccupantId Of(Room room, Occupant occupant) => occupant.StateOf<Known>().Id ??= Of(room.Address, occupant.Account);

    /// <summary>§4.1: of the room and the account, with a key that nobody else has; in another room it is another one.</summary>
    public OccupantId Of(BareJid room, BareJid account)
    {
        byte[] named = [.. room.Utf8, 0, .. account.Utf8];
        return new OccupantId(Base64Url.EncodeToString(HMACSHA256.HashData(_key, named).AsSpan(0, Bytes)));
    }

    private sealed class Known
    {
        public OccupantId? Id { get; set; }
    }
}
