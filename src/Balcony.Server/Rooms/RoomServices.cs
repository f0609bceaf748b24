// What every room works with, held once.
using Balcony.Server.Modules;
using Balcony.Server.Routing;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Rooms;

/// <summary>What every room works with.</summary>
internal sealed record RoomServices(
    Router Router, RoomStore Store, IStorage Storage, StanzaIds StanzaIds, RoomOptions Options, IReadOnlyList<RoomFeature> Features, TimeProvider Clock, ILogger Logger)
{
    /// <summary>Answers requests; there before the first stanza.</summary>
    public IqDispatcher Dispatcher { get; set; } = null!;

    /// <summary>Says whether an address is an admin of a host.</summary>
    public required Func<BareJid, BareJid, bool> IsAdmin { get; init; }

    /// <summary>What the modules want to hear of.</summary>
    public required ServerRegistrations Registrations { get; init; }

    /// <summary>Asks occupants whether they are there.</summary>
    public required IIqSender Iqs { get; init; }

    /// <summary>Where rooms are found and forgotten.</summary>
    public required RoomDirectory Directory { get; init; }
}
