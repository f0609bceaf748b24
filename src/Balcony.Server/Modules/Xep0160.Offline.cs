// XEP-0160: keeps messages for accounts without a session that takes them, and delivers them with the time they came (XEP-0203).
using System.ComponentModel.DataAnnotations;
using Balcony.Server.Accounts;
using Balcony.Server.Routing;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Modules;

/// <summary>Limits of offline messages.</summary>
public sealed record OfflineOptions
{
    /// <summary>Messages that wait for one account; the sender of one more is told that it cannot be reached.</summary>
    [Range(1, 1_000_000)]
    public int MaxPerAccount { get; init; } = 5_000;
}

/// <summary>XEP-0160: offline messages. The ledger keeps them; this says which, and when they are delivered.</summary>
public sealed class OfflineModule(IStorage storage, TimeProvider clock, OfflineOptions options) : IModule
{
    private const string ChatStatesNs = "http://jabber.org/protocol/chatstates";
    private const string HintsNs = "urn:xmpp:hints";
    private const int PageSize = 100;

    private static readonly AccountKey<Waiting> WaitingKey = new("offline messages that wait");

    public static ModuleInfo Info => new("offline", new Xep(160, "1.0.1"), new Xep(203, "2.0"))
    {
        Summary = "Messages for accounts that are away.",
        Options = typeof(OfflineOptions),
    };

    public void Register(ModuleBuilder module)
    {
        // §4
        module.Feature(IqTarget.Server, "msgoffline");
        module.AccountState(WaitingKey, async account => new Waiting { Count = await storage.Ledger.CountOfflineAsync(account.Address).ConfigureAwait(false) });
        module.Filter(Stage.Undelivered, Flow.Inbound, Keep);
        module.On<PresenceChanged>(DeliverAsync);
    }

    private ValueTask<Verdict> Keep(StanzaFlow flow)
    {
        if (flow.Stanza is not Message message || !IsKept(message))
        {
            return new(Verdict.Continue);
        }
        var waiting = flow.Account.Get(WaitingKey);
        if (waiting.Count >= options.MaxPerAccount)
        {
            return new(Verdict.Continue);
        }
        waiting.Count++;
        var owner = new LedgerOwner(flow.Account.Address, message.From!.Bare, LedgerDirection.Inbound, LedgerFlags.UntilDelivered);
        flow.Hold(storage.Commit(new UnitOfWork().Append(new LedgerRecord(clock.GetUtcNow(), message.ToUtf8(), owner))));
        return new(Verdict.Drop);
    }

    // §3: normal and chat, but not what is of the moment only (chat states alone) or says that it is not to be kept (XEP-0334).
    private static bool IsKept(Message message)
    {
        if (message.Type is not (MessageType.Normal or MessageType.Chat) || message.Has("no-store", HintsNs) || message.Has("no-permanent-store", HintsNs))
        {
            return false;
        }
        bool hasContent = false;
        foreach (var child in message.Element.Children)
        {
            hasContent |= child.Namespace != ChatStatesNs && child.Name != "thread";
        }
        return hasContent;
    }

    // §3, RFC 6121 §8.5.2.1: when a session of non-negative priority is there.
    private async ValueTask DeliverAsync(PresenceChanged fact)
    {
        var session = fact.Session;
        var account = session.Account;
        var waiting = account.Get(WaitingKey);
        if (waiting.Count == 0 || !session.IsAvailable || session.Priority < 0)
        {
            return;
        }
        long last = 0;
        while (true)
        {
            var page = await storage.Ledger.OfflineAsync(account.Address, PageSize, last).ConfigureAwait(false);
            if (page.Count == 0)
            {
                waiting.Count = 0;
                return;
            }
            var unit = new UnitOfWork();
            foreach (var entry in page)
            {
                if (!session.Deliver(Restore(entry, account)))
                {
                    return;
                }
                unit.RemoveEntry(account.Address, entry.Id);
                last = entry.Id;
            }
            // Written first: what is not, because the session was lost, is handled again when it ends (Account.Reroute).
            session.Flush();
            waiting.Count = Math.Max(0, waiting.Count - page.Count);
            _ = storage.Commit(unit);
        }
    }

    private static Stanza Restore(LedgerEntry entry, Account account) =>
        Stanza.Read(XmlElement.Parse(entry.Stanza.Span)).With(new Delay(entry.Time, account.Host, null));

    private sealed class Waiting
    {
        public int Count { get; set; }
    }
}
