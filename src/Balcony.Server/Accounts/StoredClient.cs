// What the store keeps of a client that said who it is: by which name, since when, and its tokens.
using System.Globalization;
using System.Text.Json;
using Balcony.Server.Storage;
using Balcony.Xmpp.Sasl;

namespace Balcony.Server.Accounts;

/// <param name="Keys">What the token is proved against.</param>
/// <param name="Issued">When it was given.</param>
/// <param name="Expires">When it is no longer good.</param>
/// <param name="Count">The highest count that came with it (XEP-0484 §3.4); zero: none did.</param>
internal sealed record StoredToken(HtKeys Keys, DateTimeOffset Issued, DateTimeOffset Expires, int Count = 0);

/// <summary>Stored by account and user agent's id.</summary>
/// <param name="Id">What names it to people: the user agent's id is the client's secret.</param>
/// <param name="FirstSeen">Its first login.</param>
/// <param name="LastSeen">Its last one, to within some minutes.</param>
internal sealed record StoredClient(string Id, DateTimeOffset FirstSeen, DateTimeOffset LastSeen)
{
    public string? Software { get; init; }

    public string? Device { get; init; }

    /// <summary>It has shown the password that the account has now.</summary>
    public bool HasPassword { get; init; }

    /// <summary>The token that it has used (XEP-0484 §5.1).</summary>
    public StoredToken? Current { get; init; }

    /// <summary>The token that it was given and has not used yet.</summary>
    public StoredToken? New { get; init; }

    public DateTimeOffset? TokenExpires => (New ?? Current)?.Expires;
}

/// <summary>Absent members mean null, false and zero.</summary>
internal sealed class StoredClientCodec : JsonStoreCodec<StoredClient>
{
    public static StoredClientCodec Instance { get; } = new();

    /// <summary>The day of the last login, so that what is too old can be found.</summary>
    public static string DayOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected override void Write(Utf8JsonWriter json, StoredClient value)
    {
        json.WriteString("id", value.Id);
        json.WriteNumber("first", value.FirstSeen.ToUnixTimeMilliseconds());
        json.WriteNumber("last", value.LastSeen.ToUnixTimeMilliseconds());
        if (value.Software is not null) json.WriteString("software", value.Software);
        if (value.Device is not null) json.WriteString("device", value.Device);
        if (value.HasPassword) json.WriteBoolean("password", true);
        Write(json, "current", value.Current);
        Write(json, "new", value.New);
    }

    protected override StoredClient Read(JsonElement json, byte writtenAs) =>
        new(json.GetProperty("id").GetString()!, Time(json, "first"), Time(json, "last"))
        {
            Software = Text(json, "software"),
            Device = Text(json, "device"),
            HasPassword = json.TryGetProperty("password", out var password) && password.GetBoolean(),
            Current = Token(json, "current"),
            New = Token(json, "new"),
        };

    private static void Write(Utf8JsonWriter json, string name, StoredToken? token)
    {
        if (token is null) return;
        json.WriteStartObject(name);
        json.WriteString("mechanism", token.Keys.Mechanism);
        json.WriteBase64String("keys", token.Keys.Data);
        json.WriteNumber("issued", token.Issued.ToUnixTimeMilliseconds());
        json.WriteNumber("expires", token.Expires.ToUnixTimeMilliseconds());
        if (token.Count > 0) json.WriteNumber("count", token.Count);
        json.WriteEndObject();
    }

    private static StoredToken? Token(JsonElement json, string name) => json.TryGetProperty(name, out var token)
        ? new StoredToken(
            new HtKeys(token.GetProperty("mechanism").GetString()!, token.GetProperty("keys").GetBytesFromBase64()),
            Time(token, "issued"), Time(token, "expires"), token.TryGetProperty("count", out var count) ? count.GetInt32() : 0)
        : null;

    private static DateTimeOffset Time(JsonElement json, string name) => DateTimeOffset.FromUnixTimeMilliseconds(json.GetProperty(name).GetInt64());

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() : null;
}
