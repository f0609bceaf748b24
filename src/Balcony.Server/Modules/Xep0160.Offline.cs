// XEP-0160: keeps messages for accounts without a session that takes them, and delivers them with the time they came (XEP-0203).
using System.ComponentModel.DataAnnotations;
using Balcony.Server.Routing;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>Limits of offline messages.</summary>
public sealed record OfflineOptions
{
    /// <summary>Messages that wait for one account; the sender of one more is told that it cannot be reached.</summary>
    [Range(1, 1_000_000)]
    public int MaxPerAccount { get; init; } = 5_000;
}

/// <summary>XEP-0160: offline messages. The account's inbox delivers what its ledger has; this says what is kept when nobody is there and no archive keeps it.</summary>
public sealed class OfflineModule(OfflineOptions options) : IModule
{
    public static ModuleInfo Info => new("offline", new Xep(160, "1.0.1"), new Xep(203, "2.0"))
    {
        Summary = "Messages for accounts that are away.",
        Options = typeof(OfflineOptions),
    };

    public void Register(ModuleBuilder module)
    {
        // §4
        module.Feature(IqTarget.Server, "msgoffline");
        module.Filter(Stage.Undelivered, Flow.Inbound, Keep);
    }

    private async ValueTask<Verdict> Keep(StanzaFlow flow)
    {
        if (flow.Stanza is not Message message || !IsKept(message)
            || await flow.Account.CountWaitingAsync().ConfigureAwait(false) >= options.MaxPerAccount)
        {
            return Verdict.Continue;
        }
        flow.Keep(LedgerFlags.UntilDelivered);
        return Verdict.Drop;
    }

    // §3: normal and chat, but not what is of the moment only (chat states alone) or says that it is not to be kept (XEP-0334).
    private static bool IsKept(Message message) =>
        message.Type is MessageType.Normal or MessageType.Chat && MessageContent.HasContent(message)
        && !Hint.NoStore.IsIn(message);
}
