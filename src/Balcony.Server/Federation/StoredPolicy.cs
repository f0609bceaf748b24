// What a command said about peers of one host; it holds over the configuration.
using System.Text.Json;
using Balcony.Server.Storage;

namespace Balcony.Server.Federation;

/// <summary>What is null is not said.</summary>
public sealed record StoredPolicy
{
    public bool? IsAllowed { get; init; }

    public PeerTrust? Trust { get; init; }

    public MinimumTls? MinimumTls { get; init; }

    public RevocationMode? Revocation { get; init; }

    public IReadOnlyList<PinnedKey> Pins { get; init; } = [];

    /// <summary>Why, in the words of whoever said so.</summary>
    public string? Note { get; init; }

    public bool IsEmpty => IsAllowed is null && Trust is null && MinimumTls is null && Revocation is null && Pins.Count == 0;
}

internal sealed class StoredPolicyCodec : JsonStoreCodec<StoredPolicy>
{
    public static StoredPolicyCodec Instance { get; } = new();

    protected override void Write(Utf8JsonWriter json, StoredPolicy value)
    {
        if (value.IsAllowed is { } isAllowed) json.WriteBoolean("allowed", isAllowed);
        if (value.Trust is { } trust) json.WriteString("trust", TrustName(trust));
        if (value.MinimumTls is { } tls) json.WriteString("tls", TlsName(tls));
        if (value.Revocation is { } revocation) json.WriteString("revocation", RevocationName(revocation));
        if (value.Note is { } note) json.WriteString("note", note);
        if (value.Pins.Count == 0) return;
        json.WriteStartArray("pins");
        foreach (var pin in value.Pins)
        {
            json.WriteStartObject();
            json.WriteString("sha256", pin.Text);
            if (pin.Until is { } until) json.WriteNumber("until", until.ToUnixTimeSeconds());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    protected override StoredPolicy Read(JsonElement json, byte writtenAs) => new()
    {
        IsAllowed = json.TryGetProperty("allowed", out var isAllowed) ? isAllowed.GetBoolean() : null,
        Trust = Named<PeerTrust>(json, "trust", TrustName),
        MinimumTls = Named<MinimumTls>(json, "tls", TlsName),
        Revocation = Named<RevocationMode>(json, "revocation", RevocationName),
        Note = json.TryGetProperty("note", out var note) ? note.GetString() : null,
        Pins = json.TryGetProperty("pins", out var pins) ? [.. pins.EnumerateArray().Select(ReadPin)] : [],
    };

    // Written out here, so that renaming a member changes nothing that is stored.
    internal static string TrustName(PeerTrust trust) => trust switch
    {
        PeerTrust.Verified => "verified",
        PeerTrust.Dane => "dane",
        PeerTrust.Dialback => "dialback",
        _ => "none",
    };

    internal static string TlsName(MinimumTls tls) => tls switch { MinimumTls.None => "none", MinimumTls.Tls12 => "tls12", _ => "tls13" };

    internal static string RevocationName(RevocationMode mode) => mode switch { RevocationMode.Off => "off", RevocationMode.SoftFail => "soft-fail", _ => "hard-fail" };

    // An older program that meets a word of a newer one must not take it for something weaker.
    private static T? Named<T>(JsonElement json, string name, Func<T, string> write)
        where T : struct, Enum
    {
        if (!json.TryGetProperty(name, out var text)) return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (write(value) == text.GetString()) return value;
        }
        throw new FormatException($"'{text.GetString()}' is not known as {name}");
    }

    private static PinnedKey ReadPin(JsonElement json) => new(
        Convert.FromHexString(json.GetProperty("sha256").GetString() ?? ""),
        json.TryGetProperty("until", out var until) ? DateTimeOffset.FromUnixTimeSeconds(until.GetInt64()) : null);
}
