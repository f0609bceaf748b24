// XEP-0045 §7.2.9, §9.1: who is banned does not enter.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class Bans : RoomFeature
{
    public override ValueTask<StanzaError?> CheckEntryAsync(Room room, Entry entry) =>
        new(entry.Affiliation == MucAffiliation.Outcast ? StanzaError.Forbidden.With("you are banned from this room") : null);
}
