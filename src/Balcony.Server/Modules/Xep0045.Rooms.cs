// XEP-0045: rooms. They themselves, and everything that they can do, are in Rooms/.
using Balcony.Server.Rooms;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Modules;

/// <summary>XEP-0045: rooms for many, at a domain of their own below each host.</summary>
internal sealed class RoomsModule(RoomDirectory rooms) : IModule, IDiscoNodes
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    public static ModuleInfo Info => new(
        "rooms",
        new Xep(45, "1.35.1"),
        new Xep(307, "0.1"),
        new Xep(317, "0.3.1"),
        new Xep(410, "1.1.0", "a room answers self-pings itself"),
        new Xep(421, "1.0.1"),
        new Xep(424, "0.4.2"),
        new Xep(425, "0.3.0"),
        new Xep(433, "0.1.0", "rooms of the service that is asked"),
        new Xep(463, "0.2.0", "as many changes back as maxAffiliationChanges says"),
        new Xep(486, "0.1.0"),
        new Xep(488, "0.1.0"),
        new Xep(492, "0.2.0", "a member asks the room itself, which decides whom a message wakes; settings in bookmarks are the clients'"),
        new Xep(500, "0.1.1"))
    {
        Summary = "Rooms, in which many people talk.",
        Options = typeof(RoomOptions),
    };

    public void Register(ModuleBuilder module)
    {
        module.Nodes(IqTarget.Server, this);
        foreach (var feature in rooms.Services.Features)
        {
            feature.Register(module);
        }
        module.Every(SweepInterval, _ =>
        {
            rooms.Sweep();
            return default;
        });
    }

    public DiscoInfo? InfoOf(IqContext context, string node) => null;

    // XEP-0030 §4.1: clients find the service among the host's items.
    public IReadOnlyList<DiscoItem>? ItemsOf(IqContext context, string? node) =>
        node is null && rooms.Of(context.Host) is { } service ? [new DiscoItem(service.Address, null, rooms.Services.Options.Name)] : null;
}
