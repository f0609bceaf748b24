// XEP-0484: logging in again by a token. The exchange is in Streams/LoginExchange.cs, the tokens are in Accounts/ClientAccess.Tokens.cs; this turns them on.
using Balcony.Server.Accounts;

namespace Balcony.Server.Modules;

/// <summary>XEP-0484: Fast Authentication Streamlining Tokens.</summary>
public sealed class FastModule : IModule
{
    public static ModuleInfo Info => new("fast", new Xep(484, "0.2.0", "TLS 0-RTT is not offered"))
    {
        Summary = "Tokens that clients log in with again, each bound to the client, and to the channel where there is something to bind to.",
        Options = typeof(FastOptions),
    };

    public void Register(ModuleBuilder module) => module.OffersTokens();
}
