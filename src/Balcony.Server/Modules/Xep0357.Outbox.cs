// XEP-0357 §7: what is published, for which registration, and what becomes of it.
using System.Collections.Concurrent;
using Balcony.Server.Accounts;
using Balcony.Server.Metering;
using Balcony.Server.Routing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Modules;

/// <summary>The lines to all services that something is published to now. Any thread.</summary>
internal sealed class PushOutbox(
    PushRegistrations registrations, IIqSender iqs, PushOptions options, TimeProvider clock, ServerMetrics metrics, ILogger<PushOutbox> logger) : IDisposable
{
    private readonly ConcurrentDictionary<(BareJid Account, string Key), PushLine> _lines = new();

    /// <summary>Lines in memory, for tests.</summary>
    internal int Count => _lines.Count;

    /// <summary>Tells a registration's service, now or when its interval is over.</summary>
    public void Offer(Account account, PushRegistration registration, PushNews news)
    {
        var place = (account.Address, registration.Key);
        if (!_lines.TryGetValue(place, out var line))
        {
            if (_lines.Count >= options.MaxUnderWay)
            {
                // The message itself is kept; the next one may find room.
                metrics.Pushed(PushResult.Dropped);
                return;
            }
            line = _lines.GetOrAdd(place, _ => new PushLine(options, clock, one => PublishAsync(account, registration.Key, one)));
        }
        line.Offer(news);
    }

    /// <summary>The client is there, or wants nothing any more.</summary>
    public void Withdraw(Account account, PushRegistration registration)
    {
        if (_lines.TryGetValue((account.Address, registration.Key), out var line))
        {
            line.Withdraw();
        }
    }

    /// <summary>Forgets the lines that are at rest.</summary>
    public void Sweep()
    {
        foreach (var (place, line) in _lines)
        {
            if (line.IsIdle && _lines.TryRemove(new(place, line)))
            {
                line.Dispose();
            }
        }
    }

    public void Dispose()
    {
        foreach (var line in _lines.Values)
        {
            line.Dispose();
        }
    }

    // From the account's mailbox, which knows the registration as it is now: the client may have given other options, or have disabled it.
    private Task<PushOutcome> PublishAsync(Account account, string key, PushNews news)
    {
        var ended = new TaskCompletionSource<PushOutcome>();
        account.Run(owner =>
        {
            _ = FinishAsync(owner, key, news, ended);
            return default;
        });
        return ended.Task;
    }

    // Up to the request in the mailbox, what follows wherever the answer is handled.
    private async Task FinishAsync(Account account, string key, PushNews news, TaskCompletionSource<PushOutcome> ended)
    {
        var outcome = PushOutcome.Done;
        try
        {
            if (PushTargets.Of(account).Find(key) is { } target)
            {
                outcome = await PublishAsync(account, target.Registration, Summary(account, news), news.Urgency).ConfigureAwait(false);
            }
        }
        finally
        {
            ended.SetResult(outcome);
        }
    }

    private async Task<PushOutcome> PublishAsync(Account account, PushRegistration registration, PushSummary summary, PushUrgency urgency)
    {
        var notification = new PushNotification { Summary = summary, Urgency = registration.WantsUrgency ? urgency : null };
        var publish = new PushPublish(registration.Node, notification) { Options = registration.Options };
        // §7: from the host, as the examples have it since version 0.3.
        var answer = await iqs.AskAsync(IqType.Set, account.Host, registration.Service, publish, options.AnswerWithin).ConfigureAwait(false);
        switch (answer.Error)
        {
            case null:
                metrics.Pushed(PushResult.Published);
                Report(account, registration.Key, null);
                return PushOutcome.Done;
            case { Type: StanzaErrorType.Wait or StanzaErrorType.Continue }:
                metrics.Pushed(PushResult.Deferred);
                return PushOutcome.TryAgain;
            case var refusal:
                metrics.Pushed(PushResult.Refused);
                Report(account, registration.Key, refusal);
                return PushOutcome.Done;
        }
    }

    private PushSummary Summary(Account account, PushNews news) => new()
    {
        MessageCount = news.Messages,
        PendingSubscriptionCount = account.Roster.Requests.Count() is > 0 and var requests ? requests : null,
        LastMessageSender = options.ShowSender ? news.Sender : null,
        LastMessageBody = options.ShowBody ? Shorten(news.Body) : null,
    };

    private string? Shorten(string? body)
    {
        if (body is null || body.Length <= options.MaxBodyCharacters)
        {
            return body;
        }
        // Not between the halves of a pair.
        int length = char.IsHighSurrogate(body[options.MaxBodyCharacters - 1]) ? options.MaxBodyCharacters - 1 : options.MaxBodyCharacters;
        return body[..length];
    }

    // §7.1: errors in a row end a registration; a success forgets them.
    private void Report(Account account, string key, StanzaError? error)
    {
        account.Run(owner =>
        {
            if (PushTargets.Of(owner).Find(key) is not { } target || (error is null && target.Registration.Failures == 0))
            {
                return default;
            }
            int failures = error is null ? 0 : target.Registration.Failures + 1;
            if (failures < options.MaxFailures)
            {
                registrations.SetFailures(owner, target, failures);
                return default;
            }
            registrations.Remove(owner, [target]);
            metrics.PushDisabled();
            ModulesLog.PushDisabled(logger, owner.Address, target.Registration.Service, failures, error!.Condition);
            return default;
        });
    }
}
