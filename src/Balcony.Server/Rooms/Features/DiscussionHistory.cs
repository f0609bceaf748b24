// XEP-0045 §7.2.14, §7.2.15: what was said before somebody entered.
using System.Globalization;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class DiscussionHistory(RoomOptions options, TimeProvider clock) : RoomFeature
{
    // Entries of the ledger that a room reads to find its history: some are markers and subjects.
    private const int PagesToRead = 4;

    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        new(
            MucForms.MaxHistoryFetch, FormFieldType.TextSingle, "Most messages that who enters gets", config => [config.History.ToString(CultureInfo.InvariantCulture)],
            (config, values) => values is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
                ? config with { History = Math.Min(count, options.MaxHistory) } : throw RoomSetting.Refused("the number of messages is a number")),
    ];

    // A room without an archive has what it remembers.
    public override async ValueTask LoadAsync(Room room)
    {
        var history = room.StateOf<RoomHistory>();
        history.Clear();
        if (options.MaxHistory == 0 || !room.Configuration.IsArchived)
        {
            return;
        }
        var found = new List<SaidMessage>();
        var query = new LedgerQuery { Limit = options.MaxHistory, IsBackwards = true };
        for (int page = 0; page < PagesToRead && found.Count < options.MaxHistory; page++)
        {
            var entries = await room.Services.Storage.Ledger.PageAsync(room.Address, query).ConfigureAwait(false);
            for (int i = entries.Count - 1; i >= 0 && found.Count < options.MaxHistory; i--)
            {
                if (Read(room, entries[i]) is { } message && RoomArchiveRules.IsHistory(message))
                {
                    found.Add(new SaidMessage(message, entries[i].Time, entries[i].Id));
                }
            }
            if (entries.Count < query.Limit)
            {
                break;
            }
            query = query with { Before = entries[0].Id };
        }
        found.Reverse();
        found.ForEach(said => history.Add(said, options.MaxHistory));
    }

    /// <summary>What the archive does not have any more is told to nobody who enters.</summary>
    public static async ValueTask ForgetTrimmedAsync(Room room)
    {
        var history = room.StateOf<RoomHistory>();
        if (!room.Configuration.IsArchived || history.Messages.Count == 0)
        {
            return;
        }
        var oldest = await room.Services.Storage.Ledger.PageAsync(room.Address, new LedgerQuery { Limit = 1 }).ConfigureAwait(false);
        if (oldest.Count > 0)
        {
            history.RemoveBefore(oldest[0].Time);
        }
        else
        {
            history.Clear();
        }
    }

    public override void OnMessage(Room room, Occupant? sender, Message message, long id)
    {
        if (options.MaxHistory > 0 && RoomArchiveRules.IsHistory(message))
        {
            room.StateOf<RoomHistory>().Add(new SaidMessage(message, room.SaidAt, id), options.MaxHistory);
        }
    }

    public override ValueTask OnEnteredAsync(Room room, Entry entry, OccupantSession session)
    {
        var all = room.StateOf<RoomHistory>().Messages;
        for (int first = FirstOf(all, room, entry); first < all.Count; first++)
        {
            room.Deliver(session, all[first].Late(room.Address));
        }
        return default;
    }

    // §7.2.15: all limits hold; the room's own is one of them, and all there is when nothing is asked for.
    private int FirstOf(IReadOnlyList<SaidMessage> all, Room room, Entry entry)
    {
        var wanted = entry.Request.History;
        int left = Math.Min(wanted?.MaxStanzas ?? int.MaxValue, room.Configuration.History);
        var since = wanted?.Since ?? DateTimeOffset.MinValue;
        var now = clock.GetUtcNow();
        if (wanted?.Seconds is { } seconds && now - DateTimeOffset.UnixEpoch > TimeSpan.FromSeconds(seconds) && now - TimeSpan.FromSeconds(seconds) > since)
        {
            since = now - TimeSpan.FromSeconds(seconds);
        }
        long characters = wanted?.MaxChars ?? long.MaxValue;
        int first = all.Count;
        while (first > 0 && left > 0 && all[first - 1].Time >= since
            && (wanted?.MaxChars is null || (characters -= all[first - 1].CharactersTo(room.Address, entry.From)) >= 0))
        {
            first--;
            left--;
        }
        return first;
    }

    private static Message? Read(Room room, LedgerEntry entry) =>
        (entry with { Stanza = StoredSpeaker.Shown(entry, seesAll: false, seesOpen: false) }).Read() is Message message
            ? (Message)message.With(new StanzaId(room.Services.StanzaIds.Of(room.Address, entry.Id), room.Address))
            : null;
}

/// <summary>The last of what was said in a room, oldest first.</summary>
internal sealed class RoomHistory
{
    private readonly List<SaidMessage> _messages = [];

    public IReadOnlyList<SaidMessage> Messages => _messages;

    public void Add(SaidMessage said, int max)
    {
        if (_messages.Count >= max)
        {
            _messages.RemoveAt(0);
        }
        _messages.Add(said);
    }

    /// <summary>Null: not here (any more).</summary>
    public Message? Find(long id) => _messages.Find(said => said.Id == id)?.Message;

    /// <summary>Nobody gets it any more.</summary>
    public void Remove(long id) => _messages.RemoveAll(said => said.Id == id);

    /// <summary>What is older is kept nowhere.</summary>
    public void RemoveBefore(DateTimeOffset time) => _messages.RemoveAll(said => said.Time < time);

    public void Clear() => _messages.Clear();
}

/// <summary>One message of a room's history.</summary>
/// <param name="message">As everybody got it.</param>
/// <param name="time">When it was said.</param>
/// <param name="id">Its name as a number; 0: it has none.</param>
internal sealed class SaidMessage(Message message, DateTimeOffset time, long id)
{
    private Message? _late;
    private int _characters;

    public Message Message => message;

    public DateTimeOffset Time => time;

    public long Id => id;

    /// <summary>§7.2.14: it says when it was sent, by the word of the room.</summary>
    public Message Late(BareJid room) => _late ??= (Message)message.With(new Delay(time, room));

    /// <summary>§7.2.15: the characters of the whole stanza, as one occupant gets it.</summary>
    public int CharactersTo(BareJid room, Jid to)
    {
        if (_characters == 0)
        {
            _characters = Count(Late(room).ToUtf8()) + " to=''".Length;
        }
        return _characters + Count(to.Utf8Escaped);
    }

    // Bytes that go on with a character do not count.
    private static int Count(ReadOnlySpan<byte> utf8)
    {
        int count = 0;
        foreach (byte one in utf8)
        {
            count += (one & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }
}
