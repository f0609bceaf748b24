// XEP-0202: what time it is here.
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Modules;

/// <summary>XEP-0202: the server's time and its offset from UTC.</summary>
public sealed class EntityTimeModule(TimeProvider clock) : IModule
{
    public static ModuleInfo Info => new("time", new Xep(202, "2.0")) { Summary = "The server's time." };

    public void Register(ModuleBuilder module) =>
        module.OnGet<EntityTimeQuery>(IqTarget.Server | IqTarget.RoomService, (_, _) => IqReply.Result(new EntityTime(clock.GetLocalNow())));
}
