// XEP-0425: a moderator takes back what somebody said in a room.
using System.Security.Cryptography;
using Balcony.Server.Modules;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Rooms.Features;

internal sealed class Moderation(IStorage storage, TimeProvider clock) : RoomFeature
{
    private const int MaxReason = 1_000;
    private const int IdBytes = 12;

    private readonly OccupantIds _occupants = new(storage);

    public override void Register(ModuleBuilder module)
    {
        module.OnSet<Moderate>(IqTarget.Room, (context, query) => TakeBackAsync(context, query.Id, query.Reason));
        // COMPAT(Gajim before 1.8, Converse.js, Cheogram, slixmpp): they ask as XEP-0425 0.2 did. Remove when they do not.
        module.OnSet<FastenedModerate>(IqTarget.Room, (context, query) => TakeBackAsync(context, query.Id, query.Reason), isAdvertised: false);
        module.Feature(IqTarget.Room, FastenedModerate.Ns);
    }

    // §5: only the room says that somebody was moderated.
    public override bool IsReserved(XmlElement child) =>
        (child.Is(Retract.ElementName, Retract.ElementNs) && child.Child(Moderated.ElementName, Moderated.ElementNs) is not null)
        || (child.Is(FastenedModerated.ElementName, FastenedModerated.ElementNs) && child.Child("moderated", FastenedModerate.Ns) is not null)
        || child.Namespace is Moderate.Ns or FastenedModerate.Ns;

    // §3
    private async ValueTask<IqReply> TakeBackAsync(IqContext context, string name, string? reason)
    {
        var room = context.Room!;
        if (room.FindSession(context.From)?.Occupant is not { Role: MucRole.Moderator } moderator)
        {
            return IqReply.Error(StanzaError.Forbidden);
        }
        if (reason?.Length > MaxReason)
        {
            return IqReply.Error(StanzaError.NotAcceptable.With($"a reason has at most {MaxReason} characters"));
        }
        if (await RetractableMessage.FindAsync(room, name).ConfigureAwait(false) is not { Author: not null } said)
        {
            return IqReply.Error(StanzaError.ItemNotFound);
        }
        if (said.IsTombstone)
        {
            // Somebody was faster.
            return IqReply.Result();
        }
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var moderated = new Moderated(moderator.Address, _occupants.Of(room, moderator).Id);
        var unit = new UnitOfWork();
        said.Bury(room, new Retracted(id, clock.GetUtcNow()) { Moderated = moderated, Reason = reason }, unit);
        var told = new Message(
            MessageType.Groupchat, null, room.Address, id, new Retract(name) { Moderated = moderated, Reason = reason },
            new FastenedModerated(name, moderator.Address, reason));
        return IqReply.Result().After(room.Say(told, null, null, unit: unit));
    }
}
