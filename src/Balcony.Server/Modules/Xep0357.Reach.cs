// XEP-0357 §7: which of an account's clients something is news for: those that are away, and those that turn out to be.
using Balcony.Server.Accounts;
using Balcony.Server.Routing;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Modules;

/// <summary>What was delivered to a client with a connection that may be dead.</summary>
/// <param name="Session">The client's.</param>
/// <param name="Since">When the first of it was delivered, as a timestamp.</param>
/// <param name="UpTo">The client has all of it when it acknowledged so many stanzas (XEP-0198 §4); the queue may have written fewer, never more.</param>
/// <param name="News">All of it; its messages are those of this doubt only.</param>
/// <param name="Receipt">Of the last stanza; null when nobody waits for it.</param>
internal sealed record PushDoubt(Session Session, long Since, uint UpTo, PushNews News, Receipt? Receipt)
{
    /// <summary>The client has it all: it counted so far, or was heard of since and has everything that was written.</summary>
    public bool IsOver => unchecked((int)(Session.Queue.Acknowledged - UpTo)) >= 0 || (Session.Queue.Unacknowledged == 0 && WasHeard);

    public bool WasHeard => Session.Shell.LastHeard > Since;
}

/// <summary>Decides in the account's mailbox; what it decided goes out when the stanza is committed.</summary>
internal sealed class PushReach(PushOutbox outbox, PushOptions options, TimeProvider clock)
{
    /// <summary>Something came that is worth a notification.</summary>
    /// <param name="flow">The stanza.</param>
    /// <param name="message">The message; null for a subscription request.</param>
    /// <param name="urgency">How urgent it is.</param>
    public void Tell(StanzaFlow flow, Message? message, PushUrgency urgency)
    {
        foreach (var target in PushTargets.Of(flow.Account).All)
        {
            if (message is not null && IsForOthers(message, target.Registration))
            {
                continue;
            }
            var session = target.Registration.SessionIn(flow.Account);
            var news = new PushNews(message is null ? 0 : 1, message?.From, message?.Body, urgency);
            if (session is null || session.IsHibernating || !Takes(session, flow.Stanza))
            {
                target.Unseen += news.Messages;
                target.Last = news = news with { Messages = target.Unseen };
                // Without a session, what nobody keeps is lost: there would be nothing to find.
                bool isHeld = message is null || session is { IsHibernating: true };
                WhenCommitted(flow.Receipt, isHeld, () => outbox.Offer(flow.Account, target.Registration, news));
            }
            else if (session.HasStreamManagement)
            {
                // The stanza in hand is delivered next.
                Doubt(flow.Account, target, session, news, UpTo(session) + 1, flow.Receipt);
            }
        }
    }

    /// <summary>A room has put a message into the queue of a session.</summary>
    public void TellOfRoom(Session session, Message message, PushUrgency urgency, Receipt? gate)
    {
        foreach (var target in PushTargets.Of(session.Account).All.Where(target => target.Registration.IsOf(session)))
        {
            var news = new PushNews(1, message.From, message.Body, urgency);
            if (session.IsHibernating)
            {
                Unseen(session.Account, target, news, gate);
            }
            else if (session is { IsClosed: false, HasStreamManagement: true })
            {
                Doubt(session.Account, target, session, news, UpTo(session), gate);
            }
        }
    }

    /// <summary>A message was said in a room where the account is a member, and none of its sessions is: news for clients that are away.</summary>
    public void TellOfMissed(Account account, Message message, PushUrgency urgency, Receipt? gate)
    {
        foreach (var target in PushTargets.Of(account).All)
        {
            if (target.Registration.SessionIn(account) is null or { IsHibernating: true })
            {
                Unseen(account, target, new PushNews(1, message.From, message.Body, urgency), gate);
            }
        }
    }

