// What the account keeps of the stanzas that it sends and receives (design decision 3, ADR 006).
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Accounts;

public sealed partial class Account
{
    // What the filters of the stanza in hand asked for.
    private LedgerFlags? _keep;

    // Of the last inbound stanza that was kept: until it is settled, reading the ledger may miss it.
    private Receipt? _lastKept;

    private readonly SentStanzas _sentStanzas = new();

    // While it is not settled: everything up to here is.
    private long _settledUpTo;

    /// <summary>The stanza in hand is to be kept; called by filters of the stages that keep.</summary>
    internal void Keep(LedgerFlags flags) => _keep = flags;

    /// <summary>The stanza in hand is kept so that it may be delivered late: if its resource is gone, it goes to the account instead of back.</summary>
    internal bool KeepsForLater => _keep is { } flags && (flags & LedgerFlags.ArchiveOnly) == 0;

    // The sender's part waits for the recipient's mailbox, so that a local message is written once.
    private void KeepOutbound(Stanza stanza, Receipt receipt)
    {
        if (_keep is not { } flags)
        {
            return;
        }
        var contact = stanza.To?.Bare ?? Address;
        if (!contact.Equals(Address))
        {
            receipt.KeepForSender(this, stanza, new LedgerOwner(Address, contact, LedgerDirection.Outbound, flags), _sentStanzas);
        }
    }

    /// <summary>Completes when everything that the account has kept so far, of what it sent and got, is in the ledger or never will be. Asked in this mailbox, which must
    /// not wait for it.</summary>
    internal Task WhenKeptAsync()
    {
        var sent = _sentStanzas.WhenSettledAsync();
        if (_lastKept is null or { IsSettled: true })
        {
            return sent;
        }
        var received = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _lastKept.OnSettled(received.SetResult);
        return Task.WhenAll(sent, received.Task);
    }

    // Both parts of a local message, or the recipient's of one from elsewhere.
    private void KeepInbound(Stanza stanza, Jid to, Receipt receipt, LedgerFlags flags)
    {
        var mine = new LedgerOwner(Address, stanza.From?.Bare ?? Host, LedgerDirection.Inbound, flags);
        var owners = receipt.TakeSender() is { } sender ? [sender.Owner, mine] : new[] { mine };
        Append(receipt, stanza.To is null || !to.Bare.Equals(stanza.To.Bare) ? stanza.Readdress(to, stanza.From) : stanza, owners);
        if (_lastKept is null or { IsSettled: true })
        {
            _settledUpTo = receipt.Record!.Id - 1;
        }
        _lastKept = receipt;
    }

    /// <summary>Writes a stanza to the ledger, with the sending session's count; the receipt waits for the commit. If that fails, the sender is told.</summary>
    internal void Append(Receipt receipt, Stanza stanza, params LedgerOwner[] owners)
    {
        var (record, ticket) = receipt.Keep(_services.Storage, _services.Clock.GetUtcNow(), stanza, owners);
        CommitBegins();
        ticket.OnCompleted(
            (done, _) =>
            {
                CommitEnds();
                if (done.IsFailed)
                {
                    NotKept(done, stanza, record);
                }
            },
            null);
    }

    private void NotKept(CommitTicket ticket, Stanza stanza, LedgerRecord record)
    {
        RoutingLog.CommitFault(Logger, Address.ToString(), ticket.Error);
        Run(account =>
        {
            account._inbox.Forget(record.Id);
            account._services.Router.Bounce(stanza, StanzaError.ResourceConstraint);
            return default;
        });
    }

    /// <summary>Reads what a session's queue holds by its position only, as far as it is about to be written.</summary>
    internal async Task LoadAsync(SessionQueue queue)
    {
        foreach (var (place, id) in queue.NotLoaded(PageSize))
        {
            try
            {
                var entry = await _services.Storage.Ledger.GetAsync(Address, id).ConfigureAwait(false);
                queue.Load(place, id, entry?.Read(), entry?.Time ?? default);
                if (entry is null)
                {
                    Run(account =>
                    {
                        account._inbox.Forget(id);
                        return default;
                    });
                }
            }
            catch (StorageException fault)
            {
                // The store is gone for the moment; what it has is not lost.
                RoutingLog.LoadFault(Logger, Address.ToString(), fault);
                await Task.Delay(StorageRetry, _services.Clock).ConfigureAwait(false);
                return;
            }
        }
    }
}
