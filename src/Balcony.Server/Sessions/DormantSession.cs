// A session that waits for its client over a restart of the server (XEP-0198 §5, design decision 7): what of it is written down.
using System.Text.Json;
using Balcony.Server.Storage;

namespace Balcony.Server.Sessions;

/// <summary>All of a session that is not in the ledger. Addresses and stanzas as text.</summary>
internal sealed record DormantSession
{
    public required string Resource { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>Where the client was, for people.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>How its stream was protected, for people; null when it was not.</summary>
    public string? Security { get; init; }

    /// <summary>Until then the client may come back.</summary>
    public required DateTimeOffset Until { get; init; }

    public required TimeSpan Resumable { get; init; }

    /// <summary>XEP-0198 §4: what came from the client.</summary>
    public required uint Received { get; init; }

    /// <summary>What the client has.</summary>
    public required uint Acknowledged { get; init; }

    /// <summary>How many of the items were written to it.</summary>
    public required int Written { get; init; }

    public long Delivered { get; init; }

    /// <summary>Up to which ledger entry everything was offered to the account's sessions; null: nobody had looked.</summary>
    public long? Offered { get; init; }

    /// <summary>The last entry that it has, if it goes through older ones; null: it has all.</summary>
    public long? MissedSince { get; init; }

    public string? Presence { get; init; }

    public bool IsInterested { get; init; }

    public bool IsInactive { get; init; }

    public IReadOnlyList<string> Directed { get; init; } = [];

    public IReadOnlyList<DormantItem> Items { get; init; } = [];

    /// <summary>Modules' values, by the name of their key.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}

/// <param name="LedgerId">Its place in the ledger; 0: it has none and <paramref name="Stanza"/> is there.</param>
/// <param name="Stanza">With its addresses.</param>
/// <param name="Form">The name of its <see cref="DeliveryForm"/>.</param>
/// <param name="IsTransient">The ledger keeps it only until it is delivered.</param>
internal sealed record DormantItem(long LedgerId, string? Stanza, string? To, string? Form, bool IsTransient);

/// <summary>How dormant sessions are stored.</summary>
internal sealed class DormantSessionCodec : JsonStoreCodec<DormantSession>
{
    public static DormantSessionCodec Instance { get; } = new();

    protected override void Write(Utf8JsonWriter json, DormantSession value)
    {
        json.WriteString("resource", value.Resource);
        json.WriteString("since", value.Since);
        json.WriteString("until", value.Until);
        json.WriteNumber("resumable", (long)value.Resumable.TotalSeconds);
        json.WriteNumber("received", value.Received);
        json.WriteNumber("acknowledged", value.Acknowledged);
        json.WriteNumber("written", value.Written);
        json.WriteNumber("delivered", value.Delivered);
        foreach (var (name, id) in new[] { ("offered", value.Offered), ("missed", value.MissedSince) })
        {
            if (id is { } position)
            {
                json.WriteNumber(name, position);
            }
        }
        foreach (var (name, text) in new[] { ("from", value.RemoteAddress), ("security", value.Security), ("presence", value.Presence) })
        {
            if (text is not null)
            {
                json.WriteString(name, text);
            }
        }
        json.WriteBoolean("interested", value.IsInterested);
        json.WriteBoolean("inactive", value.IsInactive);
        json.WriteStartArray("directed");
        foreach (string directed in value.Directed)
        {
            json.WriteStringValue(directed);
        }
        json.WriteEndArray();
        json.WriteStartObject("values");
        foreach (var (name, text) in value.Values)
        {
            json.WriteString(name, text);
        }
        json.WriteEndObject();
        json.WriteStartArray("items");
        foreach (var item in value.Items)
        {
            Write(json, item);
        }
        json.WriteEndArray();
    }

    protected override DormantSession Read(JsonElement json, byte writtenAs) => new()
    {
        Resource = json.GetProperty("resource").GetString()!,
        Since = json.GetProperty("since").GetDateTimeOffset(),
        Until = json.GetProperty("until").GetDateTimeOffset(),
        Resumable = TimeSpan.FromSeconds(json.GetProperty("resumable").GetInt64()),
        Received = json.GetProperty("received").GetUInt32(),
        Acknowledged = json.GetProperty("acknowledged").GetUInt32(),
        Written = json.GetProperty("written").GetInt32(),
        Delivered = json.GetProperty("delivered").GetInt64(),
        Offered = json.TryGetProperty("offered", out var offered) ? offered.GetInt64() : null,
        MissedSince = json.TryGetProperty("missed", out var missed) ? missed.GetInt64() : null,
        RemoteAddress = Optional(json, "from"),
        Security = Optional(json, "security"),
        Presence = Optional(json, "presence"),
        IsInterested = json.GetProperty("interested").GetBoolean(),
        IsInactive = json.GetProperty("inactive").GetBoolean(),
        Directed = [.. json.GetProperty("directed").EnumerateArray().Select(directed => directed.GetString()!)],
        Values = json.GetProperty("values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString()!),
        Items = [.. json.GetProperty("items").EnumerateArray().Select(ReadItem)],
    };

    // One letter each: a session may have thousands.
    private static void Write(Utf8JsonWriter json, DormantItem item)
    {
        json.WriteStartObject();
        if (item.LedgerId != 0)
        {
            json.WriteNumber("i", item.LedgerId);
        }
        foreach (var (name, text) in new[] { ("s", item.Stanza), ("t", item.To), ("f", item.Form) })
        {
            if (text is not null)
            {
                json.WriteString(name, text);
            }
        }
        if (item.IsTransient)
        {
            json.WriteBoolean("u", true);
        }
        json.WriteEndObject();
    }

    private static DormantItem ReadItem(JsonElement json) => new(
        json.TryGetProperty("i", out var id) ? id.GetInt64() : 0, Optional(json, "s"), Optional(json, "t"), Optional(json, "f"), json.TryGetProperty("u", out _));

    private static string? Optional(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
