// XEP-0227 §3.5, §3.11: a user's messages on the way in.
using System.Security.Cryptography;
using System.Text;
using Balcony.Server.Accounts;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Portable;

/// <summary>
/// Archives grow at their end, and are read by time: what is imported must be older than what the account has got here, and not older than what was imported
/// before. What is in the account already, by its time, sender, identifier and text, is passed over.
/// </summary>
internal sealed partial class ImportedUser
{
    private const int MaxUnitMessages = 200;
    private const int MaxUnitBytes = 1 << 20;
    private const int PageSize = 256;
    private const string OldArchivedNs = "urn:xmpp:mam:tmp";
    private const int IdsAtATime = 1_000;

    // What retention is without an option.
    private static readonly TimeSpan UsuallyKept = TimeSpan.FromDays(365);

    private UnitOfWork _messages = new();
    private int _messageCount;
    private int _messageBytes;
    private long _nextId;
    private long _endOfIds;
    private bool _hasLedger;
    private DateTimeOffset? _firstOwn;
    private DateTimeOffset? _lastImported;
    private DateTimeOffset _time = DateTimeOffset.MinValue;
    private IReadOnlyList<LedgerEntry> _page = [];
    private DateTimeOffset _pageFrom = DateTimeOffset.MaxValue;
    private HashSet<string>? _waiting;
    private DateTimeOffset? _oldest;
    private int _tooLate;
    private int _tooEarly;
    private int _moved;
    private int _offlineLeft;

    private async ValueTask OpenMessagesAsync(CancellationToken cancel)
    {
        var ledger = _stores.Storage.Ledger;
        var first = await ledger.PageAsync(Owner, new LedgerQuery { After = 0, Limit = 1 }, cancel).ConfigureAwait(false);
        var last = await ledger.PageAsync(Owner, new LedgerQuery { Before = 0, Limit = 1, IsBackwards = true }, cancel).ConfigureAwait(false);
        if (first.Count > 0) _firstOwn = first[0].Time;
        if (last.Count > 0) _lastImported = last[0].Time;
        _hasLedger = first.Count + last.Count > 0;
    }

    public async ValueTask AddOfflineAsync(PieEvent at, CancellationToken cancel)
    {
        if (Read(at, at.Element!) is not { From: not null } message)
        {
            _report.Add(at, $"an offline message of {Owner} without a sender, or that is none, is not taken over");
            return;
        }
        var stanza = message.ToUtf8();
        _waiting ??= await ReadWaitingAsync(cancel).ConfigureAwait(false);
        if (_waiting.Contains(KeyOf(message, null)))
        {
            _report.AlreadyThere++;
            return;
        }
        // An account that is in use may have got it long ago, and nobody would know.
        if (_start == ImportStart.Exists && _hasLedger)
        {
            _offlineLeft++;
            return;
        }
        var owner = new LedgerOwner(Owner, message.From.Bare, LedgerDirection.Inbound, LedgerFlags.UntilDelivered);
        await AddAsync(unit => unit.Append(new LedgerRecord(_clock.GetUtcNow(), stanza, owner)), stanza.Length).ConfigureAwait(false);
        _report.OfflineMessages++;
    }

    public async ValueTask AddArchivedAsync(PieEvent at, CancellationToken cancel)
    {
        var forwarded = at.Element!.Name == "result" ? at.Element.Child(Forwarded.ElementName, Forwarded.Ns) : null;
        var stamp = forwarded?.Child(Delay.ElementName, Delay.Ns)?.Attribute("stamp");
        if (forwarded?.Child("message", "jabber:client") is not { } element || !XmppDateTime.TryParse(stamp, out var time) || Read(at, element) is not { } message)
        {
            _report.Add(at, $"an archived message of {Owner} without a message or a time that can be read is not taken over");
            return;
        }
        // §3.11: from oldest to newest. What is not stands behind the one before it.
        time = StoreTime.Truncate(time);
        if (time < _time) _moved++;
        _time = time = time < _time ? _time : time;
        if (_hasLedger && await HasAsync(time, message, cancel).ConfigureAwait(false)) _report.AlreadyThere++;
        else if (time > _firstOwn) _tooLate++;
        else if (time < _lastImported) _tooEarly++;
        else await AddArchivedAsync(time, message).ConfigureAwait(false);
    }