    /// <summary>The client's connection is gone, or its session: what it may not have got is news.</summary>
    public void Lost(Session session)
    {
        foreach (var target in PushTargets.Of(session.Account).All)
        {
            // An ended session's queue is empty; what it had not taken waits in the account.
            if (target.Doubt is { } doubt && ReferenceEquals(doubt.Session, session))
            {
                target.Doubt = null;
                if (session.IsClosed ? session.Account.HasWaiting : !doubt.IsOver)
                {
                    Offer(session.Account, target, doubt);
                }
            }
        }
    }

    /// <summary>The client is there, and gets what waits for it.</summary>
    public void Back(Session session)
    {
        foreach (var target in PushTargets.Of(session.Account).All)
        {
            if (target.Registration.IsOf(session))
            {
                // It may be gone again before it has it.
                target.Doubt = target.Last is { } last && target.Unseen > 0 && session.HasStreamManagement
                    ? new PushDoubt(session, clock.GetTimestamp(), UpTo(session), last with { Messages = target.Unseen }, null) : null;
                target.Unseen = 0;
                outbox.Withdraw(session.Account, target.Registration);
            }
        }
    }

    // For another device, and not for this one either when it comes.
    private static bool IsForOthers(Message message, PushRegistration registration) =>
        message.To is FullJid to && to.Resource != registration.Resource
        && (message.Type == MessageType.Groupchat || message.Has("private", CarbonReceived.Ns) || Hint.NoCopy.IsIn(message));

    private static bool Takes(Session session, Stanza stanza) => (session.IsAvailable && session.Priority >= 0) || session.Address.Equals(stanza.To);

    private static void WhenCommitted(Receipt? receipt, bool isHeld, Action action)
    {
        if (receipt is null)
        {
            action();
            return;
        }
        receipt.OnSettled(() =>
        {
            if (!receipt.IsFailed && (isHeld || receipt.IsKept))
            {
                action();
            }
        });
    }

    // The room keeps it: the client finds it there.
    private void Unseen(Account account, PushTarget target, PushNews news, Receipt? gate)
    {
        target.Unseen += news.Messages;
        target.Last = news = news with { Messages = target.Unseen };
        WhenCommitted(gate, isHeld: true, () => outbox.Offer(account, target.Registration, news));
    }

    private void Doubt(Account account, PushTarget target, Session session, PushNews news, uint upTo, Receipt? receipt)
    {
        var before = target.Doubt is { } doubt && ReferenceEquals(doubt.Session, session) && !doubt.IsOver ? doubt : null;
        news = before is null ? news : before.News.Then(news with { Messages = before.News.Messages + news.Messages });
        target.Doubt = new PushDoubt(session, before?.Since ?? clock.GetTimestamp(), upTo, news, receipt);
        if (before is null && session.IsInactive)
        {
            CheckLater(account, target.Registration.Key);
        }
    }

    private static uint UpTo(Session session) => unchecked(session.Queue.Sent + (uint)session.Queue.Waiting);

    // One timer at most waits for each registration: the next is made when it has fired.
    private void CheckLater(Account account, string key)
    {
        ITimer? timer = null;
        timer = clock.CreateTimer(
            _ =>
            {
                timer?.Dispose();
                account.Run(owner =>
                {
                    Check(owner, key);
                    return default;
                });
            },
            null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(options.AcknowledgeWithin, Timeout.InfiniteTimeSpan);
    }

    private void Check(Account account, string key)
    {
        if (PushTargets.Of(account).Find(key) is not { Doubt: { } doubt } target)
        {
            return;
        }
        if (doubt.IsOver)
        {
            target.Doubt = null;
        }
        else if (doubt.WasHeard || clock.GetElapsedTime(doubt.Since) < options.AcknowledgeWithin)
        {
            // Slow, or newer than what the timer was set for.
            CheckLater(account, key);
        }
        else if (doubt.Session.IsInactive)
        {
            target.Doubt = null;
            Offer(account, target, doubt);
        }
    }

    private void Offer(Account account, PushTarget target, PushDoubt doubt)
    {
        target.Unseen += doubt.News.Messages;
        var news = target.Last = doubt.News with { Messages = target.Unseen };
        WhenCommitted(doubt.Receipt, isHeld: true, () => outbox.Offer(account, target.Registration, news));
    }
}
