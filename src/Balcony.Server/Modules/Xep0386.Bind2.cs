// XEP-0386: binding a resource with the login. The binding is in Streams/ClientStream.Bind2.cs; this turns it on.
namespace Balcony.Server.Modules;

/// <summary>XEP-0386: Bind 2.</summary>
public sealed class Bind2Module : IModule
{
    public static ModuleInfo Info => new("bind2", new Xep(386, "1.1.0", "Offline messages that the archive does not have are delivered, and so is what a session that could not be resumed had not acknowledged.")) { Summary = "Binding a resource, and turning features on, with the login." };

    public void Register(ModuleBuilder module) => module.OffersBind2();
}