    private async ValueTask AddArchivedAsync(DateTimeOffset time, Message message)
    {
        var isOutbound = message.From is null || message.From.Bare.Equals(Owner);
        var contact = (isOutbound ? message.To?.Bare : message.From!.Bare) ?? Owner;
        var stanza = message.ToUtf8();
        var record = new LedgerRecord(time, stanza, new LedgerOwner(
            Owner, contact, isOutbound ? LedgerDirection.Outbound : LedgerDirection.Inbound, isOutbound ? LedgerFlags.None : LedgerFlags.ArchiveOnly));
        if (!_isDryRun && _nextId == _endOfIds)
        {
            _nextId = _stores.Storage.ReserveImported(IdsAtATime);
            _endOfIds = _nextId + IdsAtATime;
        }
        await AddAsync(unit => unit.Import(record, _nextId++), stanza.Length).ConfigureAwait(false);
        _oldest ??= time;
        _report.ArchivedMessages++;
    }

    private async ValueTask AddAsync(Action<UnitOfWork> add, int bytes)
    {
        if (_isDryRun) return;
        add(_messages);
        _messageCount++;
        _messageBytes += bytes;
        if (_messageCount >= MaxUnitMessages || _messageBytes >= MaxUnitBytes) await FlushAsync().ConfigureAwait(false);
    }

    private async ValueTask FlushAsync()
    {
        if (_messageCount == 0) return;
        await _stores.Storage.Commit(_messages).AsTask().ConfigureAwait(false);
        (_messages, _messageCount, _messageBytes) = (new(), 0, 0);
    }

    private void TellOfMessages(PieEvent at)
    {
        if (_oldest is { } oldest && oldest < _clock.GetUtcNow() - UsuallyKept)
            _report.AddOnce(at, "archived messages are older than a year, and archives keep no more by default: the option modules:mam:keepFor decides, before the server starts");
        if (_tooLate > 0) _report.Add(at, $"{_tooLate} archived messages of {Owner} are newer than the first one that the account got here, and are not taken over");
        if (_tooEarly > 0) _report.Add(at, $"{_tooEarly} archived messages of {Owner} are older than what was imported before, and are not taken over: import the oldest first");
        if (_moved > 0) _report.Add(at, $"{_moved} archived messages of {Owner} are not in the order of their times, and were given that of the one before");
        if (_offlineLeft > 0) _report.Add(at, $"{_offlineLeft} offline messages of {Owner} are not taken over: the account was used here since");
    }

    // Whatever a client or another server wrote; the names that the old archive gave it would be mistaken for ours (XEP-0359 §3).
    private Message? Read(PieEvent at, XmlElement element)
    {
        try
        {
            return element.Name == "message" && Stanza.Read(Alone(element)) is Message message
                ? (Message)message.Without(child => (child.Is("stanza-id", StanzaId.Ns) || child.Is("archived", OldArchivedNs)) && child.Attribute("by") == Owner.ToString())
                : null;
        }
        catch (StanzaException)
        {
            _report.AddOnce(at, $"messages of {Owner} have addresses that are none");
            return null;
        }
    }

    // Both sides are in the order of their times: a page serves many questions.
    private async ValueTask<bool> HasAsync(DateTimeOffset time, Message message, CancellationToken cancel)
    {
        if (time < _pageFrom || (_page.Count == PageSize && time >= _page[^1].Time))
        {
            _pageFrom = time;
            _page = await _stores.Storage.Ledger.PageAsync(Owner, new LedgerQuery { After = long.MinValue, From = time, Limit = PageSize }, cancel).ConfigureAwait(false);
        }
        return _page.Any(entry => entry.Time == time && IsSame(entry, message));
    }

    private static bool IsSame(LedgerEntry entry, Message message) =>
        entry.Read() is Message stored && Equals(stored.From, message.From) && stored.Id == message.Id && stored.Body == message.Body;

    private async ValueTask<HashSet<string>> ReadWaitingAsync(CancellationToken cancel)
    {
        var keys = new HashSet<string>();
        var after = await _stores.DeliveredUpToAsync(Owner, cancel).ConfigureAwait(false);
        while (await _stores.Storage.Ledger.OfflineAsync(Owner, PageSize, after, cancel).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var entry in page) keys.Add(KeyOf(entry.Read(), entry.Time));
            after = page[^1].Id;
        }
        return keys;
    }

    // What a message is known by again: an export says when it came, to the millisecond, in a delay that the stored one need not have.
    private string KeyOf(Stanza message, DateTimeOffset? came)
    {
        foreach (var delay in message.Element.Children)
        {
            if (delay.Is(Delay.ElementName, Delay.Ns) && delay.Attribute("from") == Owner.Domain && XmppDateTime.TryParse(delay.Attribute("stamp"), out var stamp)) came = stamp;
        }
        var text = $"{message.From}\n{message.Id}\n{(came is { } time ? XmppDateTime.Format(time) : "")}\n{(message as Message)?.Body}";
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
