// XEP-0045 §10.9: what is remembered of a room that its owner destroyed.
using System.Text.Json;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Rooms;

/// <summary>Keeps the name of a destroyed room from strangers, and leads to the room that is in its place.</summary>
/// <param name="Until">From then on it counts as forgotten.</param>
/// <param name="Owners">Those who may make the room anew, at most <see cref="MaxOwners"/>; first who destroyed it.</param>
/// <param name="Alternate">Where to go instead; null: nowhere.</param>
/// <param name="Reason">As the owner gave it.</param>
internal sealed record RoomTombstone(DateTimeOffset Until, IReadOnlyList<BareJid> Owners, BareJid? Alternate, string? Reason)
{
    public const int MaxOwners = 20;
}

/// <summary>Absent members are null.</summary>
internal sealed class RoomTombstoneCodec : JsonStoreCodec<RoomTombstone>
{
    public static RoomTombstoneCodec Instance { get; } = new();

    protected override void Write(Utf8JsonWriter json, RoomTombstone value)
    {
        json.WriteString("until", value.Until);
        json.WriteStartArray("owners");
        foreach (var owner in value.Owners)
        {
            json.WriteStringValue(owner.ToString());
        }
        json.WriteEndArray();
        if (value.Alternate is { } alternate)
        {
            json.WriteString("alternate", alternate.ToString());
        }
        if (value.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }
    }

    protected override RoomTombstone Read(JsonElement json, byte writtenAs) => new(
        json.GetProperty("until").GetDateTimeOffset(),
        [.. json.GetProperty("owners").EnumerateArray().Select(owner => BareJid.Parse(owner.GetString()!))],
        json.TryGetProperty("alternate", out var alternate) ? BareJid.Parse(alternate.GetString()!) : null,
        json.TryGetProperty("reason", out var reason) ? reason.GetString() : null);
}
