// RFC 3921 §3: session establishment, a round trip that means nothing since RFC 6121 and that older clients still make.
using Balcony.Server.Streams;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Modules;

/// <summary>Answers session requests, and says that they are optional.</summary>
public sealed class LegacySessionModule : IModule
{
    public static ModuleInfo Info => new("legacy-session") { Summary = "Session establishment for clients of before 2011 (RFC 3921 §3)." };

    public void Register(ModuleBuilder module)
    {
        module.StreamFeature(StreamPhase.Binding, (_, writer) => new LegacySession(IsOptional: true).Write(writer));
        module.OnSet<LegacySession>(IqTarget.OwnAccount | IqTarget.Server, (_, _) => IqReply.Result());
    }
}
