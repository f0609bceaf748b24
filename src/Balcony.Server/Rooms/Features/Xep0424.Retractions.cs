// XEP-0424: who said something in a room takes it back.
using Balcony.Server.Modules;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Rooms.Features;

internal sealed class Retractions(IStorage storage, TimeProvider clock) : RoomFeature
{
    private readonly OccupantIds _occupants = new(storage);

    public override void Register(ModuleBuilder module)
    {
        // §2, §4
        module.Feature(IqTarget.Room, Retract.Ns);
        module.Feature(IqTarget.Room, Retract.TombstoneFeature);
    }

    // §4: what was taken back is the archive's to say.
    public override bool IsReserved(XmlElement child) => child.Is(Retracted.ElementName, Retracted.ElementNs);

    // §5: only what the same occupant said. Others' requests go on to everybody as any message does: clients look at the occupant, too.
    public override async ValueTask AddChangesAsync(Room room, Occupant sender, Message message, UnitOfWork unit)
    {
        if (Wanted(message) is { } name && await RetractableMessage.FindAsync(room, name).ConfigureAwait(false) is { IsTombstone: false } said
            && said.Author == _occupants.Of(room, sender).Id)
        {
            said.Bury(room, new Retracted(message.Id, clock.GetUtcNow()), unit);
        }
    }

    private static string? Wanted(Message message) =>
        message.TryGet<Retract>(out var retract) && retract.Moderated is null ? retract.Id
        : message.TryGet<FastenedRetract>(out var fastened) ? fastened.Id
        : null;
}
