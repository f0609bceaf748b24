// XEP-0388: logging in by SASL2. The exchange itself is in Streams/ClientStream.Sasl2.cs; this turns it on.
namespace Balcony.Server.Modules;

/// <summary>XEP-0388: Extensible SASL Profile.</summary>
public sealed class Sasl2Module : IModule
{
    public static ModuleInfo Info => new(
        "sasl2",
        new Xep(388, "1.0.4", "whitespace during the exchange is tolerated"))
    {
        Summary = "Logging in with fewer round trips, and other things with the login.",
    };

    public void Register(ModuleBuilder module) => module.OffersSasl2();
}
