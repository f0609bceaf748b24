// What is kept of a room.
using System.Text.Json;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms;

/// <summary>A room as it is stored.</summary>
/// <param name="Configuration">As owners set it.</param>
/// <param name="Creator">Who made it.</param>
/// <param name="Created">When.</param>
internal sealed record StoredRoom(RoomConfiguration Configuration, BareJid Creator, DateTimeOffset Created)
{
    /// <summary>The subject; null: none was ever set.</summary>
    public RoomSubject? Subject { get; init; }
}

/// <summary>The subject of a room (XEP-0045 §8.1).</summary>
/// <param name="Stanza">The message that set it, as everybody got it; UTF-8.</param>
/// <param name="Time">When.</param>
internal sealed record RoomSubject(byte[] Stanza, DateTimeOffset Time);

/// <summary>An address's standing with a room (XEP-0045 §5.2).</summary>
/// <param name="Affiliation">Never none: then there is nothing to store.</param>
/// <param name="Nickname">The nickname that is reserved for it (§7.10); null: none.</param>
/// <param name="Reason">Why, as whoever decided it said; null: nobody did.</param>
/// <param name="Since">When it became so.</param>
internal sealed record RoomMember(MucAffiliation Affiliation, string? Nickname = null, string? Reason = null, DateTimeOffset? Since = null)
{
    /// <summary>XEP-0492: of which messages he is told while he is not in the room; null: what holds for all.</summary>
    public NotifyWhen? Notify { get; init; }
}

/// <summary>The configuration by the names of its form's fields, which are lasting.</summary>
internal sealed class StoredRoomCodec(IReadOnlyList<RoomSetting> settings) : JsonStoreCodec<StoredRoom>
{
    // What each has where nobody has changed it, which is most of them in most rooms: then there is nothing to do, and a service's list is read from all its rooms.
    private readonly string[][] _usual = [.. settings.Select(setting => setting.Read(new RoomConfiguration()).ToArray())];

    protected override void Write(Utf8JsonWriter json, StoredRoom value)
    {
        json.WriteStartObject("configuration");
        foreach (var setting in settings)
        {
            json.WriteStartArray(setting.Var);
            foreach (string one in setting.Read(value.Configuration))
            {
                json.WriteStringValue(one);
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteString("creator", value.Creator.ToString());
        json.WriteString("created", value.Created);
        if (value.Subject is { } subject)
        {
            json.WriteBase64String("subject", subject.Stanza);
            json.WriteString("subject-set", subject.Time);
        }
    }

    protected override StoredRoom Read(JsonElement json, byte writtenAs)
    {
        var configuration = new RoomConfiguration();
        var stored = json.GetProperty("configuration");
        int at = 0;
        foreach (var property in stored.EnumerateObject())
        {
            // One that came later than the room has its default, as has one whose value is not allowed any more since the operator lowered a limit.
            at = Find(property, at);
            if (at >= 0 && !IsUsual(property.Value, _usual[at]))
            {
                try
                {
                    configuration = settings[at].Write(configuration, [.. property.Value.EnumerateArray().Select(value => value.GetString()!)]);
                }
                catch (StanzaException)
                {
                    // As above: a room must stay loadable.
                }
            }
            at++;
        }
        return new StoredRoom(configuration, BareJid.Parse(json.GetProperty("creator").GetString()!), json.GetProperty("created").GetDateTimeOffset())
        {
            Subject = json.TryGetProperty("subject", out var subject)
                ? new RoomSubject(subject.GetBytesFromBase64(), json.GetProperty("subject-set").GetDateTimeOffset()) : null,
        };
    }

    // They are written in their order: it is the next one, unless there are others now.
    private int Find(JsonProperty property, int next)
    {
        for (int i = 0; i < settings.Count; i++)
        {
            int at = (next + i) % settings.Count;
            if (property.NameEquals(settings[at].Var))
            {
                return at;
            }
        }
        return -1;
    }

    private static bool IsUsual(JsonElement values, string[] usual)
    {
        if (values.GetArrayLength() != usual.Length)
        {
            return false;
        }
        for (int i = 0; i < usual.Length; i++)
        {
            if (!values[i].ValueEquals(usual[i]))
            {
                return false;
            }
        }
        return true;
    }
}

/// <summary>Absent members are null.</summary>
internal sealed class RoomMemberCodec : JsonStoreCodec<RoomMember>
{
    public static RoomMemberCodec Instance { get; } = new();

    protected override void Write(Utf8JsonWriter json, RoomMember value)
    {
        json.WriteString("affiliation", value.Affiliation.Name());
        if (value.Nickname is not null)
        {
            json.WriteString("nick", value.Nickname);
        }
        if (value.Reason is not null)
        {
            json.WriteString("reason", value.Reason);
        }
        if (value.Since is { } since)
        {
            json.WriteString("since", since);
        }
        if (value.Notify is { } notify)
        {
            json.WriteString("notify", notify.ToString());
        }
    }

    protected override RoomMember Read(JsonElement json, byte writtenAs) => new(
        MucNames.TryParse(json.GetProperty("affiliation").GetString(), out MucAffiliation affiliation) ? affiliation : throw new FormatException("no such affiliation"),
        json.TryGetProperty("nick", out var nick) ? nick.GetString() : null,
        json.TryGetProperty("reason", out var reason) ? reason.GetString() : null,
        json.TryGetProperty("since", out var since) ? since.GetDateTimeOffset() : null)
    {
        Notify = json.TryGetProperty("notify", out var notify) && Enum.TryParse(notify.GetString(), out NotifyWhen when) ? when : null,
    };
}
