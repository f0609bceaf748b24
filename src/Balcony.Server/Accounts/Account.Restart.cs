// XEP-0198 §5 over a restart: sessions that wait for their clients are written down when the server stops, and wait on when it is back.
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Accounts;

public sealed partial class Account
{
    private static readonly TimeSpan SettleCheck = TimeSpan.FromMilliseconds(5);

    /// <summary>Writes down the sessions that hibernate, and what was taken; for a server whose streams have all ended.</summary>
    internal Task SuspendAsync(CancellationToken cancel)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Run(async account =>
        {
            try
            {
                var unit = new UnitOfWork();
                foreach (var session in account._sessions.Where(session => session is { IsHibernating: true, Management: not null }))
                {
                    if (await account.WriteDownAsync(session, cancel).ConfigureAwait(false) is { } dormant)
                    {
                        unit.Set(account._services.Dormant, account.Address, session.Management!.Id, dormant);
                        // What the count covers is durable: a later crash tells the same.
                        unit.SetSession(account.Address, session.Management.Id, dormant.Received, dormant.Delivered);
                    }
                }
                await account.SaveInbox().ConfigureAwait(false);
                var ticket = account._services.Storage.Commit(unit);
                ticket.OnCompleted((_, _) => done.TrySetResult(), null);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                done.TrySetException(fault);
            }
        });
        return done.Task.WaitAsync(cancel);
    }

    private async ValueTask<DormantSession?> WriteDownAsync(Session session, CancellationToken cancel)
    {
        var management = session.Management!;
        // What came is handled, and what goes out is decided, within a commit's time.
        (uint Acknowledged, int Written, List<SessionItem> Items)? queue;
        while (!management.IsSettled || (queue = session.Queue.Snapshot()) is null)
        {
            await Task.Delay(SettleCheck, _services.Clock, cancel).ConfigureAwait(false);
        }
        if (session.GivesUpAt is not { } until || session.IsClosed)
        {
            return null;
        }
        return new DormantSession
        {
            Resource = session.Address.Resource!,
            Since = session.Since,
            RemoteAddress = session.Shell.RemoteAddress,
            Security = session.Shell.Security,
            Until = until,
            Resumable = management.Resumable,
            Received = management.Received,
            Acknowledged = queue.Value.Acknowledged,
            Written = queue.Value.Written,
            Delivered = management.Delivered,
            Offered = _inbox.Offered,
            MissedSince = session.CatchUp?.MissedSince ?? session.MissedSince,
            Presence = session.Presence is { } presence ? Text(presence) : null,
            IsInterested = session.IsInterested,
            IsInactive = session.IsInactive,
            Directed = [.. (session.Directed ?? []).Select(to => to.ToString())],
            Values = session.SaveValues(),
            Items =
            [
                .. queue.Value.Items.Select(item => new DormantItem(
                    item.LedgerId, item.LedgerId == 0 ? Text(item.Stanza!) : null, item.To?.ToString(), item.Form?.Name, _inbox.IsTransient(item.LedgerId))),
            ],
        };
    }

    // Once, when the account is loaded: the sessions that waited when the server stopped.
    private async ValueTask AwakenSessionsAsync()
    {
        foreach (var (id, dormant) in await _services.Dormants.TakeAsync(Address).ConfigureAwait(false))
        {
            // One whose time is up is given up at once.
            var left = dormant.Until - _services.Clock.GetUtcNow();
            Awaken(id, dormant, left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    private void Awaken(string id, DormantSession dormant, TimeSpan left)
    {
        var shell = new NoShell(dormant.RemoteAddress ?? "", dormant.Security, lastHeard: 0);
        var session = new Session(Address.WithResource(dormant.Resource), this, shell, _services.Options, dormant.Since);
        var management = new StreamManagement(id, Address, dormant.Resumable, _services.Dormants.Pace, _services.Storage) { Delivered = dormant.Delivered };
        management.Restore(dormant.Received);
        session.Manage(management);
        session.Queue.Restore(dormant.Acknowledged, dormant.Written, [.. dormant.Items.Select(Restore)]);
        session.RestoreValues(dormant.Values);
        session.IsInterested = dormant.IsInterested;
        session.Directed = dormant.Directed.Count == 0 ? null : [.. dormant.Directed.Select(Jid.Parse)];
        session.SetPresence((Presence?)Read(dormant.Presence));
        session.SetInactive(dormant.IsInactive, _services.Options.MaxHeldStanzas);
        session.Hibernate();
        session.MissedSince = dormant.MissedSince;
        if (dormant.Offered is { } offered)
        {
            _inbox.WasOffered(offered);
        }
        foreach (var item in dormant.Items.Where(item => item.LedgerId != 0))
        {
            _inbox.Hold(item.LedgerId, 1, item.IsTransient);
        }
        _sessions = [.. _sessions, session];
        _services.Metrics.SessionOpened();
        session.GiveUpAfter(_services.Clock, left);
        if (TakesMessages(session))
        {
            // What came in the moment of the restart.
            Run(account => account.CatchUpAsync(session));
        }
    }

    private static SessionItem Restore(DormantItem item) => new()
    {
        LedgerId = item.LedgerId,
        Stanza = Read(item.Stanza),
        To = item.To is { } to ? Jid.Parse(to) : null,
        Form = DeliveryForm.Find(item.Form),
    };

    private static Stanza? Read(string? text) => text is null ? null : Stanza.Read(XmlElement.Parse(text));

    private static string Text(Stanza stanza) => System.Text.Encoding.UTF8.GetString(stanza.ToUtf8());
}
