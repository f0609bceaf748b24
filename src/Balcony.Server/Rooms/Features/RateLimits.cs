// XEP-0045 §13.5: floods of messages, presences, nicknames and entries, of one and of all together.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class RateLimits(RoomOptions options, TimeProvider clock) : RoomFeature
{
    private const int MaxRemembered = 10_000;

    /// <summary>To who does something too often: later it is welcome again.</summary>
    public static StanzaError TooFast { get; } = StanzaError.PolicyViolation with { Type = StanzaErrorType.Wait, Text = "too often; try again in a while" };

    private static readonly StanzaError Busy = StanzaError.ResourceConstraint.With("too much at once in this room");

    public override StanzaError? CheckMessage(Room room, Occupant sender, Message message) =>
        message.Bytes > options.MaxMessageBytes ? StanzaError.PolicyViolation.With($"a message has at most {options.MaxMessageBytes} bytes here")
        : !sender.StateOf<Spent>().Messages.TryTake(clock, options.MessagesPerMinute) ? TooFast
        : !room.StateOf<Spent>().Messages.TryTake(clock, options.RoomMessagesPerMinute) ? Busy
        : null;

    public override StanzaError? CheckPresence(Room room, OccupantSession session, Presence presence)
    {
        var spent = session.Occupant.StateOf<Spent>();
        return presence.Bytes > options.MaxPresenceBytes ? TooLarge
            // Who says that he enters gets everybody's presence again (§7.2.1).
            : presence.Has(MucEnter.ElementName, MucEnter.ElementNs) && !EntriesOf(room, session.Address.Bare).TryTake(clock, options.EntriesPerMinute) ? TooFast
            : !session.Occupant.Address.Equals(presence.To) && !spent.Nicknames.TryTake(clock, options.NicknamesPerMinute) ? TooFast
            : !spent.Presences.TryTake(clock, options.PresencesPerMinute) ? TooFast
            : null;
    }

    public override ValueTask<StanzaError?> CheckEntryAsync(Room room, Entry entry) => new(
        entry.Presence.Bytes > options.MaxPresenceBytes ? TooLarge
        : !EntriesOf(room, entry.From.Bare).TryTake(clock, options.EntriesPerMinute) ? TooFast
        : !room.StateOf<Spent>().Entries.TryTake(clock, options.RoomEntriesPerMinute) ? Busy
        : null);

    private StanzaError TooLarge => StanzaError.PolicyViolation.With($"a presence has at most {options.MaxPresenceBytes} bytes here");

    private RoomRate EntriesOf(Room room, BareJid account)
    {
        var known = room.StateOf<Entries>().ByAccount;
        if (known.TryGetValue(account, out var rate))
        {
            return rate;
        }
        if (known.Count >= MaxRemembered)
        {
            foreach (var (old, _) in known.Where(one => one.Value.IsFull(clock, options.EntriesPerMinute)).ToArray())
            {
                known.Remove(old);
            }
            if (known.Count >= MaxRemembered)
            {
                // The limit of the room holds meanwhile.
                known.Clear();
            }
        }
        return known[account] = new RoomRate();
    }

    private sealed class Entries
    {
        public Dictionary<BareJid, RoomRate> ByAccount { get; } = [];
    }

    /// <summary>Of an occupant, or of a room.</summary>
    private sealed class Spent
    {
        public RoomRate Messages { get; } = new();

        public RoomRate Presences { get; } = new();

        public RoomRate Nicknames { get; } = new();

        public RoomRate Entries { get; } = new();
    }
}
