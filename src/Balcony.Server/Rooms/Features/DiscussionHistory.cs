// XEP-0045 §7.2.15, §7.2.16: what was said before somebody entered.
using System.Globalization;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class DiscussionHistory(RoomOptions options, TimeProvider clock) : RoomFeature
{
    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        new(
            MucForms.MaxHistoryFetch, FormFieldType.TextSingle, "Messages that who enters gets", config => [config.History.ToString(CultureInfo.InvariantCulture)],
            (config, values) => values is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
                ? config with { History = Math.Min(count, options.MaxHistory) } : throw RoomSetting.Refused("the number of messages is a number")),
    ];

    public override async ValueTask LoadAsync(Room room)
    {
        var history = room.StateOf<Said>();
        history.Messages.Clear();
        if (options.MaxHistory == 0)
        {
            return;
        }
        var query = new LedgerQuery { Limit = options.MaxHistory, IsBackwards = true };
        foreach (var entry in await room.Services.Storage.Ledger.PageAsync(room.Address, query).ConfigureAwait(false))
        {
            if (entry.Read() is Message message && IsHistory(message))
            {
                history.Add((Message)message.With(new StanzaId(room.Services.StanzaIds.Of(room.Address, entry.Id), room.Address)), entry.Time, entry.Id, options.MaxHistory);
            }
        }
    }

    public override void OnMessage(Room room, Occupant? sender, Message message, long id)
    {
        if (options.MaxHistory > 0 && IsHistory(message))
        {
            room.StateOf<Said>().Add(message, clock.GetUtcNow(), id, options.MaxHistory);
        }
    }

    public override ValueTask OnEnteredAsync(Room room, Entry entry, OccupantSession session)
    {
        var all = room.StateOf<Said>().Messages;
        // §7.2.16: all limits hold, the narrowest counts.
        var wanted = entry.Request.History;
        int left = Math.Min(wanted?.MaxStanzas ?? (wanted is null ? room.Configuration.History : int.MaxValue), all.Count);
        var since = wanted?.Since ?? DateTimeOffset.MinValue;
        if (wanted?.Seconds is { } seconds && clock.GetUtcNow() - DateTimeOffset.UnixEpoch > TimeSpan.FromSeconds(seconds))
        {
            since = clock.GetUtcNow() - TimeSpan.FromSeconds(seconds) is var from && from > since ? from : since;
        }
        long bytes = wanted?.MaxChars ?? long.MaxValue;
        int first = all.Count;
        while (first > 0 && left > 0 && all[first - 1].Time >= since && (bytes -= all[first - 1].Message.Bytes) >= 0)
        {
            first--;
            left--;
        }
        for (; first < all.Count; first++)
        {
            // §7.2.15: it says when it was sent, and by which room's word.
            room.Deliver(session, all[first].Message.With(new Delay(all[first].Time, room.Address)));
        }
        return default;
    }

    private static bool IsHistory(Message message) => message.Type == MessageType.Groupchat && message.Body is not null;

    /// <summary>The last of what was said, oldest first.</summary>
    internal sealed class Said
    {
        public List<(Message Message, DateTimeOffset Time, long Id)> Messages { get; } = [];

        public void Add(Message message, DateTimeOffset time, long id, int max)
        {
            if (Messages.Count >= max)
            {
                Messages.RemoveAt(0);
            }
            Messages.Add((message, time, id));
        }
    }
}
