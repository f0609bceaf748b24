// XEP-0500: between two messages of one user, some time passes.
using System.Globalization;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class SlowModes(RoomOptions options, TimeProvider clock) : RoomFeature
{
    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        new(
            SlowMode.ConfigField, FormFieldType.TextSingle, "Seconds between two messages of one user",
            config => [((long)config.SlowMode.TotalSeconds).ToString(CultureInfo.InvariantCulture)],
            (config, values) => values is [] or [""] ? config with { SlowMode = TimeSpan.Zero }
                : SlowMode.TryParse(values[0], out var duration) && duration <= options.MaxSlowMode ? config with { SlowMode = duration }
                : throw RoomSetting.Refused($"0 to {(long)options.MaxSlowMode.TotalSeconds} seconds"))
        {
            InfoVar = SlowMode.InfoField,
            Extensions = SlowMode.Config(TimeSpan.Zero, options.MaxSlowMode).Extensions,
        },
    ];

    // §6: only what has a body counts; admins and owners are free.
    public override StanzaError? CheckMessage(Room room, Occupant sender, Message message)
    {
        var wait = room.Configuration.SlowMode;
        return wait > TimeSpan.Zero && IsSlowed(sender, message)
            && room.StateOf<LastSaid>().Times.TryGetValue(sender.Account, out long last) && clock.GetElapsedTime(last) < wait
            ? SlowMode.Error(wait) : null;
    }

    public override void OnMessage(Room room, Occupant? sender, Message message, long id)
    {
        if (sender is not null && room.Configuration.SlowMode > TimeSpan.Zero && IsSlowed(sender, message))
        {
            room.StateOf<LastSaid>().Add(sender.Account, clock, room.Configuration.SlowMode, options.MaxSlowedAccounts);
        }
    }

    private static bool IsSlowed(Occupant sender, Message message) => sender.Affiliation < MucAffiliation.Admin && message.Body is not null;

    /// <summary>When accounts last spoke. §8: by account, not by nickname or session, and whoever goes and comes again waits, too.</summary>
    internal sealed class LastSaid
    {
        public Dictionary<BareJid, long> Times { get; } = [];

        public void Add(BareJid account, TimeProvider clock, TimeSpan wait, int most)
        {
            if (Times.Count >= most && !Times.ContainsKey(account))
            {
                foreach (var (old, _) in Times.Where(one => clock.GetElapsedTime(one.Value) >= wait).ToList())
                {
                    Times.Remove(old);
                }
                if (Times.Count >= most)
                {
                    Times.Remove(Times.MinBy(one => one.Value).Key);
                }
            }
            Times[account] = clock.GetTimestamp();
        }
    }
}
