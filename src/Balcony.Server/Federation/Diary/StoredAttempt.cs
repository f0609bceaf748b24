// An attempt as the diary keeps and shows it.
using System.Text.Json;
using Balcony.Server.Storage;

namespace Balcony.Server.Federation.Diary;

/// <param name="Began">When.</param>
/// <param name="Ended">Null: it goes on.</param>
/// <param name="Succeeded">Stanzas could pass.</param>
/// <param name="Code">Why not, or why it ended, as a word that lasts; null: in good order.</param>
public sealed record StoredAttempt(
    DateTimeOffset Began, bool IsOutgoing, DateTimeOffset? Ended, bool Succeeded, string? Code, string? Explanation, string? Fix, IReadOnlyList<AttemptStep> Steps)
{
    internal static StoredAttempt Of(PeerAttempt attempt) => new(
        attempt.Began, attempt.IsOutgoing, attempt.Ended, attempt.Succeeded, attempt.Code, attempt.Explanation, attempt.Fix, attempt.Steps);
}

/// <summary>All that the diary keeps of a pair, newest first.</summary>
internal sealed class StoredAttemptsCodec : JsonStoreCodec<IReadOnlyList<StoredAttempt>>
{
    public static StoredAttemptsCodec Instance { get; } = new();

    protected override void Write(Utf8JsonWriter json, IReadOnlyList<StoredAttempt> value)
    {
        json.WriteStartArray("attempts");
        foreach (var attempt in value)
        {
            json.WriteStartObject();
            json.WriteNumber("began", attempt.Began.ToUnixTimeMilliseconds());
            json.WriteBoolean("out", attempt.IsOutgoing);
            if (attempt.Ended is { } ended) json.WriteNumber("ended", ended.ToUnixTimeMilliseconds());
            if (attempt.Succeeded) json.WriteBoolean("good", true);
            if (attempt.Code is { } code) json.WriteString("code", code);
            if (attempt.Explanation is { } explanation) json.WriteString("why", explanation);
            if (attempt.Fix is { } fix) json.WriteString("fix", fix);
            json.WriteStartArray("steps");
            foreach (var step in attempt.Steps)
            {
                json.WriteStartArray();
                json.WriteNumberValue(step.At.ToUnixTimeMilliseconds());
                json.WriteStringValue(step.What);
                json.WriteStringValue(step.Outcome);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    protected override IReadOnlyList<StoredAttempt> Read(JsonElement json, byte writtenAs) =>
        [.. json.GetProperty("attempts").EnumerateArray().Select(Attempt)];

    private static StoredAttempt Attempt(JsonElement json) => new(
        Time(json.GetProperty("began")),
        json.GetProperty("out").GetBoolean(),
        json.TryGetProperty("ended", out var ended) ? Time(ended) : null,
        json.TryGetProperty("good", out _),
        Text(json, "code"),
        Text(json, "why"),
        Text(json, "fix"),
        [.. json.GetProperty("steps").EnumerateArray().Select(step => new AttemptStep(Time(step[0]), step[1].GetString() ?? "", step[2].GetString() ?? ""))]);

    private static DateTimeOffset Time(JsonElement number) => DateTimeOffset.FromUnixTimeMilliseconds(number.GetInt64());

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() : null;
}
