// How the last activity of an account is stored.
using System.Text.Json;
using Balcony.Server.Storage;

namespace Balcony.Server.Modules;

internal sealed class LastSeenCodec : JsonStoreCodec<LastSeen>
{
    public static LastSeenCodec Instance { get; } = new();

    protected override void Write(Utf8JsonWriter json, LastSeen value)
    {
        json.WriteString("at", value.At);
        if (value.Status is not null)
        {
            json.WriteString("status", value.Status);
        }
    }

    protected override LastSeen Read(JsonElement json, byte writtenAs) =>
        new(json.GetProperty("at").GetDateTimeOffset(), json.TryGetProperty("status", out var status) ? status.GetString() : null);
}
