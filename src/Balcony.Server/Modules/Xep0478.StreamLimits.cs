// XEP-0478: tells clients in the stream features how large a stanza may be and how long they may be silent.
using Balcony.Server.Streams;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Modules;

/// <summary>XEP-0478: the limits of the stream as it stands (§2).</summary>
public sealed class StreamLimitsModule(StreamLimits limits, PingOptions ping) : IModule
{
    public static ModuleInfo Info => new("stream-limits", new Xep(478, "0.2.0")) { Summary = "The limits that the server sets, told in advance." };

    public void Register(ModuleBuilder module)
    {
        module.StreamFeature(StreamPhase.Login, (_, writer) => new LimitsFeature(limits.BeforeLogin.MaxStanzaBytes).Write(writer));
        long? idleSeconds = ping.IdleAfter > TimeSpan.Zero ? (long)(ping.IdleAfter + ping.AnswerWithin).TotalSeconds : null;
        module.StreamFeature(StreamPhase.Binding, (_, writer) => new LimitsFeature(limits.AfterLogin.MaxStanzaBytes, idleSeconds).Write(writer));
    }
}
