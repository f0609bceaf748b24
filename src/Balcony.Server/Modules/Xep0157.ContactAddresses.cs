// XEP-0157: where to write about abuse, security and the like.
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Modules;

/// <summary>XEP-0157: the contact addresses in the server's disco#info.</summary>
public sealed class ContactModule(ContactAddresses addresses) : IModule
{
    public static ModuleInfo Info => new("contact", new Xep(157, "1.1.1")) { Summary = "Contact addresses of the service.", Options = typeof(ContactAddresses) };

    public void Register(ModuleBuilder module) => module.ExtendedInfo(IqTarget.Server | IqTarget.RoomService, _ => addresses.ToForm());
}
