// A bound resource (RFC 6120 §7): the state that belongs to the account's mailbox; the connection is a replaceable shell (design decision 7).
using Balcony.Server.Accounts;
using Balcony.Server.Routing;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;

namespace Balcony.Server.Sessions;

/// <summary>What carries a session's stanzas to the client. Any thread may call.</summary>
public interface ISessionShell
{
    /// <summary>Writes what is in the session's queue; returns at once if somebody is writing.</summary>
    void Flush();

    /// <summary>Ends the stream: what is queued is written, then the error and the closing tag. Later calls are ignored.</summary>
    void Close(StreamCondition condition, string? text = null);

    /// <summary>The client's address, for people.</summary>
    string RemoteAddress { get; }

    /// <summary>How the stream is protected, for people, such as <c>TLS 1.3</c>; null when it is not.</summary>
    string? Security { get; }

    /// <summary>When the client was last heard of, as a timestamp of the server's clock.</summary>
    long LastHeard { get; }
}

/// <summary>A bound resource. Its properties change only in its account's mailbox; any thread may read them and deliver to it.</summary>
public sealed class Session
{
    private readonly SessionQueue _queue;
    private ISessionShell _shell;
    private Slots _slots;
    private volatile bool _isClosed;
    private volatile Presence? _presence;
    private volatile int _priority;

    internal Session(FullJid address, Account account, ISessionShell shell, SessionOptions options, DateTimeOffset since)
    {
        Address = address;
        Account = account;
        _shell = shell;
        _queue = new SessionQueue(options.MaxQueuedStanzasPerSession, options.MaxQueuedBytesPerSession);
        Since = since;
    }

    public FullJid Address { get; }

    public Account Account { get; }

    public DateTimeOffset Since { get; }

    public ISessionShell Shell => _shell;

    internal SessionQueue Queue => _queue;

    /// <summary>The last available presence that was sent to everybody; null while the session is not available (RFC 6121 §4.2).</summary>
    public Presence? Presence => _presence;

    public bool IsAvailable => _presence is not null;

    /// <summary>The priority of the last presence; meaningless while not available.</summary>
    public int Priority => _priority;

    /// <summary>Whether the client asked for its roster, and so wants pushes (RFC 6121 §2.2).</summary>
    public bool IsInterested { get; internal set; }

    /// <summary>This session asked for the change of its account that ends all others, and waits for the answer.</summary>
    internal bool OutlivesChange { get; set; }

    /// <summary>The session has ended: nothing is taken any more.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>Whom this session sent directed presence to and who do not see its broadcasts (RFC 6121 §4.6); null when nobody.</summary>
    internal HashSet<Jid>? Directed { get; set; }

    /// <summary>Queues a stanza for the client. Any thread.</summary>
    /// <param name="stanza">What to write; its bytes may be shared with other recipients.</param>
    /// <param name="to">The <c>to</c> to write instead of the stanza's own; null: the stanza's own.</param>
    /// <returns>False when the session has ended or did not read for so long that its queue is full, which ends it: the caller finds another way.</returns>
    public bool Deliver(Stanza stanza, Jid? to = null)
    {
        if (_isClosed)
        {
            return false;
        }
        if (!_queue.TryAdd(new SessionItem(stanza, to, null)))
        {
            // A reader that stopped costs its own connection, not the server's memory.
            _shell.Close(StreamCondition.ResourceConstraint, "too many stanzas wait to be read");
            return false;
        }
        // It may have ended in between; then whoever ended it may have missed this one.
        if (_isClosed)
        {
            Account.Reroute(this);
            return true;
        }
        FlushScope.Mark(this);
        return true;
    }

    /// <summary>Nothing that is delivered after this is written before the receipt is settled.</summary>
    internal void HoldUntil(Receipt receipt)
    {
        if (_queue.TryAdd(new SessionItem(null, null, receipt)))
        {
            receipt.OnSettled(Flush);
        }
        else
        {
            _shell.Close(StreamCondition.ResourceConstraint, "too many stanzas wait to be stored");
        }
    }

    /// <summary>This module's value on the session; default when it was never set.</summary>
    public T? Get<T>(SessionKey<T> key) => _slots[key.Slot] is T value ? value : default;

    /// <summary>Sets a module's value; only in the account's mailbox.</summary>
    public void Set<T>(SessionKey<T> key, T? value) => _slots.Set(key.Slot, value);

    internal void Flush() => _shell.Flush();

    internal void SetPresence(Presence? presence)
    {
        _priority = presence?.Priority ?? 0;
        _presence = presence;
    }

    internal void MarkClosed() => _isClosed = true;

    public override string ToString() => Address.ToString();
}
