// RFC 7711 §3: the file on a domain's web server that vouches for certificates, or says who does.
using System.Text.Json;

namespace Balcony.Server.Federation.Trust.Posh;

/// <param name="Fingerprints">Of certificates; empty in a reference.</param>
/// <param name="Reference">Where the fingerprints are (§3.2); null when they are here.</param>
/// <param name="Expires">How long it may be used.</param>
internal sealed record PoshDocument(IReadOnlyList<PoshFingerprint> Fingerprints, Uri? Reference, TimeSpan Expires)
{
    private const int MaxFingerprints = 64;
    private const int MaxDepth = 8;

    /// <returns>Null, or what is wrong, without a full stop.</returns>
    public static string? Read(ReadOnlyMemory<byte> json, out PoshDocument? document)
    {
        document = null;
        try
        {
            using var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Read(parsed.RootElement, out document);
        }
        catch (JsonException)
        {
            return "the POSH file is no JSON";
        }
    }

    private static string? Read(JsonElement root, out PoshDocument? document)
    {
        document = null;
        if (root.ValueKind != JsonValueKind.Object) return "the POSH file is no JSON object";
        // Without an end, or with one that is now, the file says that it must not be used.
        if (!root.TryGetProperty("expires", out var end) || end.ValueKind != JsonValueKind.Number || !end.TryGetInt64(out var seconds) || seconds <= 0)
        {
            return "the POSH file does not say how long it holds (expires)";
        }
        var expires = TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue));
        if (root.TryGetProperty("fingerprints", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            var fingerprints = list.EnumerateArray().Take(MaxFingerprints).Select(PoshFingerprint.Read).OfType<PoshFingerprint>().ToList();
            document = new PoshDocument(fingerprints, null, expires);
            return null;
        }
        if (root.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String)
        {
            if (!Uri.TryCreate(url.GetString(), UriKind.Absolute, out var reference) || reference.Scheme != Uri.UriSchemeHttps) return "the POSH file refers to something without https";
            document = new PoshDocument([], reference, expires);
            return null;
        }
        return "the POSH file has neither fingerprints nor a url";
    }
}
